/**
 * Where pages end, as a rule over what was measured, free of any way to measure. Pieces are what is
 * never cut: a line of text, a line of a table, a heading.
 *
 * 1. A page is filled as far as it goes, then ends at the last place where it may.
 * 2. A label over several lines of a table may be cut only where both parts have room for its words.
 * 3. Where a page may end nowhere, it ends where it is full: nothing is ever lost.
 */

export interface BreakableBox {
  /** Where it lies in the endless text, in pixels. */
  readonly top: number;
  readonly bottom: number;
  /** No page begins with it. */
  readonly isJoined: boolean;
  /** Height of the table head that stands above it where a page begins with it. */
  readonly head: number;
}

/** A label over the pieces from one to another, and the height its words need. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly needs: number;
}

/** Rounding of the browser; the margin below has room for it. */
const TOLERANCE = 1;

function heightOf(pieces: readonly BreakableBox[], from: number, to: number): number {
  return (pieces[to]?.bottom ?? 0) - (pieces[from]?.top ?? 0);
}

function isCutTooShort(
  pieces: readonly BreakableBox[],
  span: Span,
  start: number,
  at: number,
): boolean {
  if (at <= span.from || at > span.to) return false;
  const above = heightOf(pieces, Math.max(span.from, start), at - 1);
  const below = heightOf(pieces, at, span.to);
  return Math.min(above, below) < span.needs - TOLERANCE;
}

/** The first piece that does not fit on the page that begins with `start`; undefined where all do. */
function firstBeyond(
  pieces: readonly BreakableBox[],
  start: number,
  height: number,
): number | undefined {
  const room = height + TOLERANCE - (pieces[start]?.head ?? 0);
  // Only from here on: a long text has as many pages as it has pieces, but for a factor.
  for (let at = start + 1; at < pieces.length; at += 1) {
    if (heightOf(pieces, start, at) > room) return at;
  }
  return undefined;
}

/** The pieces with which pages of a height begin. */
export function pageStarts(
  pieces: readonly BreakableBox[],
  spans: readonly Span[],
  height: number,
): readonly number[] {
  const starts = [0];
  for (;;) {
    const start = starts[starts.length - 1] ?? 0;
    const full = firstBeyond(pieces, start, height);
    if (full === undefined) return starts;
    let at = full;
    const mayEnd = () =>
      !pieces[at]?.isJoined && !spans.some((span) => isCutTooShort(pieces, span, start, at));
    while (at > start && !mayEnd()) at -= 1;
    starts.push(at > start ? at : full);
  }
}
