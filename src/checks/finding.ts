/**
 * A finding (核对结果): data, not an exception. It names the rule, the place, the numbers seen, what
 * is wrong and what to do, and where possible the change that mends it.
 */
import type { CellAddress } from '../formats/cells.ts';
import { memoise } from '../formats/memoise.ts';
import type { Severity } from '../formats/rule.ts';
import type { Change, FieldId } from '../report/change.ts';

/** Head matter and signature: what belongs to no numbered section. */
export const BASICS = 'basics';

/** A number a finding names, as the message shows it. */
export interface SeenNumber {
  readonly label: string;
  readonly value: string;
}

/** A change that mends a finding at one press, with the words of its button. */
export interface Fix {
  readonly label: string;
  readonly change: Change;
}

/** Words in a field, by their place in the text as it was typed: from `start` up to `end`. */
export interface TextPlace {
  readonly field: FieldId;
  readonly start: number;
  readonly end: number;
}

/** One broken rule in one place: what is wrong, with which numbers, and what to do. */
export interface Finding {
  /** The same finding keeps its key while its numbers change. */
  readonly key: string;
  readonly rule: string;
  readonly severity: Severity;
  /** Section id of the format, or `BASICS`. */
  readonly section: string;
  /** Every cell that takes part, the one to look at first in front. */
  readonly cells: readonly CellAddress[];
  readonly field?: FieldId;
  /** The words it is about, the first ones to look at in front. */
  readonly places?: readonly TextPlace[];
  readonly numbers: readonly SeenNumber[];
  readonly problem: string;
  readonly advice: string;
  readonly fix?: Fix;
  /** An error that a written reason settles. */
  readonly overridable?: true;
}

/** The whole message: what is wrong with its numbers, then what to do. */
export function messageOf(finding: Finding): string {
  return `${finding.problem}。${finding.advice}`;
}

/**
 * How strictly a gap is judged: while drafting it is 未填 and neutral, in a finished report it is
 * what the catalogue says.
 */
export type ReportStage = 'drafting' | 'finished';

/** All severities, the weightiest first. */
export const SEVERITIES: readonly Severity[] = ['error', 'reminder', 'hint', 'unfilled'];

/** How many findings there are of each severity; for 未填 the number of gaps, not of findings. */
export type FindingCounts = Readonly<Record<Severity, number>>;

/** Counts findings by severity; of 未填 every cell counts, and at least one. */
export function countFindings(findings: readonly Finding[]): FindingCounts {
  const counts = { error: 0, reminder: 0, hint: 0, unfilled: 0 };
  for (const { severity, cells } of findings) {
    counts[severity] += severity === 'unfilled' ? Math.max(1, cells.length) : 1;
  }
  return counts;
}

/** Findings by the section they are about, each in its order; the same map for the same list. */
export const findingsBySection = memoise(
  (findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> => {
    const sections = new Map<string, Finding[]>();
    for (const finding of findings) {
      const own = sections.get(finding.section);
      if (own) own.push(finding);
      else sections.set(finding.section, [finding]);
    }
    return sections;
  },
);
