/**
 * The paper as a tree of HTML elements, free of any way to show it: the preview turns it into React
 * elements, the printable file into text. So what is previewed is what is handed over.
 */
import type { Paper, PaperBlock, PaperCell, PaperRow } from './paper.ts';

export interface Markup {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Markup | string)[];
}

type Child = Markup | string;
type TableBlock = Extract<PaperBlock, { kind: 'table' }>;

function element(
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

function cellMarkup(cell: PaperCell): Markup {
  const tag = cell.role === 'figure' || cell.role === 'corner' ? 'td' : 'th';
  return element(tag, { class: `paper-${cell.role}`, ...scopeOf(cell), ...spans(cell) }, [
    cell.printed,
  ]);
}

function rowsMarkup(tag: 'thead' | 'tbody', rows: readonly PaperRow[]): readonly Markup[] {
  if (rows.length === 0) return [];
  return [
    element(
      tag,
      {},
      rows.map(({ cells }) => element('tr', {}, cells.map(cellMarkup))),
    ),
  ];
}

function tableMarkup({ label, grid, rows, notes }: TableBlock): readonly Markup[] {
  const columns = grid.widths.map((width) =>
    element('col', { style: `width: ${(width * 100).toFixed(2)}%` }, []),
  );
  const kind = grid.table.print;
  return [
    element('table', { class: `paper-table paper-${kind}`, 'aria-label': label }, [
      element('colgroup', {}, columns),
      ...rowsMarkup(
        'thead',
        rows.filter(({ head }) => head),
      ),
      ...rowsMarkup(
        'tbody',
        rows.filter(({ head }) => !head),
      ),
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

/** The whole paper as one element. */
export function paperMarkup(paper: Paper): Markup {
  const mark = paper.draftMark ? [element('p', { class: 'paper-draft-mark' }, ['草稿'])] : [];
  return element('article', { class: 'paper', lang: 'zh-CN' }, [
    ...mark,
    element('h1', { class: 'paper-title' }, [paper.title]),
    ...paper.preface.map((text) => element('p', { class: 'paper-paragraph' }, [text])),
    ...paper.blocks.flatMap(blockMarkup),
    signatureMarkup(paper.signature),
  ]);
}
