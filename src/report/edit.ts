/**
 * An edit: a report as typed after a change, together with the cells whose text the change wrote. What
 * is derived from a report is brought up to date by being handed the edit, so that nobody compares two
 * reports to find out what happened between them, and nobody remembers the last one.
 */
import type { RawReport } from './raw-report.ts';

/** What a change made of a report. */
export interface Edit {
  /** The report after the change. */
  readonly raw: RawReport;
  /** Addresses whose text may differ from before, also such as the format has no cell for. */
  readonly cells: readonly string[];
}

/** The edit that changes nothing. */
export function noEdit(raw: RawReport): Edit {
  return { raw, cells: [] };
}

/** The edit between two states of a report: for undo, and where a whole report takes another's place. */
export function editBetween(before: RawReport, after: RawReport): Edit {
  if (before.cells === after.cells) return noEdit(after);
  const all = Object.keys({ ...before.cells, ...after.cells });
  return {
    raw: after,
    cells: all.filter((address) => before.cells[address] !== after.cells[address]),
  };
}
