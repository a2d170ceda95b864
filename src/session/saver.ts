/**
 * Puts an open draft into storage soon after each change, at once when asked, and says how that went.
 * Nothing is written unless something has changed: a draft that is only looked at stays as it is.
 */

import type { Draft } from '../drafts/draft.ts';
import { COPIED_ONLY, STORAGE_REFUSED } from '../drafts/draft-repository.ts';
import type { ScheduleAfterPaint } from '../drafts/schedule.ts';
import type { Failure, Result } from '../report/result.ts';

/** How safe the open draft is. */
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
  /** Keeps what is about to be replaced by what another window stored; false where it cannot be kept. */
  readonly setAside: (draft: Draft) => Promise<boolean>;
}

/** What writes the open draft: soon after a change, or at once. */
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

const NOWHERE: Saver = { soon: () => undefined, now: () => undefined, isWaiting: () => false };

/** How safe a draft is that has just been opened. */
export function savingOf(draft: Draft, keeping: Keeping | undefined): Saving {
  if (!keeping) return { state: 'unkept' };
  const failure = keeping.unsaved(draft.id);
  return failure
    ? { state: 'failed', failure, isCopied: false }
    : { state: 'saved', at: draft.savedAt };
}

/**
 * A saver of the draft that `current` gives; without a place to keep it, nothing is written. It writes
 * right after the frame that shows the key: a browser that is shut down does not run what waits longer.
 */
export function createSaver(
  keeping: Keeping | undefined,
  soon: ScheduleAfterPaint,
  current: () => Draft,
  onOutcome: (outcome: SaveOutcome) => void,
): Saver {
  if (!keeping) return NOWHERE;
  let isWaiting = false;

  async function tellOfCopy(failure: Failure): Promise<void> {
    const { id } = current();
    const copying = keeping?.isCopied(id);
    const isCopied = await copying;
    // A later save, whose own copy is not there yet, is not told of.
    const isStill = keeping?.unsaved(id) === failure && keeping.isCopied(id) === copying;
    const said = failure === STORAGE_REFUSED ? COPIED_ONLY : failure;
    if (isCopied && isStill) onOutcome({ saving: { state: 'failed', failure: said, isCopied } });
  }

  // A draft that was held in memory while the desk was looked at.
  const held = keeping.unsaved(current().id);
  if (held) void tellOfCopy(held);

  function now(): void {
    if (!isWaiting || !keeping) return;
    isWaiting = false;
    const saved = keeping.save(current());
    if (saved.ok) {
      const { revision, savedAt } = saved.value;
      const draft = { ...current(), revision, savedAt };
      onOutcome({ draft, saving: { state: 'saved', at: savedAt } });
    } else {
      onOutcome({ saving: { state: 'failed', failure: saved.failure, isCopied: false } });
      void tellOfCopy(saved.failure);
    }
  }

  return {
    now,
    soon: () => {
      if (isWaiting) return;
      isWaiting = true;
      soon(now);
    },
    isWaiting: () => isWaiting,
  };
}
