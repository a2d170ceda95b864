/**
 * The parts every road of the open draft works with: its store, its saver, and what derives the next
 * state from an edit. Decides nothing about who may change what.
 */
import type { Finding } from '../checks/finding.ts';
import type { Draft } from '../drafts/draft.ts';
import { type Edit, noEdit } from '../report/edit.ts';
import { type ChangeStore, createChangeStore } from './change-store.ts';
import { debounce } from './debounce.ts';
import { type Derived, deriveAfter } from './derived.ts';
import type { OpenDraftState, OpenDraftTools } from './draft-state.ts';
import { createSaver, type SaveOutcome, type Saver } from './saver.ts';
import { createWordCheck } from './word-check.ts';

/** How long the time of a save may wait to be told, in milliseconds. */
const NOTIFY_DELAY = 200;

/** Store, saver and derivation of one open draft. */
export interface DraftCore {
  readonly tools: OpenDraftTools;
  readonly store: ChangeStore<OpenDraftState>;
  readonly saver: Saver;
  /** What follows from a draft after an edit; undefined where its format is unknown. */
  readonly derivedAfter: (draft: Draft, edit: Edit) => Derived | undefined;
  /** Has the words judged once typing rests. */
  readonly checkWordsSoon: () => void;
}

/** The core of a draft that begins in a state. */
export function createDraftCore(initial: OpenDraftState, tools: OpenDraftTools): DraftCore {
  const store = createChangeStore(initial);
  const { getState, update } = store;
  const notifyAtRest = debounce(tools.later, NOTIFY_DELAY, store.notify);

  function onSaved(outcome: SaveOutcome): void {
    if (outcome.saving.state !== getState().saving.state) {
      update(outcome);
      return;
    }
    // A save that went well, as the one before, is told once typing rests: its time is all that is new.
    store.updateQuietly(outcome);
    notifyAtRest();
  }
  const saver = createSaver(tools.keeping, tools.soon, () => getState().draft, onSaved);

  let wordFindings: readonly Finding[] = [];
  const derivedAfter = (draft: Draft, edit: Edit) =>
    deriveAfter(getState(), draft, edit, wordFindings, tools.formats);
  const wordCheck = createWordCheck(tools.loadTextCheck, tools.later, (checkText) => {
    const { report, lastYear, draft } = getState();
    wordFindings = checkText(report, 'drafting', { lastYear });
    const derived = derivedAfter(draft, noEdit(draft.raw));
    if (derived) update(derived);
  });

  return { tools, store, saver, derivedAfter, checkWordsSoon: wordCheck.soon };
}
