/**
 * What the ways of laying a paste upon a table share: lines of pasted cells going in, placed figures,
 * questions and strays coming out.
 */
import type { CellAddress } from '../formats/cells.ts';
import type { Piece } from './clipboard-table.ts';
import { isFigureLike } from './clipboard-words.ts';

/** A question the clerk answers once for all figures that share it. */
export interface Doubt {
  readonly id: string;
  readonly text: string;
}

export interface Placed {
  readonly address: CellAddress;
  readonly raw: string;
  readonly doubt?: Doubt;
}

/** Something pasted that belongs to no cell, and why. */
export interface Stray {
  readonly raw: string;
  readonly reason: string;
}

export interface Alignment {
  readonly placed: readonly Placed[];
  readonly strays: readonly Stray[];
}

export type Line = readonly (Piece | undefined)[];
/** A cell of a line right of its label, with the first position it stands at. */
export interface Slot {
  readonly piece: Piece;
  readonly at: number;
}

export const NOTHING: Alignment = { placed: [], strays: [] };

/** For every position of a line, whether its cell begins there: a merged one stands at several. */
export function firstsOf(line: Line): readonly boolean[] {
  const seen = new Set<Piece | undefined>();
  return line.map((piece) => {
    const isFirst = !seen.has(piece);
    seen.add(piece);
    return isFirst;
  });
}

/** The cells of a line from a position on, each once. */
export function slotsOf(line: Line, from: number): readonly Slot[] {
  const isFirst = firstsOf(line);
  return line.flatMap((piece, at) => (piece && at >= from && isFirst[at] ? [{ piece, at }] : []));
}

/** True for a line that holds more than figures. */
export function hasWords(line: Line): boolean {
  return line.some((piece) => piece && piece.text !== '' && !isFigureLike(piece.text));
}
