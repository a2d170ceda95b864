/**
 * A modal dialog on the native element: it traps focus, closes on Esc and gives focus back by itself;
 * in browsers older than that we give it back.
 */
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import styles from './dialog.module.css';

export interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  /** For content as wide as a table. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}

export function Dialog({ title, onClose, wide, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const cameFrom = useRef<Element | null>(null);
  const titleId = useId();
  const giveBackFocus = () => {
    const { activeElement, body } = document;
    const isStillHere = activeElement === body || dialog.current?.contains(activeElement);
    if (isStillHere && cameFrom.current instanceof HTMLElement) cameFrom.current.focus();
  };
  // Closed while it still stands in the page: only then does the browser give the focus back.
  useLayoutEffect(() => {
    const element = dialog.current;
    cameFrom.current = document.activeElement;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onClose={({ currentTarget }) => {
        if (currentTarget.open) return;
        giveBackFocus();
        onClose();
      }}
      data-wide={wide}
      data-screen-only
    >
      <h2 id={titleId} className={styles.title}>
        {title}
      </h2>
      {children}
    </dialog>
  );
}
