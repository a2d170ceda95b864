/** The findings beside the work, grouped by section, the section at hand first. */
import { memo } from 'react';
import type { OpenDraft } from '../drafts/open-draft.ts';
import { useKept, useStore } from '../ui/store.ts';
import { useText } from '../ui/use-text.ts';
import { type FindingActions, FindingList } from './finding-list.tsx';
import { haveSameOutline } from './finding-outline.ts';
import styles from './findings-panel.module.css';
import { groupFindings, summaryNow } from './findings-summary.ts';
import { SettledList } from './settled-list.tsx';

interface FindingsPanelProps {
  readonly actions: FindingActions;
  readonly open: OpenDraft;
  readonly place: string;
}

export const FindingsPanel = memo(function FindingsPanel({
  open,
  place,
  actions,
}: FindingsPanelProps) {
  const findings = useKept(open, (state) => state.findings, haveSameOutline);
  const settled = useStore(open, (state) => state.settled);
  const format = useStore(open, (state) => state.report.format);
  const groups = groupFindings(format, findings);
  const summary = useText(open, summaryNow);
  return (
    <>
      <p ref={summary} className={styles.summary} role="status" />
      {groups.map((group) => (
        <details
          key={group.section}
          className={styles.group}
          open={group.section === place || group.counts.error > 0}
        >
          <summary>
            {group.heading}
            <span className={styles.count}>{group.findings.length}</span>
          </summary>
          <FindingList findings={group.findings} actions={actions} open={open} />
        </details>
      ))}
      <SettledList settled={settled} onReopen={actions.onReopen} />
    </>
  );
});
