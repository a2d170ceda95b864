/** A report of our own as a reading: every cell certain, nothing proposed, nothing left over. */
import { cellAt, cellsOf } from '../formats/cells.ts';
import { type FormatRegistry, formatById } from '../formats/registry.ts';
import type { RawReport } from '../report/raw-report.ts';
import { failure, type Result, success } from '../report/result.ts';
import type { Reading } from './reading.ts';
import { printedTables } from './tables/printed-tables.ts';
import type { CellReading } from './tables/settle-rows.ts';

/** The reading of a report that was read from a file of ours. */
export function readingOfReport(report: RawReport, formats: FormatRegistry): Result<Reading> {
  const format = formatById(formats, report.format);
  if (!format) return failure('文件的统计格式不认识', '换用新版年报通打开。');
  const texts = Object.entries({ ...report.stated, ...report.cells });
  const cells: Record<string, CellReading> = Object.fromEntries(
    texts.map(([address, text]) => [
      address,
      { certainty: 'read', text, note: '', source: text } as const,
    ]),
  );
  return success({
    document: { blocks: [], wrapped: false },
    report,
    cells,
    stated: report.stated,
    printed: printedTables(cells, (address) => cellAt(format, address), format),
    missing: cellsOf(format).flatMap(({ address, addends }) =>
      addends || cells[address] ? [] : [address],
    ),
    notUnderstood: [],
    setAside: [],
    proposed: [],
    leftOut: [],
    rivals: [],
  });
}
