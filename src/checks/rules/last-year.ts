/**
 * What rules that compare with last year share: figures of both years, and a finding that shows them.
 */
import type Big from 'big.js';
import type { CellAddress } from '../../formats/cells.ts';
import { type Report, valueAt } from '../../report/report.ts';
import type { Found, TableContext } from '../named-rule.ts';

/** The figure of a cell; undefined while it is not known. */
export function known(report: Report, address: string): Big | undefined {
  const value = valueAt(report, address);
  return value.state === 'known' ? value.value : undefined;
}

/** Whether both years print the same tables. */
export function sameFormat({ report, lastYear }: TableContext): boolean {
  return lastYear?.format.id === report.format.id;
}

/** A figure of both years. */
export interface Pair {
  readonly before: Big;
  readonly now: Big;
}

/** A figure of this year with one of last year, by default of the same cell; undefined where either is not known. */
export function pairOf(
  { report, lastYear }: TableContext,
  now: string,
  before = now,
): Pair | undefined {
  const earlier = lastYear && known(lastYear, before);
  // Without last year's figure nothing is read of this year's, and no edit of it matters here.
  const current = earlier && known(report, now);
  return earlier && current ? { before: earlier, now: current } : undefined;
}

/** A finding on one cell that shows both years. */
export function pairFound(
  section: string,
  cell: CellAddress,
  { before, now }: Pair,
  problem: string,
): Found {
  return {
    key: cell,
    section,
    cells: [cell],
    problem,
    numbers: [
      { label: '本年', value: now.toFixed() },
      { label: '上年', value: before.toFixed() },
    ],
  };
}
