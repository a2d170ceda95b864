/**
 * Puts an open draft into storage soon after each change, at once when asked, and says how that went.
 * Nothing is written unless something has changed: a draft that is only looked at stays as it is.
 */
import type { Failure, Result } from '../report/result.ts';
import type { Draft } from './draft.ts';
import { COPIED_ONLY, STORAGE_REFUSED } from './draft-repository.ts';

export type Saving =
  | { readonly state: 'saved'; readonly at: string }
  /** `isCopied`: the second copy has it, so that leaving loses nothing. */
  | { readonly state: 'failed'; readonly failure: Failure; readonly isCopied: boolean }
  /** A sample: looked at and tried out, never written to storage. */
  | { readonly state: 'unkept' };

/** Where an open draft is kept: the part of the repository it needs. */
export interface Keeping {
  readonly save: (draft: Draft) => Result<Draft>;
  readonly unsaved: (id: string) => Failure | undefined;
  readonly isCopied: (id: string) => Promise<boolean>;
}

/** Runs something later; the answer cancels it. */
export type Later = (run: () => void, milliseconds: number) => () => void;

export interface Saver {
  readonly soon: () => void;
  readonly now: () => void;
  /** True while a change waits to be written. */
  readonly isWaiting: () => boolean;
}

/** What a save changes in the state of the open draft. */
export interface SaveOutcome {
  readonly draft?: Draft;
  readonly saving: Saving;
}

/** At once after the key: a save takes a fraction of a millisecond, and a browser that is shut down
 * does not always run what waits. */
const SAVE_DELAY = 0;

const NOWHERE: Saver = { soon: () => undefined, now: () => undefined, isWaiting: () => false };

/** How safe a draft is that has just been opened. */
export function savingOf(draft: Draft, keeping: Keeping | undefined): Saving {
  if (!keeping) return { state: 'unkept' };
  const failure = keeping.unsaved(draft.id);
  return failure
    ? { state: 'failed', failure, isCopied: false }
    : { state: 'saved', at: draft.savedAt };
}

/** A saver of the draft that `current` gives; without a place to keep it, nothing is written. */
export function createSaver(
  keeping: Keeping | undefined,
  later: Later,
  current: () => Draft,
  told: (outcome: SaveOutcome) => void,
): Saver {
  if (!keeping) return NOWHERE;
  let cancel: (() => void) | undefined;

  async function tellOfCopy(failure: Failure): Promise<void> {
    const isCopied = await keeping?.isCopied(current().id);
    const isStill = keeping?.unsaved(current().id) === failure;
    const said = failure === STORAGE_REFUSED ? COPIED_ONLY : failure;
    if (isCopied && isStill) told({ saving: { state: 'failed', failure: said, isCopied } });
  }

  function now(): void {
    if (!cancel || !keeping) return;
    cancel();
    cancel = undefined;
    const saved = keeping.save(current());
    if (saved.ok) {
      const { revision, savedAt } = saved.value;
      const draft = { ...current(), revision, savedAt };
      told({ draft, saving: { state: 'saved', at: savedAt } });
    } else {
      told({ saving: { state: 'failed', failure: saved.failure, isCopied: false } });
      void tellOfCopy(saved.failure);
    }
  }

  return {
    now,
    soon: () => {
      cancel = cancel ?? later(now, SAVE_DELAY);
    },
    isWaiting: () => cancel !== undefined,
  };
}
