/**
 * The paper as a tree of HTML elements, free of any way to show it: the preview turns it into React
 * elements, the printable file into text. So what is previewed is what is handed over.
 */
import { ORDINAL } from '../formats/cells.ts';
import {
  type FlowOptions,
  isNarrow,
  type PageRun,
  type PaperItem,
  type PaperTable,
  stretchesOf,
} from './flow.ts';
import type { Paper, PaperCell, PaperRow } from './paper.ts';
import { titleLines } from './title-lines.ts';
import { DOCUMENT, type TypeSetting, titleCharacters } from './type-setting.ts';

/** An element of markup with its attributes and children; texts are not yet escaped. */
export interface Markup {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Markup | string)[];
}

type Child = Markup | string;

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

/** Digits that fit the narrowest column at full size, and set smaller. */
const SHORT_FIGURE = 5;
const LONG_FIGURE = 7;

/** How much smaller a figure is set where columns are narrow; undefined for one that fits. */
export function figureLength({ role, printed }: PaperCell): 'long' | 'longest' | undefined {
  if (role !== 'figure' || printed.length <= SHORT_FIGURE) return undefined;
  return printed.length <= LONG_FIGURE ? 'long' : 'longest';
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

function cellMarkup(cell: PaperCell): Markup {
  const tag = cell.role === 'figure' || cell.role === 'corner' ? 'td' : 'th';
  const length = figureLength(cell);
  const classes = `paper-${cell.role}${length ? ` paper-${length}` : ''}`;
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

function tableElement({ label, grid, rows }: PaperTable): Markup {
  const columns = grid.widths.map((width) =>
    element('col', { style: `width: ${(width * 100).toFixed(2)}%` }, []),
  );
  const kind = grid.table.print;
  const narrow = isNarrow(grid) ? ' paper-narrow' : '';
  return element('table', { class: `paper-table paper-${kind}${narrow}`, 'aria-label': label }, [
    element('colgroup', {}, columns),
    ...rowsMarkup(
      'thead',
      rows.filter(({ head }) => head),
    ),
    ...bodiesMarkup(rows.filter(({ head }) => !head)),
  ]);
}

/** A table of the paper with its notes below it. */
export function tableMarkup(table: PaperTable): readonly Markup[] {
  const notes = table.notes.map((note) => element('p', { class: 'paper-note' }, [note]));
  return [tableElement(table), ...notes];
}

const WORDS = {
  heading: 'h2',
  subheading: 'h3',
  note: 'p',
} as const;

type Kind = PaperItem['kind'];
type ItemOf<Name extends Kind> = Extract<PaperItem, { kind: Name }>;

/** What is needed beside an item to show it. */
export interface Look {
  readonly setting: TypeSetting;
  /** 一图读懂, where it is a page of the paper. */
  readonly picture?: Markup | undefined;
}

function titleElement(text: string, setting: TypeSetting): Markup {
  const lines = titleLines(text, titleCharacters(setting));
  const children = lines.map((line) => element('span', { class: 'paper-title-line' }, [line]));
  return element('h1', { class: 'paper-title' }, children);
}

function paragraphElement({ text, continues, goesOn }: ItemOf<'paragraph'>): Markup {
  const parts = `${continues ? ' paper-continues' : ''}${goesOn ? ' paper-goes-on' : ''}`;
  return element('p', { class: `paper-paragraph${parts}` }, [text]);
}

function wordsElement({ kind, text }: ItemOf<'heading' | 'subheading' | 'note'>): Markup {
  return element(WORDS[kind], { class: `paper-${kind}` }, [text]);
}

function signatureElement({ lines }: ItemOf<'signature'>): Markup {
  const children = lines.map((line) => element('p', {}, [line]));
  return element('div', { class: 'paper-signature' }, children);
}

const ELEMENTS: { readonly [Name in Kind]: (item: ItemOf<Name>, look: Look) => Markup } = {
  title: ({ text }, { setting }) => titleElement(text, setting),
  heading: wordsElement,
  subheading: wordsElement,
  note: wordsElement,
  paragraph: paragraphElement,
  table: ({ table }) => tableElement(table),
  signature: signatureElement,
  picture: (_, { picture }) => element('div', { class: 'paper-picture' }, picture ? [picture] : []),
};

/** An item of the paper as its one element. */
export function itemMarkup<Name extends Kind>(item: ItemOf<Name>, look: Look): Markup {
  const make = ELEMENTS[item.kind] as (item: ItemOf<Name>, look: Look) => Markup;
  return make(item, look);
}

function stretchMarkup({ page, items }: PageRun, look: Look): readonly Markup[] {
  const elements = items.map((item) => itemMarkup(item, look));
  return page === 'turned' ? [element('section', { class: 'paper-turned' }, elements)] : elements;
}

/** How the whole paper is shown: nothing said means 公文, upright, without a picture. */
export interface PaperLook extends Partial<Look> {
  readonly turned?: FlowOptions['turned'];
}

/** The whole paper as one element. */
export function paperMarkup(
  paper: Paper,
  { setting = DOCUMENT, turned = 'none', picture }: PaperLook = {},
): Markup {
  const mark = paper.draftMark ? [element('p', { class: 'paper-draft-mark' }, ['草稿'])] : [];
  const stretches = stretchesOf(paper, { turned, picture: picture !== undefined });
  return element(
    'article',
    { class: paper.draftMark ? 'paper paper-draft' : 'paper', lang: 'zh-CN' },
    [...mark, ...stretches.flatMap((stretch) => stretchMarkup(stretch, { setting, picture }))],
  );
}
