/** The findings beside the work, grouped by section, the section at hand first. */
import { memo, useDeferredValue } from 'react';
import { countFindings, type Finding } from '../checks/finding.ts';
import type { OpenDraft } from '../drafts/open-draft.ts';
import { useStore } from '../ui/store.ts';
import { type FindingActions, FindingList } from './finding-list.tsx';
import styles from './findings-panel.module.css';
import { groupFindings, summarySentence } from './findings-summary.ts';
import { SettledList } from './settled-list.tsx';

interface FindingsPanelProps {
  readonly actions: FindingActions;
  readonly open: OpenDraft;
  readonly place: string;
}

export function FindingsPanel({ open, place, actions }: FindingsPanelProps) {
  // Figures come first: the list follows in the next free moment.
  const findings = useDeferredValue(useStore(open, (state) => state.findings));
  return <Groups open={open} place={place} findings={findings} actions={actions} />;
}

interface GroupsProps extends FindingsPanelProps {
  readonly findings: readonly Finding[];
}

const Groups = memo(function Groups({ open, place, findings, actions }: GroupsProps) {
  const settled = useStore(open, (state) => state.settled);
  const format = useStore(open, (state) => state.report.format);
  const groups = groupFindings(format, findings);
  return (
    <>
      <p className={styles.summary} role="status">
        {summarySentence(countFindings(findings))}
      </p>
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
          <FindingList findings={group.findings} actions={actions} />
        </details>
      ))}
      <SettledList settled={settled} onReopen={actions.onReopen} />
    </>
  );
});
