/**
 * Rows of figures in a grid. Columns are known by their heads where the grid has them and its merges
 * are true; else a row counts only if it has exactly the figures of the form, so that a cell that
 * was lost can never shift the others.
 */
import { cellsInRow, type DocumentCell, type DocumentGrid } from '../readers/document.ts';
import { compact } from '../readers/plain-text.ts';
import type { FigureRow, PrintedFigure, TableItem, WidthOf } from './figure-rows.ts';
import { holdsFigure, isFigureText, isNoise, textPieces } from './figure-tokens.ts';
import { findLabels, labelOfCell, plainLabelOfCell } from './find-labels.ts';
import { textRows } from './text-rows.ts';
import type { ColumnWords, RowWords } from './vocabulary.ts';

/** The columns a row of the table has, by row id. */
export type ColumnsOf = (row: string) => readonly ColumnWords[];

export interface GridWords {
  readonly rows: readonly RowWords[];
  readonly columnsOf: ColumnsOf;
  /** Heads over several columns: 申请人情况, 法人或其他组织. */
  readonly columnGroups: readonly string[];
}

function printedCell(text: string): PrintedFigure {
  const pieces = textPieces(text, 0);
  const [only] = pieces;
  if (pieces.length === 1 && only && !isNoise(only)) return { text: only.text, note: only.note };
  return { text: text.trim().replace(/\s+/g, ' '), note: '' };
}

/** What stands over a column of the grid in the rows before this one, top to bottom, as one text. */
function headOver(grid: DocumentGrid, rows: readonly number[], column: number): string {
  const cells: DocumentCell[] = [];
  for (const row of rows) {
    const cell = grid.rows[row]?.[column];
    if (cell && !cells.includes(cell)) cells.push(cell);
  }
  return cells.map(({ text }) => compact(text)).join('');
}

function withoutGroups(head: string, groups: readonly string[]): string {
  return groups.reduce((text, group) => text.split(group).join(''), head);
}

/** The column a head names: exactly, or as the one whose wording it holds. */
function columnOfHead(head: string, columns: readonly ColumnWords[]): string | undefined {
  if (head === '') return undefined;
  const exact = columns.find(({ forms }) => forms.includes(head));
  if (exact) return exact.column;
  const holding = columns.filter(({ forms }) =>
    forms.some((form) => form.length > 2 && head.includes(form)),
  );
  return holding.length === 1 ? holding[0]?.column : undefined;
}

interface HeadSpan {
  readonly column: string;
  readonly from: number;
  readonly to: number;
}

/** What stands over the figures of a row, and what may stand there in the form. */
interface Heads {
  readonly grid: DocumentGrid;
  /** The rows of the grid that hold them. */
  readonly heads: readonly number[];
  readonly columns: readonly ColumnWords[];
  readonly groups: readonly string[];
}

/** Where each column of the form stands in the grid, or undefined where not every head is found. */
function headSpans({ grid, heads, columns, groups }: Heads): readonly HeadSpan[] | undefined {
  const width = Math.max(0, ...heads.map((row) => grid.rows[row]?.length ?? 0));
  const spans = new Map<string, HeadSpan>();
  for (let at = 0; at < width; at += 1) {
    const head = withoutGroups(headOver(grid, heads, at), groups);
    const column = columnOfHead(head, columns);
    if (!column) continue;
    const known = spans.get(column);
    if (known && known.to !== at) return undefined;
    spans.set(column, { column, from: known?.from ?? at, to: at + 1 });
  }
  const ordered = columns.flatMap(({ column }) => spans.get(column) ?? []);
  return ordered.length === columns.length ? ordered : undefined;
}

/** Figures under a head that names no column of the form: a column the body added. */
function underForeignHeads(
  { grid, heads, columns, groups }: Heads,
  spans: readonly HeadSpan[],
  figureCells: readonly DocumentCell[],
): readonly DocumentCell[] {
  return figureCells.filter(({ text, column, columnEnd }) => {
    // Left of the first column of the form stand labels; figures there have slid.
    if (text.trim() === '' || column < (spans[0]?.from ?? 0)) return false;
    const over = Array.from({ length: columnEnd - column }, (_, at) =>
      withoutGroups(headOver(grid, heads, column + at), groups),
    );
    return over.every((head) => head !== '' && columnOfHead(head, columns) === undefined);
  });
}

/** The cells of a row by the heads above them; undefined where heads and cells do not line up. */
function byHeads(
  grid: DocumentGrid,
  row: number,
  spans: readonly HeadSpan[],
  figureCells: readonly DocumentCell[],
  foreign: readonly DocumentCell[],
): readonly DocumentCell[] | undefined {
  // Separators keep their columns only where no row has lost or won one.
  const isWhole = (grid.rows[row]?.length ?? 0) >= (spans[spans.length - 1]?.to ?? 0);
  if (grid.columns === 'separated' && !isWhole) return undefined;
  const found = spans.map(({ from, to }) => {
    const under = new Set((grid.rows[row] ?? []).slice(from, to));
    return under.size === 1 ? [...under][0] : undefined;
  });
  const cells = found.filter(
    (cell): cell is DocumentCell => cell !== undefined && figureCells.includes(cell),
  );
  if (cells.length !== spans.length || new Set(cells).size !== spans.length) return undefined;
  const isComplete = figureCells.every(
    (cell) => cells.includes(cell) || foreign.includes(cell) || cell.text.trim() === '',
  );
  return isComplete ? cells : undefined;
}

