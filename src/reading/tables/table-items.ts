/**
 * The rows of figures among the lines of a table, whether it is a grid, running text or both by
 * turns, and what a table is once it is read.
 */
import type { Format } from '../../formats/format.ts';
import type { GridLine, Line } from '../lines.ts';
import { withWholeLabels } from './broken-labels.ts';
import type { TableItem } from './figure-rows.ts';
import { gridRows } from './grid-rows.ts';
import type { Placement } from './place-rows.ts';
import type { TableReading } from './settle-rows.ts';
import type { TableWords } from './table-words.ts';
import { textRows } from './text-rows.ts';

export interface ReadTable {
  readonly table: string;
  /** The format whose rows and columns the table prints. */
  readonly format: Format;
  readonly cells: TableReading;
  /** What was seen in the table and given to no cell. */
  readonly strays: readonly string[];
}

/** The rows of figures that belong to no row of the form, as they were printed. */
export function strayTexts({ strays }: Placement): readonly string[] {
  return strays.map(({ source }) => source).filter((source) => source !== '');
}

/** Stretches of lines of one kind: running text, or rows of one grid. */
function stretches(lines: readonly Line[]): readonly (readonly Line[])[] {
  const parts: Line[][] = [];
  for (const line of lines) {
    const last = parts[parts.length - 1]?.[0];
    const isSame =
      last &&
      last.kind === line.kind &&
      (line.kind === 'text' || (last.kind === 'row' && last.grid === line.grid));
    if (isSame) parts[parts.length - 1]!.push(line);
    else parts.push([line]);
  }
  return parts;
}

/** The rows and lone labels in some lines, in reading order. */
export function itemsOf(lines: readonly Line[], words: TableWords): readonly TableItem[] {
  return stretches(lines).flatMap((part) => {
    const [first] = part;
    if (first?.kind === 'row') {
      const rows = part.map((line) => (line as GridLine).row);
      return gridRows(first.grid, rows, words);
    }
    const text = part.map((line) => line.text).join('\n');
    const whole = withWholeLabels(text, words.rows, words.rowGroups, words.widthOf);
    return textRows(whole, words.rows, words.widthOf);
  });
}
