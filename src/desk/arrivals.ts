/**
 * What becomes of what arrives at the desk: a file that was read, a draft that is updated by one, a
 * new report. Rules over values; who asks, stores and opens is the screen.
 *
 * 1. Nothing is put over a draft without being asked.
 * 2. A report of foreign making is looked at before it becomes a draft.
 */
import type { Draft } from '../drafts/draft.ts';
import { draftOfFile } from '../drafts/seen-versions.ts';
import { type BrokenSeal, isBrokenSeal } from '../file/broken-seal.ts';
import { CHECK_PAGE, PREVIEW_PAGE } from '../ports/page-of-place.ts';
import type { Reading } from '../reading/reading.ts';
import type { HistoryStep } from '../report/history.ts';
import type { RawReport } from '../report/raw-report.ts';
import type { Failure, Result } from '../report/result.ts';

/** A file of ours about which the clerk has to be asked. */
export type Arrival =
  /** Another version of a draft on this machine. */
  | { readonly kind: 'version'; readonly raw: RawReport; readonly existing: Draft }
  /** A sealed report that was edited outside. */
  | { readonly kind: 'edited'; readonly name: string; readonly failure: BrokenSeal };

/** A report read from a foreign document, waiting to be looked at. */
export interface Intake {
  readonly kind: 'foreign';
  readonly name: string;
  readonly reading: Reading;
}

/** What a read file turns out to be. */
export type ReadOutcome =
  | Arrival
  | Intake
  | { readonly kind: 'new'; readonly raw: RawReport }
  | { readonly kind: 'refused'; readonly failure: Failure };

/** Tells what a read file is, beside the drafts that are here. */
export function outcomeOf(
  name: string,
  read: Result<Reading>,
  drafts: readonly Draft[],
): ReadOutcome {
  if (!read.ok) {
    const { failure } = read;
    return isBrokenSeal(failure) ? { kind: 'edited', name, failure } : { kind: 'refused', failure };
  }
  // A file of ours has no document: it was parsed, not read.
  if (read.value.document.blocks.length > 0) return { kind: 'foreign', name, reading: read.value };
  const raw = read.value.report;
  const existing = draftOfFile(raw, drafts);
  return existing ? { kind: 'version', raw, existing } : { kind: 'new', raw };
}

/** A draft updated by a file: where it opens, what it holds, and the step that can be undone. */
export function updatedDraft(
  existing: Draft,
  merged: RawReport,
  now: string,
): { readonly draft: Draft; readonly step: HistoryStep } {
  const place = merged.status === 'returned' ? CHECK_PAGE : PREVIEW_PAGE;
  const unexportedSince = existing.unexportedSince ?? now;
  return {
    draft: { ...existing, raw: merged, place, unexportedSince },
    step: { label: '用文件更新', place, before: existing.raw, after: merged },
  };
}

/** The year a new report is likely to be on: from October the year at hand, before that the last one. */
export function likelyYear(now: string): number {
  const today = new Date(now);
  return today.getMonth() >= 9 ? today.getFullYear() : today.getFullYear() - 1;
}
