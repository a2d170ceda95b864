/**
 * What changed from one version of a report to another, or from last year's to this one, as a
 * supervisor reads it: figures with old and new, words with what went out and came in, remarks.
 */
import { type Cell, cellAt, cellsOf } from '../formats/cells.ts';
import { fieldText } from '../report/change.ts';
import { FIELD_NAMES, type NamedField } from '../report/field-names.ts';
import type { RawReport, Remark, RemarkAnswer } from '../report/raw-report.ts';
import { figureText, type Report } from '../report/report.ts';
import { STATUS_NAMES } from '../report/status.ts';
import { remarkKey } from './merge.ts';
import { type WordChange, wordChanges } from './word-changes.ts';

/** A figure that changed between two versions. */
export interface FigureStep {
  readonly address: string;
  readonly name: string;
  readonly before: string;
  readonly after: string;
  /** A total, that changed because its cells did. */
  readonly isTotal: boolean;
}

/** A text that changed between two versions, with the words that did. */
export interface TextSteps {
  /** `narrative.<section>` or a field. */
  readonly place: string;
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly changes: readonly WordChange[];
}

/** A review remark that was made, answered or closed between two versions. */
export interface RemarkStep {
  readonly remark: Remark;
  /** 新意见, 已答复, 已处理, 重新打开. */
  readonly what: readonly string[];
  readonly answers: readonly RemarkAnswer[];
}

/** All that changed between two versions of a report. */
export interface VersionChanges {
  readonly figures: readonly FigureStep[];
  readonly texts: readonly TextSteps[];
  readonly remarks: readonly RemarkStep[];
  /** 退回修改 → 已提交; undefined where the state is the same. */
  readonly state: string | undefined;
}

function shown(report: Report, { address }: Cell): string {
  return figureText(report, address) ?? report.raw.cells[address]?.trim() ?? '';
}

function figureSteps(before: Report, after: Report): readonly FigureStep[] {
  return cellsOf(after.format).flatMap((cell) => {
    const { address, name, addends } = cell;
    if (!cellAt(before.format, address)) return [];
    const [was, is] = [shown(before, cell), shown(after, cell)];
    return was === is
      ? []
      : [{ address, name, before: was, after: is, isTotal: addends !== undefined }];
  });
}

function textSteps(before: Report, after: Report): readonly TextSteps[] {
  const fields = Object.entries(FIELD_NAMES) as [NamedField, string][];
  const sections = after.format.sections.flatMap(({ id, kind, heading }) =>
    kind === 'narrative' ? [[`narrative.${id}` as const, heading] as const] : [],
  );
  return [...fields, ...sections].flatMap(([place, name]) => {
    const [was, is] = [fieldText(before.raw, place), fieldText(after.raw, place)];
    const changes = wordChanges(was, is);
    return changes.length > 0 ? [{ place, name, before: was, after: is, changes }] : [];
  });
}

function remarkStep(remark: Remark, known: Remark | undefined): RemarkStep | undefined {
  const seen = known?.answers?.length ?? 0;
  const answers = (remark.answers ?? []).slice(seen);
  const what = [
    ...(known ? [] : ['新意见']),
    ...(answers.length > 0 ? ['已答复'] : []),
    ...(remark.settled === (known?.settled ?? false)
      ? []
      : [remark.settled ? '已处理' : '重新打开']),
  ];
  return what.length > 0 ? { remark, what, answers } : undefined;
}

function remarkSteps(before: RawReport, after: RawReport): readonly RemarkStep[] {
  const known = new Map(before.remarks.map((remark) => [remarkKey(remark), remark]));
  return after.remarks.flatMap((remark) => remarkStep(remark, known.get(remarkKey(remark))) ?? []);
}

/** What changed between two versions of one report. */
export function versionChanges(before: Report, after: Report): VersionChanges {
  const [was, is] = [before.raw.status, after.raw.status];
  return {
    figures: figureSteps(before, after),
    texts: textSteps(before, after),
    remarks: remarkSteps(before.raw, after.raw),
    state: was === is ? undefined : `${STATUS_NAMES[was]} → ${STATUS_NAMES[is]}`,
  };
}

/** What is other than last year; the road and the remarks of another report do not matter. */
export function yearChanges(lastYear: Report, now: Report): VersionChanges {
  const texts = textSteps(lastYear, now).filter(({ place }) => place.startsWith('narrative.'));
  return { figures: figureSteps(lastYear, now), texts, remarks: [], state: undefined };
}

/** How many things changed. */
export function countChanges({ figures, texts, remarks, state }: VersionChanges): number {
  const sentences = texts.reduce((sum, { changes }) => sum + changes.length, 0);
  return figures.length + sentences + remarks.length + (state ? 1 : 0);
}
