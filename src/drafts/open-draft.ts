/**
 * The one draft on the desk: the report as it stands, everything derived from it, its history, and
 * whether it is safe in storage. Screens read it and send it changes; it knows no screen.
 *
 *   change ──► raw report ──► report ──► findings ──► progress
 *                  └──► history          └──► saved within `SAVE_DELAY` and at once by `flush`
 *
 * 1. Derived values are computed once per change, in one place, and never stored.
 * 2. Nothing is said to be saved before the repository has read it back.
 */
import { check } from '../checks/check.ts';
import type { Finding } from '../checks/finding.ts';
import { type Progress, progressBySection } from '../checks/progress.ts';
import { type FormatRegistry, formatById } from '../formats/registry.ts';
import type { Severity } from '../formats/rule.ts';
import { applyChange, type Change } from '../report/change.ts';
import { type History, type Moved, NO_HISTORY, record, redo, undo } from '../report/history.ts';
import type { RawReport } from '../report/raw-report.ts';
import { type Report, understand } from '../report/report.ts';
import { type Failure, failure, type Result } from '../report/result.ts';
import type { Draft } from './draft.ts';

export type Saving =
  | { readonly state: 'saved'; readonly at: string }
  | { readonly state: 'pending' }
  | { readonly state: 'failed'; readonly failure: Failure }
  /** A sample: looked at and tried out, never written to storage. */
  | { readonly state: 'unkept' };

export interface OpenDraftState {
  readonly draft: Draft;
  readonly report: Report;
  readonly findings: readonly Finding[];
  readonly progress: ReadonlyMap<string, Progress>;
  /** What is wrong with a cell, for every cell that takes part in a finding; 未填 is no mark. */
  readonly marks: ReadonlyMap<string, Mark>;
  readonly history: History;
  readonly saving: Saving;
  /** What was done last in words, for the status line and screen readers. */
  readonly said: string;
}

/** The weightiest severity of the findings a cell takes part in, and which findings those are. */
export interface Mark {
  readonly severity: Severity;
  /** Ids of the notes that say what is wrong, as an attribute lists them. */
  readonly notes: string;
}

/** The id under which a page says what a finding is about. */
export function noteId({ key }: Finding): string {
  return `note-${key.replace(/[^\w.]+/g, '-')}`;
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
  /** Writes now what waits to be written. */
  readonly flush: () => void;
}

/** Puts a draft into storage; undefined for a sample that is not kept. */
export type SaveDraft = ((draft: Draft) => Result<Draft>) | undefined;

/** Runs something later; the answer cancels it. */
export type Later = (run: () => void, milliseconds: number) => () => void;

export interface OpenDraftTools {
  readonly formats: FormatRegistry;
  readonly save: SaveDraft;
  readonly later: Later;
  readonly now: () => string;
}

const SAVE_DELAY = 250;

const WEIGHT: Readonly<Record<Severity, number>> = { error: 3, reminder: 2, hint: 1, unfilled: 0 };

function marksOf(findings: readonly Finding[]): ReadonlyMap<string, Mark> {
  const marks = new Map<string, Mark>();
  for (const finding of findings) {
    if (finding.severity === 'unfilled') continue;
    for (const cell of finding.cells) {
      const known = marks.get(cell);
      marks.set(cell, known ? joined(known, finding) : markOf(finding));
    }
  }
  return marks;
}

function markOf(finding: Finding): Mark {
  return { severity: finding.severity, notes: noteId(finding) };
}

function joined(mark: Mark, finding: Finding): Mark {
  const weightier = WEIGHT[finding.severity] > WEIGHT[mark.severity];
  return {
    severity: weightier ? finding.severity : mark.severity,
    notes: `${mark.notes} ${noteId(finding)}`,
  };
}

type Derived = Pick<OpenDraftState, 'report' | 'findings' | 'progress' | 'marks'>;

function derive(raw: RawReport, formats: FormatRegistry): Derived | undefined {
  const format = formatById(formats, raw.format);
  if (!format) return undefined;
  const report = understand(raw, format);
  const findings = check(report, 'drafting');
  const progress = progressBySection(report, findings);
  return { report, findings, progress, marks: marksOf(findings) };
}

/** Opens a draft for work; a failure where its format is not known to this program. */
export function openDraft(draft: Draft, tools: OpenDraftTools): Result<OpenDraft> {
  const derived = derive(draft.raw, tools.formats);
  if (!derived) {
    return failure(
      `这份年报的统计格式“${draft.raw.format}”本程序不认识`,
      '用新版年报通打开。草稿没有改动。',
    );
  }
  const saving: Saving = tools.save ? { state: 'saved', at: draft.savedAt } : { state: 'unkept' };
  return {
    ok: true,
    value: createStore({ draft, ...derived, history: NO_HISTORY, saving, said: '' }, tools),
  };
}

function createStore(initial: OpenDraftState, tools: OpenDraftTools): OpenDraft {
  let state = initial;
  const listeners = new Set<() => void>();
  const saver = createSaver(
    tools,
    () => state.draft,
    (part) => update(part),
  );

  function update(part: Partial<OpenDraftState>): void {
    state = { ...state, ...part };
    for (const listener of listeners) listener();
  }

  function put(raw: RawReport, history: History, said: string): void {
    const derived = derive(raw, tools.formats);
    if (!derived) return;
    const pending: Partial<OpenDraftState> = tools.save ? { saving: { state: 'pending' } } : {};
    update({ draft: { ...state.draft, raw }, ...derived, history, said, ...pending });
    saver.soon();
  }

  function move(moved: Moved | undefined, verb: string): string | undefined {
    if (!moved) return undefined;
    put(moved.raw, moved.history, `${verb}：${moved.step.label}`);
    return moved.step.place;
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
      if (after === before) return;
      const history = record(state.history, { label, place, before, after }, typing && !anew);
      put(after, history, typing ? state.said : label);
    },
    undo: () => move(undo(state.history), '已撤销'),
    redo: () => move(redo(state.history), '已重做'),
    say: (said) => update({ said }),
    setPlace: (place) => {
      if (place === state.draft.place) return;
      update({ draft: { ...state.draft, place } });
      saver.soon();
    },
    markHandedOver: () => {
      saver.now();
      const { revision } = state.draft;
      update({
        draft: { ...state.draft, handedOver: { revision: revision + 1, at: tools.now() } },
      });
      saver.soon();
      saver.now();
    },
    flush: saver.now,
  };
}

interface Saver {
  readonly soon: () => void;
  readonly now: () => void;
}

function createSaver(
  { save, later }: OpenDraftTools,
  current: () => Draft,
  update: (part: Partial<OpenDraftState>) => void,
): Saver {
  let cancel: (() => void) | undefined;
  function now(): void {
    if (!cancel || !save) return;
    cancel();
    cancel = undefined;
    const saved = save(current());
    if (saved.ok) {
      const { revision, savedAt } = saved.value;
      update({
        draft: { ...current(), revision, savedAt },
        saving: { state: 'saved', at: savedAt },
      });
    } else update({ saving: { state: 'failed', failure: saved.failure } });
  }
  return {
    now,
    soon: () => {
      if (!save) return;
      // Not restarted by every key: somebody who types without rest is saved all the same.
      cancel = cancel ?? later(now, SAVE_DELAY);
    },
  };
}
