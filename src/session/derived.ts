/**
 * What follows from a draft: the report understood, its findings, how far each section is, which cells
 * are marked. Never stored; derived from the draft, or from what was derived before and an edit.
 *
 * 1. The same draft and words give the same values, whatever was derived before.
 * 2. What says the same as before is the same object, so that a screen need not look twice.
 */
import { type Balance, balancesOf, updateBalances } from '../checks/balances.ts';
import { type Check, runCheck, updateCheck } from '../checks/check.ts';
import { decided, type SettledFinding } from '../checks/decisions.ts';
import type { Finding } from '../checks/finding.ts';
import { inOrder } from '../checks/finding-order.ts';
import { type Progress, progressBySection } from '../checks/progress.ts';
import type { Draft } from '../drafts/draft.ts';
import { type Cell, cellsOf } from '../formats/cells.ts';
import { keepList } from '../formats/keep-list.ts';
import { type FormatRegistry, formatById } from '../formats/registry.ts';
import type { Severity } from '../formats/rule.ts';
import type { Edit } from '../report/edit.ts';
import type { RawReport } from '../report/raw-report.ts';
import { type Report, understand, updateReport } from '../report/report.ts';

/** The weightiest severity of the findings a cell takes part in, and which findings those are. */
export interface Mark {
  readonly severity: Severity;
  /** Ids of the notes that say what is wrong, as an attribute lists them. */
  readonly notes: string;
}

/** All that follows from a draft. */
export interface Derived {
  readonly report: Report;
  /** The cells that say something else than in what was derived before; all in what is derived afresh. */
  readonly changed: readonly Cell[];
  /** What the rules on figures and the basic ones found, rule by rule: what the next check starts from. */
  readonly check: Check;
  /** 勾稽, every balance of the format. */
  readonly balances: readonly Balance[];
  /** The same body's report on the year before, where one is attached. */
  readonly lastYear: Report | undefined;
  /** Open findings. */
  readonly findings: readonly Finding[];
  /** Findings that were explained or put aside, as long as what was seen stands. */
  readonly settled: readonly SettledFinding[];
  readonly progress: ReadonlyMap<string, Progress>;
  /** What is wrong with a cell, for every cell that takes part in a finding; 未填 is no mark. */
  readonly marks: ReadonlyMap<string, Mark>;
}

/** The id under which a page says what a finding is about. */
export function noteId(finding: Finding): string {
  return `note-${finding.key.replace(/[^\w.]+/g, '-')}`;
}

const WEIGHT: Readonly<Record<Severity, number>> = { error: 3, reminder: 2, hint: 1, unfilled: 0 };

type Marks = ReadonlyMap<string, Mark>;

function joined(mark: Mark | undefined, { severity }: Finding, note: string): Mark {
  if (!mark) return { severity, notes: note };
  const isWeightier = WEIGHT[severity] > WEIGHT[mark.severity];
  return { severity: isWeightier ? severity : mark.severity, notes: `${mark.notes} ${note}` };
}

/** True where two findings mark the same cells alike, whatever their words. */
function isMarkAlike(one: Finding, other: Finding | undefined): boolean {
  if (one === other) return true;
  return (
    one.key === other?.key &&
    one.severity === other.severity &&
    one.cells.length === other.cells.length &&
    one.cells.every((cell, at) => cell === other.cells[at])
  );
}

function marksOf(findings: readonly Finding[], before: Marks): Marks {
  const marks = new Map<string, Mark>();
  for (const finding of findings) {
    if (finding.severity === 'unfilled') continue;
    const note = noteId(finding);
    for (const cell of finding.cells) marks.set(cell, joined(marks.get(cell), finding, note));
  }
  for (const [cell, mark] of marks) {
    const old = before.get(cell);
    if (old && old.severity === mark.severity && old.notes === mark.notes) marks.set(cell, old);
  }
  return marks;
}

function isSameDecision(one: SettledFinding, other: SettledFinding | undefined): boolean {
  return one.finding === other?.finding && one.decision === other.decision;
}

function settledAsBefore(
  now: readonly SettledFinding[],
  before: readonly SettledFinding[],
): readonly SettledFinding[] {
  const isSame =
    now.length === before.length && now.every((one, at) => isSameDecision(one, before[at]));
  return isSame ? before : now;
}

function areMarkedAlike(now: readonly Finding[], before: readonly Finding[]): boolean {
  return now.length === before.length && now.every((one, at) => isMarkAlike(one, before[at]));
}

/** What the rules found, with what the clerk decided about it. */
function findingsOf(report: Report, check: Check, words: readonly Finding[]) {
  const all = inOrder([...check.findings, ...words], report);
  return decided(all, report.raw.explanations);
}

/**
 * Derives everything from a draft; undefined where its format is not known. `words` is what the rules
 * on words found when they last ran.
 */
export function derive(
  { raw, lastYear: rawLastYear }: Draft,
  words: readonly Finding[],
  formats: FormatRegistry,
): Derived | undefined {
  const format = formatById(formats, raw.format);
  if (!format) return undefined;
  const report = understand(raw, format);
  const lastYear = lastYearOf(rawLastYear, formats);
  const check = runCheck(report, 'drafting', { lastYear });
  const { open, settled } = findingsOf(report, check, words);
  return {
    report,
    lastYear,
    changed: cellsOf(format),
    check,
    balances: balancesOf(report),
    findings: open,
    settled,
    progress: progressBySection(report, open),
    marks: marksOf(open, new Map()),
  };
}

function lastYearOf(raw: RawReport | undefined, formats: FormatRegistry): Report | undefined {
  const format = raw && formatById(formats, raw.format);
  return format && understand(raw, format);
}

/**
 * Derives everything from a draft after an edit of it, given what was derived before: the same as
 * `derive` on the draft as it is now, at the cost of what changed.
 */
export function deriveAfter(
  before: Derived,
  draft: Draft,
  edit: Edit,
  words: readonly Finding[],
  formats: FormatRegistry,
): Derived | undefined {
  if (draft.raw.format !== before.report.raw.format) return derive(draft, words, formats);
  const { report, changed } = updateReport(before.report, edit);
  // Last year's report does not change while this year's is typed.
  const lastYear =
    draft.lastYear === before.lastYear?.raw ? before.lastYear : lastYearOf(draft.lastYear, formats);
  const check = updateCheck(before.check, { report, changed }, { lastYear });
  const { open, settled } = findingsOf(report, check, words);
  const findings = keepList(before.findings, open);
  const isMarkedAlike = areMarkedAlike(findings, before.findings);
  return {
    report,
    lastYear,
    changed,
    check,
    balances: updateBalances(before.balances, report, changed),
    findings,
    settled: settledAsBefore(settled, before.settled),
    progress: progressBySection(report, findings, { ...before, changed }),
    marks: isMarkedAlike ? before.marks : marksOf(findings, before.marks),
  };
}
