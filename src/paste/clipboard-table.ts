/**
 * What the clipboard holds, as tables: from the HTML that Excel, WPS, Word and browsers put there,
 * or from its plain text (cells divided by tabs or pipes). Merged cells keep their extent.
 *
 * Leaves to others: what the cells mean (`paste-plan.ts`), text that is divided by nothing but blanks
 * (`clipboard-words.ts`).
 */

import { isTooDeep } from '../file/markup-depth.ts';

/** One cell; where it is merged it stands at several positions of its table. */
export interface PastedCell {
  readonly text: string;
}

/** A table found in the clipboard, by row and position. */
export interface ClipboardTable {
  /** Positions from left to right; undefined where a row has no cell. */
  readonly rows: readonly (readonly (PastedCell | undefined)[])[];
  /** True for running text, in which blank cells cannot be seen. */
  readonly running: boolean;
}

/** Reads a page; handed in, since the core has no DOM. */
export type ParseClipboardHtml = (html: string) => Document;

/** What was in the clipboard: formatted and as text, each empty where it was missing. */
export interface ClipboardContent {
  readonly html: string;
  readonly text: string;
}

/** Beyond this no statutory table can be meant. */
const MOST_ROWS = 400;
const MOST_COLUMNS = 60;
const MOST_CHARACTERS = 2_000_000;

const INVISIBLE = /[\u200b-\u200f\u2028\u2029\u2060\ufeff\u00ad]/g;

/** A cell's text without what cannot be seen, on one line. */
function visibleText(text: string): string {
  return text.replace(INVISIBLE, '').replace(/\s+/g, ' ').trim();
}

/** The tables of the clipboard: those of its HTML, else its text where that is divided into cells. */
export function clipboardTables(
  { html, text }: ClipboardContent,
  parsePage: ParseClipboardHtml,
): readonly ClipboardTable[] {
  const isReadable = html.length <= MOST_CHARACTERS && !isTooDeep(html);
  const hasTable = isReadable && /<table[\s>]/i.test(html);
  const tables = hasTable ? tablesOf(parsePage(html)) : [];
  if (tables.some(({ rows }) => rows.length > 0)) return tables;
  return dividedText(text.slice(0, MOST_CHARACTERS));
}

function tablesOf(page: Document): readonly ClipboardTable[] {
  const tables = [...page.querySelectorAll('table')];
  // A page lays itself out with tables around tables; figures stand in the innermost.
  const innermost = tables.filter((table) => !table.querySelector('table'));
  return innermost.map((table) => ({ rows: tableRows(table), running: false }));
}

function isHidden(element: Element): boolean {
  return /display\s*:\s*none/i.test(element.getAttribute('style') ?? '');
}

function span(cell: Element, name: 'rowspan' | 'colspan'): number {
  // Excel marks text that merely overflows as merged and says in the style to ignore that.
  const isOverflow = /mso-ignore\s*:\s*colspan/i.test(cell.getAttribute('style') ?? '');
  // Quotes that were escaped on the way leave a stroke before the number.
  const digits = /\d+/.exec(cell.getAttribute(name) ?? '')?.[0] ?? '1';
  const stated = isOverflow ? 1 : Number.parseInt(digits, 10);
  return Math.min(Math.max(stated, 1), MOST_COLUMNS);
}

function tableRows(table: Element): readonly (readonly (PastedCell | undefined)[])[] {
  const lines = [...table.querySelectorAll('tr')].filter((line) => !isHidden(line));
  const rows: (PastedCell | undefined)[][] = lines.slice(0, MOST_ROWS).map(() => []);
  for (const [at, line] of lines.slice(0, MOST_ROWS).entries()) {
    let column = 0;
    for (const cell of line.children) {
      if (!/^t[dh]$/i.test(cell.tagName) || isHidden(cell)) continue;
      while (rows[at]?.[column]) column += 1;
      if (column >= MOST_COLUMNS) break;
      place(rows, { row: at, column }, cell);
    }
  }
  return withoutEmptyEnd(rows);
}

