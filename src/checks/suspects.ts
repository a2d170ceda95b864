/**
 * Where the slip probably is: a column out of balance, or a row total that does not add up, often
 * betrays the one cell that is wrong. Named only where a single cell fits; otherwise silent.
 */
import type Big from 'big.js';
import { type Cell, cellAt, cellsOf } from '../formats/cells.ts';
import type { SplitDigitsRule, SuspectRule } from '../formats/rule.ts';
import { readFigure } from '../report/figure.ts';
import { type Report, valueAt } from '../report/report.ts';
import { cellFinding, type Judge, type LineJudge } from './cell-finding.ts';
import type { Finding } from './finding.ts';
import { evaluate, type Line } from './line.ts';

/** What the entered cell would be if its figure alone were to restore the balance, and why. */
interface Suspicion {
  readonly cell: Cell;
  readonly why: string;
}

function knownFigure(report: Report, cell: Cell): Big | undefined {
  const value = valueAt(report, cell.address);
  return value.state === 'known' ? value.value : undefined;
}

/** The entered cells behind a term: itself, or all that a computed term is the sum of. */
function enteredCells(report: Report, line: Line, term: string): readonly Cell[] {
  const cell = line.cellOf(term);
  if (!cell) return [];
  if (!cell.addends) return [cell];
  return cell.addends.flatMap((address) => cellAt(report.format, address) ?? []);
}

/** Figures made by exchanging two neighbouring digits. */
function exchanged(figure: string): readonly string[] {
  return [...figure].slice(1).flatMap((digit, at) => {
    const before = figure[at]!;
    if (before === digit) return [];
    return [figure.slice(0, at) + digit + before + figure.slice(at + 2)];
  });
}

/** Why this cell alone may explain that its side is too large by `excess` (negative: too small). */
function suspicion(cell: Cell, figure: Big, excess: Big): Suspicion | undefined {
  const right = figure.minus(excess);
  if (right.lt(0)) return undefined;
  // Two digits exchanged differ from the figure by a multiple of nine.
  if (excess.mod(9).eq(0) && exchanged(figure.toFixed()).some((text) => right.eq(text))) {
    return { cell, why: `可能把 ${right.toFixed()} 写成了 ${figure.toFixed()}` };
  }
  if (excess.gt(1) && figure.eq(excess)) {
    return { cell, why: `${figure.toFixed()} 正好等于相差的数，可能多计或填错了格` };
  }
  return undefined;
}

function suspicions(report: Report, line: Line, rule: SuspectRule): readonly Suspicion[] {
  const left = evaluate(report, line, rule.left);
  const right = evaluate(report, line, rule.right);
  if (!left || !right || left.sum.eq(right.sum)) return [];
  const excess = left.sum.minus(right.sum);
  const onSide = (terms: readonly string[], over: Big) =>
    terms
      .flatMap((term) => enteredCells(report, line, term))
      .flatMap((cell) => {
        const figure = knownFigure(report, cell);
        return (figure && suspicion(cell, figure, over)) ?? [];
      });
  return [...onSide(rule.left, excess), ...onSide(rule.right, excess.times(-1))];
}

/** T3-13: the one entered cell whose figure explains why a column is out of balance. */
export const suspect: LineJudge<SuspectRule> = (rule, line, report) => {
  if (enteredCells(report, line, rule.left[0]!).length !== 1) return [];
  const found = suspicions(report, line, rule);
  const [only] = found;
  if (!only || found.length > 1 || only.cell.column.sumOf) return [];
  return [suspectFinding(rule, report, only)];
};

function suspectFinding(rule: SuspectRule, report: Report, { cell, why }: Suspicion): Finding {
  return cellFinding(rule, [cell], {
    problem: `${cell.name}：${why}`,
    numbers: [{ label: cell.name, value: knownFigure(report, cell)?.toFixed() ?? '' }],
  });
}

/** Neighbouring one-digit cells of a row with their figures. */
function oneDigitPairs(report: Report, total: Cell): readonly (readonly [Cell, Cell])[] {
  const cells = (total.addends ?? []).flatMap((address) => cellAt(report.format, address) ?? []);
  return cells.slice(1).flatMap((cell, at) => {
    const before = cells[at]!;
    const digits = [before, cell].map((one) => knownFigure(report, one));
    return digits.every((digit) => digit?.lt(10)) && digits[0]?.gt(0) ? [[before, cell]] : [];
  });
}

/** T3-12: two neighbouring digits that, read as one figure, give the total that was printed. */
export const splitDigits: Judge<SplitDigitsRule> = (rule, report) =>
  cellsOf(report.format)
    .filter(
      ({ table, column }) =>
        table.id === rule.cells.table && rule.cells.columns?.includes(column.id),
    )
    .flatMap((total) => {
      const stated = readFigure(report.raw.stated[total.address] ?? '', total);
      if (stated.state !== 'known') return [];
      const computed = knownFigure(report, total);
      if (!computed || stated.value.eq(computed)) return [];
      const pairs = oneDigitPairs(report, total).filter(([tens]) =>
        computed.plus(knownFigure(report, tens)!.times(9)).eq(stated.value),
      );
      const [only] = pairs;
      if (!only || pairs.length > 1) return [];
      const digits = only.map((cell) => knownFigure(report, cell)!.toFixed());
      return [
        cellFinding(rule, [...only, total], {
          problem: `${only[0].name} 的 ${digits[0]} 和后一格的 ${digits[1]} 合为 ${digits.join('')}，总计才等于 ${stated.text}`,
          numbers: only.map((cell, at) => ({ label: cell.name, value: digits[at]! })),
        }),
      ];
    });
