/**
 * Where the slip probably is: a column out of balance, or a row total that does not add up, often
 * betrays the one cell that is wrong. Named only where a single cell fits; otherwise silent.
 */
import type Big from 'big.js';
import { addendCells, type Cell } from '../formats/cells.ts';
import type { SplitDigitsRule, SuspectRule } from '../formats/rule.ts';
import { readFigure } from '../report/figure.ts';
import { type CellValue, cellValue, type Report } from '../report/report.ts';
import { type CellsJudge, cellFinding, type LineJudge } from './cell-finding.ts';
import type { Finding } from './finding.ts';
import { evaluate, type RuleLine } from './line.ts';

/** What the entered cell would be if its figure alone were to restore the balance, and why. */
interface Suspicion {
  readonly cell: Cell;
  readonly why: string;
}

type KnownFigure = Extract<CellValue, { readonly state: 'known' }>;

function knownFigure(report: Report, cell: Cell): KnownFigure | undefined {
  const value = cellValue(report, cell);
  return value.state === 'known' ? value : undefined;
}

/** The entered cells behind a term: itself, or all that a computed term is the sum of. */
function enteredCells(report: Report, line: RuleLine, term: string): readonly Cell[] {
  const cell = line.cellOf(term);
  if (!cell) return [];
  return cell.addends ? addendCells(report.format, cell) : [cell];
}

/** Figures made by exchanging two neighbouring digits. */
function exchanged(figure: string): readonly string[] {
  return [...figure].slice(1).flatMap((digit, at) => {
    const before = figure[at]!;
    if (before === digit) return [];
    return [figure.slice(0, at) + digit + before + figure.slice(at + 2)];
  });
}

/** By how much one side of a balance is larger than the other; negative where it is smaller. */
interface Excess {
  readonly by: Big;
  readonly text: string;
  /** Two digits exchanged differ from the figure by a multiple of nine. */
  readonly isOfExchange: boolean;
}

/** True for a multiple of nine, by its digits: dividing takes longer. */
function isMultipleOfNine(wholeNumber: string): boolean {
  let sum = 0;
  for (const digit of wholeNumber) if (digit !== '-') sum += Number(digit);
  return sum % 9 === 0;
}

function excessOf(by: Big): Excess {
  const text = by.toFixed();
  return { by, text, isOfExchange: isMultipleOfNine(text) };
}

/** Why this cell alone may explain that its side is too large by the excess. */
function suspicion(cell: Cell, figure: KnownFigure, excess: Excess): Suspicion | undefined {
  if (excess.isOfExchange) {
    const right = figure.value.minus(excess.by);
    if (!right.lt(0) && exchanged(figure.text).some((text) => right.eq(text))) {
      return { cell, why: `可能把 ${right.toFixed()} 写成了 ${figure.text}` };
    }
  }
  // Both are whole numbers in their plain form; comparing them as figures takes much longer.
  if (figure.text === excess.text && excess.by.gt(1)) {
    return { cell, why: `${figure.text} 正好等于相差的数，可能多计或填错了格` };
  }
  return undefined;
}

function suspicions(report: Report, line: RuleLine, rule: SuspectRule): readonly Suspicion[] {
  const left = evaluate(report, line, rule.left);
  const right = evaluate(report, line, rule.right);
  if (!left || !right || left.sum.eq(right.sum)) return [];
  const onSide = (terms: readonly string[], excess: Excess) =>
    terms
      .flatMap((term) => enteredCells(report, line, term))
      .flatMap((cell) => {
        const figure = knownFigure(report, cell);
        return (figure && suspicion(cell, figure, excess)) ?? [];
      });
  return [
    ...onSide(rule.left, excessOf(left.sum.minus(right.sum))),
    ...onSide(rule.right, excessOf(right.sum.minus(left.sum))),
  ];
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
    numbers: [{ label: cell.name, value: knownFigure(report, cell)?.text ?? '' }],
  });
}

/** Neighbouring one-digit cells of a row with their figures. */
function oneDigitPairs(report: Report, total: Cell): readonly (readonly [Cell, Cell])[] {
  const cells = addendCells(report.format, total);
  return cells.slice(1).flatMap((cell, at) => {
    const before = cells[at]!;
    const digits = [before, cell].map((one) => knownFigure(report, one)?.value);
    return digits.every((digit) => digit?.lt(10)) && digits[0]?.gt(0) ? [[before, cell]] : [];
  });
}

/** T3-12: two neighbouring digits that, read as one figure, give the total that was printed. */
export const splitDigits: CellsJudge<SplitDigitsRule> = (rule, totals, report) =>
  totals.flatMap((total) => {
    const stated = readFigure(report.raw.stated[total.address] ?? '', total);
    if (stated.state !== 'known') return [];
    const computed = knownFigure(report, total)?.value;
    if (!computed || stated.value.eq(computed)) return [];
    const pairs = oneDigitPairs(report, total).filter(([tens]) =>
      computed.plus(knownFigure(report, tens)!.value.times(9)).eq(stated.value),
    );
    const [only] = pairs;
    if (!only || pairs.length > 1) return [];
    const digits = only.map((cell) => knownFigure(report, cell)!.text);
    return [
      cellFinding(rule, [...only, total], {
        problem: `${only[0].name} 的 ${digits[0]} 和后一格的 ${digits[1]} 合为 ${digits.join('')}，总计才等于 ${stated.text}`,
        numbers: only.map((cell, at) => ({ label: cell.name, value: digits[at]! })),
      }),
    ];
  });
