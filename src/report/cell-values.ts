/**
 * The values of all cells of a report. An edit changes a handful of two hundred: the new values share
 * the rest with the old ones, so that no key copies them all.
 */
import type Big from 'big.js';
import type { CellAddress } from '../formats/cells.ts';
import type { Figure } from './figure.ts';

/** A sum of which some addends are not known; `missing` counts the entered cells without a figure. */
export interface PartialSum {
  readonly state: 'partial';
  readonly value: Big;
  readonly missing: number;
  /** Entered cells that do have a figure; 0 means nothing is known yet. */
  readonly found: number;
}

export type CellValue = Figure | PartialSum;

export interface CellValues extends Iterable<readonly [CellAddress, CellValue]> {
  readonly get: (address: CellAddress) => CellValue | undefined;
}

/** Values of which some lie over others. */
interface Layers {
  /** A value for every cell. */
  readonly all: CellValues;
  readonly over: ReadonlyMap<CellAddress, CellValue>;
}

/** More than this lying over the others costs more than a copy of all. */
const MOST_OVER = 32;

const LAYERS = new WeakMap<CellValues, Layers>();

function layered(layers: Layers): CellValues {
  const { all, over } = layers;
  const values: CellValues = {
    get: (address) => over.get(address) ?? all.get(address),
    *[Symbol.iterator]() {
      for (const [address, value] of all) yield [address, over.get(address) ?? value] as const;
    },
  };
  LAYERS.set(values, layers);
  return values;
}

/** The values with some of them changed; every cell that is changed has a value before. */
export function withValues(
  before: CellValues,
  changed: ReadonlyMap<CellAddress, CellValue>,
): CellValues {
  const { all, over } = LAYERS.get(before) ?? { all: before, over: new Map() };
  if (over.size + changed.size <= MOST_OVER) {
    return layered({ all, over: new Map([...over, ...changed]) });
  }
  return new Map([...before, ...changed]);
}
