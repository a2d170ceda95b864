/**
 * Updates made at the desk, by the id of their draft, until it is opened: so that they can be undone
 * there as if they had been made in it.
 */
import type { HistoryStep } from '../report/history.ts';

/** The steps of updates not yet opened, by the id of the draft. */
export type PendingUpdates = Map<string, HistoryStep>;
