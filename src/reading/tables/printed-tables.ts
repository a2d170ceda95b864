/**
 * Figures as a document prints them, in the shape of the report file's tables. Here a total is what
 * was printed and a figure with a unit what it plainly means (2笔 is 2, 减4 is -4); the report itself
 * keeps the text, and the rules judge it.
 */
import type { FileFigure, FileTables } from '../../file/report-file.ts';
import { type Cell, cellsOf } from '../../formats/cells.ts';
import type { Format } from '../../formats/format.ts';
import { readFigure } from '../../report/figure.ts';
import type { CellReading } from './settle-rows.ts';

function meaningOf(text: string, cell: Cell): string | undefined {
  const figure = readFigure(text, cell);
  if (figure.state === 'known') return figure.text;
  return figure.state === 'unreadable' && figure.reason !== 'dash' ? figure.suggestion : undefined;
}

function fileFigure(text: string, cell: Cell): FileFigure {
  const meaning = meaningOf(text, cell);
  if (meaning === undefined) return null;
  return cell.kind === 'amount' ? meaning : Number(meaning);
}

/** The printed figures; null for a blank cell and for one that is not certain. */
export function printedTables(
  cells: Readonly<Record<string, CellReading>>,
  cellAtPrinted: (address: string) => Cell | undefined,
  format: Format,
): FileTables {
  const printed: Record<string, Record<string, Record<string, FileFigure>>> = {};
  const put = (cell: Cell, text: string) => {
    const rows = printed[cell.table.id] ?? {};
    rows[cell.row.id] = { ...rows[cell.row.id], [cell.column.id]: fileFigure(text, cell) };
    printed[cell.table.id] = rows;
  };
  for (const cell of cellsOf(format)) put(cell, '');
  for (const [address, { text }] of Object.entries(cells)) {
    const cell = cellAtPrinted(address);
    if (cell) put(cell, text);
  }
  return printed;
}
