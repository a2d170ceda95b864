/**
 * What the ways of laying a paste upon a table share: lines of pasted cells going in, placed figures,
 * questions and unmatched coming out.
 */
import type { CellAddress } from '../formats/cells.ts';
import type { PastedCell } from './clipboard-table.ts';
import { isFigureLike } from './clipboard-words.ts';

/** A question the clerk answers once for all figures that share it. */
export interface PasteQuestion {
  readonly id: string;
  readonly text: string;
}

/** A pasted text and the cell it goes to. */
export interface Placed {
  readonly address: CellAddress;
  readonly raw: string;
  readonly question?: PasteQuestion;
}

/** Something pasted that belongs to no cell, and why. */
export interface UnmatchedText {
  readonly raw: string;
  readonly reason: string;
}

/** Which pasted text goes to which cell, and what goes to none. */
export interface Alignment {
  readonly placed: readonly Placed[];
  readonly unmatched: readonly UnmatchedText[];
}

/** A row of pasted cells; undefined where it has none. */
export type PastedLine = readonly (PastedCell | undefined)[];
/** A cell of a line right of its label, with the first position it stands at. */
export interface LineSlot {
  readonly cell: PastedCell;
  readonly at: number;
}

/** The alignment of a paste of which nothing goes anywhere. */
export const NOTHING: Alignment = { placed: [], unmatched: [] };

/** For every position of a line, whether its cell begins there: a merged one stands at several. */
export function firstsOf(line: PastedLine): readonly boolean[] {
  const seen = new Set<PastedCell | undefined>();
  return line.map((piece) => {
    const isFirst = !seen.has(piece);
    seen.add(piece);
    return isFirst;
  });
}

/** The cells of a line from a position on, each once. */
export function slotsOfLine(line: PastedLine, from: number): readonly LineSlot[] {
  const isFirst = firstsOf(line);
  return line.flatMap((piece, at) =>
    piece && at >= from && isFirst[at] ? [{ cell: piece, at }] : [],
  );
}

/** True for a line that holds more than figures. */
export function hasWords(line: PastedLine): boolean {
  return line.some((piece) => piece && piece.text !== '' && !isFigureLike(piece.text));
}
