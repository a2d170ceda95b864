/** What the checks say and what was explained, beside the paper: for whoever signs for it. */

import { type FindingActions, FindingList } from '../findings/finding-list.tsx';
import { groupFindings, summaryNow } from '../findings/findings-summary.ts';
import { SettledList } from '../findings/settled-list.tsx';
import type { OpenDraft } from '../session/open-draft.ts';
import { useStore } from '../ui/store.ts';
import styles from './review-panel.module.css';

interface FindingsBesideProps {
  readonly open: OpenDraft;
  readonly actions: FindingActions;
}

export function FindingsBeside({ open, actions }: FindingsBesideProps) {
  const findings = useStore(open, (state) => state.findings);
  const settled = useStore(open, (state) => state.settled);
  const format = useStore(open, (state) => state.report.format);
  return (
    <details open={findings.some(({ severity }) => severity === 'error')}>
      <summary>核对结果 {findings.length}</summary>
      <p className={styles.use}>{summaryNow({ findings })}</p>
      {groupFindings(format, findings).map(({ section, heading }) => (
        <section key={section} aria-label={heading}>
          <h3 className={styles.heading}>{heading}</h3>
          <FindingList open={open} section={section} actions={actions} />
        </section>
      ))}
      <SettledList settled={settled} onReopen={actions.onReopen} isOpen />
    </details>
  );
}
