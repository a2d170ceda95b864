/** Random edits for tests that follow a report through many of them. */
import fc from 'fast-check';
import { cellsOf, isEntered } from '../formats/cells.ts';
import { STATUTORY_FORMATS } from '../formats/registry.ts';
import { applyChange, type Change } from '../report/change.ts';
import type { RawReport } from '../report/raw-report.ts';
import { cellTexts, formatOf, zeroReport } from './reports.ts';

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

/** Random edits of a report on 2025: mostly figures, sometimes words, the kind of body, the year. */
export const changes2025: fc.Arbitrary<Change> = fc.oneof(
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

/** The report after a change, for tests that need not know which cells it wrote. */
export function afterChange(raw: RawReport, change: Change): RawReport {
  return applyChange(raw, change, STATUTORY_FORMATS).raw;
}
