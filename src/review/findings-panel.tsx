/** The findings beside the work, grouped by section, the section at hand first. */
import { memo, useDeferredValue } from 'react';
import { countFindings, type Finding } from '../checks/finding.ts';
import type { OpenDraft } from '../drafts/open-draft.ts';
import { useStore } from '../ui/store.ts';
import { type FindingActions, FindingList } from './finding-list.tsx';
import styles from './findings-panel.module.css';
import { groupFindings, summarySentence } from './findings-summary.ts';

interface FindingsPanelProps extends FindingActions {
  readonly open: OpenDraft;
  readonly place: string;
}

export function FindingsPanel({ open, place, onGo, onFix }: FindingsPanelProps) {
  // Figures come first: the list follows in the next free moment.
  const findings = useDeferredValue(useStore(open, (state) => state.findings));
  return <Groups open={open} place={place} findings={findings} onGo={onGo} onFix={onFix} />;
}

interface GroupsProps extends FindingsPanelProps {
  readonly findings: readonly Finding[];
}

const Groups = memo(function Groups({ open, place, findings, onGo, onFix }: GroupsProps) {
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
          <FindingList findings={group.findings} onGo={onGo} onFix={onFix} />
        </details>
      ))}
    </>
  );
});
