import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellsOf } from '../formats/cells.ts';
import { STATUTORY_FORMATS } from '../formats/registry.ts';
import { cellTexts, emptyReport, formatOf, understood } from '../testing/reports.ts';
import { applyChange } from './change.ts';
import { changedTexts, type RawReport } from './raw-report.ts';
import { changedCells, type Report, understandAgain, valueAt } from './report.ts';

const CELLS = cellsOf(formatOf(emptyReport(2025))).map(({ address }) => address);

/** Reports as they follow upon one another, each an edit of one before it: the last, or an earlier. */
const histories = fc.array(
  fc.record({
    after: fc.nat(),
    texts: fc.dictionary(fc.constantFrom(...CELLS), cellTexts, { maxKeys: 4 }),
  }),
  { maxLength: 8 },
);

function followed(edits: readonly { readonly after: number; readonly texts: object }[]): Report[] {
  const reports = [understood(emptyReport(2025))];
  for (const { after, texts } of edits) {
    const before = reports[after % reports.length]!;
    const change = { kind: 'cells', texts: { ...texts } } as const;
    reports.push(understandAgain(before, applyChange(before.raw, change, STATUTORY_FORMATS)));
  }
  return reports;
}

test('between any two states of a report exactly the cells that differ are told', () => {
  fc.assert(
    fc.property(histories, (edits) => {
      const reports = followed(edits);
      for (const one of reports) {
        for (const other of reports) {
          const differing = CELLS.filter((cell) => valueAt(one, cell) !== valueAt(other, cell));
          expect([...changedCells(one, other)].sort()).toEqual([...differing].sort());
          const text = (raw: RawReport, cell: string) => raw.cells[cell];
          const texts = CELLS.filter((cell) => text(one.raw, cell) !== text(other.raw, cell));
          expect([...changedTexts(one.raw.cells, other.raw.cells)].sort()).toEqual(
            [...texts].sort(),
          );
        }
      }
    }),
    { numRuns: 60 },
  );
});
