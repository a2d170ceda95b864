/**
 * The rules that are judged with each key: cell rules of the format, named rules on figures, and the
 * few rules on words that keep a report from 定稿. A check is a value: after an edit, `updateCheck`
 * makes the next one out of it, judging again only what reads a cell that changed.
 *
 * 1. An updated check finds what a fresh one finds, always; a test holds it to that.
 * 2. A finding that says the same as before is the very same object.
 *
 * The many rules that read the words stand in `check-all.ts`, which is loaded when it is needed.
 */
import type { Format } from '../formats/format.ts';
import { memoise } from '../formats/memoise.ts';
import type { RawReport } from '../report/raw-report.ts';
import type { Report, ReportUpdate } from '../report/report.ts';
import { overrideOf } from '../report/review.ts';
import { STATE_RULES } from '../report/status.ts';
import { figureParts, partsReading, TABLE_RULES } from './figure-parts.ts';
import type { Finding, ReportStage } from './finding.ts';
import { inOrder, withoutSilenced } from './finding-order.ts';
import { judgeNamedRule, type TableContext, type WordContext } from './named-rule.ts';
import { BASIC_RULES } from './rules/basic-rules.ts';
import { quotes, reportText } from './text/report-text.ts';

/** What a report may be compared with. */
export interface References {
  /** The same body's report on the year before; a report on any other year is left aside. */
  readonly lastYear?: Report | undefined;
}

/** What the rules found on one report, rule by rule and together. */
export interface Check {
  readonly context: TableContext;
  /** By the place of a part in `figureParts`. */
  readonly byPart: readonly (readonly Finding[])[];
  /** By the place of a rule in `BASIC_RULES`. */
  readonly byBasicRule: readonly (readonly Finding[])[];
  /** All findings, in the order of the paper. */
  readonly findings: readonly Finding[];
}

/** A report with what it is compared with: last year's only where it is of the year before. */
export function tableContext(
  report: Report,
  stage: ReportStage,
  { lastYear }: References,
): TableContext {
  const isYearBefore = lastYear?.raw.year === report.raw.year - 1;
  return { report, stage, ...(lastYear && isYearBefore ? { lastYear } : {}) };
}

/** All rules on the figures of a format. */
const figureRules = memoise((format: Format) => [...format.rules, ...TABLE_RULES]);

function judgedParts(context: TableContext): Check['byPart'] {
  return figureParts(context.report.format, context.stage).map(({ judge }) => judge(context));
}

function judgedBasicRules(context: TableContext): Check['byBasicRule'] {
  const text = reportText(context.report);
  const words: WordContext = { ...context, text };
  const quote = quotes(text);
  return BASIC_RULES.map((rule) => judgeNamedRule(rule, words, quote));
}

function checkOf(
  context: TableContext,
  byPart: Check['byPart'],
  byBasicRule: Check['byBasicRule'],
): Check {
  const inCells = withoutSilenced(byPart.flat(), figureRules(context.report.format));
  const findings = inOrder([...inCells, ...byBasicRule.flat()], context.report);
  return { context, byPart, byBasicRule, findings };
}

/** Judges everything afresh. */
export function runCheck(report: Report, stage: ReportStage, references: References = {}): Check {
  const context = tableContext(report, stage, references);
  return checkOf(context, judgedParts(context), judgedBasicRules(context));
}

/** Both are data: what reads the same is the same. */
function saysTheSame(one: Finding, other: Finding): boolean {
  return (
    one.problem === other.problem &&
    one.severity === other.severity &&
    JSON.stringify(one) === JSON.stringify(other)
  );
}

/** Findings of a rule as it finds them now; those that say the same as before are the same objects. */
function keptFindings(
  now: readonly Finding[],
  before: readonly Finding[] = [],
): readonly Finding[] {
  if (before.length === 0) return now;
  return now.map(
    (finding) =>
      before.find((old) => old.key === finding.key && saysTheSame(old, finding)) ?? finding,
  );
}

/** True where nothing but cells and words can have changed for the rules on figures. */
function canUpdateParts(before: TableContext, now: TableContext): boolean {
  const { raw: was, unplaced, format } = before.report;
  const { raw } = now.report;
  return (
    before.stage === now.stage &&
    before.lastYear === now.lastYear &&
    format === now.report.format &&
    unplaced === now.report.unplaced &&
    was.year === raw.year &&
    was.agency === raw.agency &&
    was.stated === raw.stated
  );
}

const WORDS: readonly (keyof RawReport)[] = [
  'year',
  'agency',
  'title',
  'preface',
  'narrative',
  'signature',
];

/** True where two reports say the same in words; a report that is finished is read as a whole. */
function haveSameWords(before: TableContext, now: TableContext): boolean {
  const [was, is] = [before.report.raw, now.report.raw];
  return (
    before.stage === 'drafting' &&
    now.stage === 'drafting' &&
    before.report.format === now.report.format &&
    WORDS.every((member) => was[member] === is[member])
  );
}

/**
 * The check after an edit: that of `runCheck` on the report as it is now, at the cost of what the
 * edit changed. `update` is what the edit made of the report that was checked before.
 */
export function updateCheck(
  before: Check,
  { report, changed }: ReportUpdate,
  references: References = {},
): Check {
  const { stage } = before.context;
  const context = tableContext(report, stage, references);
  const parts = figureParts(report.format, stage);
  const isUpdate = canUpdateParts(before.context, context);
  const stale = isUpdate ? partsReading(report.format, stage, changed) : undefined;
  const byPart = parts.map(({ judge }, at) => {
    const found = before.byPart[at];
    return stale && found && !stale.has(at) ? found : keptFindings(judge(context), found);
  });
  const byBasicRule = haveSameWords(before.context, context)
    ? before.byBasicRule
    : judgedBasicRules(context).map((found, at) => keptFindings(found, before.byBasicRule[at]));
  return checkOf(context, byPart, byBasicRule);
}

/** Findings of the rules on figures alone. */
export function checkCells(
  report: Report,
  stage: ReportStage,
  references: References = {},
): readonly Finding[] {
  const context = tableContext(report, stage, references);
  return checkOf(context, judgedParts(context), []).findings;
}

/** Findings of the cheap rules, in the order of the paper. */
export function check(
  report: Report,
  stage: ReportStage,
  references: References = {},
): readonly Finding[] {
  return runCheck(report, stage, references).findings;
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
