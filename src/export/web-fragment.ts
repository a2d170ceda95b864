/**
 * The paper for the editor of a web site: headings, paragraphs and tables that say what they are, and
 * nothing about looks, so that it survives what such editors throw away. Read back by structure
 * alone, since classes do not survive either.
 */

import { htmlOf } from '../file/html-text.ts';
import type { HtmlElement, ParseHtml } from '../file/visible-parts.ts';
import { element, type Markup, paperMarkup } from '../paper/markup.ts';
import type { Paper } from '../paper/paper.ts';
import { DRAFT_MARK, type Matrix, matrixOf, type Outline } from './outline.ts';

/** What a table needs to be understood; everything else is about looks. */
const KEPT_ATTRIBUTES = new Set(['colspan', 'rowspan', 'scope']);
/** Elements that only carry looks: what stands in them is kept. */
const UNWRAPPED = new Set(['article', 'div', 'span']);
const DROPPED = new Set(['colgroup']);

type Child = Markup | string;

function captionOf({ tag, attributes }: Markup): readonly Markup[] {
  const caption = attributes['aria-label'];
  return tag === 'table' && caption ? [element('caption', {}, [caption])] : [];
}

function plain(node: Child): readonly Child[] {
  if (typeof node === 'string') return [node];
  if (DROPPED.has(node.tag)) return [];
  const children = node.children.flatMap(plain);
  if (UNWRAPPED.has(node.tag)) return children;
  const kept = Object.entries(node.attributes).filter(([name]) => KEPT_ATTRIBUTES.has(name));
  return [element(node.tag, Object.fromEntries(kept), [...captionOf(node), ...children])];
}

/** The fragment as HTML text, without a head of its own. */
export function writeWebFragment(paper: Paper): string {
  return plain(paperMarkup(paper)).map(htmlOf).join('\n');
}

function numberAt(cell: HtmlElement, name: string): number {
  return Number(cell.getAttribute(name) ?? 1);
}

function tableMatrix(table: HtmlElement): Matrix {
  const rows = Array.from(table.querySelectorAll('tr'), (row) => ({
    cells: Array.from(row.querySelectorAll('th, td'), (cell) => ({
      printed: cell.textContent ?? '',
      colSpan: numberAt(cell, 'colspan'),
      rowSpan: numberAt(cell, 'rowspan'),
    })),
  }));
  return matrixOf(rows);
}

/** What a fragment for a web page shows, as read back from it. */
export interface SeenFragment {
  readonly outline: Outline;
  readonly draftMark: boolean;
}

/** What a page shows that was made of the fragment alone. */
export function readWebFragment(html: string, parseHtml: ParseHtml): SeenFragment {
  const page = parseHtml(`<!doctype html><html><body>${html}</body></html>`);
  const items = Array.from(page.querySelectorAll('h1, h2, h3, p, table'), (item) =>
    item.tagName.toLowerCase() === 'table' ? tableMatrix(item) : (item.textContent ?? ''),
  );
  const draftMark = items[0] === DRAFT_MARK;
  return { outline: draftMark ? items.slice(1) : items, draftMark };
}
