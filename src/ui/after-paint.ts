/** How long it may take at most, in milliseconds, where nothing is painted. */
const LATEST = 60;

/**
 * Runs something right after the frame that shows what was just changed: for what may follow a frame
 * later, so that the change itself is seen sooner, and must not wait longer.
 */
export function afterPaint(run: () => void): void {
  let isDone = false;
  const once = () => {
    if (isDone) return;
    isDone = true;
    run();
  };
  // A turn more, so that whatever else waits for the frame is not kept waiting.
  requestAnimationFrame(() => setTimeout(() => setTimeout(once)));
  setTimeout(once, LATEST);
}