/** The cells of a row by their number alone: as many as the form has, blanks included or left out. */
function byNumber(
  figureCells: readonly DocumentCell[],
  width: number,
): readonly DocumentCell[] | undefined {
  if (figureCells.length === width) return figureCells;
  const filled = figureCells.filter(({ text }) => text.trim() !== '');
  return figureCells.length > width && filled.length === width ? filled : undefined;
}

interface RowParts {
  readonly label: string | undefined;
  readonly labelText: string;
  readonly figureCells: readonly DocumentCell[];
}

/** Splits a row into its labels and its figures. */
function partsOf(cells: readonly DocumentCell[], words: readonly RowWords[]): RowParts {
  const named = cells.map(({ text }) =>
    isFigureText(text) ? undefined : labelOfCell(text, words),
  );
  let labelAt = named.reduce<number>((last, row, at) => (row ? at : last), -1);
  let label = named[labelAt];
  if (labelAt < 0) {
    labelAt = cells.reduce((last, { text }, at) => (isFigureText(text) ? last : at), -1);
    const hasFigures = cells.slice(labelAt + 1).some(({ text }) => text.trim() !== '');
    label = hasFigures ? plainLabelOfCell(cells[labelAt]?.text ?? '', words) : undefined;
  }
  return {
    label,
    labelText: cells
      .slice(0, labelAt + 1)
      .map(({ text }) => text)
      .join(' '),
    figureCells: cells.slice(labelAt + 1),
  };
}

function rowText(cells: readonly DocumentCell[]): string {
  return cells
    .map(({ text }) => text.trim())
    .filter((text) => text !== '')
    .join(' | ');
}

/** A cell that holds label and figures at once: the grid is only a frame round running text. */
function holdsWholeRow(cells: readonly DocumentCell[], words: readonly RowWords[]): boolean {
  return cells.some(({ text }) => {
    const labels = findLabels(text, words);
    const last = labels[labels.length - 1];
    if (!last) return false;
    const rest = textPieces(text.slice(last.end), 0);
    return labels.length > 1 || rest.some((piece) => !isNoise(piece));
  });
}

function figureRow(
  cells: readonly DocumentCell[] | undefined,
  parts: RowParts,
  source: string,
  columns: DocumentGrid['columns'],
): FigureRow {
  return {
    row: parts.label,
    state: cells ? 'clear' : 'broken',
    figures: (cells ?? parts.figureCells).map(({ text }) => printedCell(text)),
    source,
    words: parts.label ? '' : parts.labelText,
    columns,
  };
}

interface PlacedCells {
  readonly placed: readonly DocumentCell[] | undefined;
  /** Filled cells under heads that the form lacks. */
  readonly foreign: readonly DocumentCell[];
}

/** The cells of a labelled row in column order; where a head is foreign, counting them proves nothing. */
function placedCells(over: Heads, row: number, figureCells: readonly DocumentCell[]): PlacedCells {
  const spans = headSpans(over);
  const under = spans ? underForeignHeads(over, spans, figureCells) : [];
  const placed = spans && byHeads(over.grid, row, spans, figureCells, under);
  return {
    placed: placed ?? (under.length > 0 ? undefined : byNumber(figureCells, over.columns.length)),
    foreign: placed ? under : [],
  };
}

/** A figure in a column the body added, told with its row and head. */
function foreignFigure(over: Heads, { labelText }: RowParts, cell: DocumentCell): FigureRow {
  const head = withoutGroups(headOver(over.grid, over.heads, cell.column), over.groups);
  return {
    row: undefined,
    state: 'clear',
    figures: [printedCell(cell.text)],
    source: [labelText.trim(), head, cell.text.trim()].join(' | '),
    words: head,
    columns: over.grid.columns,
    foreign: true,
  };
}

/** Figures of a row that ends in words, a remark for one: whose they are nobody can tell. */
function beforeWords(
  cells: readonly DocumentCell[],
  source: string,
  columns: DocumentGrid['columns'],
): readonly FigureRow[] {
  const figures = cells.filter(({ text }) => holdsFigure(text));
  if (figures.length === 0) return [];
  return [
    {
      row: undefined,
      state: 'broken',
      figures: figures.map(({ text }) => printedCell(text)),
      source,
      words: source,
      columns,
    },
  ];
}

/** The rows of figures of some rows of a grid, in order. */
export function gridRows(
  grid: DocumentGrid,
  rows: readonly number[],
  { rows: words, columnsOf, columnGroups }: GridWords,
): readonly TableItem[] {
  const widthOf: WidthOf = (row) => columnsOf(row).length;
  let heads: number[] = [];
  let headsClosed = false;
  return rows.flatMap((row): readonly TableItem[] => {
    const cells = cellsInRow(grid, row);
    const parts = partsOf(cells, words);
    const filled = parts.figureCells.filter(({ text }) => text.trim() !== '');
    if (holdsWholeRow(cells, words)) {
      return textRows(cells.map(({ text }) => text).join('\n'), words, widthOf);
    }
    const source = rowText(cells);
    if (!parts.label && filled.length === 0) {
      if (headsClosed) heads = [];
      headsClosed = false;
      heads.push(row);
      return beforeWords(cells, source, grid.columns);
    }
    headsClosed = true;
    if (!parts.label)
      return [{ ...figureRow(filled, parts, source, grid.columns), state: 'clear' }];
    const over = { grid, heads, columns: columnsOf(parts.label), groups: columnGroups };
    const { placed, foreign } = placedCells(over, row, parts.figureCells);
    if (!placed && filled.length === 0) return [{ row: parts.label, lone: true }];
    return [
      figureRow(placed, parts, source, grid.columns),
      ...foreign.map((cell) => foreignFigure(over, parts, cell)),
    ];
  });
}
