/**
 * The tables of the paper as an Excel workbook, one worksheet each, with live totals. Words are
 * written as words and never as formulas, whatever they begin with.
 */
import { element, type Markup } from '../paper/markup.ts';
import type { Paper } from '../paper/paper.ts';
import type { Report } from '../report/report.ts';
import {
  type Bytes,
  linksPart,
  officeFile,
  type PackagePart,
  RELATIONSHIPS,
} from './office-package.ts';
import { cellName, type Sheet, type SheetCell, sheetOf, tablesOf } from './sheet.ts';
import { type Looks, looksOf, SHEET_NAMESPACE } from './xlsx-styles.ts';

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Characters of Excel's standard width that fill a page of A4. */
const PAGE_CHARACTERS = 92;
/** A line of text, in points. */
const LINE_HEIGHT = 15;
const LONGEST_SHEET_NAME = 31;

/** Excel reads _x0041_ as a character code: the underscore is written as one itself. */
function cellText(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

function valueXml({ value, isNumber, formula }: SheetCell): readonly Markup[] {
  const result = formula || isNumber ? [element('v', {}, value ? [cellText(value)] : [])] : [];
  if (formula) return [element('f', {}, [formula]), ...result];
  if (isNumber) return result;
  if (value === '') return [];
  return [element('is', {}, [element('t', { 'xml:space': 'preserve' }, [cellText(value)])])];
}

function typeOf({ isNumber, formula, value }: SheetCell): Readonly<Record<string, string>> {
  if (isNumber) return {};
  if (formula) return { t: 'str' };
  return value === '' ? {} : { t: 'inlineStr' };
}

/** Every place of a sheet, so that the borders of a merged cell are drawn all around it. */
function rowsXml(sheet: Sheet, looks: Looks): readonly Markup[] {
  const heights = rowHeights(sheet);
  const byPlace = new Map<string, Markup>();
  for (const cell of sheet.cells) {
    for (let down = 0; down < cell.rowSpan; down += 1) {
      for (let right = 0; right < cell.colSpan; right += 1) {
        const name = cellName(cell.row + down, cell.column + right);
        const isStart = down === 0 && right === 0;
        const attributes = { r: name, s: looks.numberOf(cell), ...(isStart ? typeOf(cell) : {}) };
        byPlace.set(name, element('c', attributes, isStart ? valueXml(cell) : []));
      }
    }
  }
  return [...heights].map(([row, height]) => {
    const cells = sheet.widths.flatMap((_, column) => byPlace.get(cellName(row, column)) ?? []);
    return element('row', { r: String(row), ht: String(height), customHeight: '1' }, cells);
  });
}

/** Excel does not fit the height of merged cells: their lines are counted here. */
function rowHeights({ cells, widths }: Sheet): ReadonlyMap<number, number> {
  const heights = new Map<number, number>();
  for (const { row, column, rowSpan, colSpan, value } of cells) {
    const share = widths.slice(column, column + colSpan).reduce((sum, width) => sum + width, 0);
    const lines = Math.ceil((value.length * 2) / Math.max(2, share * PAGE_CHARACTERS - 1));
    for (let at = row; at < row + rowSpan; at += 1) {
      const needed = (Math.max(1, lines) * LINE_HEIGHT) / rowSpan + 3;
      heights.set(at, Math.max(heights.get(at) ?? 0, Math.round(needed)));
    }
  }
  return new Map([...heights].sort(([one], [other]) => one - other));
}

function sheetXml(sheet: Sheet, looks: Looks): Markup {
  const merged = sheet.cells.filter(({ rowSpan, colSpan }) => rowSpan > 1 || colSpan > 1);
  const merges = merged.map(({ row, column, rowSpan, colSpan }) => {
    const end = cellName(row + rowSpan - 1, column + colSpan - 1);
    return element('mergeCell', { ref: `${cellName(row, column)}:${end}` }, []);
  });
  const columns = sheet.widths.map((width, at) => {
    const number = String(at + 1);
    const characters = (width * PAGE_CHARACTERS).toFixed(2);
    return element('col', { min: number, max: number, width: characters, customWidth: '1' }, []);
  });
  return element('worksheet', { xmlns: SHEET_NAMESPACE }, [
    element('sheetPr', {}, [element('pageSetUpPr', { fitToPage: '1' }, [])]),
    element('cols', {}, columns),
    element('sheetData', {}, rowsXml(sheet, looks)),
    element('mergeCells', { count: String(merges.length) }, merges),
    element(
      'pageMargins',
      { left: '0.7', right: '0.7', top: '0.8', bottom: '0.8', header: '0.3', footer: '0.3' },
      [],
    ),
    element('pageSetup', { paperSize: '9', fitToWidth: '1', fitToHeight: '0' }, []),
  ]);
}

function sheetName(name: string): string {
  return name.replace(/[\\/?*:[\]]/g, ' ').slice(0, LONGEST_SHEET_NAME);
}

function workbookXml(sheets: readonly Sheet[]): Markup {
  const titles = sheets.flatMap(({ name, head }, at) => {
    if (!head) return [];
    const rows = `'${sheetName(name)}'!$${head.from}:$${head.to}`;
    const attributes = { name: '_xlnm.Print_Titles', localSheetId: String(at) };
    return [element('definedName', attributes, [rows])];
  });
  const attributes = { xmlns: SHEET_NAMESPACE, 'xmlns:r': RELATIONSHIPS };
  return element('workbook', attributes, [
    element(
      'sheets',
      {},
      sheets.map(({ name }, at) => {
        const id = String(at + 1);
        return element('sheet', { name: sheetName(name), sheetId: id, 'r:id': `rId${id}` }, []);
      }),
    ),
    ...(titles.length > 0 ? [element('definedNames', {}, titles)] : []),
    element('calcPr', { fullCalcOnLoad: '1' }, []),
  ]);
}

/** The bytes of the workbook. */
export function writeXlsx(report: Report, paper: Paper): Bytes {
  const sheets = tablesOf(paper).map(({ heading, table }) => sheetOf(report, heading, table));
  const looks = looksOf(sheets.flatMap(({ cells }) => cells));
  const pathOf = (at: number) => `worksheets/sheet${at + 1}.xml`;
  const links = sheets.map((_, at) => ({
    id: `rId${at + 1}`,
    type: 'worksheet',
    target: pathOf(at),
  }));
  const styles = { id: `rId${sheets.length + 1}`, type: 'styles', target: 'styles.xml' };
  const parts = sheets.map(
    (sheet, at): PackagePart => ({
      path: `xl/${pathOf(at)}`,
      contentType: `${TYPE}.worksheet+xml`,
      xml: sheetXml(sheet, looks),
    }),
  );
  return officeFile(
    [
      { path: 'xl/workbook.xml', contentType: `${TYPE}.sheet.main+xml`, xml: workbookXml(sheets) },
      linksPart('xl/workbook.xml', [...links, styles]),
      { path: 'xl/styles.xml', contentType: `${TYPE}.styles+xml`, xml: looks.xml },
      ...parts,
    ],
    { title: paper.title, author: paper.signature.name },
  );
}
