/**
 * One worksheet as a person sees it: cells at their places, hidden rows and columns taken out together
 * with what of the merges lies in them. What was taken out is named.
 */
import { type Block, gridFromRows, type SpannedCell } from './document.ts';
import { shownNumber } from './shown-number.ts';
import {
  attributeNumber,
  childNamed,
  descendantsOf,
  elementsOf,
  isOn,
  ownText,
  type XmlElement,
} from './xml-part.ts';

/** What the sheets of a workbook share. */
export interface Workbook {
  readonly strings: readonly string[];
  /** Number formats by style; empty for the general one. */
  readonly formats: readonly string[];
  readonly isFrom1904: boolean;
}

export interface SheetReading {
  readonly blocks: readonly Block[];
  readonly leftOut: readonly string[];
}

const MOST_ROWS = 2000;
const MOST_COLUMNS = 60;
const LONG_TEXT = 40;

interface Place {
  readonly row: number;
  readonly column: number;
}

function placeOf(reference: string): Place | undefined {
  const [, letters, digits] = /^([A-Z]{1,3})(\d{1,7})$/.exec(reference.replace(/\$/g, '')) ?? [];
  if (!letters || !digits) return undefined;
  const column = Array.from(letters).reduce(
    (sum, letter) => sum * 26 + letter.charCodeAt(0) - 64,
    0,
  );
  return { row: Number(digits) - 1, column: column - 1 };
}

