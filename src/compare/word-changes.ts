/**
 * Two wordings of a text compared by what they say: sentences that are missing, added or changed,
 * with the changed words marked, and apart from them what differs in form only – order, blanks,
 * full or half width, punctuation. Where one text cuts its lines or sentences elsewhere than the
 * other, nothing differs: tokens are compared first and sentences found from them.
 */

import {
  type Cluster,
  clusterOf,
  merged,
  type PlaceInOther,
  placesInOther,
  shifted,
  type TokenizedText,
  tokenizedText,
  turned,
} from './sentence-clusters.ts';
import { shownTokens, tokensOf } from './text-tokens.ts';
import { diffTokens, type Hunk } from './token-diff.ts';

/** How a text differs: words missing, added or replaced, or blanks and marks alone. */
export type ChangeKind = 'missing' | 'added' | 'changed' | 'format';

/** A stretch of words and what became of it. */
export interface DiffSegment {
  readonly kind: 'same' | 'deleted' | 'inserted';
  readonly text: string;
}

/** One change of words between two texts, with the sentence around it. */
export interface WordChange {
  readonly kind: ChangeKind;
  readonly before: string;
  readonly after: string;
  readonly pieces: readonly DiffSegment[];
  /** Where it stands in each text, by character. */
  readonly at: number;
  readonly otherAt: number;
}

/** Sentences that share fewer of their tokens are two, not one that was changed. */
const ALIKE = 0.4;
/** Runs this short between two changes are no island of sameness. */
const SHORTEST_SAME = 2;

/** Words with what was taken out and put in, for showing. */
export function piecesBetween(before: string, after: string): readonly DiffSegment[] {
  const [one, other] = [shownTokens(before), shownTokens(after)];
  const pieces: DiffSegment[] = [];
  const put = (kind: DiffSegment['kind'], tokens: readonly string[]) => {
    if (tokens.length > 0) pieces.push({ kind, text: tokens.join('') });
  };
  let at = 0;
  for (const { from, to, otherFrom, otherTo } of joined(diffTokens(one, other), one)) {
    put('same', one.slice(at, from));
    put('deleted', one.slice(from, to));
    put('inserted', other.slice(otherFrom, otherTo));
    at = to;
  }
  put('same', one.slice(at));
  return pieces;
}

/** Hunks with the short runs between them taken in; a number stays an island. */
function joined(hunks: readonly Hunk[], row: readonly string[]): readonly Hunk[] {
  const kept: Hunk[] = [];
  for (const hunk of hunks) {
    const last = kept[kept.length - 1];
    const between = last ? row.slice(last.to, hunk.from) : [];
    const isShort = between.length < SHORTEST_SAME && !between.some((text) => /\d/.test(text));
    if (last && isShort) {
      kept[kept.length - 1] = { ...last, to: hunk.to, otherTo: hunk.otherTo };
    } else kept.push(hunk);
  }
  return kept;
}

function wordsOf({ text, sentences }: TokenizedText, from: number, to: number): string {
  if (to <= from) return '';
  return text.slice(sentences[from]!.start, sentences[to - 1]!.end).trim();
}

function startOf({ text, sentences }: TokenizedText, at: number): number {
  return sentences[at]?.start ?? text.length;
}

function change(
  kind: ChangeKind,
  one: TokenizedText,
  other: TokenizedText,
  cluster: Cluster,
): WordChange {
  const { from, to, otherFrom, otherTo } = cluster;
  const [before, after] = [wordsOf(one, from, to), wordsOf(other, otherFrom, otherTo)];
  const pieces = piecesBetween(before, after);
  return {
    kind,
    before,
    after,
    pieces,
    at: startOf(one, from),
    otherAt: startOf(other, otherFrom),
  };
}

/** How much of the larger side both have. */
function likeness(before: string, after: string): number {
  const [one, other] = [before, after].map((text) => tokensOf(text).map((token) => token.text));
  const lost = diffTokens(one!, other!).reduce((sum, { from, to }) => sum + to - from, 0);
  return (one!.length - lost) / Math.max(1, one!.length, other!.length);
}

