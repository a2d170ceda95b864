/** For what may wait until typing rests: it is run once nobody has asked for it for a while. */
import type { Schedule } from '../drafts/schedule.ts';

/**
 * Something that is run when it was asked for and then, for so many milliseconds, was not asked for
 * again; twice that at most after the last time. Calling what is given asks.
 */
export function debounce(later: Schedule, milliseconds: number, run: () => void): () => void {
  let isWaiting = false;
  let callAgain = false;
  const wait = () => {
    isWaiting = true;
    callAgain = false;
    later(look, milliseconds);
  };
  const look = () => {
    isWaiting = false;
    // Asked again since the wait began: to begin it anew each time would cost more.
    if (callAgain) wait();
    else run();
  };
  return () => {
    if (isWaiting) callAgain = true;
    else wait();
  };
}
