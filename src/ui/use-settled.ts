/** For what is told aloud: what is seen in a store, only once it has stayed the same for a while. */
import { useEffect, useRef, useState } from 'react';
import type { ReadableStore } from './store.ts';

/** What a selector saw in a store when that last stood still for so long. */
export function useSettled<State, Seen>(
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
    const end = store.subscribe(() => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => setSettled(latest.current(store.getState())), milliseconds);
    });
    return () => {
      window.clearTimeout(timer);
      end();
    };
  }, [store, milliseconds]);
  return settled;
}
