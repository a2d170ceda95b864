/** Edits of a marked range: which texts its entered cells get when it is cleared or filled. */
import type { GridPlace, GridShape, Range } from '../formats/grid-shape.ts';
import { placeAt, placesIn } from '../formats/grid-shape.ts';

export type CellTexts = Readonly<Record<string, string>>;

/** Where the text of a fill comes from: the row above, the column to the left, the active cell. */
export type FillSource = 'above' | 'left' | 'active';

/** Nothing into every entered cell of the range. */
export function clearTexts(shape: GridShape, range: Range): CellTexts {
  return textsFor(shape, range, () => '');
}

/**
 * The first row (or column) of the range into the rest of it, as Ctrl+D and Ctrl+R do; a range of one
 * row (or column) takes from the one before. `textOf` says what stands in a cell.
 */
export function fillTexts(
  shape: GridShape,
  range: Range,
  source: FillSource,
  textOf: (place: GridPlace) => string,
): CellTexts {
  const { anchor, head } = range;
  const top = Math.min(anchor.row, head.row) - (anchor.row === head.row ? 1 : 0);
  const left = Math.min(anchor.column, head.column) - (anchor.column === head.column ? 1 : 0);
  return textsFor(shape, range, (row, column) => {
    if (source === 'active') return textAt(shape, anchor.row, anchor.column, textOf);
    return source === 'above'
      ? textAt(shape, top, column, textOf)
      : textAt(shape, row, left, textOf);
  });
}

function textAt(
  shape: GridShape,
  row: number,
  column: number,
  textOf: (place: GridPlace) => string,
): string | undefined {
  const place = row < 0 || column < 0 ? undefined : placeAt(shape, { row, column });
  return place && textOf(place);
}

function textsFor(
  shape: GridShape,
  range: Range,
  textFor: (row: number, column: number) => string | undefined,
): CellTexts {
  const top = Math.min(range.anchor.row, range.head.row);
  const left = Math.min(range.anchor.column, range.head.column);
  const texts = placesIn(shape, range).flatMap((places, down) =>
    places.flatMap(({ address, entered }, across) => {
      const text = entered ? textFor(top + down, left + across) : undefined;
      return text === undefined ? [] : [[address, text] as const];
    }),
  );
  return Object.fromEntries(texts);
}
