import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { STATUTORY_FORMATS } from '../formats/registry.ts';
import { applyChange } from '../report/change.ts';
import { editBetween } from '../report/edit.ts';
import { updateReport } from '../report/report.ts';
import { changes2025 } from '../testing/changes.ts';
import {
  CITY_2025,
  reportOf,
  reports,
  understood,
  withCells,
  zeroReport,
} from '../testing/reports.ts';
import { type Check, check, runCheck, updateCheck } from './check.ts';

describe('a check after edits', () => {
  test('finds, after any edits, what a fresh check finds', () => {
    const lastYear = understood({ ...reportOf(CITY_2025), year: 2024 });
    fc.assert(
      fc.property(
        fc.oneof(reports(2025), fc.constant(reportOf(CITY_2025)), fc.constant(zeroReport(2025))),
        fc.array(changes2025, { maxLength: 12 }),
        fc.boolean(),
        (first, edits, isCompared) => {
          const beside = isCompared ? { lastYear } : {};
          let report = understood(first);
          let checked: Check = runCheck(report, 'drafting', beside);
          for (const change of edits) {
            const update = updateReport(report, applyChange(report.raw, change, STATUTORY_FORMATS));
            report = update.report;
            checked = updateCheck(checked, update, beside);
            expect(checked.findings).toEqual(check(understood(report.raw), 'drafting', beside));
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test('keeps the very findings that an edit does not touch', () => {
    const raw = withCells(reportOf(CITY_2025), {
      'requests/received/naturalPerson': '1',
      'disputes/review/upheld': '3件',
    });
    const before = understood(raw);
    const checked = runCheck(before, 'drafting');
    const first = checked.findings;
    const edited = withCells(raw, { 'requests/received/naturalPerson': '2' });
    const update = updateReport(before, editBetween(raw, edited));
    const second = updateCheck(checked, update).findings;
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
