/**
 * A web page as a document: block elements are paragraphs, tables are grids with their merges. The
 * parser is handed in and must be an inert one. A table that only frames the page is walked through,
 * not read as a grid.
 */
import { type Block, gridFromRows, type ReportDocument, type SpannedCell } from './document.ts';

/** What is asked of a node of a parsed page; DOM nodes and those of a Node parser both have it. */
export interface PageNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: ArrayLike<PageNode>;
  readonly getAttribute?: (name: string) => string | null;
}

export interface Page {
  readonly title?: string;
  readonly body?: PageNode | null;
  readonly documentElement?: PageNode | null;
}

export type ParsePage = (html: string) => Page;

const ELEMENT = 1;
const TEXT = 3;
const SKIPPED = new Set([
  'SCRIPT',
  'STYLE',
  'NOSCRIPT',
  'TEMPLATE',
  'IFRAME',
  'OBJECT',
  'SVG',
  'SELECT',
  'OPTION',
  'BUTTON',
  'INPUT',
  'TEXTAREA',
  'HEAD',
  'META',
  'LINK',
  'TITLE',
]);
const INLINE = new Set([
  'A',
  'ABBR',
  'B',
  'BDI',
  'BDO',
  'BIG',
  'CITE',
  'CODE',
  'DEL',
  'EM',
  'FONT',
  'I',
  'INS',
  'KBD',
  'LABEL',
  'MARK',
  'O:P',
  'Q',
  'S',
  'SMALL',
  'SPAN',
  'STRIKE',
  'STRONG',
  'SUB',
  'SUP',
  'TIME',
  'TT',
  'U',
  'VAR',
  'IMG',
  'NOBR',
  'WBR',
]);
/** Deeper than any page is nested; what lies below is taken as plain text. */
const DEEPEST = 400;

function nameOf(node: PageNode): string {
  return node.nodeName.toUpperCase();
}

function children(node: PageNode): readonly PageNode[] {
  return Array.from(node.childNodes);
}

function collapse(text: string): string {
  return text.replace(/[ \t\r\n\u00a0\u3000]+/g, ' ').trim();
}

/** The words of a cell: paragraphs and breaks inside it are lines. */
function cellText(node: PageNode): string {
  const parts: string[] = [];
  const walk = (one: PageNode, depth: number): void => {
    if (one.nodeType === TEXT) parts.push((one.textContent ?? '').replace(/\s+/g, ' '));
    if (one.nodeType !== ELEMENT || depth > DEEPEST) return;
    const name = nameOf(one);
    if (SKIPPED.has(name)) return;
    if (name === 'BR') parts.push('\n');
    for (const child of children(one)) walk(child, depth + 1);
    if (!INLINE.has(name) && name !== 'BR') parts.push('\n');
  };
  for (const child of children(node)) walk(child, 0);
  return parts
    .join('')
    .split('\n')
    .map(collapse)
    .filter((line) => line !== '')
    .join('\n');
}

function elements(node: PageNode, names: readonly string[]): readonly PageNode[] {
  const found: PageNode[] = [];
  const walk = (one: PageNode, depth: number): void => {
    for (const child of children(one)) {
      if (child.nodeType !== ELEMENT || depth > DEEPEST) continue;
      if (names.includes(nameOf(child))) found.push(child);
      else if (nameOf(child) !== 'TABLE') walk(child, depth + 1);
    }
  };
  walk(node, 0);
  return found;
}

function holdsTable(node: PageNode): boolean {
  const cells = elements(node, ['TD', 'TH']);
  return cells.some((cell) => elements(cell, ['TABLE']).length > 0);
}

const LONG_CELL = 300;

/** A table that lays out the page: one with tables inside, or with whole articles in a cell. */
function isFrame(table: PageNode): boolean {
  if (holdsTable(table)) return true;
  const cells = elements(table, ['TD', 'TH']);
  const isLong = (cell: PageNode) =>
    (cell.textContent ?? '').length > LONG_CELL && elements(cell, ['P', 'DIV']).length > 2;
  return cells.length <= 3 && cells.some(isLong);
}

function spanOf(cell: PageNode, name: string): number {
  return Number.parseInt(cell.getAttribute?.(name) ?? '1', 10) || 1;
}

function gridOfTable(table: PageNode): Block {
  const rows = elements(table, ['TR']).map((row) =>
    elements(row, ['TD', 'TH']).map(
      (cell): SpannedCell => ({
        text: cellText(cell),
        colSpan: spanOf(cell, 'colspan'),
        rowSpan: spanOf(cell, 'rowspan'),
      }),
    ),
  );
  return gridFromRows(rows, 'exact');
}

/** The blocks of a page in reading order. */
function blocksOf(root: PageNode): readonly Block[] {
  const blocks: Block[] = [];
  let line = '';
  const close = () => {
    const text = collapse(line);
    if (text !== '') blocks.push({ kind: 'paragraph', text });
    line = '';
  };
  const walk = (node: PageNode, depth: number): void => {
    if (node.nodeType === TEXT) line += node.textContent ?? '';
    if (node.nodeType !== ELEMENT) return;
    const name = nameOf(node);
    if (SKIPPED.has(name)) return;
    if (depth > DEEPEST) {
      line += node.textContent ?? '';
      return;
    }
    if (name === 'TABLE' && !isFrame(node)) {
      close();
      blocks.push(gridOfTable(node));
      return;
    }
    const isBlock = !INLINE.has(name);
    if (isBlock) close();
    for (const child of children(node)) walk(child, depth + 1);
    if (isBlock) close();
  };
  walk(root, 0);
  close();
  return blocks;
}

/** The document of a web page. */
export function readWebPage(html: string, parse: ParsePage): ReportDocument {
  const page = parse(html);
  const root = page.body ?? page.documentElement;
  const blocks = root ? blocksOf(root) : [];
  const title = collapse(page.title ?? '');
  return { blocks, wrapped: false, ...(title ? { title } : {}) };
}
