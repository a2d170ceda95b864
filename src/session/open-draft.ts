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
import type { Finding } from '../checks/finding.ts';
import type { Draft } from '../drafts/draft.ts';
import { STORAGE_REFUSED } from '../drafts/draft-repository.ts';
import type { Schedule, ScheduleAfterPaint } from '../drafts/schedule.ts';
import type { FormatRegistry } from '../formats/registry.ts';
import { applyChange, type Change, changeRefusal } from '../report/change.ts';
import { type Edit, editBetween, noEdit } from '../report/edit.ts';
import {
  type History,
  type HistoryMove,
  type HistoryStep,
  NO_HISTORY,
  record,
  redo,
  undo,
} from '../report/history.ts';
import type { RawReport } from '../report/raw-report.ts';
import { failure, type Result } from '../report/result.ts';
import { lockRefusal } from '../report/status.ts';
import { debounce } from './debounce.ts';
import { type Derived, derive, deriveAfter } from './derived.ts';
import { createSaver, type Keeping, type Saving, savingOf } from './saver.ts';
import { createWordCheck, type LoadTextCheck } from './word-check.ts';

const NO_CELLS: readonly never[] = [];

/** How long the time of a save may wait to be told, in milliseconds. */
const TELL_DELAY = 200;

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

/** How a change is remembered: its name in the undo list, its place, and whether it is typing. */
export interface ChangeMeta {
  readonly label: string;
  readonly place: string;
  readonly typing?: boolean;
  /** Typing that begins a step of its own, as a new sentence does. */
  readonly startsNewStep?: boolean;
}

export interface OpenDraft {
  readonly getState: () => OpenDraftState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly change: (change: Change, meta: ChangeMeta) => void;
  /** One step back; gives the place of the step, or undefined where there is none. */
  readonly undo: () => string | undefined;
  readonly redo: () => string | undefined;
  /** Puts words into the status line. */
  readonly announce: (words: string) => void;
  readonly setPlace: (place: string) => void;
  readonly markHandedOver: () => void;
  /** Puts last year's report beside this one, or takes it away; no part of the report itself. */
  readonly attachLastYear: (raw: RawReport | undefined) => void;
  /** Writes now what waits to be written. */
  readonly flush: () => void;
  /** Writes the draft although nothing has changed: for when the storage was emptied. */
  readonly saveAgain: () => void;
  /** Puts a whole report in the place of this one, as one step that can be undone; false where refused. */
  readonly replace: (raw: RawReport, label: string) => boolean;
  /** Whether this window writes the draft, or shows what another one writes. */
  readonly setWriting: (isWriting: boolean) => void;
  /** Shows a later revision that another window has stored; what waits here is written first. */
  readonly show: (draft: Draft) => void;
}

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

/** Opens a draft for work; a failure where its format is not known to this program. */
export function openDraft(draft: Draft, tools: OpenDraftTools): Result<OpenDraft> {
  const derived = derive(draft, [], tools.formats);
  if (!derived) {
    return failure(
      `这份年报的统计格式“${draft.raw.format}”本程序不认识`,
      '用新版年报通打开。草稿没有改动。',
    );
  }
  const saving = savingOf(draft, tools.keeping);
  const begun = {
    draft,
    ...derived,
    edited: Object.keys(draft.raw.cells),
    history: tools.done ? record(NO_HISTORY, tools.done, false) : NO_HISTORY,
    saving,
    isWriting: true,
    statusMessage: tools.statusMessage ?? '',
  };
  return { ok: true, value: createStore(begun, tools) };
}

