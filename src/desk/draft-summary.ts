/** What the desk shows of a draft: body, year, how far it is, and how many problems are open. */

import { check } from '../checks/check.ts';
import { countFindings } from '../checks/finding.ts';
import { overallProgress, progressBySection } from '../checks/progress.ts';
import type { Draft } from '../drafts/draft.ts';
import { type FormatRegistry, formatById } from '../formats/registry.ts';
import { isReportOn } from '../report/raw-report.ts';
import { understand } from '../report/report.ts';
import { shortNotes } from '../report/state-notes.ts';
import { STATE_RULES, stateName } from '../report/status.ts';

export interface DraftSummary {
  readonly id: string;
  readonly agency: string;
  readonly year: number;
  readonly place: string;
  /** The state on the road; undefined while it is only filled in. */
  readonly state: string | undefined;
  /** What everybody must know of its road. */
  readonly notes: readonly string[];
  /** It can be compared with its published page. */
  readonly isSealed: boolean;
  readonly formatName: string;
  /** 0 to 100. */
  readonly percent: number;
  readonly problems: number;
  readonly savedAt: string;
}

/** The summary of a draft; an unknown format shows as no progress. */
export function summaryOf(
  { id, place, raw, savedAt }: Draft,
  formats: FormatRegistry,
): DraftSummary {
  const head = {
    id,
    place,
    savedAt,
    agency: raw.agency.name,
    year: raw.year,
    state: raw.status === 'draft' ? undefined : stateName(raw),
    notes: shortNotes(raw),
    isSealed: STATE_RULES[raw.status].isSealed,
  };
  const format = formatById(formats, raw.format);
  if (!format) return { ...head, formatName: '未知格式', percent: 0, problems: 0 };
  const report = understand(raw, format);
  const findings = check(report, 'drafting');
  const counts = countFindings(findings);
  const share = overallProgress(progressBySection(report, findings));
  return {
    ...head,
    formatName: format.name,
    percent: Math.floor(share * 100),
    problems: counts.error + counts.reminder,
  };
}

/** The draft on the same body and year, if there is one: there should be only one report of both. */
export function sameReport(
  drafts: readonly Draft[],
  agency: string,
  year: number,
): Draft | undefined {
  return drafts.find(({ raw }) => isReportOn(raw, agency, year));
}
