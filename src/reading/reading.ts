/**
 * A document read: the report it holds and, beside it, what is known of every cell. The report has
 * only what is certain; what is not stands here with the stretch of the source it was seen in.
 */

import type { FileTables } from '../file/report-file.ts';
import type { CellAddress } from '../formats/cells.ts';
import type { RawReport } from '../report/raw-report.ts';
import type { ReportDocument } from './readers/document.ts';
import type { RivalTable } from './tables/rival-tables.ts';
import type { CellReading } from './tables/settle-rows.ts';

export interface Reading {
  readonly report: RawReport;
  /** What it was read from; without blocks where the file was one of ours. */
  readonly document: ReportDocument;
  /** Every cell something was seen of, also of rows the report's format lacks. */
  readonly cells: Readonly<Record<CellAddress, CellReading>>;
  /** Totals as printed, by address. */
  readonly stated: Readonly<Record<CellAddress, string>>;
  /** All figures as printed, in the shape of the report file's tables; null is blank or unknown. */
  readonly printed: FileTables;
  /** Cells of the format, and fields, of which nothing was found. */
  readonly missing: readonly string[];
  /** Stretches of tables that were given to no cell. */
  readonly notUnderstood: readonly string[];
  /** Lines of the page round the report: dates of publication, buttons, links. */
  readonly setAside: readonly string[];
  /** Fields taken from where they stand or from how they sound, not from a heading. */
  readonly proposed: readonly string[];
  /** What the source holds and the reader did not read, or not as it is stored; a sentence each. */
  readonly leftOut: readonly string[];
  /** Tables the source holds more than once with other figures, each as read; no cell of them is certain. */
  readonly rivals: readonly RivalTable[];
}
