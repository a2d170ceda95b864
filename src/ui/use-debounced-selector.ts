/** For what is told aloud: what is seen in a store, only once it has stayed the same for a while. */
import { useEffect, useRef, useState } from 'react';
import type { ReadableStore } from './store.ts';

/** What a selector saw in a store when that last stood still for so long. */
export function useDebouncedSelector<State, Seen>(
  store: ReadableStore<State>,
  select: (state: State) => Seen,
  milliseconds: number,
): Seen {
  const [settled, setSettled] = useState(() => select(store.getState()));
  const latest = useRef(select);
  useEffect(() => {
    latest.current = select;
  });
  useEffect(() => {
    let timer = 0;
    let changedAt = performance.now();
    const settleOnceStill = () => {
      const left = changedAt + milliseconds - performance.now();
      timer = left > 0 ? window.setTimeout(settleOnceStill, left) : 0;
      if (timer === 0) setSettled(latest.current(store.getState()));
    };
    // What changed while this was out of sight is seen too.
    settleOnceStill();
    const end = store.subscribe(() => {
      changedAt = performance.now();
      if (timer === 0) settleOnceStill();
    });
    return () => {
      window.clearTimeout(timer);
      end();
    };
  }, [store, milliseconds]);
  return settled;
}
