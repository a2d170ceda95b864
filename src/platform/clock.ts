/** Time, chance and timers of the browser. */
import type { Schedule } from '../drafts/schedule.ts';

/** Now, as ISO time. */
export const now = () => new Date().toISOString();

/** An id nobody else has given. */
export function newId(): string {
  const parts = window.crypto.getRandomValues(new Uint32Array(2));
  return Array.from(parts, (part) => part.toString(36)).join('');
}

/** Runs something after so many milliseconds; the answer cancels it. */
export const later: Schedule = (run, milliseconds) => {
  const timer = window.setTimeout(run, milliseconds);
  return () => window.clearTimeout(timer);
};
