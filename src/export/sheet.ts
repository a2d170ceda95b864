/**
 * A table of the paper as a worksheet: its cells where the form has them, figures as numbers, totals
 * as live formulas, and below them the balance of every column. How a sheet is spelt in XML is left
 * to `write-xlsx.ts`.
 *
 *   row 1  heading of the section
 *   row 2… the table as it prints
 *   …      notes of the table, an empty row
 *   last   勾稽: left minus right of every balance, under the column it is about
 *
 * A total is blank while one of its addends is, as on paper: a sum over unknowns is no figure.
 */
import { balancesOf } from '../checks/balances.ts';
import { type Cell, cellAt } from '../formats/cells.ts';
import { gridSlots } from '../formats/grid-slots.ts';
import type { BalanceRule, Terms } from '../formats/rule.ts';
import type { Paper, PaperBlock, PaperCell } from '../paper/paper.ts';
import { type Report, valueAt } from '../report/report.ts';

type TableBlock = Extract<PaperBlock, { kind: 'table' }>;

/** How a cell of a worksheet looks, by what it holds. */
export type SheetStyle =
  | { readonly kind: 'heading' | 'label' | 'rowLabel' | 'text' | 'check' }
  | { readonly kind: 'figure'; readonly decimals: number; readonly unit: string };

/** A cell of a worksheet; rows and columns count from 0. */
export interface SheetCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly style: SheetStyle;
  /** The figure without its unit where it is a number, else the words. */
  readonly value: string;
  readonly isNumber: boolean;
  readonly formula?: string;
}

/** A worksheet before it is written: one table of the report. */
export interface Sheet {
  readonly name: string;
  readonly widths: readonly number[];
  readonly cells: readonly SheetCell[];
  /** Rows of the worksheet that are repeated on every page; none where the table has many heads. */
  readonly head: { readonly from: number; readonly to: number } | undefined;
}

/** The table begins below its heading. */
export const FIRST_TABLE_ROW = 2;

/** More digits than this, and Excel would round. */
const MOST_EXACT_DIGITS = 15;

/** A1, B7, AA12. */
export function cellName(row: number, column: number): string {
  const letter = (place: number): string =>
    (place > 25 ? letter(Math.floor(place / 26) - 1) : '') + String.fromCharCode(65 + (place % 26));
  return `${letter(column)}${row}`;
}

/** The row and column a name stands for: the reverse of `cellName`. */
export function placeOf(name: string): { readonly row: number; readonly column: number } {
  const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(name) ?? [];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(row), column };
}

/** Where every figure of a table stands in its worksheet. */
type Places = ReadonlyMap<string, string>;

function placesOf(block: TableBlock): Places {
  const slots = gridSlots(block.rows);
  return new Map(
    slots.flatMap((line, row) =>
      line.flatMap(({ cell, columnOffset, rowOffset }, column) =>
        cell.address && columnOffset === 0 && rowOffset === 0
          ? [[cell.address as string, cellName(row + FIRST_TABLE_ROW, column)] as const]
          : [],
      ),
    ),
  );
}

/** Names as ranges where they stand side by side: B3:G3. */
function rangesOf(names: readonly string[]): string {
  const ranges: { first: string; last: string }[] = [];
  for (const name of names) {
    const range = ranges[ranges.length - 1];
    if (range && follows(range.last, name)) range.last = name;
    else ranges.push({ first: name, last: name });
  }
  return ranges.map(({ first, last }) => (first === last ? first : `${first}:${last}`)).join(',');
}

function follows(one: string, other: string): boolean {
  const [left, right] = [placeOf(one), placeOf(other)];
  return left.row === right.row && left.column + 1 === right.column;
}

function totalFormula(cell: Cell, places: Places): string | undefined {
  const names = cell.addends?.map((address) => places.get(address) ?? '');
  if (!names || names.includes('')) return undefined;
  const ranges = rangesOf(names);
  return `IF(COUNT(${ranges})=${names.length},SUM(${ranges}),"")`;
}

function decimalsOf(text: string): number {
  return text.split('.')[1]?.length ?? 0;
}

function figureCell(cell: PaperCell, report: Report, places: Places): Partial<SheetCell> {
  const value = valueAt(report, cell.address ?? '');
  const known = cellAt(report.format, cell.address ?? '');
  const formula = known && totalFormula(known, places);
  const live = formula ? { formula } : {};
  const isExact =
    value.state === 'known' && value.text.replace(/\D/g, '').length <= MOST_EXACT_DIGITS;
  if (value.state !== 'known' || !isExact) {
    return { style: { kind: 'text' }, value: cell.printed, ...live };
  }
  const unit = cell.printed.slice(value.text.length);
  const style = { kind: 'figure', decimals: decimalsOf(value.text), unit } as const;
  return { style, value: value.text, isNumber: true, ...live };
}

