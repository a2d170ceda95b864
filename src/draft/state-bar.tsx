/** What everybody must know of the report's road, above every page of it: see `state-notes.ts`. */

import { type StateNote, stateNotes } from '../report/state-notes.ts';
import type { OpenDraft } from '../session/open-draft.ts';
import { useStoreWithEquality } from '../ui/store.ts';
import styles from './watching-bar.module.css';

interface StateBarProps {
  readonly open: OpenDraft;
  /** On paper they stand on the page of findings, and never on the report itself. */
  readonly isPrinted: boolean;
}

function saySame(one: readonly StateNote[], other: readonly StateNote[]): boolean {
  return one.length === other.length && one.every(({ text }, at) => text === other[at]?.text);
}

export function StateBar({ open, isPrinted }: StateBarProps) {
  const notes = useStoreWithEquality(open, ({ draft }) => stateNotes(draft.raw), saySame);
  if (notes.length === 0) return null;
  return (
    <div role="note" aria-label="年报的状态" data-screen-only={!isPrinted || undefined}>
      {notes.map(({ kind, text }) => (
        <p key={kind} className={styles.bar}>
          {text}
        </p>
      ))}
    </div>
  );
}
