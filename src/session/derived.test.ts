import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../checks/finding.ts';
import type { Draft } from '../drafts/draft.ts';
import { STATUTORY_FORMATS } from '../formats/registry.ts';
import { applyChange } from '../report/change.ts';
import { type Edit, editBetween } from '../report/edit.ts';
import type { RawReport } from '../report/raw-report.ts';
import { changes2025 } from '../testing/changes.ts';
import { CITY_2025, reportOf, withCells } from '../testing/reports.ts';
import { type Derived, derive, deriveAfter } from './derived.ts';

const NO_WORDS: readonly Finding[] = [];

function draftOf(raw: RawReport): Draft {
  return { id: 'one', revision: 0, savedAt: '', raw, place: '' };
}

function derivedFrom(raw: RawReport): Derived {
  return derive(draftOf(raw), NO_WORDS, STATUTORY_FORMATS)!;
}

function afterEdit(before: Derived, edit: Edit): Derived {
  return deriveAfter(before, draftOf(edit.raw), edit, NO_WORDS, STATUTORY_FORMATS)!;
}

/** All that is derived, but for what the last edit changed of it. */
function withoutChanged({ changed: _, ...derived }: Derived) {
  return derived;
}

describe('what follows from a draft', () => {
  test('is the same after many edits as for the draft opened anew', () => {
    fc.assert(
      fc.property(fc.array(changes2025, { maxLength: 24 }), (changes) => {
        let raw = reportOf(CITY_2025);
        let derived = derivedFrom(raw);
        for (const change of changes) {
          const edit = applyChange(raw, change, STATUTORY_FORMATS);
          raw = edit.raw;
          derived = afterEdit(derived, edit);
          expect(withoutChanged(derived)).toEqual(withoutChanged(derivedFrom(raw)));
        }
      }),
      { numRuns: 40 },
    );
  });

  test('stays the same object where an edit changes nothing about it', () => {
    const raw = withCells(reportOf(CITY_2025), { 'requests/received/naturalPerson': '1' });
    const before = derivedFrom(raw);
    const edited = withCells(raw, { 'requests/received/naturalPerson': '2' });
    const now = afterEdit(before, editBetween(raw, edited));
    expect(before.progress.get('requests')?.state).toBe('problems');
    for (const [section, progress] of before.progress) {
      expect(now.progress.get(section)).toBe(progress);
    }
    expect(now.marks).toBe(before.marks);
    expect(now.findings).not.toBe(before.findings);
    expect(now.balances[1]).toBe(before.balances[1]);
    expect(now.changed.map(({ address }) => address)).toEqual([
      'requests/received/naturalPerson',
      'requests/received/total',
    ]);
  });

  test('counts a cell that is emptied, and one that is filled', () => {
    const filled = ({ progress }: Derived) => progress.get('disputes')?.filled;
    const raw = reportOf(CITY_2025);
    const emptied = withCells(raw, { 'disputes/review/upheld': '' });
    const before = derivedFrom(raw);
    const now = afterEdit(before, editBetween(raw, emptied));
    const back = afterEdit(now, editBetween(emptied, raw));
    expect([before, now, back].map(filled)).toEqual([12, 11, 12]);
  });
});
