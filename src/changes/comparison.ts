/** With what a report can be compared beside its paper: versions others have seen, and last year's. */

import { type VersionChanges, versionChanges, yearChanges } from '../compare/version-changes.ts';
import { POINT_REASONS, type RestorePoint } from '../drafts/restore-points.ts';
import { PASSED_ON } from '../drafts/seen-versions.ts';
import type { Report } from '../report/report.ts';
import { understand } from '../report/report.ts';
import { shownTime } from '../ui/shown-time.ts';

export const LAST_YEAR = 'lastYear';

export interface Baseline {
  /** `lastYear`, or the number of a version. */
  readonly id: string;
  readonly title: string;
  readonly before: Report;
}

function versionTitle({ at, reason }: RestorePoint): string {
  const what = reason === 'beforeUpdate' ? '上次看过的版本' : POINT_REASONS[reason];
  return `${shownTime(at)} ${what}`;
}

/** What there is to compare with, the latest version first. */
export function baselinesOf(
  report: Report,
  lastYear: Report | undefined,
  points: readonly RestorePoint[],
): readonly Baseline[] {
  const { format } = report;
  const versions = points.filter(
    ({ reason, draft }) =>
      (PASSED_ON.has(reason) || reason === 'beforeUpdate' || reason === 'published') &&
      draft.raw.format === format.id,
  );
  return [
    ...versions.map((point) => ({
      id: String(point.number),
      title: versionTitle(point),
      before: understand(point.draft.raw, format),
    })),
    ...(lastYear
      ? [{ id: LAST_YEAR, title: `上年（${lastYear.raw.year}年）`, before: lastYear }]
      : []),
  ];
}

/** What is other now. */
export function changesSince({ id, before }: Baseline, now: Report): VersionChanges {
  return id === LAST_YEAR ? yearChanges(before, now) : versionChanges(before, now);
}
