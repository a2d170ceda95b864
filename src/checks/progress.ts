/**
 * How far each section is: 未开始, 填写中, 有问题 or 完成, with what is filled and what is not.
 */
import { type Cell, cellsOf, isEntered } from '../formats/cells.ts';
import type { Format, Section } from '../formats/format.ts';
import { memoise } from '../formats/memoise.ts';
import { cellValue, type Report } from '../report/report.ts';
import {
  BASICS,
  countFindings,
  type Finding,
  type FindingCounts,
  findingsBySection,
  SEVERITIES,
} from './finding.ts';

/** How far a section is: nothing in it, being filled, filled with errors, or done. */
export type ProgressState = 'untouched' | 'inProgress' | 'problems' | 'complete';

/** The states of progress as the screen names them. */
export const PROGRESS_NAMES: Readonly<Record<ProgressState, string>> = {
  untouched: '未开始',
  inProgress: '填写中',
  problems: '有问题',
  complete: '完成',
};

/** How far a section is: filled inputs of those to fill, and its findings by severity. */
export interface Progress {
  readonly state: ProgressState;
  readonly filled: number;
  readonly toFill: number;
  readonly counts: FindingCounts;
}

type Filling = Pick<Progress, 'filled' | 'toFill'>;

function stateOf({ filled, toFill }: Filling, counts: FindingCounts): ProgressState {
  if (counts.error + counts.reminder > 0) return 'problems';
  if (filled === 0) return 'untouched';
  return filled < toFill || counts.unfilled > 0 ? 'inProgress' : 'complete';
}

/** The cells of each section that a person fills. */
const enteredCells = memoise((format: Format) => {
  const cells = new Map<Section, Cell[]>(format.sections.map((section) => [section, []]));
  for (const cell of cellsOf(format)) if (isEntered(cell)) cells.get(cell.section)?.push(cell);
  return cells;
});

/** What was known of a report before an edit of it, and the cells the edit changed. */
export interface ProgressBefore {
  readonly report: Report;
  readonly progress: ReadonlyMap<string, Progress>;
  readonly changed: readonly Cell[];
}

function countFilled(report: Report, cells: readonly Cell[]): number {
  return cells.filter((cell) => cellValue(report, cell).state !== 'blank').length;
}

function sectionFilling(report: Report, section: Section, before?: ProgressBefore): Filling {
  if (section.kind === 'narrative') {
    return { filled: (report.raw.narrative[section.id] ?? '').trim() ? 1 : 0, toFill: 1 };
  }
  const cells = enteredCells(report.format).get(section) ?? [];
  const was = before?.progress.get(section.id);
  if (!before || !was || before.report.format !== report.format) {
    return { filled: countFilled(report, cells), toFill: cells.length };
  }
  const edited = before.changed.filter((cell) => cell.section === section && isEntered(cell));
  const gained = countFilled(report, edited) - countFilled(before.report, edited);
  return { filled: was.filled + gained, toFill: cells.length };
}

/** 机关名称, 落款日期: what 基本信息 asks for beyond what is given at the start. */
function basicsFilling({ raw }: Report): Filling {
  const asked = [raw.agency.name, raw.signature.date];
  return { filled: asked.filter((text) => text.trim() !== '').length, toFill: asked.length };
}

function isSameProgress(one: Progress, other: Progress): boolean {
  return (
    one.state === other.state &&
    one.filled === other.filled &&
    one.toFill === other.toFill &&
    SEVERITIES.every((severity) => one.counts[severity] === other.counts[severity])
  );
}

/**
 * Progress by section id, `BASICS` included. Given what was known before an edit, it costs what that
 * changed, and a section that is as far as before has the very same progress.
 */
export function progressBySection(
  report: Report,
  findings: readonly Finding[],
  before?: ProgressBefore,
): ReadonlyMap<string, Progress> {
  const found = findingsBySection(findings);
  const progressOf = (section: string, filling: Filling): readonly [string, Progress] => {
    const counts = countFindings(found.get(section) ?? []);
    const now = { ...filling, counts, state: stateOf(filling, counts) };
    const was = before?.progress.get(section);
    return [section, was && isSameProgress(was, now) ? was : now];
  };
  return new Map([
    progressOf(BASICS, basicsFilling(report)),
    ...report.format.sections.map((section) =>
      progressOf(section.id, sectionFilling(report, section, before)),
    ),
  ]);
}

/** The share of all that is to fill, from 0 to 1. */
export function overallProgress(progress: ReadonlyMap<string, Progress>): number {
  const parts = [...progress.values()];
  const shares = parts.map(({ filled, toFill }) => filled / Math.max(1, toFill));
  return shares.reduce((sum, share) => sum + share, 0) / Math.max(1, parts.length);
}
