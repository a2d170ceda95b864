/** The guide on the left: every part of the report with its state, in any order of work. */
import type { ReactNode } from 'react';
import { BASICS } from '../checks/finding.ts';
import { PROGRESS_NAMES, type Progress } from '../checks/progress.ts';
import { BASICS_HEADING, summaryNow } from '../findings/findings-summary.ts';
import { CHECK_PAGE, PREVIEW_PAGE } from '../ports/page-of-place.ts';
import type { OpenDraft } from '../session/open-draft.ts';
import { useStore } from '../ui/store.ts';
import styles from './section-rail.module.css';

interface SectionRailProps {
  readonly open: OpenDraft;
  readonly page: string;
  readonly hrefOf: (page: string) => string;
}

export function SectionRail({ open, page, hrefOf }: SectionRailProps) {
  const format = useStore(open, (state) => state.report.format);
  const parts = [{ id: BASICS, heading: BASICS_HEADING }, ...format.sections];
  const shared = { page, hrefOf };
  return (
    <nav className={styles.rail} aria-label="年报各部分" data-screen-only>
      <ol className={styles.inside}>
        {parts.map(({ id, heading }) => (
          <RailItem key={id} {...shared} id={id} heading={heading}>
            <PartState open={open} id={id} />
          </RailItem>
        ))}
        <RailItem {...shared} id={CHECK_PAGE} heading="核对">
          <CheckState open={open} />
        </RailItem>
        <RailItem {...shared} id={PREVIEW_PAGE} heading="预览与导出" />
      </ol>
    </nav>
  );
}

/** Pixels left of the page at hand where the guide is one line, so that the one before shows. */
const BEFORE_CURRENT = 48;

/** Shows the page at hand where the guide is one line; called when an item becomes the current one. */
function bringIntoGuide(item: HTMLElement | null): void {
  const rail = item?.closest('nav');
  if (item && rail) rail.scrollLeft = item.offsetLeft - BEFORE_CURRENT;
}

interface RailItemProps extends Pick<SectionRailProps, 'page' | 'hrefOf'> {
  readonly id: string;
  readonly heading: string;
  /** What is said of it. */
  readonly children?: ReactNode;
}

function RailItem({ page, hrefOf, id, heading, children }: RailItemProps) {
  return (
    <li>
      <a
        ref={id === page ? bringIntoGuide : undefined}
        href={hrefOf(id)}
        aria-current={id === page ? 'page' : undefined}
        className={styles.item}
      >
        <span>{heading}</span>
        {children}
      </a>
    </li>
  );
}

interface PartStateProps {
  readonly open: OpenDraft;
  readonly id: string;
}

function PartState({ open, id }: PartStateProps) {
  const progress = useStore(open, (state) => state.progress.get(id));
  return (
    <small className={styles.state} data-state={progress?.state}>
      {progress ? stateText(progress) : ''}
    </small>
  );
}

function CheckState({ open }: Pick<PartStateProps, 'open'>) {
  const summary = useStore(open, summaryNow);
  return <small className={styles.state}>{summary}</small>;
}

function stateText({ state, filled, toFill, counts }: Progress): string {
  const problems = counts.error + counts.reminder;
  if (state === 'problems') return `${PROGRESS_NAMES.problems} ${problems}`;
  if (state === 'inProgress' && toFill > 1)
    return `${PROGRESS_NAMES.inProgress} ${filled}/${toFill}`;
  return PROGRESS_NAMES[state];
}
