import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { STATUTORY_FORMATS } from '../formats/registry.ts';
import { applyChange } from '../report/change.ts';
import type { RawReport } from '../report/raw-report.ts';
import { type Report, understandAgain } from '../report/report.ts';
import { changes2025 } from '../testing/changes.ts';
import {
  CITY_2025,
  reportOf,
  reports,
  understood,
  withCells,
  zeroReport,
} from '../testing/reports.ts';
import { check } from './check.ts';
import { createRememberedCheck } from './remembered-check.ts';

describe('a check with a memory', () => {
  test('finds, after any edits, what a fresh check finds', () => {
    const lastYear = understood({ ...reportOf(CITY_2025), year: 2024 });
    fc.assert(
      fc.property(
        fc.oneof(reports(2025), fc.constant(reportOf(CITY_2025)), fc.constant(zeroReport(2025))),
        fc.array(changes2025, { maxLength: 12 }),
        fc.boolean(),
        (first, edits, isCompared) => {
          const beside = isCompared ? { lastYear } : {};
          const remembered = createRememberedCheck();
          let raw: RawReport = first;
          let report: Report = understood(raw);
          remembered(report, 'drafting', beside);
          for (const edit of edits) {
            raw = applyChange(raw, edit, STATUTORY_FORMATS);
            report = understandAgain(report, raw);
            expect(remembered(report, 'drafting', beside)).toEqual(
              check(understood(raw), 'drafting', beside),
            );
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test('keeps the very findings that an edit does not touch', () => {
    const remembered = createRememberedCheck();
    const raw = withCells(reportOf(CITY_2025), {
      'requests/received/naturalPerson': '1',
      'disputes/review/upheld': '3件',
    });
    const before = understood(raw);
    const first = remembered(before, 'drafting');
    const edited = withCells(raw, { 'requests/received/naturalPerson': '2' });
    const second = remembered(understandAgain(before, edited), 'drafting');
    const unit = (findings: typeof first) =>
      findings.find(({ cells }) => cells[0] === 'disputes/review/upheld');
    const balance = (findings: typeof first) =>
      findings.find(({ rule, cells }) => rule === 'T3-01' && cells[0]?.endsWith('naturalPerson'));
    expect(unit(first)).toBeDefined();
    expect(unit(second)).toBe(unit(first));
    expect(balance(second)).toBeDefined();
    expect(balance(second)).not.toEqual(balance(first));
  });
});
