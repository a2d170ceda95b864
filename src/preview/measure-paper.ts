/**
 * What the browser makes of the paper, item by item: where each box lies, where each line of a
 * paragraph begins, how high the lines of a table are. Where pages end is decided in
 * `paper/page-breaks.ts`; nothing is decided here.
 */
import type { Span } from '../paper/page-breaks.ts';
import type { Measured, VerticalExtent } from '../paper/pages.ts';

const PIXELS_PER_MM = 96 / 25.4;

export function pixels(millimetres: number): number {
  return millimetres * PIXELS_PER_MM;
}

function extentOf(element: Element, origin: number): VerticalExtent {
  const { top, bottom } = element.getBoundingClientRect();
  return { top: top - origin, bottom: bottom - origin };
}

/** Where a character stands; one that is not shown stands where the one before it does. */
function topOf(text: Text, at: number): number {
  const range = document.createRange();
  for (let from = at; from >= 0; from -= 1) {
    range.setStart(text, from);
    range.setEnd(text, at + 1);
    const rectangles = range.getClientRects();
    const last = rectangles[rectangles.length - 1];
    if (last) return last.top;
  }
  return Number.NEGATIVE_INFINITY;
}

const LOW_SURROGATE = /[\udc00-\udfff]/;

/** The first character that stands below a height, from one on. */
function firstBelow(text: Text, from: number, height: number): number {
  let low = from;
  let high = text.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (topOf(text, middle) > height) high = middle;
    else low = middle + 1;
  }
  return LOW_SURROGATE.test(text.data[low] ?? '') ? low - 1 : low;
}

/** The lines of an element that holds one text. */
function linesOf(element: Element, origin: number): Pick<Measured, 'lines'> {
  const text = element.firstChild;
  const { top, bottom } = extentOf(element, origin);
  const line = Number.parseFloat(getComputedStyle(element).lineHeight);
  const count = Math.round((bottom - top) / line);
  if (!(text instanceof Text) || !(count > 1)) return {};
  const height = (bottom - top) / count;
  const first = topOf(text, 0);
  let start = 0;
  const lines = Array.from({ length: count }, (_, at) => {
    if (at > 0) start = firstBelow(text, start, first + (at - 0.5) * height);
    return { start, top: top + at * height, bottom: top + (at + 1) * height };
  });
  return { lines };
}

function wordsHeight(cell: Element): number {
  const range = document.createRange();
  range.selectNodeContents(cell);
  const { paddingTop, paddingBottom } = getComputedStyle(cell);
  const padding = Number.parseFloat(paddingTop) + Number.parseFloat(paddingBottom);
  return range.getBoundingClientRect().height + padding;
}

function spansOf(row: HTMLTableRowElement, at: number): readonly Span[] {
  return Array.from(row.cells)
    .filter(({ rowSpan }) => rowSpan > 1)
    .map((cell) => ({ from: at, to: at + cell.rowSpan - 1, needs: wordsHeight(cell) }));
}

function tableOf(table: HTMLTableElement, origin: number): Partial<Measured> {
  const rows = Array.from(table.tBodies).flatMap((body) => Array.from(body.rows));
  return {
    head: table.tHead?.getBoundingClientRect().height ?? 0,
    rows: rows.map((row) => extentOf(row, origin)),
    spans: rows.flatMap(spansOf),
  };
}

/** What was measured of the items in a box, one child each, laid out without a page. */
export function measureItems(box: Element): readonly Measured[] {
  const origin = box.getBoundingClientRect().top;
  return Array.from(box.children, (child) => ({
    ...extentOf(child, origin),
    ...(child instanceof HTMLTableElement ? tableOf(child, origin) : {}),
    ...(child instanceof HTMLParagraphElement ? linesOf(child, origin) : {}),
  }));
}
