/**
 * All rules over one report, those that read its words included. Heavier than `check.ts` and loaded
 * when it is first needed; the words are read once for all their rules.
 */
import type { Report } from '../report/report.ts';
import { check, type References, tableContext } from './check.ts';
import type { Finding, ReportStage } from './finding.ts';
import { inOrder, withoutSilenced } from './finding-order.ts';
import { judgeNamedRule, type TextContext, type TextRule } from './named-rule.ts';
import { ARITHMETIC_RULES } from './rules/arithmetic-rules.ts';
import { FEE_RULES } from './rules/fee-rules.ts';
import { FIGURE_RULES } from './rules/figure-rules.ts';
import { LAST_YEAR_TEXT_RULES } from './rules/last-year-text-rules.ts';
import { NAMING_RULES } from './rules/naming-rules.ts';
import { SLIP_RULES } from './rules/slip-rules.ts';
import { STATEMENT_RULES } from './rules/statement-rules.ts';
import { STRUCTURE_RULES } from './rules/structure-rules.ts';
import { WORDING_RULES } from './rules/wording-rules.ts';
import {
  type FieldReference,
  LONGEST_READ,
  quotes,
  reportText,
  sectionText,
} from './text/report-text.ts';
import { statedFigures } from './text/stated-figures.ts';

/** Rules that read the words, but for the basic ones that `check` judges. */
export const TEXT_RULES: readonly TextRule[] = [
  ...STRUCTURE_RULES,
  ...NAMING_RULES,
  ...WORDING_RULES,
  ...SLIP_RULES,
  ...FIGURE_RULES,
  ...STATEMENT_RULES,
  ...FEE_RULES,
  ...ARITHMETIC_RULES,
  ...LAST_YEAR_TEXT_RULES,
];

function textContext(report: Report, stage: ReportStage, references: References): TextContext {
  const context = tableContext(report, stage, references);
  const text = reportText(report);
  const overview = sectionText(text, 'overview');
  return {
    ...context,
    text,
    figures: overview ? statedFigures(overview, report.raw.year) : [],
    ...(context.lastYear ? { lastText: reportText(context.lastYear) } : {}),
  };
}

/** Not a rule of the catalogue: it says that the rules on words were not judged. */
const NOT_READ = 'TEXT-01';

function unreadFinding({ field, section, name }: FieldReference): Finding {
  return {
    key: `${NOT_READ} ${field}`,
    rule: NOT_READ,
    severity: 'reminder',
    section,
    field,
    cells: [],
    numbers: [],
    problem: `${name}文字过长，超过 ${LONGEST_READ} 字，未检查用语`,
    advice: '删去不属于年报的文字。',
  };
}

/** Findings of the rules on words, and on words against figures. */
export function checkText(
  report: Report,
  stage: ReportStage,
  references: References = {},
): readonly Finding[] {
  const context = textContext(report, stage, references);
  const quote = quotes(context.text);
  const findings = TEXT_RULES.flatMap((rule) => judgeNamedRule(rule, context, quote));
  const unread = context.text.unread.map(unreadFinding);
  return inOrder([...withoutSilenced(findings, TEXT_RULES), ...unread], report);
}

/** All findings on a report, in the order of the paper. */
export function checkAll(
  report: Report,
  stage: ReportStage,
  references: References = {},
): readonly Finding[] {
  return inOrder(
    [...check(report, stage, references), ...checkText(report, stage, references)],
    report,
  );
}
