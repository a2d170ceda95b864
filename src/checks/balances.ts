/**
 * 勾稽 as it is shown live: for every column of every balance the two sides with their numbers and
 * the signed difference, also while numbers are missing.
 */
import type Big from 'big.js';
import {
  type CellAddress,
  leafRows,
  ORDINAL,
  type RowPlace,
  tableSections,
} from '../formats/cells.ts';
import type { Format } from '../formats/format.ts';
import type { BalanceRule } from '../formats/rule.ts';
import type { Report } from '../report/report.ts';
import { type Expression, evaluate, type Line, linesOf, termId } from './line.ts';

export interface Balance {
  readonly rule: string;
  readonly table: string;
  readonly line: string;
  readonly label: string;
  readonly cells: readonly CellAddress[];
  /** `open` while a number is missing. */
  readonly state: 'balanced' | 'unbalanced' | 'open';
  readonly left: Expression | undefined;
  readonly right: Expression | undefined;
  /** Left minus right; undefined while open. */
  readonly difference: Big | undefined;
}

/** One line of a balance rule, with the cells that take part. */
interface BalancePlace {
  readonly rule: BalanceRule;
  readonly line: Line;
  readonly cells: readonly CellAddress[];
}

function placesOf(rule: BalanceRule, format: Format): readonly BalancePlace[] {
  const terms = [...rule.left, ...rule.right];
  return linesOf(format, rule.at, terms).map((line) => ({
    rule,
    line,
    cells: terms.flatMap((term) => line.cellOf(termId(term))?.address ?? []),
  }));
}

const PLACES = new WeakMap<Format, readonly BalancePlace[]>();

/** Where a format balances; kept, since formats never change. */
function balancePlaces(format: Format): readonly BalancePlace[] {
  const places =
    PLACES.get(format) ??
    format.rules.flatMap((rule) => (rule.kind === 'balance' ? placesOf(rule, format) : []));
  PLACES.set(format, places);
  return places;
}

const BALANCES = new WeakMap<BalancePlace, Balance>();

/** The balance at a place; the same object as last time where both its sides are. */
function balanceAt(place: BalancePlace, report: Report): Balance {
  const { rule, line, cells } = place;
  const left = evaluate(report, line, rule.left);
  const right = evaluate(report, line, rule.right);
  const last = BALANCES.get(place);
  if (last && last.left === left && last.right === right) return last;
  const difference = left && right ? left.sum.minus(right.sum) : undefined;
  const balance: Balance = {
    rule: rule.id,
    table: rule.at.table,
    line: line.id,
    label: line.label,
    cells,
    state: !difference ? 'open' : difference.eq(0) ? 'balanced' : 'unbalanced',
    left,
    right,
    difference,
  };
  BALANCES.set(place, balance);
  return balance;
}

/** The balances of one table, or of the whole report, column by column. */
export function balancesOf(report: Report, table?: string): readonly Balance[] {
  return balancePlaces(report.format)
    .filter(({ rule }) => !table || rule.at.table === table)
    .map((place) => balanceAt(place, report));
}

/** The number a row is printed under, that of its group in front: 一, 三（七）. */
function printedNumber({ row, groups }: RowPlace): string {
  const labels = [...groups, row.label];
  return labels.map((label) => ORDINAL.exec(label)?.[0].replace('、', '') ?? '').join('');
}

/** The balance of a table in the numbers of its rows: 一＋二＝三（七）＋四; empty where there is none. */
export function balanceInNumbers(format: Format, table: string): string {
  const rule = format.rules.find((one) => one.kind === 'balance' && one.at.table === table);
  if (rule?.kind !== 'balance') return '';
  const places = tableSections(format).flatMap((section) =>
    section.table.id === table
      ? section.table.blocks.flatMap(({ rows }) => [...leafRows(rows)])
      : [],
  );
  const numberOf = (term: string) => {
    const place = places.find(({ row }) => row.id === termId(term));
    return place ? printedNumber(place) : '';
  };
  return [rule.left, rule.right].map((terms) => terms.map(numberOf).join('＋')).join('＝');
}
