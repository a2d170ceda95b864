/** The guide on the left: every part of the report with its state, in any order of work. */

import { memo, useDeferredValue } from 'react';
import { BASICS, countFindings, type Finding } from '../checks/finding.ts';
import { PROGRESS_NAMES, type Progress } from '../checks/progress.ts';
import type { OpenDraft } from '../drafts/open-draft.ts';
import type { Format } from '../formats/format.ts';
import { summarySentence } from '../review/findings-summary.ts';
import { useStore } from '../ui/store.ts';
import { CHECK_PAGE, PREVIEW_PAGE } from './place.ts';
import styles from './section-rail.module.css';

interface SectionRailProps {
  readonly open: OpenDraft;
  readonly page: string;
  readonly hrefOf: (page: string) => string;
}

export function SectionRail({ open, page, hrefOf }: SectionRailProps) {
  // Figures come first: the guide follows in the next free moment.
  const progress = useDeferredValue(useStore(open, (state) => state.progress));
  const findings = useDeferredValue(useStore(open, (state) => state.findings));
  const format = useStore(open, (state) => state.report.format);
  const guide = { format, page, hrefOf, progress, findings };
  return <Guide {...guide} />;
}

interface GuideProps extends Omit<SectionRailProps, 'open'> {
  readonly format: Format;
  readonly progress: ReadonlyMap<string, Progress>;
  readonly findings: readonly Finding[];
}

const Guide = memo(function Guide({ format, page, hrefOf, progress, findings }: GuideProps) {
  const sections = [{ id: BASICS, heading: '基本信息' }, ...format.sections];
  const item = (id: string, heading: string, state?: string, detail?: string) => (
    <li key={id}>
      <a href={hrefOf(id)} aria-current={id === page ? 'page' : undefined} className={styles.item}>
        <span>{heading}</span>
        {detail === undefined ? null : (
          <small className={styles.state} data-state={state}>
            {detail}
          </small>
        )}
      </a>
    </li>
  );
  return (
    <nav className={styles.rail} aria-label="年报各部分" data-screen-only>
      <ol>
        {sections.map(({ id, heading }) => {
          const part = progress.get(id);
          return item(id, heading, part?.state, part && stateText(part));
        })}
        {item(CHECK_PAGE, '核对', 'check', summarySentence(countFindings(findings)))}
        {item(PREVIEW_PAGE, '预览与导出')}
      </ol>
    </nav>
  );
});

function stateText({ state, filled, toFill, counts }: Progress): string {
  const problems = counts.error + counts.reminder;
  if (state === 'problems') return `${PROGRESS_NAMES.problems} ${problems}`;
  if (state === 'inProgress' && toFill > 1)
    return `${PROGRESS_NAMES.inProgress} ${filled}/${toFill}`;
  return PROGRESS_NAMES[state];
}
