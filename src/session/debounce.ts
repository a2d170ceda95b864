/** For what may wait until typing rests: it is run once nobody has asked for it for a while. */
import type { Later } from '../drafts/schedule.ts';

/**
 * Something that is run when it was asked for and then, for so many milliseconds, was not asked for
 * again; twice that at most after the last time. Calling what is given asks.
 */
export function onceAtRest(later: Later, milliseconds: number, run: () => void): () => void {
  let isWaiting = false;
  let isStirred = false;
  const wait = () => {
    isWaiting = true;
    isStirred = false;
    later(look, milliseconds);
  };
  const look = () => {
    isWaiting = false;
    // Asked again since the wait began: to begin it anew each time would cost more.
    if (isStirred) wait();
    else run();
  };
  return () => {
    if (isWaiting) isStirred = true;
    else wait();
  };
}
