/**
 * `check` for a report that is being typed: a rule is judged again only where something it read of
 * the report has changed since. What a rule reads is noted while it is judged, so that no rule has to
 * say it, and none can say it wrongly.
 *
 * 1. The findings are those of `check`, always; a test holds it to that.
 * 2. A finding that says the same as before is the very same object.
 */
import type { CellAddress } from '../formats/cells.ts';
import type { RawReport } from '../report/raw-report.ts';
import { changedCells, type Report } from '../report/report.ts';
import type { RulePart } from './cell-rules.ts';
import { type Beside, check, type Judging } from './check.ts';
import type { Finding, Stage } from './finding.ts';

type Member = keyof RawReport;

/** What can be read of a report: a cell as it is understood, a member of what was typed, or what has no cell. */
type Part = CellAddress | Member | 'unplaced';

/** What a part of a rule found, and what it has ever read to find it. */
interface Memory {
  findings: readonly Finding[];
  isStale: boolean;
  readonly read: Set<Part>;
  readonly ofRule: RuleMemory;
}

interface RuleMemory {
  findings: readonly Finding[];
  isStale: boolean;
  readonly parts: Memory[];
}

/** A stand-in for a report that tells what is read of it. */
function watched(report: Report, onRead: (part: Part) => void): Report {
  return {
    format: report.format,
    raw: new Proxy(report.raw, {
      get: (raw, member: Member) => {
        onRead(member);
        return raw[member];
      },
    }),
    values: {
      get: (address) => {
        onRead(address);
        return report.values.get(address);
      },
      *[Symbol.iterator]() {
        for (const [address, value] of report.values) {
          onRead(address);
          yield [address, value] as const;
        }
      },
    },
    get unplaced() {
      onRead('unplaced');
      return report.unplaced;
    },
  };
}

/** What differs between the report that was checked last and this one. */
function changesBetween(before: Report, now: Report): readonly Part[] {
  const changes: Part[] = [...changedCells(before, now)];
  for (const member of Object.keys({ ...before.raw, ...now.raw }) as Member[]) {
    if (before.raw[member] !== now.raw[member]) changes.push(member);
  }
  if (before.unplaced !== now.unplaced) changes.push('unplaced');
  return changes;
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

function newMemory(parts: number): RuleMemory {
  const ofRule: RuleMemory = { findings: [], isStale: true, parts: [] };
  for (let at = 0; at < parts; at += 1) {
    ofRule.parts.push({ findings: [], isStale: true, read: new Set(), ofRule });
  }
  return ofRule;
}

/** A `check` with a memory of its own: for one report, edit after edit. */
export function createRememberedCheck(): (
  report: Report,
  stage: Stage,
  beside?: Beside,
) => readonly Finding[] {
  const memories = new Map<object, RuleMemory>();
  /** By what was read: the memories that are stale once it changes. */
  const readers = new Map<Part, Memory[]>();
  let context: readonly unknown[] = [];
  let checked: Report | undefined;
  let judged: Memory | undefined;

  function noteRead(part: Part): void {
    if (!judged || judged.read.has(part)) return;
    judged.read.add(part);
    const known = readers.get(part);
    if (known) known.push(judged);
    else readers.set(part, [judged]);
  }

  function forgetAll(): void {
    memories.clear();
    readers.clear();
  }

  function spoil(changes: readonly Part[]): void {
    for (const change of changes) {
      for (const memory of readers.get(change) ?? []) {
        memory.isStale = true;
        memory.ofRule.isStale = true;
      }
    }
  }

  function judgeAgain(memory: Memory, judge: RulePart, seen: Report): void {
    judged = memory;
    memory.findings = asBefore(judge(seen), memory.findings);
    memory.isStale = false;
  }

  const judging: Judging = (rule, parts, seen) => {
    const known = memories.get(rule);
    if (known && !known.isStale) return known.findings;
    const memory = known ?? newMemory(parts.length);
    memories.set(rule, memory);
    const findings: Finding[] = [];
    for (let at = 0; at < parts.length; at += 1) {
      const part = memory.parts[at]!;
      if (part.isStale) judgeAgain(part, parts[at]!, seen);
      findings.push(...part.findings);
    }
    memory.findings = findings;
    memory.isStale = false;
    return memory.findings;
  };

  return (report, stage, beside = {}) => {
    // What a rule is told beside the report; all that is remembered was found with these.
    const now = [report.format, stage, beside.lastYear, report.raw.year];
    if (now.some((part, at) => part !== context[at])) forgetAll();
    else if (checked) spoil(changesBetween(checked, report));
    context = now;
    checked = report;
    const seen = watched(report, noteRead);
    return check(report, stage, beside, (rule, parts) => judging(rule, parts, seen));
  };
}
