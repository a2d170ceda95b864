/**
 * The one road on which the open report is changed: typing, undo, redo, replacement, last year's
 * report beside it. Each edit is derived, remembered, told and on its way to storage in one step.
 *
 * 1. A locked report is not changed on any road, and the refusal is said.
 * 2. Only the window that writes changes anything; the other says so and stays as it is.
 */
import { applyChange, type Change, changeRefusal } from '../report/change.ts';
import { type Edit, editBetween, noEdit } from '../report/edit.ts';
import { type History, type HistoryMove, record, redo, undo } from '../report/history.ts';
import type { RawReport } from '../report/raw-report.ts';
import { lockRefusal } from '../report/status.ts';
import type { DraftCore } from './draft-core.ts';

/** How a change is remembered: its name in the undo list, its place, and whether it is typing. */
export interface ChangeMeta {
  readonly label: string;
  readonly place: string;
  readonly typing?: boolean;
  /** Typing that begins a step of its own, as a new sentence does. */
  readonly startsNewStep?: boolean;
}

/** What changes the open report. */
export interface DraftEdits {
  readonly change: (change: Change, meta: ChangeMeta) => void;
  /** One step back; gives the place of the step, or undefined where there is none. */
  readonly undo: () => string | undefined;
  readonly redo: () => string | undefined;
  /** Puts a whole report in the place of this one, as one step that can be undone; false where refused. */
  readonly replace: (raw: RawReport, label: string) => boolean;
  /** Puts last year's report beside this one, or takes it away; no part of the report itself. */
  readonly attachLastYear: (raw: RawReport | undefined) => void;
}

/** The edits of a draft. */
export function createDraftEdits(core: DraftCore): DraftEdits {
  const { tools, saver, derivedAfter } = core;
  const { getState, update } = core.store;

  function put(edit: Edit, history: History, statusMessage: string): void {
    const { draft: before } = getState();
    const unexportedSince = before.unexportedSince ?? tools.now();
    const draft = { ...before, raw: edit.raw, unexportedSince };
    const derived = derivedAfter(draft, edit);
    if (!derived) return;
    update({ draft, ...derived, edited: edit.cells, history, statusMessage });
    saver.soon();
    core.checkWordsSoon();
  }

  function mayChange(): boolean {
    const { isWriting } = getState();
    if (!isWriting) update({ statusMessage: '另一个窗口正在填写，这里没有改动' });
    return isWriting;
  }

  /** True where another report may take the place of this one. */
  function mayReplace(): boolean {
    const refusal = lockRefusal(getState().draft.raw);
    if (refusal) update({ statusMessage: refusal });
    return !refusal && mayChange();
  }

  function move(moved: HistoryMove | undefined, verb: string): string | undefined {
    if (!moved || !mayReplace()) return undefined;
    const edit = editBetween(getState().draft.raw, moved.raw);
    put(edit, moved.history, `${verb}：${moved.step.label}`);
    return moved.step.place;
  }

  function change(what: Change, meta: ChangeMeta): void {
    const { label, place, typing = false, startsNewStep = false } = meta;
    const before = getState().draft.raw;
    const edit = applyChange(before, what, tools.formats);
    const isSame = edit.raw === before;
    const refusal = isSame ? changeRefusal(before, what, tools.formats) : undefined;
    if (refusal) update({ statusMessage: refusal });
    if (isSame || !mayChange()) return;
    const { history, statusMessage } = getState();
    const step = { label, place, before, after: edit.raw };
    put(edit, record(history, step, typing && !startsNewStep), typing ? statusMessage : label);
  }

  return {
    change,
    undo: () => move(undo(getState().history), '已撤销'),
    redo: () => move(redo(getState().history), '已重做'),
    replace: (raw, label) => {
      const { draft, history } = getState();
      const before = draft.raw;
      if (!mayReplace()) return false;
      const step = { label, place: draft.place || 'basics', before, after: raw };
      put(editBetween(before, raw), record(history, step, false), label);
      return true;
    },
    attachLastYear: (lastYear) => {
      if (!mayChange()) return;
      const draft = { ...getState().draft, lastYear };
      const derived = derivedAfter(draft, noEdit(draft.raw));
      if (derived) update({ draft, ...derived });
      saver.soon();
      core.checkWordsSoon();
    },
  };
}
