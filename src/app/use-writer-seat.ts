/**
 * Keeps an open draft in step with the other windows: one writes, the others show what it stores. The
 * storage tells of what others store, and of its being emptied.
 */
import { useEffect, useRef } from 'react';
import type { OpenDraft } from '../drafts/open-draft.ts';
import type { Seat } from '../drafts/writer-seat.ts';
import type { Services } from './services.ts';

/** Gives what takes the writing over into this window. */
export function useWriterSeat(
  open: OpenDraft | undefined,
  { repository, restorePoints, takeSeat, onStored }: Services,
): () => void {
  const seat = useRef<Seat | undefined>(undefined);
  useEffect(() => {
    if (!open || open.getState().saving.state === 'unkept') return undefined;
    const { id } = open.getState().draft;
    const catchUp = () => {
      const stored = repository.load(id);
      if (stored.ok) open.show(stored.value);
    };
    const stop = onStored((key) => {
      if (key === null) open.saveAgain();
      else if (key.startsWith(`nianbaotong/draft/${id}/`)) catchUp();
    });
    const taken = takeSeat(id, (isWriting) => {
      if (isWriting) catchUp();
      open.setWriting(isWriting);
    });
    seat.current = taken;
    return () => {
      stop();
      taken.leave();
    };
  }, [open, repository, takeSeat, onStored]);
  return () => {
    if (!open) return;
    void restorePoints.add(open.getState().draft, 'movedHere');
    seat.current?.takeOver();
  };
}
