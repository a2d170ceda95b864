/**
 * The paper as a tree of HTML elements, free of any way to show it: the preview turns it into React
 * elements, the printable file into text. So what is previewed is what is handed over.
 */
import { ORDINAL } from '../formats/cells.ts';
import type { Grid } from '../formats/grid.ts';
import type { Paper, PaperBlock, PaperCell, PaperRow } from './paper.ts';

export interface Markup {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Markup | string)[];
}

type Child = Markup | string;
type TableBlock = Extract<PaperBlock, { kind: 'table' }>;

/** An element with its attributes and what stands in it. */
export function element(
  tag: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly Child[],
): Markup {
  return { tag, attributes, children };
}

function spans({ colSpan, rowSpan }: PaperCell): Record<string, string> {
  return {
    ...(colSpan > 1 ? { colspan: String(colSpan) } : {}),
    ...(rowSpan > 1 ? { rowspan: String(rowSpan) } : {}),
  };
}

const SCOPES: Readonly<Record<string, readonly [string, string]>> = {
  columnHead: ['col', 'colgroup'],
  rowHead: ['row', 'rowgroup'],
  blockTitle: ['colgroup', 'colgroup'],
};

function scopeOf({ role, colSpan, rowSpan }: PaperCell): Record<string, string> {
  const [single, group] = SCOPES[role] ?? [];
  if (!single || !group) return {};
  const isGroup = role === 'rowHead' ? rowSpan > 1 : colSpan > 1;
  return { scope: isGroup ? group : single };
}

/**
 * The parts between which a narrow label breaks: a head of four characters in its middle, never three
 * and one; a label over several rows after its number, as the form prints it.
 */
export function labelParts({ role, printed, rowSpan }: PaperCell): readonly string[] {
  const number = ORDINAL.exec(printed)?.[0];
  if (role === 'rowHead' && rowSpan > 1 && number) return [number, printed.slice(number.length)];
  if (role === 'columnHead' && printed.length === 4) return [printed.slice(0, 2), printed.slice(2)];
  return [printed];
}

function cellWords(cell: PaperCell): readonly Child[] {
  const parts = labelParts(cell);
  if (parts.length === 1) return parts;
  return parts.map((part) => element('span', { class: 'paper-pair' }, [part]));
}

/** From so many columns on, they are too narrow for long figures at full size. */
const NARROW = 8;

/** Digits that fit the narrowest column at full size. */
const SHORT_FIGURE = 5;

/** True for a table whose columns are narrow. */
export function isNarrow({ columnCount }: Grid): boolean {
  return columnCount >= NARROW;
}

/** True for a figure that is set smaller where columns are narrow. */
export function isLongFigure({ role, printed }: PaperCell): boolean {
  return role === 'figure' && printed.length > SHORT_FIGURE;
}

/** The lines of a table that stand together: a head of its own begins a block. */
export function rowBlocks(rows: readonly PaperRow[]): readonly (readonly PaperRow[])[] {
  const blocks: PaperRow[][] = [];
  for (const row of rows) {
    if (blocks.length === 0 || row.cells[0]?.role === 'blockTitle') blocks.push([]);
    blocks[blocks.length - 1]?.push(row);
  }
  return blocks;
}

/** The parts between which a long title may break: never inside 年度报告. */
export function titleParts(title: string): readonly string[] {
  return title.split(/(?=\d{4}年)/);
}

function cellMarkup(cell: PaperCell): Markup {
  const tag = cell.role === 'figure' || cell.role === 'corner' ? 'td' : 'th';
  const long = isLongFigure(cell) ? ' paper-long' : '';
  const classes = `paper-${cell.role}${long}`;
  const address = cell.address ? { 'data-cell': cell.address } : {};
  return element(
    tag,
    { class: classes, ...address, ...scopeOf(cell), ...spans(cell) },
    cellWords(cell),
  );
}

function rowsMarkup(
  tag: 'thead' | 'tbody',
  rows: readonly PaperRow[],
  attributes: Readonly<Record<string, string>> = {},
): readonly Markup[] {
  if (rows.length === 0) return [];
  return [
    element(
      tag,
      attributes,
      rows.map(({ cells }) => element('tr', {}, cells.map(cellMarkup))),
    ),
  ];
}

/** The blocks of a table: a head of its own keeps a block on one page, for it cannot be repeated. */
function bodiesMarkup(rows: readonly PaperRow[]): readonly Markup[] {
  const blocks = rowBlocks(rows);
  const attributes = blocks.length > 1 ? { class: 'paper-block' } : {};
  return blocks.flatMap((block) => rowsMarkup('tbody', block, attributes));
}

/** A table of the paper with its notes below it. */
export function tableMarkup({ label, grid, rows, notes }: TableBlock): readonly Markup[] {
  const columns = grid.widths.map((width) =>
    element('col', { style: `width: ${(width * 100).toFixed(2)}%` }, []),
  );
  const kind = grid.table.print;
  const narrow = isNarrow(grid) ? ' paper-narrow' : '';
  return [
    element('table', { class: `paper-table paper-${kind}${narrow}`, 'aria-label': label }, [
      element('colgroup', {}, columns),
      ...rowsMarkup(
        'thead',
        rows.filter(({ head }) => head),
      ),
      ...bodiesMarkup(rows.filter(({ head }) => !head)),
    ]),
    ...notes.map((note) => element('p', { class: 'paper-note' }, [note])),
  ];
}

const WORDS: Readonly<Record<'heading' | 'subheading' | 'paragraph', string>> = {
  heading: 'h2',
  subheading: 'h3',
  paragraph: 'p',
};

function blockMarkup(block: PaperBlock): readonly Markup[] {
  if (block.kind === 'table') return tableMarkup(block);
  return [element(WORDS[block.kind], { class: `paper-${block.kind}` }, [block.text])];
}

function signatureMarkup({ name, date }: Paper['signature']): Markup {
  const lines = [name, date].filter(Boolean).map((line) => element('p', {}, [line]));
  return element('div', { class: 'paper-signature' }, lines);
}

function titleMarkup(title: string): Markup {
  const children = titleParts(title).map((part) =>
    element('span', { class: 'paper-title-part' }, [part]),
  );
  return element('h1', { class: 'paper-title' }, children);
}

/** The whole paper as one element. */
export function paperMarkup(paper: Paper): Markup {
  const mark = paper.draftMark ? [element('p', { class: 'paper-draft-mark' }, ['草稿'])] : [];
  return element(
    'article',
    { class: paper.draftMark ? 'paper paper-draft' : 'paper', lang: 'zh-CN' },
    [
      ...mark,
      titleMarkup(paper.title),
      ...paper.preface.map((text) => element('p', { class: 'paper-paragraph' }, [text])),
      ...paper.blocks.flatMap(blockMarkup),
      signatureMarkup(paper.signature),
    ],
  );
}
