/**
 * Keeps an open draft in step with the other windows: one writes, the others show what it stores. The
 * storage tells of what others store, and of its being emptied.
 */
import { useEffect, useRef } from 'react';
import type { WriterLock } from '../drafts/writer-lock.ts';
import type { Services } from '../ports/services.ts';
import type { OpenDraft } from '../session/open-draft.ts';

/** Gives what takes the writing over into this window. */
export function useWriterLock(
  open: OpenDraft | undefined,
  { repository, recover, restorePoints, acquireLock, onStored }: Services,
): () => void {
  const lock = useRef<WriterLock | undefined>(undefined);
  useEffect(() => {
    if (!open || open.getState().saving.state === 'unkept') return undefined;
    const { id } = open.getState().draft;
    const catchUp = () => {
      const stored = repository.load(id);
      if (stored.ok) open.show(stored.value);
    };
    const stop = onStored(() => {
      catchUp();
      const { draft, saving } = open.getState();
      // Emptied, erased, or perhaps roomier than before.
      const isLost = repository.revisionOf(id) < draft.revision;
      if (isLost || saving.state === 'failed') open.saveAgain();
    });
    let sits = true;
    const sitDown = async () => {
      // What the window before could not store is in the second copy alone.
      if (!open.getState().isWriting) await recover();
      catchUp();
      if (sits) open.setWriting(true);
    };
    const taken = acquireLock(id, (isWriting) => {
      sits = isWriting;
      if (isWriting) void sitDown();
      else open.setWriting(false);
    });
    lock.current = taken;
    return () => {
      stop();
      sits = false;
      taken.leave();
    };
  }, [open, repository, recover, acquireLock, onStored]);
  return () => {
    if (!open) return;
    void restorePoints.add(open.getState().draft, 'movedHere');
    lock.current?.takeOver();
  };
}