function createStore(initial: OpenDraftState, tools: OpenDraftTools): OpenDraft {
  let state = initial;
  let isTelling = false;
  const listeners = new Set<() => void>();
  const saver = createSaver(
    tools.keeping,
    tools.soon,
    () => state.draft,
    (outcome) => {
      // A save that went well, as the one before, is told once typing rests: its time is all that is new.
      if (outcome.saving.state !== state.saving.state) return update(outcome);
      state = { ...state, ...outcome, changed: NO_CELLS, edited: NO_CELLS };
      tellAtRest();
    },
  );

  const tellAtRest = debounce(tools.later, TELL_DELAY, tell);

  function tell(): void {
    isTelling = true;
    for (const listener of listeners) listener();
    isTelling = false;
  }

  function update(part: Partial<OpenDraftState>): void {
    const { changed = NO_CELLS, edited = NO_CELLS } = part;
    // A listener that changes the draft must not hide from those after it what was changed before.
    const since = isTelling ? state : { changed: NO_CELLS, edited: NO_CELLS };
    state = {
      ...state,
      ...part,
      changed: [...since.changed, ...changed],
      edited: [...since.edited, ...edited],
    };
    tell();
  }

  let words: readonly Finding[] = [];
  const wordCheck = createWordCheck(tools.loadTextCheck, tools.later, (checkText) => {
    words = checkText(state.report, 'drafting', { lastYear: state.lastYear });
    const derived = derivedAfter(state.draft, noEdit(state.draft.raw));
    if (derived) update(derived);
  });

  function derivedAfter(draft: Draft, edit: Edit): Derived | undefined {
    return deriveAfter(state, draft, edit, words, tools.formats);
  }

  function put(edit: Edit, history: History, said: string): void {
    const unexportedSince = state.draft.unexportedSince ?? tools.now();
    const draft = { ...state.draft, raw: edit.raw, unexportedSince };
    const derived = derivedAfter(draft, edit);
    if (!derived) return;
    update({ draft, ...derived, edited: edit.cells, history, statusMessage: said });
    saver.soon();
    wordCheck.soon();
  }

  /** Changes are made by one window at a time; the other says so and stays as it is. */
  function mayChange(): boolean {
    if (!state.isWriting) update({ statusMessage: '另一个窗口正在填写，这里没有改动' });
    return state.isWriting;
  }

  /** True where another report may take the place of this one. */
  function mayReplace(): boolean {
    const refusal = lockRefusal(state.draft.raw);
    if (refusal) update({ statusMessage: refusal });
    return !refusal && mayChange();
  }

  function move(moved: HistoryMove | undefined, verb: string): string | undefined {
    if (!moved || !mayReplace()) return undefined;
    put(editBetween(state.draft.raw, moved.raw), moved.history, `${verb}：${moved.step.label}`);
    return moved.step.place;
  }

  function show(draft: Draft): void {
    if (draft.revision <= state.draft.revision) return;
    const isAlike = JSON.stringify(draft.raw) === JSON.stringify(state.draft.raw);
    if (saver.isWaiting()) saver.now();
    else if (state.saving.state !== 'failed' || isAlike) replaceBy(draft);
    else void giveWay(draft);
  }

  function replaceBy(draft: Draft): void {
    const edit = editBetween(state.draft.raw, draft.raw);
    const derived = derivedAfter(draft, edit);
    const { place } = state.draft;
    const saving = savingOf(draft, tools.keeping);
    const shown = { draft: { ...draft, place }, edited: edit.cells, history: NO_HISTORY, saving };
    if (derived) update({ ...shown, ...derived });
    wordCheck.soon();
  }

  /** What was refused here gives way to what another window stored, once it is kept elsewhere. */
  async function giveWay(draft: Draft): Promise<void> {
    const { draft: own, saving } = state;
    const isKept = await tools.keeping?.setAside(own);
    if (state.draft !== own || state.saving.state !== 'failed') return show(draft);
    if (isKept) {
      replaceBy(draft);
      update({ statusMessage: '已换成另一个窗口存下的内容，这里没有存下的修改在历史版本里' });
    } else if (saving.state === 'failed') {
      // The second copy is the other window's from now on.
      update({ saving: { ...saving, failure: STORAGE_REFUSED, isCopied: false } });
    }
  }

  return {
    getState: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change: (change, { label, place, typing = false, startsNewStep: anew = false }) => {
      const before = state.draft.raw;
      const edit = applyChange(before, change, tools.formats);
      const isSame = edit.raw === before;
      const refusal = isSame ? changeRefusal(before, change, tools.formats) : undefined;
      if (refusal) update({ statusMessage: refusal });
      if (isSame || !mayChange()) return;
      const step = { label, place, before, after: edit.raw };
      put(edit, record(state.history, step, typing && !anew), typing ? state.statusMessage : label);
    },
    undo: () => move(undo(state.history), '已撤销'),
    redo: () => move(redo(state.history), '已重做'),
    announce: (said) => update({ statusMessage: said }),
    setPlace: (place) => {
      if (place === state.draft.place || !state.isWriting) return;
      update({ draft: { ...state.draft, place } });
      saver.soon();
    },
    markHandedOver: () => {
      if (!state.isWriting) return;
      saver.now();
      const { revision } = state.draft;
      const handedOver = { revision: revision + 1, at: tools.now() };
      update({ draft: { ...state.draft, handedOver, unexportedSince: undefined } });
      saver.soon();
      saver.now();
    },
    attachLastYear: (lastYear) => {
      if (!mayChange()) return;
      const draft = { ...state.draft, lastYear };
      const derived = derivedAfter(draft, noEdit(draft.raw));
      if (derived) update({ draft, ...derived });
      saver.soon();
      wordCheck.soon();
    },
    flush: saver.now,
    saveAgain: () => {
      if (!state.isWriting) return;
      saver.soon();
      saver.now();
    },
    replace: (raw, label) => {
      const before = state.draft.raw;
      if (!mayReplace()) return false;
      const step = { label, place: state.draft.place || 'basics', before, after: raw };
      put(editBetween(before, raw), record(state.history, step, false), label);
      return true;
    },
    setWriting: (isWriting) => {
      if (!isWriting) saver.now();
      if (isWriting !== state.isWriting) update({ isWriting });
    },
    show,
  };
}
