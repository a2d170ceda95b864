/**
 * Tables copied with separators in which nothing is filled but the totals: a merged label loses a
 * separator and the total slides one place to the left. Where no row holds more than one figure and
 * other rows hold theirs under 总计, the slid ones are totals too.
 */
import type { FigureRow, PrintedFigure } from './figure-rows.ts';
import type { PlacedRow, Placement } from './place-rows.ts';
import type { TableWords } from './table-words.ts';

function filledPlaces({ figures }: FigureRow): readonly number[] {
  return figures.flatMap(({ text }, at) => (text === '' ? [] : [at]));
}

function isSeparated({ figures }: PlacedRow): boolean {
  return figures.state === 'clear' && figures.columns === 'separated';
}

const BLANK: PrintedFigure = { text: '', note: '' };

/** The placement with totals that slid one place put back under their head. */
export function soleTotals(placement: Placement, words: TableWords): Placement {
  const { placed } = placement;
  const places = placed.map(({ figures }) => filledPlaces(figures));
  const totalAt = words.sumsOf(words.rowIds[0] ?? '')[0]?.total ?? -1;
  const isSole = places.every(
    (filled) => filled.length <= 1 && filled.every((at) => at === totalAt || at === totalAt - 1),
  );
  const hasTrue = places.some((filled) => filled[0] === totalAt);
  if (!isSole || !hasTrue || totalAt < 1 || !placed.every(isSeparated)) return placement;
  return {
    ...placement,
    placed: placed.map((row, at) => {
      if (places[at]?.[0] !== totalAt - 1) return row;
      const figures = row.figures.figures.map(() => BLANK);
      figures[totalAt] = row.figures.figures[totalAt - 1] ?? BLANK;
      return { ...row, by: 'neighbours', figures: { ...row.figures, figures } };
    }),
  };
}
