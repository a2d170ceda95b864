/** 预览与导出: the paper as it prints, and beside it the way out of the house. */
import { type MouseEvent, useMemo, useState } from 'react';
import { isDraft } from '../checks/check.ts';
import { BASICS } from '../checks/finding.ts';
import type { OpenDraft } from '../drafts/open-draft.ts';
import { paperMarkup } from '../paper/markup.ts';
import { paperOf } from '../paper/paper.ts';
import { useStore } from '../ui/store.ts';
import { type HandOverActions, HandOverPanel } from './hand-over-panel.tsx';
import { PagedPaper } from './paged-paper.tsx';
import styles from './preview-page.module.css';
import { ReviewPanel } from './review-panel.tsx';
import { type Pin, pinAt } from './review-place.ts';

interface PreviewPageProps extends HandOverActions {
  readonly open: OpenDraft;
  /** ISO time. */
  readonly now: () => string;
}

export function PreviewPage({ open, now, ...actions }: PreviewPageProps) {
  const report = useStore(open, (state) => state.report);
  const findings = useStore(open, (state) => state.findings);
  const draftMark = isDraft(report, findings);
  const markup = useMemo(() => paperMarkup(paperOf(report, { draftMark })), [report, draftMark]);
  const [pin, setPin] = useState<Pin>({ place: BASICS });
  const point = (event: MouseEvent) => {
    const marked = window.getSelection()?.toString() ?? '';
    if (event.target instanceof Element) setPin(pinAt(report.format, event.target, marked));
  };
  return (
    <div className={styles.page}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className={styles.desk} aria-label="打印预览" tabIndex={0} onMouseUp={point}>
        <PagedPaper markup={markup} draftMark={draftMark} />
      </section>
      <HandOverPanel {...actions}>
        <ReviewPanel open={open} pin={pin} onPin={setPin} now={now} />
      </HandOverPanel>
    </div>
  );
}
