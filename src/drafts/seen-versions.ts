/**
 * Which of the kept versions of a draft two people both have had before them: what a file that comes
 * back began from, and what somebody saw before it came.
 */

import { isReportOn, type RawReport } from '../report/raw-report.ts';
import { isPrefixOf } from '../report/review.ts';
import type { Draft } from './draft.ts';
import type { PointReason, RestorePoint } from './restore-points.ts';

/** Versions that went out of the house or came into it, or that were made to. */
export const PASSED_ON: ReadonlySet<PointReason> = new Set(['handedOver', 'imported', 'final']);

/**
 * The version a file began from: the latest that was passed on and whose road the file's goes on
 * from, the longest road first; undefined where none is kept.
 */
export function commonVersionOf(
  file: RawReport,
  points: readonly RestorePoint[],
): RawReport | undefined {
  const passed = points.filter(
    ({ reason, draft }) => PASSED_ON.has(reason) && isPrefixOf(draft.raw, file),
  );
  const length = ({ draft }: RestorePoint) => draft.raw.steps?.length ?? 0;
  return [...passed].sort(
    (one, other) => length(other) - length(one) || other.number - one.number,
  )[0]?.draft.raw;
}

/** The version that was here before a file took its place and nothing has been passed on since. */
export function versionBeforeUpdate(points: readonly RestorePoint[]): RestorePoint | undefined {
  const latest = points.find(({ reason }) => reason === 'beforeUpdate' || reason === 'handedOver');
  return latest?.reason === 'beforeUpdate' ? latest : undefined;
}

/** The draft a file is another version of: of its body and year, with the same road if there are several. */
export function draftOfFile(file: RawReport, drafts: readonly Draft[]): Draft | undefined {
  const own = drafts.filter(({ raw }) => isReportOn(raw, file.agency.name, file.year));
  const isOnRoad = ({ raw }: Draft) => (raw.steps ?? []).length > 0 && isPrefixOf(raw, file);
  return own.find(isOnRoad) ?? own[0];
}
