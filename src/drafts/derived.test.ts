import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../checks/finding.ts';
import { STATUTORY_FORMATS } from '../formats/registry.ts';
import { applyChange } from '../report/change.ts';
import type { RawReport } from '../report/raw-report.ts';
import { changes2025 } from '../testing/changes.ts';
import { CITY_2025, reportOf, withCells } from '../testing/reports.ts';
import { createDeriving, type Derived } from './derived.ts';
import type { Draft } from './draft.ts';

const NO_WORDS: readonly Finding[] = [];

function draftOf(raw: RawReport): Draft {
  return { id: 'one', revision: 0, savedAt: '', raw, place: '' };
}

/** All that is derived, the values of the cells one by one. */
function said({ report, ...derived }: Derived) {
  return { ...derived, raw: report.raw, values: [...report.values], unplaced: report.unplaced };
}

describe('what follows from a draft', () => {
  test('is the same after many edits as for the draft opened anew', () => {
    fc.assert(
      fc.property(fc.array(changes2025, { maxLength: 24 }), (changes) => {
        const derive = createDeriving(STATUTORY_FORMATS);
        let raw = reportOf(CITY_2025);
        derive(draftOf(raw), NO_WORDS);
        for (const change of changes) {
          raw = applyChange(raw, change, STATUTORY_FORMATS);
          const again = derive(draftOf(raw), NO_WORDS);
          const anew = createDeriving(STATUTORY_FORMATS)(draftOf(raw), NO_WORDS);
          expect(again && said(again)).toEqual(anew && said(anew));
        }
      }),
      { numRuns: 40 },
    );
  });

  test('stays the same object where an edit changes nothing about it', () => {
    const derive = createDeriving(STATUTORY_FORMATS);
    const raw = withCells(reportOf(CITY_2025), { 'requests/received/naturalPerson': '1' });
    const before = derive(draftOf(raw), NO_WORDS);
    const edited = withCells(raw, { 'requests/received/naturalPerson': '2' });
    const after = derive(draftOf(edited), NO_WORDS);
    expect(before?.progress.get('requests')?.state).toBe('problems');
    for (const [section, progress] of before?.progress ?? []) {
      expect(after?.progress.get(section)).toBe(progress);
    }
    expect(after?.marks).toBe(before?.marks);
    expect(after?.findings).not.toBe(before?.findings);
  });

  test('counts a cell that is emptied, and one that is filled', () => {
    const derive = createDeriving(STATUTORY_FORMATS);
    const filled = (raw: RawReport) =>
      derive(draftOf(raw), NO_WORDS)?.progress.get('disputes')?.filled;
    const raw = reportOf(CITY_2025);
    expect(filled(raw)).toBe(12);
    expect(filled(withCells(raw, { 'disputes/review/upheld': '' }))).toBe(11);
    expect(filled(raw)).toBe(12);
  });
});