function tableCells(block: TableBlock, report: Report): readonly SheetCell[] {
  const places = placesOf(block);
  return gridSlots(block.rows).flatMap((line, row) =>
    line.flatMap(({ cell, rowOffset, columnOffset }, column): readonly SheetCell[] => {
      if (rowOffset > 0 || columnOffset > 0) return [];
      const { rowSpan, colSpan } = cell;
      const isLabel = cell.role === 'rowHead' && rowSpan === 1;
      const base = {
        row: row + FIRST_TABLE_ROW,
        column,
        rowSpan,
        colSpan,
        style: { kind: isLabel ? 'rowLabel' : 'label' },
        value: cell.printed,
        isNumber: false,
      } as const;
      return [cell.role === 'figure' ? { ...base, ...figureCell(cell, report, places) } : base];
    }),
  );
}

function sideFormula(names: readonly string[], terms: Terms): string {
  const sign = (term: string, at: number) => (term.startsWith('-') ? '-' : at > 0 ? '+' : '');
  return terms.map((term, at) => `${sign(term, at)}${names[at]}`).join('');
}

/** Left minus right as a formula; blank while a figure is missing. */
function differenceFormula(names: readonly string[], { left, right }: BalanceRule): string {
  const leftSide = sideFormula(names.slice(0, left.length), left);
  const rightSide = sideFormula(names.slice(left.length), right);
  return `IF(COUNT(${names.join(',')})=${names.length},(${leftSide})-(${rightSide}),"")`;
}

const CHECK_LABEL = '勾稽：左边减右边，应为 0';

interface Check {
  readonly column: number;
  readonly formula: string;
  readonly value: string;
}

/** Every balance of the table, under the column of its last figure. */
function checksOf(report: Report, { grid }: TableBlock, places: Places): readonly Check[] {
  const rules = report.format.rules.filter((rule) => rule.kind === 'balance');
  return balancesOf(report).flatMap(({ rule: id, table, cells, difference }) => {
    if (table !== grid.table.id) return [];
    const rule = rules.find((one) => one.id === id);
    const names = cells.map((address) => places.get(address) ?? '');
    if (!rule || names.includes('')) return [];
    const column = placeOf(names[names.length - 1] ?? '').column;
    const formula = differenceFormula(names, rule);
    return [{ column, formula, value: difference?.toFixed() ?? '' }];
  });
}

/** One line of balances below the table, with its label in the columns before them. */
function checkLine(row: number, checks: readonly Check[]): readonly SheetCell[] {
  const first = Math.min(...checks.map(({ column }) => column));
  if (checks.length === 0 || first < 1) return [];
  const place = { row, rowSpan: 1, colSpan: 1, style: { kind: 'check' } } as const;
  return [
    { ...place, column: 0, colSpan: first, value: CHECK_LABEL, isNumber: false },
    ...checks.map((check) => ({ ...place, ...check, isNumber: check.value !== '' })),
  ];
}

/** Balances of several rules may meet under one column: each rule has a line of its own. */
function checkCells(report: Report, block: TableBlock, row: number): readonly SheetCell[] {
  const lines: Check[][] = [];
  for (const check of checksOf(report, block, placesOf(block))) {
    const free = lines.find((line) => line.every(({ column }) => column !== check.column));
    if (free) free.push(check);
    else lines.push([check]);
  }
  return lines.flatMap((line, at) => checkLine(row + at, line));
}

function headingCell(heading: string, columnCount: number): SheetCell {
  const place = { row: 1, column: 0, rowSpan: 1, colSpan: columnCount };
  return { ...place, style: { kind: 'heading' }, value: heading, isNumber: false };
}

function noteCells(block: TableBlock, row: number): readonly SheetCell[] {
  return block.notes.map((note, at) => {
    const place = { row: row + at, column: 0, rowSpan: 1, colSpan: block.grid.columnCount };
    return { ...place, style: { kind: 'rowLabel' }, value: note, isNumber: false };
  });
}

/** The worksheet of a table under its heading. */
export function sheetOf(report: Report, heading: string, block: TableBlock): Sheet {
  const { grid, rows } = block;
  const end = rows.length + FIRST_TABLE_ROW;
  const heads = rows.filter(({ head }) => head).length;
  return {
    name: heading,
    widths: grid.widths,
    cells: [
      headingCell(heading, grid.columnCount),
      ...tableCells(block, report),
      ...noteCells(block, end),
      ...checkCells(report, block, end + block.notes.length + 1),
    ],
    head: heads > 0 ? { from: FIRST_TABLE_ROW, to: FIRST_TABLE_ROW + heads - 1 } : undefined,
  };
}

/** The tables of a paper, each with the heading it stands under. */
export function tablesOf({ blocks }: Paper): readonly { heading: string; table: TableBlock }[] {
  let heading = '';
  return blocks.flatMap((block) => {
    if (block.kind === 'heading') heading = block.text;
    return block.kind === 'table' ? [{ heading, table: block }] : [];
  });
}
