/**
 * What a clerk decided on findings: a 提醒 explained in words, a 提示 put aside. A decision is bound to
 * the rule, the cells and the numbers (or words) that were seen, and to nothing else: it survives any
 * edit elsewhere and no longer counts once what it was about has changed.
 *
 * Decisions are the report's own 说明 and travel in its file; one without words is a put-aside.
 */
import type { Explanation, RawReport } from '../report/raw-report.ts';
import type { Finding } from './finding.ts';

/** What a finding was about, as a decision remembers it. */
type Fingerprint = Pick<Explanation, 'rule' | 'cells' | 'numbers'>;

function fingerprintOf({ rule, cells, numbers, section, field }: Finding): Fingerprint {
  const seen = numbers.map(({ label, value }) => `${label} ${value}`.trim());
  // Without a number or a cell to go by, the place is all there is.
  const place = seen.length === 0 && cells.length === 0 ? [field ?? section] : [];
  return { rule, cells, numbers: [...seen, ...place] };
}

function sameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((text, at) => text === other[at]);
}

function isOn(decision: Fingerprint, finding: Finding): boolean {
  if (decision.rule !== finding.rule) return false;
  const { cells, numbers } = fingerprintOf(finding);
  return sameList(decision.cells, cells) && sameList(decision.numbers, numbers);
}

/** How a finding can be settled without mending: explained, put aside, or not at all. */
export function settling({ severity, overridable }: Finding): 'explain' | 'putAside' | undefined {
  if (severity === 'hint') return 'putAside';
  return severity === 'reminder' || overridable ? 'explain' : undefined;
}

/** The decision that settles a finding as it stands now; undefined where it is open. */
export function decisionOn(
  finding: Finding,
  decisions: readonly Explanation[],
): Explanation | undefined {
  const how = settling(finding);
  if (!how) return undefined;
  return decisions.find(
    (decision) => isOn(decision, finding) && (how === 'putAside' || decision.text.trim() !== ''),
  );
}

/** A finding with the decision that settles it. */
export interface SettledFinding {
  readonly finding: Finding;
  readonly decision: Explanation;
}

/** Findings by whether a decision of the clerk stands on them. */
export interface Decided {
  readonly open: readonly Finding[];
  readonly settled: readonly SettledFinding[];
}

/** Findings parted into those still open and those settled, each in its order. */
export function decided(findings: readonly Finding[], decisions: readonly Explanation[]): Decided {
  const open: Finding[] = [];
  const settled: SettledFinding[] = [];
  for (const finding of findings) {
    const decision = decisionOn(finding, decisions);
    if (decision) settled.push({ finding, decision });
    else open.push(finding);
  }
  return { open, settled };
}

/** The decisions with one more on a finding, in place of an earlier one; empty text puts it aside. */
export function withDecision(
  { explanations }: RawReport,
  finding: Finding,
  text: string,
  by: string,
): readonly Explanation[] {
  const others = explanations.filter((decision) => !isOn(decision, finding));
  return [...others, { ...fingerprintOf(finding), text, by }];
}

/** The decisions without the one on a finding: it is open again. */
export function withoutDecision(
  { explanations }: RawReport,
  finding: Finding,
): readonly Explanation[] {
  return explanations.filter((decision) => !isOn(decision, finding));
}