function place(
  rows: (PastedCell | undefined)[][],
  { row, column }: { row: number; column: number },
  cell: Element,
): void {
  const piece: PastedCell = { text: visibleText(textOf(cell)) };
  for (const line of rows.slice(row, row + span(cell, 'rowspan'))) {
    for (let at = column; at < column + span(cell, 'colspan'); at += 1) {
      line[at] = line[at] ?? piece;
    }
  }
}

/** What a browser never shows as words. */
const UNSEEN = /^(?:script|style|template|noscript)$/i;

/** The words of a cell; paragraphs and line breaks part them, spans do not. */
function textOf(node: Node): string {
  return [...node.childNodes]
    .map((child) => {
      if (child.nodeType === 3) return child.textContent ?? '';
      if (/^br$/i.test(child.nodeName)) return '\n';
      if (UNSEEN.test(child.nodeName)) return '';
      const inner = textOf(child);
      return /^(?:p|div|li)$/i.test(child.nodeName) ? `${inner}\n` : inner;
    })
    .join('');
}

function isEmptyRow(row: readonly (PastedCell | undefined)[]): boolean {
  return row.every((piece) => !piece?.text);
}

function withoutEmptyEnd<Row extends readonly (PastedCell | undefined)[]>(
  rows: readonly Row[],
): readonly Row[] {
  let length = rows.length;
  while (length > 0 && isEmptyRow(rows[length - 1]!)) length -= 1;
  return rows.slice(0, length);
}

/** The line that notes draw between head and body; it holds no cells, dashes though it has. */
function isRuler(cells: readonly string[]): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  return filled.length > 0 && filled.every((cell) => /^:?-{3,}:?$/.test(cell));
}

function dividedText(text: string): readonly ClipboardTable[] {
  const lines = text.includes('\t') ? tabbedLines(text) : pipedLines(text);
  if (!lines) return [];
  const rows = lines
    .filter((cells) => !isRuler(cells))
    .slice(0, MOST_ROWS)
    .map((cells) => cells.slice(0, MOST_COLUMNS).map((cell) => ({ text: visibleText(cell) })));
  return [{ rows: withoutEmptyEnd(rows), running: false }];
}

/** Lines and tabs, but for those inside quotes, as spreadsheets write cells of several lines. */
function tabbedLines(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  const cell = /"((?:[^"]|"")*)"(?=[\t\r\n]|$)|[^\t\r\n]*/y;
  let at = 0;
  while (at <= text.length && rows.length <= MOST_ROWS + 1) {
    cell.lastIndex = at;
    const [whole = '', quoted] = cell.exec(text) ?? [];
    rows[rows.length - 1]?.push(quoted === undefined ? whole : quoted.replace(/""/g, '"'));
    at += whole.length;
    const end = /^(?:\t|\r\n|\r|\n)/.exec(text.slice(at, at + 2))?.[0];
    if (end === undefined) break;
    if (end !== '\t') rows.push([]);
    at += end.length;
  }
  return rows;
}

/** `| a | b |`, as notes and chats write tables; undefined where the text is nothing of the kind. */
function pipedLines(text: string): readonly (readonly string[])[] | undefined {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
  const piped = lines.filter((line) => /[|｜]/.test(line));
  if (piped.length === 0 || piped.length * 2 < lines.length) return undefined;
  const rows = piped.map((line) =>
    line
      .trim()
      .replace(/^[|｜]|[|｜]$/g, '')
      .split(/[|｜]/),
  );
  // A bar behind every word divides lines, not cells.
  const isDivided = rows.some((cells) => cells.filter((cell) => cell.trim() !== '').length > 1);
  return isDivided ? rows : undefined;
}

/** The same table with its rows as columns. */
export function transposed({ rows, running }: ClipboardTable): ClipboardTable {
  const width = Math.max(0, ...rows.map((row) => row.length));
  return {
    running,
    rows: Array.from({ length: width }, (_, column) => rows.map((row) => row[column])),
  };
}
