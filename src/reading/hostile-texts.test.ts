/**
 * No text freezes the program: every reader goes through the worst texts a bounded number of times.
 * The work is counted, not timed, on 4 and on 8 kB: on 100 kB the whole
 * would take minutes, and the law between the two holds for what is longer.
 */
import { describe, expect, test } from 'vitest';
import { workOf } from '../testing/counted-work.ts';
import { HOSTILE_READERS } from '../testing/hostile-readers.ts';
import { HOSTILE_SEEDS, repeated } from '../testing/hostile-seeds.ts';

const LENGTH = 8_000;
/** Long enough for these to be refused as nested too deep: the parser of Node alone is slow below. */
const NESTED = ['<div>', '<table><tr><td>'];
const NESTED_LENGTH = 80_000;
/** Characters and items gone through for each character read. */
const MOST_PER_CHARACTER = 1_500;
/** Twice the text may be twice the work and a little more, not four times. */
const MOST_GROWTH = 2.6;

const SEEDS = HOSTILE_SEEDS.slice(-40);

describe.each(HOSTILE_READERS)('of what repeats without end, %s', (_, reader) => {
  test.each(SEEDS)('goes through %j a bounded number of times', async (seed) => {
    const length = NESTED.includes(seed) ? NESTED_LENGTH : LENGTH;
    const work = await workOf(() => reader(repeated(seed, length)));
    expect(work / length).toBeLessThan(MOST_PER_CHARACTER);
    const half = await workOf(() => reader(repeated(seed, length / 2)));
    expect(work / half).toBeLessThan(MOST_GROWTH);
  });
});
