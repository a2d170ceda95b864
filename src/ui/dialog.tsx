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

/** Back to where it came from, unless the browser has given it back, or it was moved on. */
function giveBackFocus(dialog: HTMLElement | null, cameFrom: Element | null): void {
  const { activeElement, body } = document;
  const isLost = activeElement === body || dialog?.contains(activeElement);
  if (isLost && cameFrom instanceof HTMLElement) cameFrom.focus();
}

export function Dialog({ title, onClose, wide, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const cameFrom = useRef<Element | null>(null);
  const titleId = useId();
  // Closed while it still stands in the page: only then does the browser give the focus back.
  useLayoutEffect(() => {
    const element = dialog.current;
    cameFrom.current = document.activeElement;
    element?.showModal();
    return () => {
      element?.close();
      giveBackFocus(element, cameFrom.current);
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onClose={({ currentTarget }) => {
        if (currentTarget.open) return;
        giveBackFocus(currentTarget, cameFrom.current);
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
