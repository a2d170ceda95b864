/**
 * An Excel file (.xlsx) as a document: every sheet a grid with its merges; a row that holds nothing
 * but one long text or heading is a paragraph. Values only: formulas count by their last result.
 */
import { failure, type Result, success } from '../report/result.ts';
import { decodeText } from './decode-text.ts';
import { type Block, gridFromRows, type ReportDocument, type SpannedCell } from './document.ts';
import type { PageNode } from './read-web-page.ts';
import type { ParseXml } from './read-word.ts';
import { type Parts, unpackArchive } from './unpack-archive.ts';

const SHEET = /^xl\/worksheets\/sheet(\d+)\.xml$/;
const STRINGS = 'xl/sharedStrings.xml';
const PROPERTIES = 'docProps/core.xml';
const OTHERS: readonly string[] = [STRINGS, PROPERTIES];
const MOST_ROWS = 2000;
const MOST_COLUMNS = 60;
const LONG_TEXT = 40;

function localName({ nodeName }: PageNode): string {
  return nodeName.replace(/^.*:/, '');
}

/** All elements below a node with this name, in order; walks by hand, since files may nest deep. */
function descendants(root: PageNode, name: string): readonly PageNode[] {
  const found: PageNode[] = [];
  const open: PageNode[] = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    if (localName(node) === name) found.push(node);
    const below = Array.from(node.childNodes);
    for (let at = below.length - 1; at >= 0; at -= 1) open.push(below[at]!);
  }
  return found;
}

function textsIn(node: PageNode): string {
  // Phonetic guides stand in rPh and are no text of the cell.
  return descendants(node, 't')
    .map(({ textContent }) => textContent ?? '')
    .join('');
}

/** A stored number as the sheet shows it: fifteen digits, no binary remainder, no exponent. */
function plainNumber(text: string): string {
  const value = Number(text);
  if (!Number.isFinite(value) || !/[.eE]/.test(text)) return text;
  const rounded = Number(value.toPrecision(15));
  return Math.abs(rounded) < 1e15 && Math.abs(rounded) >= 1e-6 ? String(rounded) : text;
}

interface Place {
  readonly row: number;
  readonly column: number;
}

function placeOf(reference: string): Place | undefined {
  const [, letters, digits] = /^([A-Z]{1,3})(\d{1,7})$/.exec(reference) ?? [];
  if (!letters || !digits) return undefined;
  const column = Array.from(letters).reduce(
    (sum, letter) => sum * 26 + letter.charCodeAt(0) - 64,
    0,
  );
  return { row: Number(digits) - 1, column: column - 1 };
}

function cellText(cell: PageNode, strings: readonly string[]): string {
  const type = cell.getAttribute?.('t') ?? 'n';
  if (type === 'inlineStr') return textsIn(cell);
  const value = descendants(cell, 'v')[0]?.textContent ?? '';
  if (type === 's') return strings[Number(value)] ?? '';
  return type === 'n' ? plainNumber(value) : value;
}

interface Merge {
  readonly from: Place;
  readonly to: Place;
}

function mergesOf(sheet: PageNode): readonly Merge[] {
  return descendants(sheet, 'mergeCell').flatMap((cell) => {
    const [first = '', last = ''] = (cell.getAttribute?.('ref') ?? '').split(':');
    const from = placeOf(first);
    const to = placeOf(last);
    return from && to ? [{ from, to }] : [];
  });
}

function sheetTexts(sheet: PageNode, strings: readonly string[]): string[][] {
  const rows: string[][] = [];
  for (const cell of descendants(sheet, 'c')) {
    const place = placeOf(cell.getAttribute?.('r') ?? '');
    if (!place || place.row >= MOST_ROWS || place.column >= MOST_COLUMNS) continue;
    const text = cellText(cell, strings).trim();
    if (text === '') continue;
    while (rows.length <= place.row) rows.push([]);
    rows[place.row]![place.column] = text;
  }
  return rows;
}

/** A row of cells with the merges that begin on it; cells a merge covers are left out. */
function spannedRow(
  texts: readonly (readonly string[])[],
  row: number,
  width: number,
  merges: readonly Merge[],
): readonly SpannedCell[] {
  return Array.from({ length: width }, (_, column) => column).flatMap((column) => {
    const merge = merges.find(
      ({ from, to }) =>
        row >= from.row && row <= to.row && column >= from.column && column <= to.column,
    );
    const text = texts[row]?.[column] ?? '';
    if (!merge) return [{ text }];
    if (merge.from.row !== row || merge.from.column !== column) return [];
    return [
      {
        text,
        colSpan: merge.to.column - merge.from.column + 1,
        rowSpan: merge.to.row - merge.from.row + 1,
      },
    ];
  });
}

function isParagraph(texts: readonly string[]): boolean {
  const filled = texts.filter((text) => text !== undefined && text !== '');
  const [only] = filled;
  if (filled.length !== 1 || only === undefined) return false;
  return (
    only.length > LONG_TEXT ||
    /^[一二三四五六][、.]|年.{0,60}报告|^（[一二三四五六]）.*[。：]/.test(only)
  );
}

function sheetBlocks(sheet: PageNode, strings: readonly string[]): readonly Block[] {
  const texts = sheetTexts(sheet, strings);
  const merges = mergesOf(sheet);
  const width = Math.max(0, ...texts.map((row) => row.length));
  const blocks: Block[] = [];
  let from = 0;
  const close = (to: number) => {
    if (to <= from) return;
    const rows = texts.slice(from, to).map((_, at) => spannedRow(texts, from + at, width, merges));
    blocks.push(gridFromRows(rows, 'exact'));
  };
  texts.forEach((row, at) => {
    if (!isParagraph(row)) return;
    close(at);
    blocks.push({ kind: 'paragraph', text: row.find((text) => text) ?? '' });
    from = at + 1;
  });
  close(texts.length);
  return blocks;
}

function sheetNames(parts: Parts): readonly string[] {
  const numberOf = (name: string) => Number(SHEET.exec(name)?.[1] ?? 0);
  return Object.keys(parts)
    .filter((name) => SHEET.test(name))
    .sort((one, other) => numberOf(one) - numberOf(other));
}

/** The title a workbook carries in its properties; its sheets often have none. */
function titleIn(properties: PageNode): string {
  return (descendants(properties, 'title')[0]?.textContent ?? '').trim();
}

/** The document of an Excel file. */
export function readWorkbook(bytes: Uint8Array, parseXml: ParseXml): Result<ReportDocument> {
  const unpacked = unpackArchive(bytes, (name) => SHEET.test(name) || OTHERS.includes(name));
  if (!unpacked.ok) return unpacked;
  const parts = unpacked.value;
  const names = sheetNames(parts);
  if (names.length === 0) return failure('这个 Excel 文件里没有工作表', '另存为 .xlsx 再试一次。');
  const xmlOf = (name: string) => parseXml(decodeText(parts[name] ?? new Uint8Array(), 'utf-8'));
  const strings = parts[STRINGS] ? descendants(xmlOf(STRINGS), 'si').map(textsIn) : [];
  const title = parts[PROPERTIES] ? titleIn(xmlOf(PROPERTIES)) : '';
  return success({
    blocks: names.flatMap((name) => sheetBlocks(xmlOf(name), strings)),
    wrapped: false,
    ...(title ? { title } : {}),
  });
}
