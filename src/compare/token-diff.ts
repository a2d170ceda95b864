/**
 * The shortest way from one row of tokens to another, as hunks: what stands between them is common.
 * Long rows are first cut at runs that occur once in both, so that texts of any length take a
 * moment; what stays too large is taken as replaced whole. Knows nothing of what the tokens mean.
 */

/** Tokens `from`..`to` of the one row stand where `otherFrom`..`otherTo` stand in the other. */
export interface Hunk {
  readonly from: number;
  readonly to: number;
  readonly otherFrom: number;
  readonly otherTo: number;
}

/** Pairs that are compared one by one; beyond, rows are cut first. */
const EASY = 200_000;
/** Pairs that are compared at all. */
const MOST = 4_000_000;
/** A run that is this long and occurs once in both rows belongs together. */
const RUN = 6;

type Row = readonly string[];

interface Span {
  readonly from: number;
  readonly to: number;
  readonly otherFrom: number;
  readonly otherTo: number;
}

function trimmed(one: Row, other: Row, span: Span): Span {
  let { from, to, otherFrom, otherTo } = span;
  while (from < to && otherFrom < otherTo && one[from] === other[otherFrom]) {
    from += 1;
    otherFrom += 1;
  }
  while (from < to && otherFrom < otherTo && one[to - 1] === other[otherTo - 1]) {
    to -= 1;
    otherTo -= 1;
  }
  return { from, to, otherFrom, otherTo };
}

/** Places of the runs that occur once between two places. */
function uniqueRuns(row: Row, from: number, to: number): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (let at = from; at + RUN <= to; at += 1) {
    const run = row.slice(at, at + RUN).join('\u0001');
    places.set(run, places.has(run) ? -1 : at);
  }
  return places;
}

/** The longest rising row of second places among pairs sorted by the first. */
function rising(
  pairs: readonly (readonly [number, number])[],
): readonly (readonly [number, number])[] {
  const ends: number[] = [];
  const before: number[] = [];
  pairs.forEach(([, place], at) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[ends[middle]!]![1] < place) low = middle + 1;
      else high = middle;
    }
    before[at] = low > 0 ? ends[low - 1]! : -1;
    ends[low] = at;
  });
  const chain: (readonly [number, number])[] = [];
  for (let at = ends[ends.length - 1] ?? -1; at >= 0; at = before[at] ?? -1) chain.push(pairs[at]!);
  return chain.reverse();
}

/** Spans between the runs both rows have once; the span itself where there are none. */
function cutAtRuns(one: Row, other: Row, span: Span): readonly Span[] {
  const places = uniqueRuns(other, span.otherFrom, span.otherTo);
  const pairs = [...uniqueRuns(one, span.from, span.to)].flatMap(([run, at]) => {
    const place = places.get(run) ?? -1;
    return at >= 0 && place >= 0 ? [[at, place] as const] : [];
  });
  const spans: Span[] = [];
  let { from, otherFrom } = span;
  for (const [at, place] of rising(pairs)) {
    if (at < from || place < otherFrom) continue;
    spans.push({ from, to: at, otherFrom, otherTo: place });
    from = at + RUN;
    otherFrom = place + RUN;
  }
  return [...spans, { from, to: span.to, otherFrom, otherTo: span.otherTo }];
}

/** Lengths of the longest common rows from each pair of places to the end. */
function commonLengths(one: Row, other: Row, { from, to, otherFrom, otherTo }: Span): Uint16Array {
  const width = otherTo - otherFrom + 1;
  const lengths = new Uint16Array((to - from + 1) * width);
  for (let at = to - from - 1; at >= 0; at -= 1) {
    for (let place = width - 2; place >= 0; place -= 1) {
      const here = at * width + place;
      lengths[here] =
        one[from + at] === other[otherFrom + place]
          ? lengths[here + width + 1]! + 1
          : Math.max(lengths[here + width]!, lengths[here + 1]!);
    }
  }
  return lengths;
}

function hunksOneByOne(one: Row, other: Row, span: Span): readonly Hunk[] {
  const { from, to, otherFrom, otherTo } = span;
  const width = otherTo - otherFrom + 1;
  const lengths = commonLengths(one, other, span);
  const hunks: Hunk[] = [];
  let [at, place, start, otherStart] = [from, otherFrom, from, otherFrom];
  const close = () => {
    if (at > start || place > otherStart) {
      hunks.push({ from: start, to: at, otherFrom: otherStart, otherTo: place });
    }
  };
  while (at < to || place < otherTo) {
    const here = (at - from) * width + (place - otherFrom);
    if (at < to && place < otherTo && one[at] === other[place]) {
      close();
      at += 1;
      place += 1;
      [start, otherStart] = [at, place];
    } else if (place >= otherTo || (at < to && lengths[here + width]! >= lengths[here + 1]!)) {
      at += 1;
    } else place += 1;
  }
  close();
  return hunks;
}

function hunksIn(one: Row, other: Row, whole: Span): readonly Hunk[] {
  const span = trimmed(one, other, whole);
  const [length, otherLength] = [span.to - span.from, span.otherTo - span.otherFrom];
  if (length === 0 && otherLength === 0) return [];
  if (length === 0 || otherLength === 0) return [span];
  const pairs = length * otherLength;
  if (pairs <= EASY) return hunksOneByOne(one, other, span);
  const spans = cutAtRuns(one, other, span);
  if (spans.length > 1) return spans.flatMap((part) => hunksIn(one, other, part));
  return pairs <= MOST ? hunksOneByOne(one, other, span) : [span];
}

/** The hunks in which two rows differ, in order; none where they are equal. */
export function diffTokens(one: Row, other: Row): readonly Hunk[] {
  const whole = { from: 0, to: one.length, otherFrom: 0, otherTo: other.length };
  const hunks: Hunk[] = [];
  for (const hunk of hunksIn(one, other, whole)) {
    const last = hunks[hunks.length - 1];
    // Two spans may meet without a common token between them.
    if (last && last.to === hunk.from && last.otherTo === hunk.otherFrom) {
      hunks[hunks.length - 1] = { ...last, to: hunk.to, otherTo: hunk.otherTo };
    } else hunks.push(hunk);
  }
  return hunks;
}