function columnName(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? columnName(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}

/** `_x000D_` stands for a character XML cannot hold, `_x005F_` for a line that begins such a word. */
function unescaped(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** The words of a string item or inline string: phonetic guides (rPh) are no text of the cell. */
export function stringText(item: XmlElement): string {
  const text = elementsOf(item)
    .flatMap((child) => {
      if (child.name === 's:t') return [ownText(child)];
      return child.name === 's:r' ? [ownText(childNamed(child, 's:t'))] : [];
    })
    .join('');
  return unescaped(text);
}

interface SheetCell extends Place {
  readonly text: string;
  /** The stored number where the sheet shows another, or nothing. */
  readonly stored?: string;
  readonly isUncomputed?: boolean;
}

interface Seen {
  readonly text: string;
  readonly stored?: string;
  readonly isUncomputed?: boolean;
}

function seenIn(cell: XmlElement, book: Workbook, hidesNought: boolean): Seen {
  const type = cell.attributes.t ?? 'n';
  if (type === 'inlineStr') {
    const inline = childNamed(cell, 's:is');
    return { text: inline ? stringText(inline) : '' };
  }
  const value = ownText(childNamed(cell, 's:v'));
  if (value === '' && childNamed(cell, 's:f')) return { text: '', isUncomputed: true };
  if (type === 's') return { text: book.strings[Number(value)] ?? '' };
  if (type === 'str') return { text: unescaped(value) };
  if (type === 'b') return { text: value === '1' ? 'TRUE' : 'FALSE' };
  if (type !== 'n') return { text: value };
  const code = book.formats[attributeNumber(cell, 's') ?? 0] ?? '';
  return shownNumber(value, code, { hidesNought, isFrom1904: book.isFrom1904 });
}

interface Rows {
  readonly cells: readonly SheetCell[];
  readonly hiddenRows: ReadonlySet<number>;
}

/** The cells of a sheet; one without a reference stands behind the one before it. */
function cellsIn(sheet: XmlElement, book: Workbook): Rows {
  const data = childNamed(sheet, 's:sheetData');
  const view = childNamed(childNamed(sheet, 's:sheetViews'), 's:sheetView');
  const hidesNought = view?.attributes.showZeros !== undefined && !isOn(view.attributes.showZeros);
  const cells: SheetCell[] = [];
  const hiddenRows = new Set<number>();
  let row = -1;
  for (const line of data ? elementsOf(data) : []) {
    if (line.name !== 's:row') continue;
    row = (attributeNumber(line, 'r') ?? row + 2) - 1;
    if (isOn(line.attributes.hidden) || attributeNumber(line, 'ht') === 0) hiddenRows.add(row);
    let column = -1;
    for (const cell of elementsOf(line)) {
      if (cell.name !== 's:c') continue;
      const place = placeOf(cell.attributes.r ?? '') ?? { row, column: column + 1 };
      ({ row, column } = place);
      const seen = seenIn(cell, book, hidesNought);
      const text = seen.text.trim();
      if (text !== '' || seen.stored !== undefined || seen.isUncomputed) {
        cells.push({ ...place, ...seen, text });
      }
    }
  }
  return { cells, hiddenRows };
}

/** The columns nobody sees: hidden, of no width, or of none by default. */
function hiddenColumns(sheet: XmlElement): (column: number) => boolean {
  const ranges = descendantsOf(childNamed(sheet, 's:cols') ?? { ...sheet, children: [] }, 's:col');
  const isDefaultHidden =
    attributeNumber(childNamed(sheet, 's:sheetFormatPr'), 'defaultColWidth') === 0;
  return (column) => {
    const own = ranges.find(
      (range) =>
        column + 1 >= (attributeNumber(range, 'min') ?? 1) &&
        column + 1 <= (attributeNumber(range, 'max') ?? 0),
    );
    if (!own) return isDefaultHidden;
    return isOn(own.attributes.hidden) || attributeNumber(own, 'width') === 0;
  };
}

interface Merge {
  readonly from: Place;
  readonly to: Place;
}

function mergesOf(sheet: XmlElement): readonly Merge[] {
  const listed = childNamed(sheet, 's:mergeCells');
  return (listed ? elementsOf(listed) : []).flatMap(({ attributes }) => {
    const [first = '', last = ''] = (attributes.ref ?? '').split(':');
    const from = placeOf(first);
    const to = placeOf(last);
    return from && to ? [{ from, to }] : [];
  });
}

function covers({ from, to }: Merge, { row, column }: Place): boolean {
  return row >= from.row && row <= to.row && column >= from.column && column <= to.column;
}

/** A merge is seen as long as one of its rows and one of its columns is. */
interface Visible {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly merges: readonly Merge[];
  readonly textAt: (place: Place) => string;
}

function visibleRow(visible: Visible, row: number): readonly SpannedCell[] {
  const { rows, columns, merges, textAt } = visible;
  const here = merges.filter(({ from, to }) => row >= from.row && row <= to.row);
  return columns.flatMap((column) => {
    const merge = here.find((one) => covers(one, { row, column }));
    if (!merge) return [{ text: textAt({ row, column }) }];
    const seenRows = rows.filter((one) => one >= merge.from.row && one <= merge.to.row);
    const seenColumns = columns.filter((one) => one >= merge.from.column && one <= merge.to.column);
    if (seenRows[0] !== row || seenColumns[0] !== column) return [];
    return [{ text: textAt(merge.from), colSpan: seenColumns.length, rowSpan: seenRows.length }];
  });
}

function isParagraph(texts: readonly string[]): boolean {
  const filled = texts.filter((text) => text !== '');
  const [only] = filled;
  if (filled.length !== 1 || only === undefined) return false;
  return (
    only.length > LONG_TEXT ||
    /^[一二三四五六][、.]|年[^年\n\r]{0,60}报告|^（[一二三四五六]）[^。：]*[。：]/.test(only)
  );
}

function blocksOf(visible: Visible, where: string): readonly Block[] {
  const spanned = visible.rows.map((row) => visibleRow(visible, row));
  const blocks: Block[] = [];
  let from = 0;
  const close = (to: number) => {
    if (to > from) blocks.push({ ...gridFromRows(spanned.slice(from, to), 'exact'), where });
  };
  visible.rows.forEach((row, at) => {
    const texts = visible.columns.map((column) => visible.textAt({ row, column }));
    if (!isParagraph(texts)) return;
    close(at);
    blocks.push({ kind: 'paragraph', text: texts.find((text) => text !== '') ?? '' });
    from = at + 1;
  });
  close(spanned.length);
  return blocks;
}

/** At most this many places are named one by one. */
const MOST_NAMED = 8;

function named(places: readonly string[]): string {
  const rest = places.length - MOST_NAMED;
  return places.slice(0, MOST_NAMED).join('、') + (rest > 0 ? `等 ${places.length} 处` : '');
}

function unique<Value>(values: readonly Value[]): readonly Value[] {
  return [...new Set(values)];
}

function cellName({ row, column }: Place): string {
  return columnName(column) + (row + 1);
}

/** What of a sheet was not read, or not as it is stored. */
function leftOutOf(
  where: string,
  cells: readonly SheetCell[],
  isSeen: (cell: SheetCell) => boolean,
  isRowHidden: (row: number) => boolean,
  isColumnHidden: (column: number) => boolean,
): readonly string[] {
  const hidden = cells.filter((cell) => !isSeen(cell));
  const isInside = ({ row, column }: Place) => row < MOST_ROWS && column < MOST_COLUMNS;
  const inside = hidden.filter(isInside);
  const rows = unique(inside.flatMap(({ row }) => (isRowHidden(row) ? [row] : []))).map(
    (row) => `第 ${row + 1} 行`,
  );
  const columns = unique(
    inside.flatMap(({ column }) => (isColumnHidden(column) ? [column] : [])),
  ).map((column) => `${columnName(column)} 列`);
  const seen = cells.filter(isSeen);
  const other = seen.filter(({ stored, text }) => stored !== undefined && text !== '');
  const blank = seen.filter(({ stored, text }) => stored !== undefined && text === '');
  const uncomputed = seen.filter(({ isUncomputed }) => isUncomputed);
  const outside = hidden.filter((cell) => !isInside(cell));
  return [
    ...(rows.length > 0 ? [`${where}中隐藏的${named(rows)}没有读`] : []),
    ...(columns.length > 0 ? [`${where}中隐藏的${named(columns)}没有读`] : []),
    ...(outside.length > 0
      ? [`${where}第 ${MOST_ROWS} 行以下、第 ${MOST_COLUMNS} 列以右的内容没有读`]
      : []),
    ...other.map(
      (cell) =>
        `${where} ${cellName(cell)} 显示为“${cell.text}”，存的是 ${cell.stored}，按显示的读`,
    ),
    ...(blank.length > 0 ? [`${where} ${named(blank.map(cellName))} 有数但不显示，按空白读`] : []),
    ...(uncomputed.length > 0
      ? [`${where} ${named(uncomputed.map(cellName))} 的公式没有算出结果，按空白读`]
      : []),
  ];
}

/** A sheet as blocks; `where` is how it is called in what is told. */
export function readSheet(sheet: XmlElement, book: Workbook, where: string): SheetReading {
  const { cells, hiddenRows } = cellsIn(sheet, book);
  const isColumnHidden = hiddenColumns(sheet);
  const merges = mergesOf(sheet);
  const isRowHidden = (row: number) => hiddenRows.has(row);
  const near = cells.filter(({ row, column }) => row < MOST_ROWS && column < MOST_COLUMNS);
  const height = Math.max(0, ...near.map(({ row }) => row + 1));
  const width = Math.max(0, ...near.map(({ column }) => column + 1));
  const rows = Array.from({ length: height }, (_, row) => row).filter((row) => !isRowHidden(row));
  const columns = Array.from({ length: width }, (_, column) => column).filter(
    (column) => !isColumnHidden(column),
  );
  const texts = new Map(near.map((cell) => [cell.row * MOST_COLUMNS + cell.column, cell.text]));
  const textAt = ({ row, column }: Place) => texts.get(row * MOST_COLUMNS + column) ?? '';
  const isSeen = (cell: Place) => {
    if (cell.row >= MOST_ROWS || cell.column >= MOST_COLUMNS) return false;
    if (!isRowHidden(cell.row) && !isColumnHidden(cell.column)) return true;
    const merge = merges.find((one) => covers(one, cell));
    return (
      merge !== undefined &&
      merge.from.row === cell.row &&
      merge.from.column === cell.column &&
      rows.some((row) => row >= merge.from.row && row <= merge.to.row) &&
      columns.some((column) => column >= merge.from.column && column <= merge.to.column)
    );
  };
  return {
    blocks: blocksOf({ rows, columns, merges, textAt }, where),
    leftOut: leftOutOf(where, cells, isSeen, isRowHidden, isColumnHidden),
  };
}
