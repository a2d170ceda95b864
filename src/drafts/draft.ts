/**
 * A draft (草稿): a report as typed, with what the desk must know of it. Stored under a named key by
 * the repository; everything else about it is derived.
 */
import type { RawReport } from '../report/raw-report.ts';

/** A report being written, with what is kept beside it; immutable. */
export interface Draft {
  readonly id: string;
  /** Rises by one with each save; decides between two copies. Never a clock time. */
  readonly revision: number;
  /** ISO time of the last save, for display only. */
  readonly savedAt: string;
  readonly raw: RawReport;
  /** The same body's report on the year before, for comparison; it is no part of this report. */
  readonly lastYear?: RawReport | undefined;
  /** Where the clerk was: the place part of the address, e.g. `requests`. */
  readonly place: string;
  /** ISO time of the first change that no file holds yet; undefined while a file holds them all. */
  readonly unexportedSince?: string | undefined;
  /** The revision last handed over as a file, and when; undefined where it never was. */
  readonly handedOver?: { readonly revision: number; readonly at: string } | undefined;
}
