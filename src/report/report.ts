/**
 * A report as it is understood: what each text means, and the totals that follow. Always derived
 * from a `RawReport` and its format, never stored.
 *
 * 1. A computed cell is the sum of its addends and of nothing else.
 * 2. A sum over a blank or unreadable addend is partial: it says what it knows and how much is missing.
 */
import Big from 'big.js';
import { type Cell, type CellAddress, cellAt, cellsOf } from '../formats/cells.ts';
import type { Format } from '../formats/format.ts';
import { type Figure, readFigure } from './figure.ts';
import type { RawReport } from './raw-report.ts';

/** A sum of which some addends are not known; `missing` counts the entered cells without a figure. */
export interface PartialSum {
  readonly state: 'partial';
  readonly value: Big;
  readonly missing: number;
  /** Entered cells that do have a figure; 0 means nothing is known yet. */
  readonly found: number;
}

export type CellValue = Figure | PartialSum;

export interface Report {
  readonly raw: RawReport;
  readonly format: Format;
  /** One value for every cell of the format. */
  readonly values: ReadonlyMap<CellAddress, CellValue>;
}

const ZERO = new Big(0);
const BLANK: CellValue = { state: 'blank' };

interface Sum {
  value: Big;
  missing: number;
  found: number;
}

function addTo(sum: Sum, value: CellValue): void {
  if (value.state === 'known' || value.state === 'partial') sum.value = sum.value.plus(value.value);
  if (value.state === 'known') sum.found += 1;
  else if (value.state === 'partial') {
    sum.missing += value.missing;
    sum.found += value.found;
  } else sum.missing += 1;
}

function sumOf(
  addends: readonly CellAddress[],
  valueAt: (address: CellAddress) => CellValue,
): CellValue {
  const sum: Sum = { value: ZERO, missing: 0, found: 0 };
  for (const address of addends) addTo(sum, valueAt(address));
  if (sum.missing > 0) return { state: 'partial', ...sum };
  return { state: 'known', value: sum.value, text: sum.value.toFixed() };
}

/** What a report says: the value of every cell of the format, computed ones included. */
export function understand(raw: RawReport, format: Format): Report {
  const values = new Map<CellAddress, CellValue>();
  const settle = (cell: Cell): CellValue => {
    const done = values.get(cell.address);
    if (done) return done;
    const value = cell.addends
      ? sumOf(cell.addends, (address) => {
          const addend = cellAt(format, address);
          return addend ? settle(addend) : BLANK;
        })
      : readFigure(raw.cells[cell.address] ?? '', cell);
    values.set(cell.address, value);
    return value;
  };
  for (const cell of cellsOf(format)) settle(cell);
  return { raw, format, values };
}

/** The value of a cell; blank where the format has no such cell. */
export function valueAt(report: Report, address: string): CellValue {
  return report.values.get(address as CellAddress) ?? BLANK;
}

/** The figure of a cell as plain text, or undefined where none is known for certain. */
export function figureText(report: Report, address: string): string | undefined {
  const value = valueAt(report, address);
  return value.state === 'known' ? value.text : undefined;
}

/** Figures typed or read at addresses this format does not have, with their text. */
export function unplacedCells({ raw, format }: Report): readonly (readonly [string, string])[] {
  return Object.entries({ ...raw.stated, ...raw.cells }).filter(
    ([address, text]) => text.trim() !== '' && !cellAt(format, address),
  );
}
