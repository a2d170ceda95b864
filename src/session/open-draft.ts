/**
 * The one draft on the desk: the report as it stands, everything derived from it, its history, and
 * whether it is safe in storage. Screens read it and send it changes; it knows no screen.
 *
 *   change ──► raw report ──► report ──► findings ──► progress
 *                  └──► history          └──► saved once it is seen, and at once by `flush`
 *
 * 1. Derived values are computed once per change, in one place, and never stored.
 * 2. Nothing is said to be saved before the repository has read it back.
 * 3. A locked report is not changed on any road – edit, undo, redo, replacement – and the refusal is said.
 */
import type { Draft } from '../drafts/draft.ts';
import { NO_HISTORY, record } from '../report/history.ts';
import { failure, type Result } from '../report/result.ts';
import { derive } from './derived.ts';
import { createDraftCore, type DraftCore } from './draft-core.ts';
import { createDraftEdits, type DraftEdits } from './draft-edits.ts';
import type { OpenDraftState, OpenDraftTools } from './draft-state.ts';
import { createFollower } from './follow-revisions.ts';
import { savingOf } from './saver.ts';

/** What is saved with a draft beside its report, and when. */
interface DraftKeeping {
  readonly setPlace: (place: string) => void;
  readonly markHandedOver: () => void;
  /** Writes now what waits to be written. */
  readonly flush: () => void;
  /** Writes the draft although nothing has changed: for when the storage was emptied. */
  readonly saveAgain: () => void;
  /** Whether this window writes the draft, or shows what another one writes. */
  readonly setWriting: (isWriting: boolean) => void;
}

/** The store of one draft: its state, its edits, and what keeps it. */
export interface OpenDraft extends DraftEdits, DraftKeeping {
  readonly getState: () => OpenDraftState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Puts words into the status line. */
  readonly announce: (words: string) => void;
  /** Shows a later revision that another window has stored; what waits here is written first. */
  readonly show: (draft: Draft) => void;
}

/** Opens a draft for work; a failure where its format is not known to this program. */
export function openDraft(draft: Draft, tools: OpenDraftTools): Result<OpenDraft> {
  const derived = derive(draft, [], tools.formats);
  if (!derived) {
    return failure(
      `这份年报的统计格式“${draft.raw.format}”本程序不认识`,
      '用新版年报通打开。草稿没有改动。',
    );
  }
  const core = createDraftCore(
    {
      draft,
      ...derived,
      edited: Object.keys(draft.raw.cells),
      history: tools.done ? record(NO_HISTORY, tools.done, false) : NO_HISTORY,
      saving: savingOf(draft, tools.keeping),
      isWriting: true,
      statusMessage: tools.statusMessage ?? '',
    },
    tools,
  );
  const { getState, subscribe, update } = core.store;
  const value = {
    getState,
    subscribe,
    ...createDraftEdits(core),
    ...createDraftKeeping(core),
    announce: (statusMessage: string) => update({ statusMessage }),
    show: createFollower(core),
  };
  return { ok: true, value };
}

function createDraftKeeping({ store, saver, tools }: DraftCore): DraftKeeping {
  const { getState, update } = store;
  const saveNow = () => {
    saver.soon();
    saver.now();
  };
  return {
    setPlace: (place) => {
      const { draft, isWriting } = getState();
      if (place === draft.place || !isWriting) return;
      update({ draft: { ...draft, place } });
      saver.soon();
    },
    markHandedOver: () => {
      if (!getState().isWriting) return;
      saver.now();
      const { draft } = getState();
      const handedOver = { revision: draft.revision + 1, at: tools.now() };
      update({ draft: { ...draft, handedOver, unexportedSince: undefined } });
      saveNow();
    },
    flush: saver.now,
    saveAgain: () => {
      if (getState().isWriting) saveNow();
    },
    setWriting: (isWriting) => {
      if (!isWriting) saver.now();
      if (isWriting !== getState().isWriting) update({ isWriting });
    },
  };
}
