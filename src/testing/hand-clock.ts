/** A clock for tests that is moved by hand: nothing waits for it, and nothing rests on the machine. */
import type { Schedule } from '../drafts/schedule.ts';

export interface HandClock {
  readonly later: Schedule;
  /** Lets so many milliseconds pass; whatever was to run by then is run, in its order. */
  readonly pass: (milliseconds: number) => void;
}

export function handClock(): HandClock {
  let now = 0;
  let waiting: readonly { readonly at: number; readonly run: () => void }[] = [];
  return {
    later: (run, milliseconds) => {
      const one = { at: now + milliseconds, run };
      waiting = [...waiting, one];
      return () => {
        waiting = waiting.filter((other) => other !== one);
      };
    },
    pass: (milliseconds) => {
      const end = now + milliseconds;
      for (;;) {
        const [next] = waiting.filter(({ at }) => at <= end).sort((one, two) => one.at - two.at);
        if (!next) break;
        now = next.at;
        waiting = waiting.filter((one) => one !== next);
        next.run();
      }
      now = end;
    },
  };
}
