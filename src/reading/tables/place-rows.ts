/**
 * Rows of figures put into the rows of the form. A row that carries its own label is an anchor;
 * rows whose labels were torn away are given to the labels missing between two anchors, and only if
 * there are exactly as many. Nothing is counted from the beginning of a table.
 */

import { compact } from '../readers/plain-text.ts';
import { type FigureRow, isLone, type TableItem, type WidthOf } from './figure-rows.ts';

/** How a row got its place: beside its label, by its neighbours, or not at all. */
export type PlacedBy = 'label' | 'neighbours';

export interface PlacedRow {
  readonly row: string;
  readonly by: PlacedBy;
  readonly figures: FigureRow;
  /** For `neighbours`: the labels were seen in the same gap and order. */
  readonly labelsSeen: boolean;
}

/** A row of the form of which something was seen that cannot be told apart. */
export interface DoubtfulRow {
  readonly row: string;
  readonly source: string;
}

export interface Placement {
  readonly placed: readonly PlacedRow[];
  readonly doubtful: readonly DoubtfulRow[];
  /** Figures that belong to no row of the form. */
  readonly strays: readonly FigureRow[];
}

interface Anchor {
  readonly at: number;
  readonly order: number;
  readonly item: FigureRow;
}

/** The longest run of anchors whose order is that of the form; the others are out of place. */
function inOrder(anchors: readonly Anchor[]): readonly Anchor[] {
  const best = anchors.map(() => 1);
  const before = anchors.map(() => -1);
  anchors.forEach(({ order }, at) => {
    for (let earlier = 0; earlier < at; earlier += 1) {
      if (anchors[earlier]!.order < order && best[earlier]! + 1 > best[at]!) {
        best[at] = best[earlier]! + 1;
        before[at] = earlier;
      }
    }
  });
  const kept: Anchor[] = [];
  let at = best.indexOf(Math.max(0, ...best));
  while (at >= 0) {
    kept.unshift(anchors[at]!);
    at = before[at]!;
  }
  return kept;
}

function sameFigures(one: FigureRow, other: FigureRow): boolean {
  return (
    one.state === other.state &&
    one.figures.map(({ text }) => text).join(' ') ===
      other.figures.map(({ text }) => text).join(' ')
  );
}

/** Figures of torn rows cut to the widths of the rows missing; undefined where they do not fit. */
function shareOut(
  torn: readonly FigureRow[],
  missing: readonly string[],
  widthOf: WidthOf,
): readonly FigureRow[] | undefined {
  const shares: FigureRow[] = [];
  let row = 0;
  for (const item of torn) {
    let from = 0;
    while (from < item.figures.length) {
      const name = missing[row];
      if (name === undefined) return undefined;
      const figures = item.figures.slice(from, from + widthOf(name));
      if (figures.length < widthOf(name)) return undefined;
      shares.push({ ...item, figures });
      from += figures.length;
      row += 1;
    }
  }
  return row === missing.length ? shares : undefined;
}

export interface TableShape {
  /** The rows of the form in printed order. */
  readonly rowIds: readonly string[];
  readonly widthOf: WidthOf;
  /** Letters of all labels and group labels. */
  readonly letters: ReadonlySet<string>;
  /** True for a piece of such a label, with or without its number. */
  readonly isPieceOfLabel: (text: string) => boolean;
}

/**
 * Words beside a torn row may only be pieces of its own label or of a group's. In running text they
 * may come in any order; a cell of a grid holds them together.
 */
function wordsFit({ words, columns }: FigureRow, shape: TableShape): boolean {
  const isKnown = Array.from(compact(words)).every((letter) => shape.letters.has(letter));
  return isKnown && (columns === undefined || words.split(/\s+/).every(shape.isPieceOfLabel));
}

/** Several sightings of one row: the same figures twice are one; of different ones none is taken. */
function uniqueAnchors(anchors: readonly Anchor[]): {
  readonly single: readonly Anchor[];
  readonly torn: readonly Anchor[];
  /** Sightings beside the one that was taken, and such as contradict one another. */
  readonly others: readonly FigureRow[];
} {
  const byOrder = new Map<number, Anchor[]>();
  for (const anchor of anchors) {
    const sightings = byOrder.get(anchor.order);
    if (sightings) sightings.push(anchor);
    else byOrder.set(anchor.order, [anchor]);
  }
  const single: Anchor[] = [];
  const torn: Anchor[] = [];
  const others: FigureRow[] = [];
  for (const sightings of byOrder.values()) {
    const whole = sightings.filter(({ item }) => item.state !== 'broken');
    const [first] = whole;
    const isOne = first && whole.every(({ item }) => sameFigures(item, first.item));
    if (isOne) single.push(first);
    else torn.push(...sightings);
    const beside = isOne ? sightings.filter(({ item }) => item.state === 'broken') : sightings;
    if (sightings.length > 1) others.push(...beside.map(({ item }) => item));
  }
  return { single: single.sort((one, other) => one.at - other.at), torn, others };
}

interface Gap {
  readonly missing: readonly string[];
  readonly items: readonly TableItem[];
}

/** As many figures as one of the missing rows, or several of them, has. */
function isWholeRow(count: number, missing: readonly string[], { widthOf }: TableShape): boolean {
  return missing.some((row) => count % widthOf(row) === 0);
}

