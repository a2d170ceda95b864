/** A question with a few answers; Esc is the last of them. */

import styles from './confirm-dialog.module.css';
import { Dialog } from './dialog.tsx';

export interface Answer {
  readonly label: string;
  readonly onChoose: () => void;
}

interface ConfirmDialogProps {
  readonly title: string;
  readonly text: string;
  /** The likeliest first, the one that changes nothing last. */
  readonly answers: readonly Answer[];
}

export function ConfirmDialog({ title, text, answers }: ConfirmDialogProps) {
  const last = answers[answers.length - 1];
  return (
    <Dialog title={title} onClose={() => last?.onChoose()}>
      <p>{text}</p>
      <p className={styles.answers}>
        {answers.map(({ label, onChoose }, at) => (
          <button key={label} type="button" data-primary={at === 0 || undefined} onClick={onChoose}>
            {label}
          </button>
        ))}
      </p>
    </Dialog>
  );
}
