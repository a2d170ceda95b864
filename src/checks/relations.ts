/**
 * How the two sides of a comparison stand to each other, and how a broken relation reads. Judges no
 * rule; a side that is not known holds nothing and breaks nothing.
 */
import Big from 'big.js';
import type { Comparison, Relation, Terms } from '../formats/rule.ts';
import type { Report } from '../report/report.ts';
import { type Expression, evaluate, type RuleLine } from './line.ts';

/** Whether two sums stand in a relation. */
export const HOLDS: Readonly<Record<Relation, (left: Big, right: Big) => boolean>> = {
  '=': (left, right) => left.eq(right),
  '≤': (left, right) => left.lte(right),
  '≥': (left, right) => left.gte(right),
  '<': (left, right) => left.lt(right),
  '>': (left, right) => left.gt(right),
};

/** How a broken relation reads between its two sides. */
export const BROKEN: Readonly<Record<Relation, string>> = {
  '=': '≠',
  '≤': '＞',
  '≥': '＜',
  '<': '≥',
  '>': '≤',
};

/** The terms of the right side; none where it is a plain number. */
export function rightTerms({ right }: Comparison): Terms {
  return typeof right === 'number' ? [] : right;
}

/** The right side with its terms, or as a plain number; undefined while a figure is not known. */
export function rightSide(
  report: Report,
  line: RuleLine,
  { right }: Comparison,
): { readonly sum: Big; readonly expression?: Expression } | undefined {
  if (typeof right === 'number') return { sum: new Big(right) };
  const expression = evaluate(report, line, right);
  return expression && { sum: expression.sum, expression };
}

/** True where both sides are known and stand in the relation. */
export function isTrue(report: Report, line: RuleLine, compare: Comparison): boolean {
  const left = evaluate(report, line, compare.left);
  const right = rightSide(report, line, compare);
  return left !== undefined && right !== undefined && HOLDS[compare.relation](left.sum, right.sum);
}
