/**
 * Sentences of two wordings set against each other, found from the tokens in which they differ: where
 * one text cuts its sentences elsewhere, as many are taken together as say the same stretch.
 */
import { type Token, tokensOf } from './text-tokens.ts';
import type { Hunk } from './token-diff.ts';

/** A sentence by the range of its characters and of its tokens, ends excluded. */
export interface SentenceSpan {
  readonly start: number;
  readonly end: number;
  /** Its tokens. */
  readonly from: number;
  readonly to: number;
}

/** A text with its tokens and the sentences they make. */
export interface TokenizedText {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly sentences: readonly SentenceSpan[];
  /** The tokens that sentences begin with. */
  readonly starts: ReadonlySet<number>;
}

const SENTENCE = /[^。；！？\r\n]+[。；！？\r\n]*/g;

/** A text with its tokens and sentences. */
export function tokenizedText(text: string): TokenizedText {
  const tokens = tokensOf(text);
  const sentences: SentenceSpan[] = [];
  let from = 0;
  for (const match of text.matchAll(SENTENCE)) {
    const end = match.index + match[0].length;
    let to = from;
    while ((tokens[to]?.at ?? Number.POSITIVE_INFINITY) < end) to += 1;
    if (to > from) sentences.push({ start: match.index, end, from, to });
    from = to;
  }
  return { text, tokens, sentences, starts: new Set(sentences.map((one) => one.from)) };
}

/** The first of `count` places of which something holds that, once true, stays true. */
function firstOf(count: number, holds: (at: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function isBoundary({ starts, tokens }: TokenizedText, at: number): boolean {
  return at === tokens.length || starts.has(at);
}

/** A pure insertion or deletion moved along equal tokens to where a sentence begins, if it can be. */
export function shifted(hunk: Hunk, one: TokenizedText, other: TokenizedText): Hunk {
  const isDeletion = hunk.otherFrom === hunk.otherTo;
  if (!isDeletion && hunk.from !== hunk.to) return hunk;
  const side = isDeletion ? one : other;
  const [from, to] = isDeletion ? [hunk.from, hunk.to] : [hunk.otherFrom, hunk.otherTo];
  const equal = (a: number, b: number) =>
    side.tokens[a] !== undefined && side.tokens[a]?.text === side.tokens[b]?.text;
  const fits = (by: number) => isBoundary(side, from + by) && isBoundary(side, to + by);
  let [left, right] = [0, 0];
  while (equal(from + left - 1, to + left - 1) && !fits(left)) left -= 1;
  while (equal(from + right, to + right) && !fits(right)) right += 1;
  const by = fits(left) ? left : fits(right) ? right : 0;
  return {
    from: hunk.from + by,
    to: hunk.to + by,
    otherFrom: hunk.otherFrom + by,
    otherTo: hunk.otherTo + by,
  };
}

/** Sentences `from`..`to` of one side against those of the other. */
export interface Cluster {
  readonly from: number;
  readonly to: number;
  readonly otherFrom: number;
  readonly otherTo: number;
}

/** The sentences that tokens `from`..`to` touch; none for a place between two sentences. */
function touched(side: TokenizedText, from: number, to: number): readonly [number, number] {
  const { sentences } = side;
  const start = firstOf(sentences.length, (at) => sentences[at]!.to > from);
  if (from === to) return isBoundary(side, from) ? [start, start] : [start, start + 1];
  return [
    start,
    Math.max(
      start,
      firstOf(sentences.length, (at) => sentences[at]!.from >= to),
    ),
  ];
}

function coversWhole(side: TokenizedText, from: number, to: number): boolean {
  return to > from && isBoundary(side, from) && isBoundary(side, to);
}

/** The place of a token in the other side; exact outside of hunks. */
export type PlaceInOther = (at: number) => number;

/** For every place of a list, the largest number up to it. */
function largestSoFar(numbers: readonly number[]): readonly number[] {
  let largest = Number.NEGATIVE_INFINITY;
  return numbers.map((number) => {
    largest = Math.max(largest, number);
    return largest;
  });
}

/** Tells places in the other side by the hunks in order: what lies between them is the same. */
export function placesInOther(hunks: readonly Hunk[]): PlaceInOther {
  // A hunk that was moved along equal tokens may reach past its neighbour.
  const from = largestSoFar(hunks.map((hunk) => hunk.from));
  const to = largestSoFar(hunks.map((hunk) => hunk.to));
  return (at) => {
    const before = firstOf(hunks.length, (one) => from[one]! > at);
    const around = firstOf(before, (one) => to[one]! > at);
    if (around < before) return hunks[around]!.otherFrom;
    const last = hunks[before - 1];
    return last ? at + last.otherTo - last.to : at;
  };
}

/** The hunks as seen from the other side. */
export function turned(hunks: readonly Hunk[]): readonly Hunk[] {
  return hunks.map(({ from, to, otherFrom, otherTo }) => ({
    from: otherFrom,
    to: otherTo,
    otherFrom: from,
    otherTo: to,
  }));
}

/** The sentences a hunk takes part in, on both sides, until whole sentences stand against whole ones. */
export function clusterOf(
  hunk: Hunk,
  one: TokenizedText,
  other: TokenizedText,
  { there, back }: { readonly there: PlaceInOther; readonly back: PlaceInOther },
): Cluster {
  let [from, to] = touched(one, hunk.from, hunk.to);
  let [otherFrom, otherTo] = touched(other, hunk.otherFrom, hunk.otherTo);
  const isLost = hunk.otherFrom === hunk.otherTo && coversWhole(one, hunk.from, hunk.to);
  if (isLost) return { from, to, otherFrom, otherTo: otherFrom };
  const isNew = hunk.from === hunk.to && coversWhole(other, hunk.otherFrom, hunk.otherTo);
  if (isNew) return { from, to: from, otherFrom, otherTo };
  for (let grown = true; grown; ) {
    const before = [from, to, otherFrom, otherTo].join();
    if (to > from) {
      const start = there(one.sentences[from]!.from);
      const end = there(one.sentences[to - 1]!.to - 1) + 1;
      const [first, last] = touched(other, start, Math.max(start, end));
      [otherFrom, otherTo] = [Math.min(otherFrom, first), Math.max(otherTo, last)];
    }
    if (otherTo > otherFrom) {
      const start = back(other.sentences[otherFrom]!.from);
      const end = back(other.sentences[otherTo - 1]!.to - 1) + 1;
      const [first, last] = touched(one, start, Math.max(start, end));
      [from, to] = [Math.min(from, first), Math.max(to, last)];
    }
    grown = [from, to, otherFrom, otherTo].join() !== before;
  }
  return { from, to, otherFrom, otherTo };
}

/** Clusters that share a sentence are one. */
export function merged(clusters: readonly Cluster[]): readonly Cluster[] {
  const kept: Cluster[] = [];
  for (const cluster of clusters) {
    const last = kept[kept.length - 1];
    const meets = last && (cluster.from < last.to || cluster.otherFrom < last.otherTo);
    if (!last || !meets) kept.push(cluster);
    else {
      kept[kept.length - 1] = {
        from: Math.min(last.from, cluster.from),
        to: Math.max(last.to, cluster.to),
        otherFrom: Math.min(last.otherFrom, cluster.otherFrom),
        otherTo: Math.max(last.otherTo, cluster.otherTo),
      };
    }
  }
  return kept;
}
