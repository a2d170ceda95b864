import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellsOf, isEntered } from '../formats/cells.ts';
import { STATUTORY_FORMATS } from '../formats/registry.ts';
import { applyChange, type Change } from '../report/change.ts';
import type { RawReport } from '../report/raw-report.ts';
import { type Report, understandAgain } from '../report/report.ts';
import {
  CITY_2025,
  cellTexts,
  formatOf,
  reportOf,
  reports,
  understood,
  withCells,
  zeroReport,
} from '../testing/reports.ts';
import { check } from './check.ts';
import { createRememberedCheck } from './remembered-check.ts';

const ENTERED = cellsOf(formatOf(zeroReport(2025)))
  .filter(isEntered)
  .map(({ address }) => address);

const words = fc.constantFrom(
  '',
  '无',
  '全年公开信息12条。',
  '存在公开不及时的问题，下一步加强培训。',
  '本机关2024年收取信息处理费0元。',
);

const changes: fc.Arbitrary<Change> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .dictionary(fc.constantFrom(...ENTERED), cellTexts, { minKeys: 1, maxKeys: 3 })
      .map((texts) => ({ kind: 'cells', texts: { ...texts } }) as const),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        fc.constantFrom(
          'title',
          'preface',
          'agency.name',
          'signature.date',
          'narrative.problems',
          'narrative.other',
        ),
        words,
      )
      .map(([field, text]) => ({ kind: 'field', field, text }) as const),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('department', 'municipalGovernment', 'township')
      .map((type) => ({ kind: 'agencyType', type }) as const),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'year', year: 2024 } as const) },
);

describe('a check with a memory', () => {
  test('finds, after any edits, what a fresh check finds', () => {
    const lastYear = understood({ ...reportOf(CITY_2025), year: 2024 });
    fc.assert(
      fc.property(
        fc.oneof(reports(2025), fc.constant(reportOf(CITY_2025)), fc.constant(zeroReport(2025))),
        fc.array(changes, { maxLength: 12 }),
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
