/**
 * 勾稽 as it is shown live: for every column of every balance the two sides with their numbers and
 * the signed difference, also while numbers are missing.
 */
import type Big from 'big.js';
import {
  type Cell,
  type CellAddress,
  leafRows,
  ORDINAL,
  type RowPlace,
  tableSections,
} from '../formats/cells.ts';
import type { Format } from '../formats/format.ts';
import { keepList } from '../formats/keep-list.ts';
import { memoise } from '../formats/memoise.ts';
import type { BalanceRule } from '../formats/rule.ts';
import type { Report } from '../report/report.ts';
import {
  type Expression,
  evaluate,
  type RuleLine,
  ruleLinesOf,
  termCells,
  termId,
} from './line.ts';

/** One balance of the format on one line of its table, as it stands in a report. */
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
  readonly line: RuleLine;
  readonly cells: readonly Cell[];
}

function placesOf(rule: BalanceRule, format: Format): readonly BalancePlace[] {
  const terms = [...rule.left, ...rule.right];
  return ruleLinesOf(format, rule.at, terms).map((line) => ({
    rule,
    line,
    cells: termCells(line, terms),
  }));
}

/** Where a format balances. */
const balancePlaces = memoise((format: Format) =>
  format.rules.flatMap((rule) => (rule.kind === 'balance' ? placesOf(rule, format) : [])),
);

function balanceAt({ rule, line, cells }: BalancePlace, report: Report): Balance {
  const left = evaluate(report, line, rule.left);
  const right = evaluate(report, line, rule.right);
  const difference = left && right ? left.sum.minus(right.sum) : undefined;
  return {
    rule: rule.id,
    table: rule.at.table,
    line: line.id,
    label: line.label,
    cells: cells.map(({ address }) => address),
    state: !difference ? 'open' : difference.eq(0) ? 'balanced' : 'unbalanced',
    left,
    right,
    difference,
  };
}

/** The balances of a whole report, rule by rule, line by line. */
export function balancesOf(report: Report): readonly Balance[] {
  return balancePlaces(report.format).map((place) => balanceAt(place, report));
}

/**
 * The balances after some cells changed: those of `balancesOf`. A balance in which none of the cells
 * takes part is the very same object as before, and so is the list where none does.
 */
export function updateBalances(
  before: readonly Balance[],
  report: Report,
  changed: readonly Cell[],
): readonly Balance[] {
  return keepList(
    before,
    balancePlaces(report.format).map((place, at) => {
      const last = before[at];
      return last && !place.cells.some((cell) => changed.includes(cell))
        ? last
        : balanceAt(place, report);
    }),
  );
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
