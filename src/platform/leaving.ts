/** What is done, and asked, when the page is hidden or left. */

/** Whoever waits for the page to be left; kept here so that a crash can call them too. */
const leaving = new Set<() => void>();
/** Runs what waits for the page to be left. */
export const leave = () => {
  for (const run of leaving) run();
};
window.addEventListener('pagehide', leave);
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') leave();
});

/** Runs something when the page is hidden or left; the answer stops that. */
export function onLeave(run: () => void): () => void {
  leaving.add(run);
  return () => leaving.delete(run);
}

/** Asks before the page is left, but only while something is in no storage at all. */
export function warnWhile(isAtRisk: () => boolean): () => void {
  const ask = (event: BeforeUnloadEvent) => {
    if (!isAtRisk()) return;
    event.preventDefault();
    event.returnValue = '';
  };
  window.addEventListener('beforeunload', ask);
  return () => window.removeEventListener('beforeunload', ask);
}
