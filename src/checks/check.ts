/**
 * The rules that are judged with each key: cell rules of the format, named rules on figures, and the
 * few rules on words that keep a report from 定稿. Pure and complete each time; how a rule is judged
 * without judging it again where nothing it reads has changed stands in `remembered-check.ts`.
 *
 * The many rules that read the words stand in `check-all.ts`, which is loaded when it is needed.
 */
import type { Format } from '../formats/format.ts';
import type { CellRule } from '../formats/rule.ts';
import type { Report } from '../report/report.ts';
import { overrideOf } from '../report/review.ts';
import { STATE_RULES } from '../report/status.ts';
import { BASIC_RULES } from './basic-rules.ts';
import { CARRY_OVER_RULES } from './carry-over-rules.ts';
import { cellRuleParts, type RulePart } from './cell-rules.ts';
import { CROSS_TABLE_RULES } from './cross-table-rules.ts';
import type { Finding, Stage } from './finding.ts';
import { inOrder, withoutSilenced } from './finding-order.ts';
import { LAST_YEAR_FIGURE_RULES } from './last-year-figure-rules.ts';
import { judgeNamedRule, type TableContext, type TableRule } from './named-rule.ts';
import { quotes, reportText } from './text/report-text.ts';

/** What a report may be compared with. */
export interface Beside {
  /** The same body's report on the year before; a report on any other year is left aside. */
  readonly lastYear?: Report | undefined;
}

/** Rules on figures across tables and years. */
export const TABLE_RULES: readonly TableRule[] = [
  ...CROSS_TABLE_RULES,
  ...CARRY_OVER_RULES,
  ...LAST_YEAR_FIGURE_RULES,
];

/** A report with what it is compared with: last year's only where it is of the year before. */
export function tableContext(report: Report, stage: Stage, { lastYear }: Beside): TableContext {
  const isYearBefore = lastYear?.raw.year === report.raw.year - 1;
  return { report, stage, ...(lastYear && isYearBefore ? { lastYear } : {}) };
}

/**
 * Judges a rule over a report, part by part. What it hands to a part says the same as the report and
 * may also note what is read of it.
 */
export type Judging = (
  rule: object,
  parts: readonly RulePart[],
  report: Report,
) => readonly Finding[];

const AFRESH: Judging = (_rule, parts, report) => parts.flatMap((judge) => judge(report));

const FIGURE_RULES = new WeakMap<Format, readonly (CellRule | TableRule)[]>();

/** All rules on the figures of a format; kept, since formats never change. */
function figureRules(format: Format): readonly (CellRule | TableRule)[] {
  const rules = FIGURE_RULES.get(format) ?? [...format.rules, ...TABLE_RULES];
  FIGURE_RULES.set(format, rules);
  return rules;
}

/** What the rules on figures find, in no order. */
function foundInCells(
  report: Report,
  stage: Stage,
  beside: Beside,
  judging: Judging,
): readonly Finding[] {
  const context = tableContext(report, stage, beside);
  const findings: Finding[] = [];
  for (const [rule, parts] of cellRuleParts(report.format, stage)) {
    findings.push(...judging(rule, parts, report));
  }
  for (const rule of TABLE_RULES) {
    const judge: RulePart = (seen) => judgeNamedRule(rule, { ...context, report: seen });
    findings.push(...judging(rule, [judge], report));
  }
  return withoutSilenced(findings, figureRules(report.format));
}

/** Findings of the rules on figures alone. */
export function checkCells(report: Report, stage: Stage, beside: Beside = {}): readonly Finding[] {
  return inOrder(foundInCells(report, stage, beside, AFRESH), report);
}

/** Findings of the cheap rules, in the order of the paper. */
export function check(
  report: Report,
  stage: Stage,
  beside: Beside = {},
  judging: Judging = AFRESH,
): readonly Finding[] {
  const context = tableContext(report, stage, beside);
  const basics = BASIC_RULES.flatMap((rule) => {
    const judge: RulePart = (seen) => {
      const text = reportText(seen);
      return judgeNamedRule(rule, { ...context, report: seen, text }, quotes(text));
    };
    return judging(rule, [judge], report);
  });
  return inOrder([...foundInCells(report, stage, beside, judging), ...basics], report);
}

/** What still keeps a report from 定稿: errors and gaps. */
export function blockers(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ severity }) => severity === 'error' || severity === 'unfilled');
}

/** Every page carries 草稿 until the report is 定稿 (or 已公布) and free of errors, or authorised with them. */
export function isDraft({ raw }: Report, findings: readonly Finding[]): boolean {
  if (!STATE_RULES[raw.status].isSealed) return true;
  return blockers(findings).length > 0 && !overrideOf(raw);
}
