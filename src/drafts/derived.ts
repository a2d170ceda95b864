/**
 * What follows from a draft: the report understood, its findings, how far each section is, which cells
 * are marked. Never stored; derived from the draft at every change, at the cost of what changed.
 *
 * 1. The same draft and words give the same values, whatever was derived before.
 * 2. What says the same as before is the same object, so that a screen need not look twice.
 */
import { decided, type SettledFinding } from '../checks/decisions.ts';
import type { Finding } from '../checks/finding.ts';
import { inOrder } from '../checks/finding-order.ts';
import { type Progress, progressBySection } from '../checks/progress.ts';
import { createRememberedCheck } from '../checks/remembered-check.ts';
import { type FormatRegistry, formatById } from '../formats/registry.ts';
import type { Severity } from '../formats/rule.ts';
import type { RawReport } from '../report/raw-report.ts';
import { type Report, understand, understandAgain } from '../report/report.ts';
import type { Draft } from './draft.ts';

/** The weightiest severity of the findings a cell takes part in, and which findings those are. */
export interface Mark {
  readonly severity: Severity;
  /** Ids of the notes that say what is wrong, as an attribute lists them. */
  readonly notes: string;
}

export interface Derived {
  readonly report: Report;
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

/**
 * Derives everything from a draft; undefined where its format is not known. `words` is what the rules
 * on words found when they last ran.
 */
export type Deriving = (draft: Draft, words: readonly Finding[]) => Derived | undefined;

const NOTE_IDS = new WeakMap<Finding, string>();

/** The id under which a page says what a finding is about. */
export function noteId(finding: Finding): string {
  const id = NOTE_IDS.get(finding) ?? `note-${finding.key.replace(/[^\w.]+/g, '-')}`;
  NOTE_IDS.set(finding, id);
  return id;
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

/** The list as it was before, where all its items are the same. */
function sameList<Item>(
  now: readonly Item[],
  before: readonly Item[],
  isSame: (one: Item, other: Item | undefined) => boolean,
): readonly Item[] {
  return now.length === before.length && now.every((item, at) => isSame(item, before[at]))
    ? before
    : now;
}

function isSameFinding(one: Finding, other: Finding | undefined): boolean {
  return one === other;
}

function isSameDecision(one: SettledFinding, other: SettledFinding | undefined): boolean {
  return one.finding === other?.finding && one.decision === other.decision;
}

/** Deriving for one draft, change after change. */
export function createDeriving(formats: FormatRegistry): Deriving {
  const check = createRememberedCheck();
  let before: Derived | undefined;
  let lastYearRaw: RawReport | undefined;

  function reportOf(raw: RawReport): Report | undefined {
    if (before && before.report.raw.format === raw.format)
      return understandAgain(before.report, raw);
    const format = formatById(formats, raw.format);
    return format && understand(raw, format);
  }

  /** Last year's report does not change while this year's is typed. */
  function lastYearOf(raw: RawReport | undefined): Report | undefined {
    if (before && raw === lastYearRaw) return before.lastYear;
    lastYearRaw = raw;
    const format = raw && formatById(formats, raw.format);
    return format && understand(raw, format);
  }

  return ({ raw, lastYear: rawLastYear }, words) => {
    const report = reportOf(raw);
    if (!report) return undefined;
    const lastYear = lastYearOf(rawLastYear);
    const all = inOrder([...check(report, 'drafting', { lastYear }), ...words], report);
    const { open, settled } = decided(all, raw.explanations);
    const last = before?.findings ?? [];
    const findings = sameList(open, last, isSameFinding);
    const isMarkedAlike = sameList(findings, last, isMarkAlike) === last;
    const marks = before?.marks ?? new Map();
    before = {
      report,
      lastYear,
      findings,
      settled: sameList(settled, before?.settled ?? [], isSameDecision),
      progress: progressBySection(report, findings, before),
      marks: isMarkedAlike ? marks : marksOf(findings, marks),
    };
    return before;
  };
}