function fillGap(gap: Gap, shape: TableShape): Placement {
  const torn = gap.items.filter((item): item is FigureRow => !isLone(item) && !item.row);
  if (torn.length === 0) return { placed: [], doubtful: [], strays: [] };
  const isWhole = ({ figures }: FigureRow) => isWholeRow(figures.length, gap.missing, shape);
  const whole = torn.filter(isWhole);
  const shares =
    shareOut(torn, gap.missing, shape.widthOf) ?? shareOut(whole, gap.missing, shape.widthOf);
  const alien = torn.filter((item) => !wordsFit(item, shape));
  if (!shares || alien.length > 0) {
    const source = torn.map((item) => item.source).join('；');
    return {
      placed: [],
      doubtful: gap.missing.map((row) => ({ row, source })),
      // What bears words of its own is a row the form lacks, whatever else is missing beside it.
      strays: gap.missing.length === 0 ? torn : alien,
    };
  }
  const seen = gap.items.filter(isLone).map(({ row }) => row);
  const labelsSeen = whole.length === torn.length && seen.join(' ') === gap.missing.join(' ');
  return {
    placed: shares.map((figures, at) => ({
      row: gap.missing[at]!,
      by: 'neighbours' as const,
      figures,
      labelsSeen,
    })),
    doubtful: [],
    strays: torn.filter((item) => !isWhole(item)),
  };
}

/** A row whose label is no longer taken to speak for the figures below it. */
function parted(item: FigureRow): readonly TableItem[] {
  return [
    { row: item.row ?? '', lone: true },
    { ...item, row: undefined, words: '' },
  ];
}

/** True where figures stand before the first label and the last label stands without any. */
function isShifted(items: readonly TableItem[]): boolean {
  const first = items.findIndex((item) => isLone(item) || item.row !== undefined);
  const last = items[items.length - 1];
  return first > 0 && last !== undefined && isLone(last);
}

function isBelow(item: TableItem | undefined): item is FigureRow {
  return item !== undefined && !isLone(item) && item.row !== undefined && item.below === true;
}

function isTorn(item: TableItem | undefined): boolean {
  return item !== undefined && !isLone(item) && item.row === undefined;
}

/** Items up to the next row that has its figures beside its label. */
function unanchoredStretches(items: readonly TableItem[]): readonly (readonly TableItem[])[] {
  const stretches: TableItem[][] = [[]];
  for (const item of items) {
    const isAnchor = !isLone(item) && item.row !== undefined && !item.below;
    if (isAnchor) stretches.push([item], []);
    else stretches[stretches.length - 1]!.push(item);
  }
  return stretches;
}

/**
 * Labels and figures that follow one another by turns speak for themselves. Where labels stand one
 * behind the other and figures elsewhere without any, those between may belong to either side.
 */
function withoutDoubtfulBelow(stretch: readonly TableItem[]): readonly TableItem[] {
  const lone = stretch.flatMap((item, at) => (isLone(item) ? [at] : []));
  const torn = stretch.flatMap((item, at) => (isTorn(item) ? [at] : []));
  const odd = [...lone, ...torn];
  const isMixed = lone.length > 0 && torn.length > 0;
  const [from, to] = isMixed ? [Math.min(...odd), Math.max(...odd)] : [0, -1];
  return stretch.flatMap((item, at) => {
    const [before, after] = [stretch[at - 1], stretch[at + 1]];
    const isBeside = (before && isLone(before)) || isTorn(before) || isTorn(after);
    return isBelow(item) && (isBeside || (at > from && at < to)) ? parted(item) : [item];
  });
}

/** The items with figures below a label taken for its own only where that is beyond doubt. */
function withSureLabels(items: readonly TableItem[]): readonly TableItem[] {
  if (isShifted(items)) {
    return items.flatMap((item) => (isBelow(item) ? parted(item) : [item]));
  }
  return unanchoredStretches(items).flatMap(withoutDoubtfulBelow);
}

/** Gives every row of figures its place in the form, or says that it cannot be known. */
export function placeRows(found: readonly TableItem[], shape: TableShape): Placement {
  // A label that this form lacks is a group's here: no figures are missing beside it.
  const own = found.filter(
    (item) => (isLone(item) || !item.foreign) && (!item.row || shape.rowIds.includes(item.row)),
  );
  const isOwn = new Set(own);
  const foreign = found.filter((item): item is FigureRow => !isLone(item) && !isOwn.has(item));
  const items = withSureLabels(own);
  const all = items.flatMap((item, at) => {
    const order = isLone(item) || !item.row ? -1 : shape.rowIds.indexOf(item.row);
    return order < 0 ? [] : [{ at, order, item: item as FigureRow }];
  });
  const { single, torn, others } = uniqueAnchors(all);
  const anchors = inOrder(single);
  const elsewhere = single.filter((anchor) => !anchors.includes(anchor));
  // A label on the same line speaks for its figures wherever the row stands.
  const besideLabel = elsewhere.filter(({ item }) => !item.below);
  const outOfOrder = [...elsewhere.filter(({ item }) => item.below), ...torn];
  const doubtful: DoubtfulRow[] = outOfOrder.map(({ item }) => ({
    row: item.row ?? '',
    source: item.source,
  }));
  const known = new Set([...single, ...outOfOrder].map(({ order }) => order));
  const placed: PlacedRow[] = [...anchors, ...besideLabel].map(({ item }) => ({
    row: item.row ?? '',
    by: 'label',
    figures: item,
    labelsSeen: true,
  }));
  const strays: FigureRow[] = [...foreign, ...others];
  const ends = [...anchors, { at: items.length, order: shape.rowIds.length }];
  let from = { at: -1, order: -1 };
  for (const to of ends) {
    const missing = shape.rowIds.filter(
      (_, order) => order > from.order && order < to.order && !known.has(order),
    );
    const filled = fillGap({ missing, items: items.slice(from.at + 1, to.at) }, shape);
    placed.push(...filled.placed);
    doubtful.push(...filled.doubtful);
    strays.push(...filled.strays);
    from = to;
  }
  return { placed, doubtful, strays };
}
