/** The remarks a clerk still has to work through, all of them or those of one section. */

import { sectionOfPlace } from '../findings/place-names.ts';
import type { RawReport, Remark } from '../report/raw-report.ts';
import { openRemarks } from '../report/review.ts';
import type { OpenDraft } from '../session/open-draft.ts';
import { useStore } from '../ui/store.ts';
import styles from './remark-list.module.css';
import { RemarkList } from './remark-list.tsx';
import { remarksOf } from './use-review.ts';

interface OpenRemarksProps {
  readonly open: OpenDraft;
  readonly now: () => string;
  readonly onGo: (remark: Remark) => void;
  readonly section?: string;
}

/** Whoever handed the report in answers for it. */
function clerkOf({ steps = [] }: RawReport): string {
  const submitted = steps.filter(({ status }) => status === 'submitted');
  return submitted[submitted.length - 1]?.by ?? '';
}

export function OpenRemarks({ open, now, onGo, section }: OpenRemarksProps) {
  const raw = useStore(open, ({ draft }) => draft.raw);
  const format = useStore(open, (state) => state.report.format);
  const waiting = openRemarks(raw).filter(
    ([, { place }]) => section === undefined || sectionOfPlace(format, place) === section,
  );
  if (waiting.length === 0) return null;
  const { answer, settle } = remarksOf(open, clerkOf(raw), now);
  return (
    <section aria-label="待处理的审核意见">
      <h2 className={styles.heading}>待处理的审核意见 {waiting.length}</h2>
      <RemarkList
        format={format}
        remarks={waiting}
        onAnswer={answer}
        onSettle={settle}
        onGo={onGo}
      />
    </section>
  );
}
