/**
 * `check` for a report that is being typed: a rule is judged again only where something it read of
 * the report has changed since. What a rule reads is noted while it is judged, so that no rule has to
 * say it, and none can say it wrongly.
 *
 * 1. The findings are those of `check`, always; a test holds it to that.
 * 2. A finding that says the same as before is the very same object.
 */
import { type CellAddress, cellsOf } from '../formats/cells.ts';
import type { RawReport } from '../report/raw-report.ts';
import { type Report, valueAt } from '../report/report.ts';
import { type Beside, check, type Judging } from './check.ts';
import type { Finding, Stage } from './finding.ts';

type Rule = Parameters<Judging>[0];
type Member = keyof RawReport;

/** What can be read of a report: a cell as it is understood, or a member of what was typed. */
type Part = CellAddress | Member;

/** What a rule, or a part of it, found, and what it read to find it. */
interface Memory {
  readonly findings: readonly Finding[];
  readonly read: ReadonlySet<Part>;
}

/** A stand-in for a report that notes what is read of it. */
function noted(report: Report) {
  const read = new Set<Part>();
  const seen: Report = {
    format: report.format,
    raw: new Proxy(report.raw, {
      get: (raw, member: Member) => {
        read.add(member);
        return raw[member];
      },
    }),
    values: {
      get: (address) => {
        read.add(address);
        return report.values.get(address);
      },
      *[Symbol.iterator]() {
        for (const [address, value] of report.values) {
          read.add(address);
          yield [address, value] as const;
        }
      },
    },
  };
  return { seen, read };
}

/** What differs between the report that was checked last and this one. */
function changesBetween(before: Report, now: Report): readonly Part[] {
  const changes: Part[] = [];
  for (const member of Object.keys({ ...before.raw, ...now.raw }) as Member[]) {
    if (before.raw[member] !== now.raw[member]) changes.push(member);
  }
  for (const { address } of cellsOf(now.format)) {
    if (valueAt(before, address) !== valueAt(now, address)) changes.push(address);
  }
  return changes;
}

function isTouched({ read }: Memory, changes: readonly Part[]): boolean {
  for (const part of changes) if (read.has(part)) return true;
  return false;
}

/** Both are data: what reads the same is the same. */
function saysTheSame(one: Finding, other: Finding): boolean {
  return (
    one.problem === other.problem &&
    one.severity === other.severity &&
    JSON.stringify(one) === JSON.stringify(other)
  );
}

/** Findings with those that were found before, word for word, in the place of their equals. */
function asBefore(findings: readonly Finding[], before: readonly Finding[]): readonly Finding[] {
  return findings.map(
    (finding) =>
      before.find((old) => old.key === finding.key && saysTheSame(old, finding)) ?? finding,
  );
}

/** A `check` with a memory of its own: for one report, edit after edit. */
export function createRememberedCheck(): (
  report: Report,
  stage: Stage,
  beside?: Beside,
) => readonly Finding[] {
  const memories = new Map<Rule, Map<object, Memory>>();
  let context: readonly unknown[] = [];
  let checked: Report | undefined;
  let changes: readonly Part[] = [];

  const judging: Judging = (rule, part, report, judge) => {
    const parts = memories.get(rule) ?? new Map<object, Memory>();
    memories.set(rule, parts);
    const memory = parts.get(part);
    if (memory && !isTouched(memory, changes)) return memory.findings;
    const { seen, read } = noted(report);
    const findings = asBefore(judge(seen), memory?.findings ?? []);
    parts.set(part, { findings, read });
    return findings;
  };

  return (report, stage, beside = {}) => {
    // What a rule is told beside the report; all that is remembered was found with these.
    const now = [report.format, stage, beside.lastYear, report.raw.year];
    if (now.some((part, at) => part !== context[at])) memories.clear();
    context = now;
    if (checked) changes = changesBetween(checked, report);
    checked = report;
    return check(report, stage, beside, judging);
  };
}
