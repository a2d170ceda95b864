/** The guide on the left: every part of the report with its state, in any order of work. */

import { BASICS, countFindings } from '../checks/finding.ts';
import { PROGRESS_NAMES, type Progress } from '../checks/progress.ts';
import type { OpenDraft, OpenDraftState } from '../drafts/open-draft.ts';
import { BASICS_HEADING, summarySentence } from '../review/findings-summary.ts';
import { useKept, useStore } from '../ui/store.ts';
import { CHECK_PAGE, PREVIEW_PAGE } from './place.ts';
import styles from './section-rail.module.css';

interface SectionRailProps {
  readonly open: OpenDraft;
  readonly page: string;
  readonly hrefOf: (page: string) => string;
}

export function SectionRail({ open, page, hrefOf }: SectionRailProps) {
  const format = useStore(open, (state) => state.report.format);
  const parts = [{ id: BASICS, heading: BASICS_HEADING }, ...format.sections];
  const shared = { open, page, hrefOf };
  return (
    <nav className={styles.rail} aria-label="年报各部分" data-screen-only>
      <ol className={styles.inside}>
        {parts.map(({ id, heading }) => (
          <RailItem key={id} {...shared} id={id} heading={heading} state={partState} />
        ))}
        <RailItem {...shared} id={CHECK_PAGE} heading="核对" state={checkState} />
        <RailItem {...shared} id={PREVIEW_PAGE} heading="预览与导出" state={NO_STATE} />
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

/** What is said of a part of the report, and how it is coloured. */
type PartState = (state: OpenDraftState, id: string) => readonly [color: string, text: string];

const partState: PartState = ({ progress }, id) => {
  const part = progress.get(id);
  return part ? [part.state, stateText(part)] : ['', ''];
};
const checkState: PartState = ({ findings }) => ['check', summarySentence(countFindings(findings))];
const NO_STATE: PartState = () => ['', ''];

function saysTheSame(one: ReturnType<PartState>, other: ReturnType<PartState>): boolean {
  return one[0] === other[0] && one[1] === other[1];
}

interface RailItemProps extends SectionRailProps {
  readonly id: string;
  readonly heading: string;
  readonly state: PartState;
}

/** Wakes only when what it says changes. */
function RailItem({ open, page, hrefOf, id, heading, state }: RailItemProps) {
  const [color, text] = useKept(open, (now) => state(now, id), saysTheSame);
  return (
    <li>
      <a
        ref={id === page ? bringIntoGuide : undefined}
        href={hrefOf(id)}
        aria-current={id === page ? 'page' : undefined}
        className={styles.item}
      >
        <span>{heading}</span>
        {text === '' ? null : (
          <small className={styles.state} data-state={color}>
            {text}
          </small>
        )}
      </a>
    </li>
  );
}

function stateText({ state, filled, toFill, counts }: Progress): string {
  const problems = counts.error + counts.reminder;
  if (state === 'problems') return `${PROGRESS_NAMES.problems} ${problems}`;
  if (state === 'inProgress' && toFill > 1)
    return `${PROGRESS_NAMES.inProgress} ${filled}/${toFill}`;
  return PROGRESS_NAMES[state];
}
