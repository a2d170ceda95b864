/**
 * The neutral document every reader yields, whatever the file was: paragraphs and grids in order.
 * It says nothing of reports; `recognise.ts` turns it into one. Readers drop no words and add none.
 *
 * 1. A grid is rectangular: merges (rowspan, colspan) are resolved, every place of the matrix names
 *    the cell that covers it.
 * 2. `wrapped` says that lines end where the paper ends (PDF), not where the paragraph does.
 */

/** One cell of a grid with the places it covers; `to` ends are exclusive. */
export interface DocumentCell {
  readonly text: string;
  readonly row: number;
  readonly column: number;
  readonly rowEnd: number;
  readonly columnEnd: number;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: string;
}

export interface DocumentGrid {
  readonly kind: 'grid';
  /** Where the columns come from: true merges, or separators in text that may have lost some. */
  readonly columns: 'exact' | 'separated';
  /** What it stands in, as a person calls it: the sheet of a workbook. */
  readonly where?: string;
  /** Cells by row and column; a place no cell covers is undefined. */
  readonly rows: readonly (readonly (DocumentCell | undefined)[])[];
}

export type Block = Paragraph | DocumentGrid;

export interface ReportDocument {
  readonly blocks: readonly Block[];
  readonly wrapped: boolean;
  /** Title of the page or file, where the format has one of its own. */
  readonly title?: string;
  /** What the source holds and the reader did not read, or not as it is stored; a sentence each. */
  readonly leftOut?: readonly string[];
}

/** A cell as a source gives it, before it has a place. */
export interface SpannedCell {
  readonly text: string;
  readonly colSpan?: number;
  readonly rowSpan?: number;
}

/** No real form is wider or longer; what claims to be is cut to it. */
const WIDEST = 200;
const LONGEST_SPAN = 500;

function span(value: number | undefined, most: number): number {
  return Math.max(1, Math.min(most, Math.trunc(value ?? 1) || 1));
}

function firstFree(row: readonly (DocumentCell | undefined)[], from: number): number {
  let column = from;
  while (row[column]) column += 1;
  return column;
}

/** A grid from rows of cells with their spans, placed as a browser places them. */
export function gridFromRows(
  source: readonly (readonly SpannedCell[])[],
  columns: DocumentGrid['columns'],
): DocumentGrid {
  const rows: (DocumentCell | undefined)[][] = source.map(() => []);
  source.forEach((cells, at) => {
    let column = 0;
    for (const { text, colSpan, rowSpan } of cells) {
      column = firstFree(rows[at] ?? [], column);
      if (column >= WIDEST) break;
      const columnEnd = Math.min(WIDEST, column + span(colSpan, WIDEST));
      const rowEnd = Math.min(source.length, at + span(rowSpan, LONGEST_SPAN));
      const cell: DocumentCell = { text, row: at, column, rowEnd, columnEnd };
      for (let r = at; r < rowEnd; r += 1) {
        for (let c = column; c < columnEnd; c += 1) rows[r]![c] ??= cell;
      }
      column = columnEnd;
    }
  });
  return { kind: 'grid', columns, rows };
}

/** The cells that cover a row of a grid, each once, from left to right. */
export function cellsInRow(grid: DocumentGrid, row: number): readonly DocumentCell[] {
  const cells = (grid.rows[row] ?? []).filter((cell): cell is DocumentCell => cell !== undefined);
  return cells.filter((cell, at) => cells.indexOf(cell) === at);
}

/** The plain text of a document, a paragraph or grid row a line: for what is not a table. */
export function textOf(document: ReportDocument): string {
  return document.blocks
    .flatMap((block) =>
      block.kind === 'paragraph'
        ? [block.text]
        : block.rows.map((_, row) =>
            cellsInRow(block, row)
              .map(({ text }) => text)
              .join(' '),
          ),
    )
    .join('\n');
}