function eachSentence(
  kind: 'missing' | 'added',
  one: TokenizedText,
  other: TokenizedText,
  cluster: Cluster,
) {
  const { from, to, otherFrom, otherTo } = cluster;
  const [first, last] = kind === 'missing' ? [from, to] : [otherFrom, otherTo];
  return Array.from({ length: last - first }, (_, at) => first + at).map((at) =>
    kind === 'missing'
      ? change(kind, one, other, { ...cluster, from: at, to: at + 1, otherTo: otherFrom })
      : change(kind, one, other, { ...cluster, to: from, otherFrom: at, otherTo: at + 1 }),
  );
}

function changesOf(
  cluster: Cluster,
  one: TokenizedText,
  other: TokenizedText,
): readonly WordChange[] {
  const { from, to, otherFrom, otherTo } = cluster;
  if (to > from && otherTo > otherFrom) {
    const changed = change('changed', one, other, cluster);
    if (likeness(changed.before, changed.after) >= ALIKE) return [changed];
  }
  return [
    ...eachSentence('missing', one, other, cluster),
    ...eachSentence('added', one, other, cluster),
  ];
}

function meaningOf(text: string): string {
  return tokensOf(text)
    .map((token) => token.text)
    .join(' ');
}

/** Sentences that only stand elsewhere: a missing one and an added one that say the same. */
function withMoves(changes: readonly WordChange[]): readonly WordChange[] {
  const added = new Map<string, WordChange[]>();
  // Last first: those that say the same are taken from the end of their list, in order.
  for (const one of [...changes].reverse()) {
    if (one.kind !== 'added') continue;
    const meaning = meaningOf(one.after);
    const alike = added.get(meaning);
    if (alike) alike.push(one);
    else added.set(meaning, [one]);
  }
  const taken = new Set<WordChange>();
  const moved = changes.map((one) => {
    if (one.kind !== 'missing') return one;
    const twin = added.get(meaningOf(one.before))?.pop();
    if (!twin) return one;
    taken.add(twin);
    const pieces = [{ kind: 'same' as const, text: one.before }];
    return { ...one, kind: 'format' as const, after: twin.after, pieces, otherAt: twin.otherAt };
  });
  return moved.filter((one) => !taken.has(one));
}

const OPENING = /[（(《〈“‘「『【[]/;

/** Where the words of a token begin: a bracket opened before it is its own. */
function beginning({ text, tokens }: TokenizedText, token: number): number {
  let at = tokens[token]?.at ?? text.length;
  while (tokens[token] && OPENING.test(text[at - 1] ?? '')) at -= 1;
  return at;
}

/** Text between two tokens, its line ends left out: they belong to the setting. */
function written(side: TokenizedText, from: number, to: number): string {
  return side.text
    .slice(from === 0 ? 0 : beginning(side, from), beginning(side, to))
    .replace(/\s+/g, (blanks) => (/[\r\n]/.test(blanks) ? '' : blanks))
    .trim();
}

/** Sentences that say the same but are written otherwise. */
function formChanges(
  one: TokenizedText,
  other: TokenizedText,
  there: PlaceInOther,
  clusters: readonly Cluster[],
): readonly WordChange[] {
  const taken = new Set(
    clusters.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at)),
  );
  return one.sentences.flatMap(({ from, to, start }, at): readonly WordChange[] => {
    if (taken.has(at)) return [];
    const place = there(from);
    const before = written(one, from, to);
    const after = written(other, place, place + to - from);
    if (before === after) return [];
    const pieces = piecesBetween(before, after);
    return [
      { kind: 'format', before, after, pieces, at: start, otherAt: other.tokens[place]?.at ?? 0 },
    ];
  });
}

/** What differs between two wordings, in the order of the text. */
export function wordChanges(before: string, after: string): readonly WordChange[] {
  if (before === after) return [];
  const [one, other] = [tokenizedText(before), tokenizedText(after)];
  const rows = [one, other].map(({ tokens }) => tokens.map(({ text }) => text));
  const hunks = diffTokens(rows[0]!, rows[1]!).map((hunk) => shifted(hunk, one, other));
  const places = { there: placesInOther(hunks), back: placesInOther(turned(hunks)) };
  const clusters = merged(hunks.map((hunk) => clusterOf(hunk, one, other, places)));
  const said = withMoves(clusters.flatMap((cluster) => changesOf(cluster, one, other)));
  return [...said, ...formChanges(one, other, places.there, clusters)].sort(
    (left, right) => left.at - right.at,
  );
}
