/**
 * Runs something once what was just changed is on screen: for what may follow a frame later, so that
 * the change itself is seen sooner. A page nobody looks at paints nothing; there it runs soon all the same.
 */
const LATEST = 100;

export function afterPaint(run: () => void): void {
  let isDone = false;
  const once = () => {
    if (isDone) return;
    isDone = true;
    run();
  };
  requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = once;
    channel.port2.postMessage(undefined);
  });
  setTimeout(once, LATEST);
}
