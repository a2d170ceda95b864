/** How long it may take where nothing is painted, in milliseconds. */
const LATEST = 250;

/**
 * Runs something once what was just changed is on screen: for what may follow a frame later, so that
 * the change itself is seen sooner. A page nobody looks at paints nothing; there it runs soon all the same.
 */
export function afterPaint(run: () => void): void {
  let isDone = false;
  const once = () => {
    if (isDone) return;
    isDone = true;
    run();
  };
  requestAnimationFrame(() => requestAnimationFrame(once));
  setTimeout(once, LATEST);
}
