/**
 * All rules over one report: cell rules of its format, then rules on text. Pure and complete each
 * time; a report is small enough that nothing need be remembered between two keystrokes.
 */
import type { Severity } from '../formats/rule.ts';
import type { Report } from '../report/report.ts';
import { overrideOf } from '../report/review.ts';
import { judgeCellRule } from './cell-rules.ts';
import { BASICS, type Finding, SEVERITIES, type Stage } from './finding.ts';
import { TEXT_RULES } from './text-rules.ts';

/** Drops milder findings that say of the same cells what a stronger rule says better. */
function withoutSilenced(findings: readonly Finding[], report: Report): readonly Finding[] {
  const silenced = report.format.rules.flatMap((rule) =>
    (rule.silences ?? []).flatMap((id) =>
      findings
        .filter((loud) => loud.rule === rule.id)
        .flatMap((loud) => loud.cells.map((cell) => `${id} ${cell}`)),
    ),
  );
  if (silenced.length === 0) return findings;
  const quiet = new Set(silenced);
  return findings.filter(({ rule, cells }) => !cells.some((cell) => quiet.has(`${rule} ${cell}`)));
}

/** Findings in the order of the paper, within a section the weightier first. */
export function check(report: Report, stage: Stage): readonly Finding[] {
  const findings = withoutSilenced(
    [
      ...report.format.rules.flatMap((rule) => judgeCellRule(rule, report, stage)),
      ...TEXT_RULES.flatMap((rule) => rule.judge(report, stage)),
    ],
    report,
  );
  const sections = [BASICS, ...report.format.sections.map(({ id }) => id)];
  const rank = (severity: Severity) => SEVERITIES.indexOf(severity);
  return [...findings].sort(
    (one, other) =>
      sections.indexOf(one.section) - sections.indexOf(other.section) ||
      rank(one.severity) - rank(other.severity),
  );
}

/** What still keeps a report from 定稿: errors and gaps. */
export function blockers(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ severity }) => severity === 'error' || severity === 'unfilled');
}

/** Every page carries 草稿 until the report is 定稿 and free of errors, or authorised with them. */
export function isDraft({ raw }: Report, findings: readonly Finding[]): boolean {
  if (raw.status !== 'final') return true;
  return blockers(findings).length > 0 && !overrideOf(raw);
}
