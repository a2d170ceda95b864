/** The findings at the right; where the screen is narrow they lie over the page, on demand. */
import { type ReactNode, useMemo, useState } from 'react';
import { countFindings } from '../checks/finding.ts';
import type { FindingActions } from '../findings/finding-list.tsx';
import { FindingsPanel } from '../findings/findings-panel.tsx';
import type { OpenDraftState } from '../session/draft-state.ts';
import type { OpenDraft } from '../session/open-draft.ts';
import { useStore } from '../ui/store.ts';
import styles from './findings-aside.module.css';
import { FINDINGS_ID } from './skip-links.tsx';

interface FindingsAsideProps {
  readonly actions: FindingActions;
  readonly open: OpenDraft;
  readonly place: string;
  /** What stands above the findings. */
  readonly children?: ReactNode;
}

export function FindingsAside({ open, place, actions, children }: FindingsAsideProps) {
  const [isOpen, setOpen] = useState(false);
  const foldingActions = useMemo<FindingActions>(
    () => ({
      ...actions,
      onGo: (finding) => {
        setOpen(false);
        actions.onGo(finding);
      },
    }),
    [actions],
  );
  return (
    <>
      <button
        type="button"
        className={styles.fold}
        aria-expanded={isOpen}
        aria-controls={FINDINGS_ID}
        data-screen-only
        onClick={() => setOpen(!isOpen)}
      >
        {isOpen ? '收起核对结果' : <FoldedText open={open} />}
      </button>
      <aside
        id={FINDINGS_ID}
        className={styles.findings}
        data-open={isOpen || undefined}
        aria-label="核对结果"
        tabIndex={-1}
        data-screen-only
      >
        <div className={styles.inside}>
          {children}
          <FindingsPanel open={open} place={place} actions={foldingActions} />
        </div>
      </aside>
    </>
  );
}

/** What the button says of the findings that lie folded behind it. */
function FoldedText({ open }: Pick<FindingsAsideProps, 'open'>) {
  const text = useStore(open, foldedText);
  return <span>{text}</span>;
}

function foldedText({ findings }: OpenDraftState): string {
  const { error, reminder, hint } = countFindings(findings);
  return `核对结果 ${error + reminder + hint}`;
}
