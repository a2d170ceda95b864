/** 预览与导出: the paper as it prints, and beside it the way out of the house. */
import { useMemo } from 'react';
import { isDraft } from '../checks/check.ts';
import type { OpenDraft } from '../drafts/open-draft.ts';
import type { FileKind } from '../exchange/hand-over.ts';
import { paperMarkup } from '../paper/markup.ts';
import { paperOf } from '../paper/paper.ts';
import type { Failure } from '../report/result.ts';
import { useStore } from '../ui/store.ts';
import { HandOverPanel } from './hand-over-panel.tsx';
import { PaperView } from './paper-view.tsx';
import styles from './preview-page.module.css';

interface PreviewPageProps {
  readonly open: OpenDraft;
  /** Writes, verifies and hands over a file; gives the failure where that could not be done. */
  readonly onExport: (kind: FileKind) => Promise<Failure | undefined>;
  readonly onPrint: () => void;
}

export function PreviewPage({ open, onExport, onPrint }: PreviewPageProps) {
  const report = useStore(open, (state) => state.report);
  const findings = useStore(open, (state) => state.findings);
  const draftMark = isDraft(report, findings);
  const markup = useMemo(() => paperMarkup(paperOf(report, { draftMark })), [report, draftMark]);
  return (
    <div className={styles.page}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className={styles.desk} aria-label="打印预览" tabIndex={0}>
        <div className={styles.sheet}>
          <PaperView markup={markup} />
        </div>
      </section>
      <HandOverPanel open={open} onExport={onExport} onPrint={onPrint} />
    </div>
  );
}
