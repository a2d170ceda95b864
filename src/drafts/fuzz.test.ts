/**
 * Damaged records and files by the thousand: none may crash, none may be taken for what it is not.
 * `FUZZ=1` makes the long run; the seed is fixed, and `SEED` gives another.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { zeroReport } from '../testing/reports.ts';
import { readBackup, writeBackup } from './backup.ts';
import type { Draft } from './draft.ts';
import { readRecord, writeRecord } from './draft-record.ts';

const seed = Number(process.env.SEED ?? 20260120);
const numRuns = process.env.FUZZ ? 5000 : 300;
const LONGEST = 1000;

const DRAFT: Draft = { id: 'one', revision: 3, savedAt: '', raw: zeroReport(2025), place: '' };

/** One piece of damage: cut, doubled, or replaced by something hostile. */
const damage = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat({ max: 40 }),
  put: fc.constantFrom(
    '',
    '"',
    '\\',
    '{',
    ']',
    '\u0000',
    '\ud800',
    '__proto__',
    '1e999',
    '<',
    '-0',
  ),
});

function damaged(text: string, hits: readonly { at: number; length: number; put: string }[]) {
  return hits.reduce((broken, { at, length, put }) => {
    const start = Math.floor(at * broken.length);
    return broken.slice(0, start) + put + broken.slice(start + length);
  }, text);
}

test(`a damaged record is refused or is what it was (seed ${seed})`, () => {
  const record = writeRecord(DRAFT);
  fc.assert(
    fc.property(fc.array(damage, { minLength: 1, maxLength: 4 }), (hits) => {
      const begun = performance.now();
      const read = readRecord(damaged(record, hits));
      expect(performance.now() - begun).toBeLessThan(LONGEST);
      if (read.ok) expect(read.value).toEqual(DRAFT);
      else expect(read.failure.advice).not.toBe('');
    }),
    { seed, numRuns },
  );
});

test(`a damaged backup gives only drafts that are whole (seed ${seed})`, () => {
  const text = writeBackup([DRAFT, { ...DRAFT, id: 'two' }], '2026-01-20T08:00:00Z');
  fc.assert(
    fc.property(fc.array(damage, { minLength: 1, maxLength: 4 }), (hits) => {
      const read = readBackup(damaged(text, hits));
      for (const draft of read.ok ? read.value.drafts : []) expect(draft.raw).toEqual(DRAFT.raw);
    }),
    { seed, numRuns },
  );
});
