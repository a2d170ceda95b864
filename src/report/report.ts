/**
 * A report as it is understood: what each text means, and the totals that follow. Always derived
 * from a `RawReport` and its format, never stored.
 *
 * 1. A computed cell is the sum of its addends and of nothing else.
 * 2. A sum over a blank or unreadable addend is partial: it says what it knows and how much is missing.
 */
import Big from 'big.js';
import {
  addendCells,
  type Cell,
  cellAt,
  cellsOf,
  isEntered,
  sumsOf,
  sumsOver,
} from '../formats/cells.ts';
import type { Format } from '../formats/format.ts';
import type { Edit } from './edit.ts';
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

/** What a cell says: a figure as typed, or a sum, which may be partial. */
export type CellValue = Figure | PartialSum;

/** A report understood: what was typed, and what every cell of its format says. */
export interface Report {
  readonly raw: RawReport;
  readonly format: Format;
  /** One value for every cell of the format, by the cell's index. */
  readonly values: readonly CellValue[];
  /** Figures typed or read at addresses this format does not have, with their text. */
  readonly unplaced: readonly UnplacedFigure[];
}

/** A text whose address the format has no cell for. */
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

function sumOf(addends: readonly Cell[], values: readonly CellValue[]): CellValue {
  const sum: Sum = { value: ZERO, missing: 0, found: 0 };
  for (const { index } of addends) addTo(sum, values[index] ?? BLANK);
  if (sum.missing > 0) return { state: 'partial', ...sum };
  return { state: 'known', value: sum.value, text: sum.value.toFixed() };
}

function typedValue(raw: RawReport, cell: Cell): CellValue {
  return readFigure(raw.cells[cell.address] ?? '', cell);
}

/** What a report says: the value of every cell of the format, computed ones included. */
export function understand(raw: RawReport, format: Format): Report {
  const values = cellsOf(format).map((cell) => (isEntered(cell) ? typedValue(raw, cell) : BLANK));
  for (const sum of sumsOf(format)) values[sum.index] = sumOf(addendCells(format, sum), values);
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

/** A report after an edit, and the cells that say something else than before, sums included. */
export interface ReportUpdate {
  readonly report: Report;
  readonly changed: readonly Cell[];
}

/** A sum after some of its addends changed: it gains what they gained. */
function updatedSum(
  was: CellValue | undefined,
  addends: readonly Cell[],
  before: readonly CellValue[],
  now: readonly CellValue[],
): CellValue {
  if (was?.state !== 'known') return sumOf(addends, now);
  let sum = was.value;
  for (const { index } of addends) {
    const [old, value] = [before[index], now[index]];
    if (old === value) continue;
    if (old?.state !== 'known' || value?.state !== 'known') return sumOf(addends, now);
    sum = sum.minus(old.value).plus(value.value);
  }
  return { state: 'known', value: sum, text: sum.toFixed() };
}

function updateValues(
  { format, values: before }: Report,
  raw: RawReport,
  edited: readonly Cell[],
): { readonly values: readonly CellValue[]; readonly changed: readonly Cell[] } {
  const values = [...before];
  const changed: Cell[] = [];
  const put = (cell: Cell, value: CellValue) => {
    const was = before[cell.index];
    if (was && isSameValue(was, value)) return;
    values[cell.index] = value;
    changed.push(cell);
  };
  for (const cell of edited) put(cell, typedValue(raw, cell));
  const sums = new Set(changed.flatMap((cell) => sumsOver(format, cell)));
  // Every sum after the sums it is made of, also where the cells of an edit count in different ones.
  const ordered = changed.length > 1 ? sumsOf(format) : [...sums];
  for (const cell of ordered) {
    if (!sums.has(cell)) continue;
    put(cell, updatedSum(before[cell.index], addendCells(format, cell), before, values));
  }
  return { values, changed };
}

/**
 * What a report says after an edit, given what it said before: the same as `understand`, at the cost
 * of what the edit wrote. The values of all other cells are the very same objects. The edit is one of
 * this report and keeps its format; another format throws.
 */
export function updateReport(before: Report, { raw, cells }: Edit): ReportUpdate {
  const { format } = before;
  if (raw.format !== before.raw.format) {
    throw new Error(`the format changed from ${before.raw.format} to ${raw.format}`);
  }
  const placed = cells.flatMap((address) => cellAt(format, address) ?? []);
  const isPlaced = placed.length === cells.length && raw.stated === before.raw.stated;
  const unplaced = isPlaced ? before.unplaced : unplacedIn(raw, format);
  const edited = placed.filter(isEntered);
  const { values, changed } =
    edited.length > 0 ? updateValues(before, raw, edited) : { values: before.values, changed: [] };
  return { report: { raw, format, values, unplaced }, changed };
}

/** The value of a cell of the report's format. */
export function cellValue(report: Report, { index }: Cell): CellValue {
  return report.values[index] ?? BLANK;
}

/** The value at an address; blank where the format has no such cell. */
export function valueAt(report: Report, address: string): CellValue {
  const cell = cellAt(report.format, address);
  return cell ? cellValue(report, cell) : BLANK;
}

/** The figure of a cell as plain text, or undefined where none is known for certain. */
export function figureText(report: Report, address: string): string | undefined {
  const value = valueAt(report, address);
  return value.state === 'known' ? value.text : undefined;
}
