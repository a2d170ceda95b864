/**
 * A part of a table for the clipboard: tabbed text and an HTML table, which Excel, WPS and Word take
 * as cells. A whole table goes with its head, its labels and their merges.
 */
import type { CellAddress } from '../formats/cells.ts';
import type { Table } from '../formats/format.ts';
import { type GridCell, gridOf } from '../formats/grid.ts';
import type { ClipboardContent } from './clipboard-table.ts';

type TextOf = (address: CellAddress) => string;

interface CopiedCell {
  readonly text: string;
  readonly colSpan: number;
  readonly rowSpan: number;
}

/** Rows of figures as the clipboard takes them. */
export function copyRows(
  rows: readonly (readonly CellAddress[])[],
  textOf: TextOf,
): ClipboardContent {
  const texts = rows.map((row) => row.map(textOf));
  return {
    text: tabbed(texts),
    html: tableHtml(
      texts.map((row) => row.map((text): CopiedCell => ({ text, colSpan: 1, rowSpan: 1 }))),
    ),
  };
}

/** A whole table as it is printed, with its figures. */
export function copyTable(table: Table, textOf: TextOf): ClipboardContent {
  const rows = gridOf(table).rows.map(({ cells }) =>
    cells.map((cell) => ({ ...cell, text: cell.address ? textOf(cell.address) : cell.text })),
  );
  return { text: tabbed(spread(rows)), html: tableHtml(rows) };
}

/** Merged cells take their places in tabbed text too: the text first, then blanks. */
function spread(rows: readonly (readonly Pick<GridCell, keyof CopiedCell>[])[]): string[][] {
  const texts: string[][] = rows.map(() => []);
  for (const [at, row] of rows.entries()) {
    let column = 0;
    for (const cell of row) {
      while (texts[at]?.[column] !== undefined) column += 1;
      for (const line of texts.slice(at, at + cell.rowSpan)) {
        for (let next = column; next < column + cell.colSpan; next += 1) line[next] = '';
      }
      texts[at]![column] = cell.text;
    }
  }
  return texts;
}

function tabbed(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(oneLine).join('\t')).join('\r\n');
}

function oneLine(text: string): string {
  return text.replace(/[\t\r\n]+/g, ' ');
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

function tableHtml(rows: readonly (readonly CopiedCell[])[]): string {
  const cell = ({ text, colSpan, rowSpan }: CopiedCell) => {
    const across = colSpan > 1 ? ` colspan="${colSpan}"` : '';
    const down = rowSpan > 1 ? ` rowspan="${rowSpan}"` : '';
    return `<td${across}${down}>${escaped(text)}</td>`;
  };
  const lines = rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`);
  return `<table border="1">${lines.join('')}</table>`;
}
