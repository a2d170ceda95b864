/** How long it may take at most, in milliseconds: where nothing is painted, or the machine never rests. */
const LATEST = 150;

/** Not every browser tells when it has nothing to do. */
function whenIdle(run: () => void): void {
  if ('requestIdleCallback' in window) window.requestIdleCallback(run);
  else setTimeout(run, 1);
}

/**
 * Runs something once what was just changed is on screen and the browser has a moment: for what may
 * follow a frame later, so that the change itself is seen sooner.
 */
export function afterPaint(run: () => void): void {
  let isDone = false;
  const once = () => {
    if (isDone) return;
    isDone = true;
    run();
  };
  requestAnimationFrame(() => whenIdle(once));
  setTimeout(once, LATEST);
}
