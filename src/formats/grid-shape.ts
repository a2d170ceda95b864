/**
 * A statutory table as a grid of places, in which keys move and ranges are marked: the rows of all
 * its blocks one under the other, each with its cells from left to right. Rows differ in length where
 * blocks do.
 */
import { addressOf, type CellAddress, leafColumns, leafRows } from './cells.ts';
import type { Table } from './format.ts';
import { memoise } from './memoise.ts';

/** A figure cell at its place in a table. */
export interface GridPlace {
  readonly address: CellAddress;
  /** False for a computed cell, which is looked at and copied but never typed. */
  readonly entered: boolean;
}

/** The figure cells of a table by row and column, without its labels. */
export type GridShape = readonly (readonly GridPlace[])[];

/** A place in a grid shape; both count from 0. */
export interface Position {
  readonly row: number;
  readonly column: number;
}

/** A marked rectangle: where it was begun and where it reaches to. */
export interface Range {
  readonly anchor: Position;
  readonly head: Position;
}

/** The grid of a table. */
export const shapeOf = memoise(
  (table: Table): GridShape =>
    table.blocks.flatMap((block) =>
      leafRows(block.rows).map(({ row }) =>
        leafColumns(block.columns).map((column) => ({
          address: addressOf(table.id, row.id, column.id),
          entered: !row.sumOf && !column.sumOf,
        })),
      ),
    ),
);

/** Where an address stands in a grid, or undefined where it does not. */
export function positionOf(shape: GridShape, address: string): Position | undefined {
  for (const [row, places] of shape.entries()) {
    const column = places.findIndex((place) => place.address === address);
    if (column >= 0) return { row, column };
  }
  return undefined;
}

/** The place at a position; in a short row the last one stands for all to its right. */
export function placeAt(shape: GridShape, { row, column }: Position): GridPlace | undefined {
  const places = shape[row];
  return places?.[Math.min(column, places.length - 1)];
}

/** The places of a range, row by row; a row that ends left of the range gives none. */
export function placesIn(
  shape: GridShape,
  { anchor, head }: Range,
): readonly (readonly GridPlace[])[] {
  const [top, bottom] = ordered(anchor.row, head.row);
  const [left, right] = ordered(anchor.column, head.column);
  return shape.slice(top, bottom + 1).map((places) => places.slice(left, right + 1));
}

function ordered(one: number, other: number): readonly [number, number] {
  return one < other ? [one, other] : [other, one];
}

/** The range that covers the whole table. */
export function wholeRange(shape: GridShape): Range {
  const widest = Math.max(...shape.map((places) => places.length));
  return {
    anchor: { row: 0, column: 0 },
    head: { row: shape.length - 1, column: widest - 1 },
  };
}

/** True where a range is a single cell. */
export function isSingle({ anchor, head }: Range): boolean {
  return anchor.row === head.row && anchor.column === head.column;
}

/** The addresses a range marks, as a set that cells can ask. */
export function addressesIn(shape: GridShape, range: Range): ReadonlySet<string> {
  return new Set(placesIn(shape, range).flatMap((row) => row.map(({ address }) => address)));
}
