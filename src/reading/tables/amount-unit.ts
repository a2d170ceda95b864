/**
 * The unit an amount is printed in where its column head says so: 采购总金额(万元). A figure whose
 * head states another unit than the form's is kept with that unit, so that nobody takes it for the
 * form's.
 */
import type { Cell } from '../../formats/cells.ts';
import type { AmountUnit } from '../../formats/format.ts';
import type { Line } from '../lines.ts';
import { compact } from '../readers/plain-text.ts';
import type { CellReading } from './settle-rows.ts';

export type AmountUnits = ReadonlyMap<string, AmountUnit>;

const HEAD = /(收费金额|采购总?金额)\(?(?:单位)?[:：]?(万元|元)/g;
const BARE = /^[\d,]+(?:\.\d+)?$/;

/** The units that heads in a document state, by the last words of the head. */
export function amountUnits(lines: readonly Line[]): AmountUnits {
  const units = new Map<string, AmountUnit>();
  for (const line of lines) {
    for (const [, head = '', unit] of line.compact.matchAll(HEAD)) {
      units.set(head.slice(-4), unit as AmountUnit);
    }
  }
  return units;
}

function statedUnit({ column }: Cell, units: AmountUnits): AmountUnit | undefined {
  const label = compact(column.label);
  return [...units].find(([head]) => label.includes(head.slice(0, 2)))?.[1];
}

/** A cell's reading with the unit of its head, where that is not the form's own. */
export function withUnit(
  reading: CellReading,
  cell: Cell | undefined,
  units: AmountUnits,
): CellReading {
  if (cell?.kind !== 'amount' || !BARE.test(reading.text)) return reading;
  const unit = statedUnit(cell, units);
  return unit && unit !== cell.unit ? { ...reading, text: reading.text + unit } : reading;
}
