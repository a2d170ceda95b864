/**
 * The pages of a paper: its items cut where pages end, each page a list of items again, so that a page
 * is shown by the same markup as the whole. What is measured comes from outside, item by item.
 */
import type { PageRun, PaperItem } from './flow.ts';
import { rowBlocks } from './markup.ts';
import { type BreakableBox, pageStarts, type Span } from './page-breaks.ts';
import { bodyRows, tablePart } from './table-part.ts';

/** A box in the endless text, in pixels from its beginning. */
export interface VerticalExtent {
  readonly top: number;
  readonly bottom: number;
}

/** What was measured of an item: its box, and what may be parted in it. */
export interface Measured extends VerticalExtent {
  /** Of a paragraph: its lines, each with the character it begins with. */
  readonly lines?: readonly (VerticalExtent & { readonly start: number })[];
  /** Of a table: its repeated head and the lines below it. */
  readonly head?: number;
  readonly rows?: readonly VerticalExtent[];
  /** Of a table: labels over several lines, by line. */
  readonly spans?: readonly Span[];
}

/** A page and what is set on it. */
export interface PaperPage {
  readonly kind: PageRun['page'];
  readonly items: readonly PaperItem[];
}

/** Lines of a paragraph that stay together at the foot and at the head of a page. */
const LINES_TOGETHER = 2;
/** Lines of a table that stay together below its head, and at its end. */
const FIRST_ROWS = 2;
const LAST_ROWS = 3;

interface ItemPieces {
  readonly pieces: readonly BreakableBox[];
  readonly spans: readonly Span[];
}

function linePieces(lines: readonly VerticalExtent[], isJoined: boolean): readonly BreakableBox[] {
  return lines.map(({ top, bottom }, at) => {
    const isTorn = at < LINES_TOGETHER || at > lines.length - LINES_TOGETHER;
    return { top, bottom, isJoined: at === 0 ? isJoined : isTorn, head: 0 };
  });
}

/** Lines that begin a block of their own: with several, only they may begin a page. */
function blockStarts(item: Extract<PaperItem, { kind: 'table' }>): ReadonlySet<number> | undefined {
  const blocks = rowBlocks(bodyRows(item.table));
  if (blocks.length < 2) return undefined;
  let row = 0;
  return new Set(
    blocks.map(({ length }) => {
      row += length;
      return row - length;
    }),
  );
}

function rowPieces(
  item: Extract<PaperItem, { kind: 'table' }>,
  { top, rows = [], head = 0 }: Measured,
  isJoined: boolean,
): readonly BreakableBox[] {
  const starts = blockStarts(item);
  return rows.map((row, at) => {
    if (at === 0) return { top, bottom: row.bottom, isJoined, head: 0 };
    const isTorn = starts ? !starts.has(at) : at < FIRST_ROWS || at > rows.length - LAST_ROWS;
    return { ...row, isJoined: isTorn, head };
  });
}

/** What never begins a page: a note goes with its table, a signature with words above it. */
const CLINGING = new Set<PaperItem['kind']>(['note', 'signature']);
/** What never ends a page. */
const LEADING = new Set<PaperItem['kind']>(['heading', 'subheading']);

function itemPieces(
  item: PaperItem,
  measured: Measured,
  before: PaperItem | undefined,
): ItemPieces {
  const isJoined = CLINGING.has(item.kind) || (before !== undefined && LEADING.has(before.kind));
  const { top, bottom, lines = [], rows = [], spans = [] } = measured;
  if (item.kind === 'table' && rows.length > 0) {
    return { pieces: rowPieces(item, measured, isJoined), spans };
  }
  if (lines.length > 1) return { pieces: linePieces(lines, isJoined), spans: [] };
  return { pieces: [{ top, bottom, isJoined, head: 0 }], spans: [] };
}

/** The part of an item between two of its pieces. */
function partOf(item: PaperItem, measured: Measured, from: number, to: number): PaperItem {
  if (item.kind === 'table') return { ...item, table: tablePart(item.table, from, to) };
  const { lines = [] } = measured;
  if (item.kind !== 'paragraph' || (from === 0 && to >= lines.length)) return item;
  return {
    kind: 'paragraph',
    text: item.text.slice(lines[from]?.start, lines[to]?.start),
    ...(from > 0 ? { continues: true } : {}),
    ...(to < lines.length ? { goesOn: true } : {}),
  };
}

interface Placed {
  readonly item: PaperItem;
  readonly measured: Measured;
  /** Its pieces among those of the stretch. */
  readonly from: number;
  readonly to: number;
}

function placed(items: readonly PaperItem[], measured: readonly Measured[]) {
  const pieces: BreakableBox[] = [];
  const spans: Span[] = [];
  const places = items.map((item, at): Placed => {
    const seen = measured[at] ?? { top: 0, bottom: 0 };
    const own = itemPieces(item, seen, items[at - 1]);
    const from = pieces.length;
    pieces.push(...own.pieces);
    spans.push(...own.spans.map((one) => ({ ...one, from: one.from + from, to: one.to + from })));
    return { item, measured: seen, from, to: pieces.length };
  });
  return { pieces, spans, places };
}

/** The pages of a stretch whose items were measured, on pages of a height in pixels. */
export function paginate(
  { page, items }: PageRun,
  measured: readonly Measured[],
  height: number,
): readonly PaperPage[] {
  const { pieces, spans, places } = placed(items, measured);
  const starts = pageStarts(pieces, spans, height);
  let first = 0;
  return starts.map((start, at) => {
    const end = starts[at + 1] ?? pieces.length;
    while (first < places.length && places[first]!.to <= start) first += 1;
    let next = first;
    while (next < places.length && places[next]!.from < end) next += 1;
    const here = places.slice(first, next);
    return {
      kind: page,
      items: here.map(({ item, measured: seen, from, to }) =>
        partOf(item, seen, Math.max(from, start) - from, Math.min(to, end) - from),
      ),
    };
  });
}
