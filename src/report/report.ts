/**
 * A report as it is understood: what each text means, and the totals that follow. Always derived
 * from a `RawReport` and its format, never stored.
 *
 * 1. A computed cell is the sum of its addends and of nothing else.
 * 2. A sum over a blank or unreadable addend is partial: it says what it knows and how much is missing.
 */
import Big from 'big.js';
import {
  type Cell,
  type CellAddress,
  cellAt,
  cellsOf,
  isEntered,
  sumsOf,
} from '../formats/cells.ts';
import type { Format } from '../formats/format.ts';
import { type CellValue, type CellValues, withValues } from './cell-values.ts';
import { readFigure } from './figure.ts';
import { createNotedChanges } from './noted-changes.ts';
import { changedTexts, type RawReport } from './raw-report.ts';

export interface Report {
  readonly raw: RawReport;
  readonly format: Format;
  /** One value for every cell of the format. */
  readonly values: CellValues;
  /** Figures typed or read at addresses this format does not have, with their text. */
  readonly unplaced: readonly UnplacedFigure[];
}

export type UnplacedFigure = readonly [address: string, text: string];

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
  return { raw, format, values, unplaced: unplacedIn(raw, format) };
}

type Texts = Readonly<Record<string, string>>;

function textsWithoutCell(texts: Texts, format: Format): readonly UnplacedFigure[] {
  return Object.entries(texts).filter(
    ([address, text]) => !cellAt(format, address) && text.trim() !== '',
  );
}

function unplacedIn({ stated, cells }: RawReport, format: Format): readonly UnplacedFigure[] {
  return [...new Map([...textsWithoutCell(stated, format), ...textsWithoutCell(cells, format)])];
}

function isSameValue(one: CellValue, other: CellValue): boolean {
  if (one.state === 'known') return other.state === 'known' && one.text === other.text;
  if (one.state === 'unreadable') return other.state === 'unreadable' && one.raw === other.raw;
  if (one.state === 'blank') return other.state === 'blank';
  return (
    other.state === 'partial' &&
    one.missing === other.missing &&
    one.found === other.found &&
    one.value.eq(other.value)
  );
}

/** A sum after an edit of some of its addends: it gains what they gained. */
function sumAgain(
  was: CellValue,
  addends: readonly CellAddress[],
  changed: ReadonlyMap<CellAddress, CellValue>,
  before: CellValues,
): CellValue {
  let sum = was.state === 'known' ? was.value : undefined;
  for (const [address, value] of changed) {
    if (!sum || !addends.includes(address)) continue;
    const old = before.get(address);
    const areKnown = old?.state === 'known' && value.state === 'known';
    sum = areKnown ? sum.minus(old.value).plus(value.value) : undefined;
  }
  if (!sum)
    return sumOf(addends, (address) => changed.get(address) ?? before.get(address) ?? BLANK);
  return { state: 'known', value: sum, text: sum.toFixed() };
}

const VALUES = createNotedChanges<CellValues, CellAddress>((one, other) => {
  const changed = [...other].filter(([address, value]) => one.get(address) !== value);
  const gone = [...one].filter(([address]) => !other.get(address));
  return [...changed, ...gone].map(([address]) => address);
});

/** The cells that say something else in one report than in the other, computed ones included. */
export function changedCells(one: Report, other: Report): readonly CellAddress[] {
  return VALUES.between(one.values, other.values);
}

function valuesAgain(before: Report, raw: RawReport, edited: readonly Cell[]): CellValues {
  const { format } = before;
  const changed = new Map<CellAddress, CellValue>();
  const put = (address: CellAddress, value: CellValue) => {
    if (!isSameValue(valueAt(before, address), value)) changed.set(address, value);
  };
  for (const cell of edited) put(cell.address, readFigure(raw.cells[cell.address] ?? '', cell));
  for (const { cell, entered } of sumsOf(format)) {
    if (!edited.some(({ address }) => entered.has(address))) continue;
    const was = valueAt(before, cell.address);
    put(cell.address, sumAgain(was, cell.addends ?? [], changed, before.values));
  }
  const values = withValues(before.values, changed);
  VALUES.note(before.values, values, [...changed.keys()]);
  return values;
}

/**
 * What a report says after an edit, given what it said before: the same as `understand`, at the cost
 * of what changed. The values of all other cells are the very same objects as before.
 */
export function understandAgain(before: Report, raw: RawReport): Report {
  const { format } = before;
  if (raw.format !== before.raw.format) {
    throw new Error(`the format changed from ${before.raw.format} to ${raw.format}`);
  }
  const texts = changedTexts(before.raw.cells, raw.cells);
  const cells = texts.flatMap((address) => cellAt(format, address) ?? []);
  const isPlaced = cells.length === texts.length && raw.stated === before.raw.stated;
  const edited = cells.filter(isEntered);
  return {
    raw,
    format,
    values: edited.length === 0 ? before.values : valuesAgain(before, raw, edited),
    unplaced: isPlaced ? before.unplaced : unplacedIn(raw, format),
  };
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
