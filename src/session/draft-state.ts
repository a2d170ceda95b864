/**
 * What is known of the open draft at one moment, and with what it works: the types its store, its
 * edits and the window beside it share. Holds no behaviour.
 */
import type { Draft } from '../drafts/draft.ts';
import type { Schedule, ScheduleAfterPaint } from '../drafts/schedule.ts';
import type { FormatRegistry } from '../formats/registry.ts';
import type { History, HistoryStep } from '../report/history.ts';
import type { Derived } from './derived.ts';
import type { Keeping, Saving } from './saver.ts';
import type { LoadTextCheck } from './word-check.ts';

/** One state of the open draft: never changed, replaced by the next one. */
export interface OpenDraftState extends Derived {
  readonly draft: Draft;
  /** Addresses whose text the change that made this state has written. */
  readonly edited: readonly string[];
  readonly history: History;
  readonly saving: Saving;
  /** False while another window writes this draft and this one only shows it. */
  readonly isWriting: boolean;
  /** What was done last in words, for the status line and screen readers. */
  readonly statusMessage: string;
}

/** What an open draft needs of the outside: formats, a place to be kept, and time. */
export interface OpenDraftTools {
  readonly formats: FormatRegistry;
  /** Where it is kept; undefined for a sample, which is kept nowhere. */
  readonly keeping: Keeping | undefined;
  readonly later: Schedule;
  readonly soon: ScheduleAfterPaint;
  readonly now: () => string;
  /** The rules that read the words; without them only the cheap ones are judged. */
  readonly loadTextCheck?: LoadTextCheck | undefined;
  /** What there is to say of the draft when it is opened. */
  readonly statusMessage?: string | undefined;
  /** What was done to the draft just before it was opened, so that it can be undone. */
  readonly done?: HistoryStep | undefined;
}
