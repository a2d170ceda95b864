/** The findings beside the work, grouped by section, the section at hand first. */
import { memo } from 'react';
import { findingsBySection } from '../checks/finding.ts';
import type { OpenDraftState } from '../session/draft-state.ts';
import type { OpenDraft } from '../session/open-draft.ts';
import { useStore, useStoreWithEquality } from '../ui/store.ts';
import { type FindingActions, FindingList } from './finding-list.tsx';
import styles from './findings-panel.module.css';
import { type FindingGroup, groupFindings, summaryNow } from './findings-summary.ts';
import { SettledList } from './settled-list.tsx';

interface FindingsPanelProps {
  readonly actions: FindingActions;
  readonly open: OpenDraft;
  readonly place: string;
}

/** Which sections have findings, and whether any of them is an error. */
function groupsNow({ findings, report }: OpenDraftState): readonly FindingGroup[] {
  return groupFindings(report.format, findings);
}

function areLaidOutAlike(one: readonly FindingGroup[], other: readonly FindingGroup[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ section, counts }, at) => {
      const { section: otherSection, counts: otherCounts } = other[at]!;
      return section === otherSection && counts.error > 0 === otherCounts.error > 0;
    })
  );
}

/** Rendered again only where a section comes or goes; lists and counts follow the draft themselves. */
export const FindingsPanel = memo(function FindingsPanel({
  open,
  place,
  actions,
}: FindingsPanelProps) {
  const groups = useStoreWithEquality(open, groupsNow, areLaidOutAlike);
  const settled = useStore(open, (state) => state.settled);
  return (
    <>
      <Summary open={open} />
      {groups.map(({ section, heading, counts }) => (
        <details
          key={section}
          className={styles.group}
          open={section === place || counts.error > 0}
        >
          <summary>
            {heading}
            <GroupCount open={open} section={section} />
          </summary>
          <FindingList open={open} section={section} actions={actions} />
        </details>
      ))}
      <SettledList settled={settled} onReopen={actions.onReopen} />
    </>
  );
});

function Summary({ open }: { readonly open: OpenDraft }) {
  const summary = useStore(open, summaryNow);
  return (
    <p className={styles.summary} role="status">
      {summary}
    </p>
  );
}

function GroupCount({ open, section }: { readonly open: OpenDraft; readonly section: string }) {
  const count = useStore(
    open,
    ({ findings }) => findingsBySection(findings).get(section)?.length ?? 0,
  );
  return <span className={styles.count}>{count}</span>;
}
