/**
 * Figures that rules compare with words or with other tables: one cell, or a sum of cells.
 */
import Big from 'big.js';
import { addressOf, type CellAddress, cellAt } from '../../formats/cells.ts';
import { readFigure } from '../../report/figure.ts';
import { type Report, valueAt } from '../../report/report.ts';
import type { ReportStage } from '../finding.ts';

const ZERO = new Big(0);

/** The rows of 行政诉讼. */
export const LITIGATION = ['litigationDirect', 'litigationAfterReview'];

/**
 * The figure words are compared with. In a finished report a blank counts for nothing in its sum, and
 * where all is blank the printed total speaks; a draft waits until everything is filled.
 */
export function figureFor(
  report: Report,
  address: CellAddress,
  stage: ReportStage,
): Big | undefined {
  const value = valueAt(report, address);
  if (value.state === 'known') return value.value;
  if (stage === 'drafting') return undefined;
  if (value.state === 'partial' && value.found > 0) return value.value;
  const cell = cellAt(report.format, address);
  const stated = cell && readFigure(report.raw.stated[address] ?? '', cell);
  return stated?.state === 'known' ? stated.value : undefined;
}

/** The 总计 of a row of table three. */
export function total(row: string): CellAddress {
  return addressOf('requests', row, 'total');
}

/** A cell of table four, its 总计 unless said otherwise. */
export function dispute(row: string, column = 'total'): CellAddress {
  return addressOf('disputes', row, column);
}

/** The sum of cells, what is not known counting for nothing. */
export function sumOf(
  { report, stage }: { readonly report: Report; readonly stage: ReportStage },
  cells: readonly CellAddress[],
): Big {
  return cells.reduce((sum, cell) => sum.plus(figureFor(report, cell, stage) ?? ZERO), ZERO);
}
