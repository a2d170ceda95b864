/**
 * The one draft on the desk: the report as it stands, everything derived from it, its history, and
 * whether it is safe in storage. Screens read it and send it changes; it knows no screen.
 *
 *   change ──► raw report ──► report ──► findings ──► progress
 *                  └──► history          └──► saved once it is seen, and at once by `flush`
 *
 * 1. Derived values are computed once per change, in one place, and never stored.
 * 2. Nothing is said to be saved before the repository has read it back.
 */
import type { Finding } from '../checks/finding.ts';
import type { FormatRegistry } from '../formats/registry.ts';
import { applyChange, type Change } from '../report/change.ts';
import {
  type History,
  type Moved,
  NO_HISTORY,
  record,
  redo,
  type Step,
  undo,
} from '../report/history.ts';
import type { RawReport } from '../report/raw-report.ts';
import { failure, type Result } from '../report/result.ts';
import { onceAtRest } from './at-rest.ts';
import { createDeriving, type Derived, type Deriving } from './derived.ts';
import type { Draft } from './draft.ts';
import { STORAGE_REFUSED } from './draft-repository.ts';
import {
  createSaver,
  type Keeping,
  type Later,
  type Saving,
  type Soon,
  savingOf,
} from './saver.ts';
import { createWordCheck, type LoadTextCheck } from './word-check.ts';

/** How long the time of a save may wait to be told, in milliseconds. */
const TELL_DELAY = 200;

export interface OpenDraftState extends Derived {
  readonly draft: Draft;
  readonly history: History;
  readonly saving: Saving;
  /** False while another window writes this draft and this one only shows it. */
  readonly isWriting: boolean;
  /** What was done last in words, for the status line and screen readers. */
  readonly said: string;
}

/** How a change is remembered: its name in the undo list, its place, and whether it is typing. */
export interface Doing {
  readonly label: string;
  readonly place: string;
  readonly typing?: boolean;
  /** Typing that begins a step of its own, as a new sentence does. */
  readonly anew?: boolean;
}

export interface OpenDraft {
  readonly getState: () => OpenDraftState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly change: (change: Change, doing: Doing) => void;
  /** One step back; gives the place of the step, or undefined where there is none. */
  readonly undo: () => string | undefined;
  readonly redo: () => string | undefined;
  /** Puts words into the status line. */
  readonly say: (words: string) => void;
  readonly setPlace: (place: string) => void;
  readonly markHandedOver: () => void;
  /** Puts last year's report beside this one, or takes it away; no part of the report itself. */
  readonly attachLastYear: (raw: RawReport | undefined) => void;
  /** Writes now what waits to be written. */
  readonly flush: () => void;
  /** Writes the draft although nothing has changed: for when the storage was emptied. */
  readonly saveAgain: () => void;
  /** Puts a whole report in the place of this one, as one step that can be undone. */
  readonly replace: (raw: RawReport, label: string) => void;
  /** Whether this window writes the draft, or shows what another one writes. */
  readonly setWriting: (isWriting: boolean) => void;
  /** Shows a later revision that another window has stored; what waits here is written first. */
  readonly show: (draft: Draft) => void;
}

export interface OpenDraftTools {
  readonly formats: FormatRegistry;
  /** Where it is kept; undefined for a sample, which is kept nowhere. */
  readonly keeping: Keeping | undefined;
  readonly later: Later;
  readonly soon: Soon;
  readonly now: () => string;
  /** The rules that read the words; without them only the cheap ones are judged. */
  readonly loadTextCheck?: LoadTextCheck | undefined;
  /** What there is to say of the draft when it is opened. */
  readonly said?: string | undefined;
  /** What was done to the draft just before it was opened, so that it can be undone. */
  readonly done?: Step | undefined;
}

/** Opens a draft for work; a failure where its format is not known to this program. */
export function openDraft(draft: Draft, tools: OpenDraftTools): Result<OpenDraft> {
  const derive = createDeriving(tools.formats);
  const derived = derive(draft, []);
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
    history: tools.done ? record(NO_HISTORY, tools.done, false) : NO_HISTORY,
    saving,
    isWriting: true,
    said: tools.said ?? '',
  };
  return { ok: true, value: createStore(begun, derive, tools) };
}

function createStore(initial: OpenDraftState, derive: Deriving, tools: OpenDraftTools): OpenDraft {
  let state = initial;
  const listeners = new Set<() => void>();
  const saver = createSaver(
    tools.keeping,
    tools.soon,
    () => state.draft,
    (outcome) => {
      // A save that went well, as the one before, is told once typing rests: its time is all that is new.
      if (outcome.saving.state !== state.saving.state) return update(outcome);
      state = { ...state, ...outcome };
      tellAtRest();
    },
  );

  const tellAtRest = onceAtRest(tools.later, TELL_DELAY, tell);

  function tell(): void {
    for (const listener of listeners) listener();
  }

  function update(part: Partial<OpenDraftState>): void {
    state = { ...state, ...part };
    tell();
  }

  let words: readonly Finding[] = [];
  const wordCheck = createWordCheck(tools.loadTextCheck, tools.later, (checkText) => {
    words = checkText(state.report, 'drafting', { lastYear: state.lastYear });
    const derived = derive(state.draft, words);
    if (derived) update(derived);
  });

  function put(raw: RawReport, history: History, said: string): void {
    const unexportedSince = state.draft.unexportedSince ?? tools.now();
    const draft = { ...state.draft, raw, unexportedSince };
    const derived = derive(draft, words);
    if (!derived) return;
    update({ draft, ...derived, history, said });
    saver.soon();
    wordCheck.soon();
  }

  /** Changes are made by one window at a time; the other says so and stays as it is. */
  function mayChange(): boolean {
    if (!state.isWriting) update({ said: '另一个窗口正在填写，这里没有改动' });
    return state.isWriting;
  }

  function move(moved: Moved | undefined, verb: string): string | undefined {
    if (!moved || !mayChange()) return undefined;
    put(moved.raw, moved.history, `${verb}：${moved.step.label}`);
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
    const derived = derive(draft, words);
    const { place } = state.draft;
    const saving = savingOf(draft, tools.keeping);
    if (derived) update({ draft: { ...draft, place }, ...derived, history: NO_HISTORY, saving });
    wordCheck.soon();
  }

  /** What was refused here gives way to what another window stored, once it is kept elsewhere. */
  async function giveWay(draft: Draft): Promise<void> {
    const { draft: own, saving } = state;
    const isKept = await tools.keeping?.setAside(own);
    if (state.draft !== own || state.saving.state !== 'failed') return show(draft);
    if (isKept) {
      replaceBy(draft);
      update({ said: '已换成另一个窗口存下的内容，这里没有存下的修改在历史版本里' });
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
    change: (change, { label, place, typing = false, anew = false }) => {
      const before = state.draft.raw;
      const after = applyChange(before, change, tools.formats);
      if (after === before || !mayChange()) return;
      const history = record(state.history, { label, place, before, after }, typing && !anew);
      put(after, history, typing ? state.said : label);
    },
    undo: () => move(undo(state.history), '已撤销'),
    redo: () => move(redo(state.history), '已重做'),
    say: (said) => update({ said }),
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
      const derived = derive(draft, words);
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
      if (!mayChange()) return;
      const step = { label, place: state.draft.place || 'basics', before, after: raw };
      put(raw, record(state.history, step, false), label);
    },
    setWriting: (isWriting) => {
      if (!isWriting) saver.now();
      if (isWriting !== state.isWriting) update({ isWriting });
    },
    show,
  };
}
