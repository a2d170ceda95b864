/**
 * How a cell rule writes down what it found: the cells that take part and the numbers seen in them.
 */
import type { Cell } from '../formats/cells.ts';
import type { CellRule } from '../formats/rule.ts';
import type { Report } from '../report/report.ts';
import type { Finding, ReportStage, SeenNumber } from './finding.ts';
import { type Expression, type RuleLine, termId } from './line.ts';
import { onLine } from './words.ts';

/** Judges one kind of cell rule on cells it is about. */
export type CellsJudge<Rule> = (
  rule: Rule,
  cells: readonly Cell[],
  report: Report,
  stage: ReportStage,
) => readonly Finding[];

/** Judges one kind of cell rule on one of its lines; what stands on other lines is nothing to it. */
export type LineJudge<Rule> = (rule: Rule, line: RuleLine, report: Report) => readonly Finding[];

function numbersOf(expressions: readonly Expression[]): readonly SeenNumber[] {
  return expressions.flatMap(({ terms }) =>
    terms.map(({ label, value }) => ({ label, value: value.toFixed() })),
  );
}

/** A finding of a cell rule on these cells, the one to look at first in front. */
export function cellFinding(
  rule: CellRule,
  cells: readonly Cell[],
  part: Pick<Finding, 'problem' | 'numbers'> & Partial<Finding>,
): Finding {
  const addresses = cells.map(({ address }) => address);
  return {
    key: `${rule.id} ${addresses.join(' ')}`,
    rule: rule.id,
    severity: rule.severity,
    section: cells[0]?.section.id ?? '',
    cells: addresses,
    advice: rule.advice,
    ...(rule.overridable ? { overridable: rule.overridable } : {}),
    ...part,
  };
}

/** A finding on one line of a table, its message opened by the line's label. */
export function lineFinding(
  rule: CellRule,
  line: RuleLine,
  terms: readonly string[],
  expressions: readonly Expression[],
  problem: string,
): Finding {
  const cells = [...new Set(terms.map(termId))].flatMap((term) => line.cellOf(term) ?? []);
  return cellFinding(rule, cells, {
    problem: onLine(line, problem),
    numbers: numbersOf(expressions),
  });
}
