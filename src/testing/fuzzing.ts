/**
 * What the fuzz tests share: the seed, the length of a run, and the clock that tells a hang. `FUZZ=1`
 * makes the long run, `SEED` draws other cases; the seed stands in the name of every test.
 */
import { expect } from 'vitest';

export const SEED = Number(process.env.SEED ?? 20_260_120);

/** So many cases: the long run's number, or a share of it in `npm test`. */
export function runs(long: number, short: number): { seed: number; numRuns: number } {
  return { seed: SEED, numRuns: process.env.FUZZ ? long : short };
}

/** The long run holds readers to a second; `npm test` only tells a hang, on however busy a machine. */
const LONGEST = process.env.FUZZ ? 1000 : 20_000;

/** Milliseconds this process has worked, whatever else the machine does. */
function worked(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** What a reader gives, in time. */
export function inTime<Value>(run: () => Value): Value {
  const begun = worked();
  const value = run();
  expect(worked() - begun).toBeLessThan(LONGEST);
  return value;
}

/** The same of a reader that answers later. */
export async function inTimeLater<Value>(run: () => Promise<Value>): Promise<Value> {
  const begun = worked();
  const value = await run();
  expect(worked() - begun).toBeLessThan(LONGEST);
  return value;
}
