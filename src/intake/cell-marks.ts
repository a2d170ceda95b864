/**
 * What the reviewer is told of each cell of a report read from a foreign document: read, derived,
 * uncertain, absent, settled by hand; and where in the source it was seen. Pure.
 */
import { type Cell, cellsOf, isEntered } from '../formats/cells.ts';
import type { Format } from '../formats/format.ts';
import type { Block, ReportDocument } from '../reading/readers/document.ts';
import { textOf } from '../reading/readers/document.ts';
import type { Reading } from '../reading/reading.ts';
import type { RawReport } from '../report/raw-report.ts';

export type MarkKind = 'read' | 'derived' | 'uncertain' | 'absent' | 'settled';

const MARK_NAMES: Readonly<Record<MarkKind, string>> = {
  read: '原文如此',
  derived: '按勾稽关系推定',
  uncertain: '不确定',
  absent: '原文没有',
  settled: '已手工确认',
};
const NOT_READ = '没有读到';

/** What is said of a mark; what was not read whole is never said to lack something. */
export function markName(kind: MarkKind, { leftOut }: Reading): string {
  return kind === 'absent' && leftOut.length > 0 ? NOT_READ : MARK_NAMES[kind];
}

/** Beside the colour, for those who do not see it. */
export const MARK_SIGNS: Readonly<Record<MarkKind, string>> = {
  read: '',
  derived: '推',
  uncertain: '？',
  absent: '缺',
  settled: '✓',
};

export interface CellMark {
  readonly kind: MarkKind;
  /** The stretch of the source it was seen in; empty where it was seen nowhere. */
  readonly source: string;
  readonly note: string;
}

/** The mark of an entered cell; `raw` is the report with what was settled by hand since. */
export function markOf({ address }: Cell, reading: Reading, raw: RawReport): CellMark {
  const seen = reading.cells[address];
  const { source = '', note = '' } = seen ?? {};
  const wasRead = reading.report.cells[address] ?? '';
  if ((raw.cells[address] ?? '') !== wasRead) return { kind: 'settled', source, note };
  if (!seen) return { kind: 'absent', source, note };
  return { kind: seen.certainty, source, note };
}

/** Cells somebody should look at before the report is used: uncertain, or not found. */
export function openCells(reading: Reading, raw: RawReport, format: Format): readonly Cell[] {
  return cellsOf(format).filter((cell) => {
    if (!isEntered(cell)) return false;
    const { kind } = markOf(cell, reading, raw);
    return kind === 'uncertain' || kind === 'absent';
  });
}

/** How many entered cells carry each mark. */
export function countMarks(
  reading: Reading,
  raw: RawReport,
  format: Format,
): Readonly<Record<MarkKind, number>> {
  const counts = { read: 0, derived: 0, uncertain: 0, absent: 0, settled: 0 };
  for (const cell of cellsOf(format).filter(isEntered)) {
    counts[markOf(cell, reading, raw).kind] += 1;
  }
  return counts;
}

function comparable(text: string): string {
  return text.replace(/[\s|]+/g, '');
}

function blockText(block: Block): string {
  return comparable(textOf({ blocks: [block], wrapped: false }));
}

/** The block of the source in which a stretch of it stands; undefined where it stands in none. */
export function blockOf(document: ReportDocument, source: string): number | undefined {
  const sought = comparable(source);
  if (sought === '') return undefined;
  const at = document.blocks.findIndex((block) => blockText(block).includes(sought));
  return at < 0 ? undefined : at;
}
