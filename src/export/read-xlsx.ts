/**
 * Our own workbook as its reader sees it: every table as a full rectangle, figures as their number
 * format shows them. Values are the stored ones, which a program shows before it computes.
 */
import type { Markup } from '../paper/markup.ts';
import type { Paper } from '../paper/paper.ts';
import { type Bytes, type ReadPart, readOfficeFile } from './office-package.ts';
import { FROM_ABOVE, FROM_LEFT, type Matrix, matrixOf, outlineDifference } from './outline.ts';
import { cellName, FIRST_TABLE_ROW, placeOf, tablesOf } from './sheet.ts';
import { childMarkup, childOf, markupBelow } from './xml.ts';

/** What a worksheet shows, as read back from it. */
export interface SeenSheet {
  readonly heading: string;
  /** The rows below the heading, notes and balances too. */
  readonly rows: Matrix;
  /** Formulas by the name of their cell. */
  readonly formulas: ReadonlyMap<string, string>;
}

const UNIT = /"([^"]*)"$/;

function plainText(text: string): string {
  return text.replace(/_x005F_/g, '_');
}

/** What every number format adds behind the number, by the number of the style. */
function unitsOf(styles: Markup | undefined): readonly string[] {
  const formats = new Map(
    (styles ? markupBelow(styles, 'numFmt') : []).map(({ attributes }) => [
      attributes.numFmtId,
      attributes.formatCode ?? '',
    ]),
  );
  const looks = childOf(styles, 'cellXfs');
  return (looks ? childMarkup(looks) : []).map(
    ({ attributes }) => UNIT.exec(formats.get(attributes.numFmtId) ?? '')?.[1] ?? '',
  );
}

function shown(cell: Markup | undefined, units: readonly string[]): string {
  if (!cell) return '';
  const words = markupBelow(cell, 't')
    .map(({ children }) => children.join(''))
    .join('');
  const value = childOf(cell, 'v')?.children.join('') ?? '';
  const isNumber = value !== '' && cell.attributes.t === undefined;
  return isNumber ? value + (units[Number(cell.attributes.s)] ?? '') : plainText(words || value);
}

/** Cells that a merge covers, with what stands there instead. */
function coveredBy(sheet: Markup): ReadonlyMap<string, string> {
  const covered = new Map<string, string>();
  for (const { attributes } of markupBelow(sheet, 'mergeCell')) {
    const [from, to] = (attributes.ref ?? '').split(':').map(placeOf);
    if (!from || !to) continue;
    for (let { row } = from; row <= to.row; row += 1) {
      for (let { column } = from; column <= to.column; column += 1) {
        if (row === from.row && column === from.column) continue;
        covered.set(cellName(row, column), column > from.column ? FROM_LEFT : FROM_ABOVE);
      }
    }
  }
  return covered;
}

function seenSheet(sheet: Markup, units: readonly string[]): SeenSheet {
  const covered = coveredBy(sheet);
  const cells = new Map(markupBelow(sheet, 'c').map((cell) => [cell.attributes.r ?? '', cell]));
  const width = markupBelow(sheet, 'col').length;
  const last = Math.max(...markupBelow(sheet, 'row').map(({ attributes }) => Number(attributes.r)));
  const rows = Array.from({ length: last - FIRST_TABLE_ROW + 1 }, (_, row) =>
    Array.from({ length: width }, (_slot, column) => {
      const name = cellName(row + FIRST_TABLE_ROW, column);
      return covered.get(name) ?? shown(cells.get(name), units);
    }),
  );
  const formulas = [...cells].flatMap(([name, cell]) => {
    const formula = childOf(cell, 'f')?.children.join('');
    return formula ? [[name, formula] as const] : [];
  });
  return { heading: shown(cells.get('A1'), units), rows, formulas: new Map(formulas) };
}

function sheetPaths(part: ReadPart): readonly string[] {
  const sheets = childOf(part('xl/workbook.xml'), 'sheets');
  return (sheets ? childMarkup(sheets) : []).map((_, at) => `xl/worksheets/sheet${at + 1}.xml`);
}

/** The worksheets, or undefined where it is no workbook of ours. */
export function readXlsx(bytes: Bytes): readonly SeenSheet[] | undefined {
  const part = readOfficeFile(bytes);
  if (!part) return undefined;
  const units = unitsOf(part('xl/styles.xml'));
  const sheets = sheetPaths(part).map(part);
  if (sheets.length === 0 || sheets.some((sheet) => sheet === undefined)) return undefined;
  return sheets.flatMap((sheet) => (sheet ? [seenSheet(sheet, units)] : []));
}

/** The first thing in which the worksheets differ from the tables of the paper, in words. */
export function sheetsDifference(sheets: readonly SeenSheet[], paper: Paper): string | undefined {
  const tables = tablesOf(paper);
  if (sheets.length !== tables.length) return '表格';
  const expected = tables.flatMap(({ heading, table }) => [
    heading,
    matrixOf(table.rows),
    ...table.notes,
  ]);
  const seen = tables.flatMap(({ table }, at) => {
    const { heading = '', rows = [] } = sheets[at] ?? {};
    const notes = rows.slice(table.rows.length, table.rows.length + table.notes.length);
    return [heading, rows.slice(0, table.rows.length), ...notes.map(([note = '']) => note)];
  });
  return outlineDifference(seen, expected);
}
