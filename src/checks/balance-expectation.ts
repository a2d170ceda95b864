/**
 * What the balance says a counted figure should be: shown beside what was counted, never filled in by
 * itself, since a figure taken from its own check proves nothing.
 */
import type Big from 'big.js';
import { type Cell, type CellAddress, cellAt } from '../formats/cells.ts';
import { type Report, valueAt } from '../report/report.ts';
import { evaluate, ruleLinesOf } from './line.ts';

/** What a balance expects of a counted figure, and the two sums it follows from. */
export interface BalanceExpectation {
  readonly figure: Big;
  /** The two sides it follows from: 15 and 14. */
  readonly left: Big;
  readonly rest: Big;
}

/** The figure that would balance the line of a counted cell; undefined while another is missing. */
export function expectedByBalance(
  report: Report,
  address: CellAddress,
): BalanceExpectation | undefined {
  const cell = cellAt(report.format, address);
  for (const rule of report.format.rules) {
    if (!cell || rule.kind !== 'balance' || !isCounted(cell, rule.at.table, rule.counted)) continue;
    const others = rule.right.filter((term) => term !== rule.counted);
    const lines = ruleLinesOf(report.format, rule.at, [...rule.left, ...rule.right]);
    const line = lines.find(({ id }) => id === cell.column.id);
    const left = line && evaluate(report, line, rule.left);
    const rest = line && evaluate(report, line, others);
    if (left && rest) return { figure: left.sum.minus(rest.sum), left: left.sum, rest: rest.sum };
  }
  return undefined;
}

function isCounted(
  { table, row, addends }: Cell,
  at: string,
  counted: string | undefined,
): boolean {
  return table.id === at && row.id === counted && !addends;
}

/** True where what is counted is already what the balance says. */
export function matchesBalance(
  report: Report,
  address: CellAddress,
  { figure }: BalanceExpectation,
): boolean {
  const value = valueAt(report, address);
  return value.state === 'known' && value.value.eq(figure);
}
