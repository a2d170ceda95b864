/** 预览与导出: the paper as it prints, and beside it the way out of the house. */
import { type MouseEvent, useMemo, useState } from 'react';
import { useComparison } from '../changes/use-comparison.ts';
import { isDraft } from '../checks/check.ts';
import { BASICS } from '../checks/finding.ts';
import { infographicOf } from '../export/infographic.ts';
import type { FindingActions } from '../findings/finding-list.tsx';
import { type Pin, pinAt } from '../findings/place-names.ts';
import { paperMarkup } from '../paper/markup.ts';
import { paperOf } from '../paper/paper.ts';
import { hasPicture, type PaperChoice } from '../paper/paper-choice.ts';
import { type KeptVersions, ReviewPanel } from '../review/review-panel.tsx';
import type { OpenDraft } from '../session/open-draft.ts';
import { useStore, type ValueStore } from '../ui/store.ts';
import { changedMarkup } from './changed-markup.ts';
import { ChangedPaper } from './changed-paper.tsx';
import { type HandOverActions, HandOverPanel } from './hand-over-panel.tsx';
import { PagedPaper } from './paged-paper.tsx';
import styles from './preview-page.module.css';
import { SettingBar } from './setting-bar.tsx';

interface PreviewPageProps extends HandOverActions {
  readonly open: OpenDraft;
  /** ISO time. */
  readonly now: () => string;
  /** How the paper is set on this machine. */
  readonly paperChoice: ValueStore<PaperChoice>;
  readonly versions: KeptVersions;
  readonly findingActions: FindingActions;
  readonly publishedHref: string;
}

/** The paper of an open report, and how it looks. */
function usePaper(open: OpenDraft, choice: PaperChoice) {
  const report = useStore(open, (state) => state.report);
  const lastYear = useStore(open, (state) => state.lastYear);
  const findings = useStore(open, (state) => state.findings);
  const draftMark = isDraft(report, findings);
  const paper = useMemo(() => paperOf(report, { draftMark }), [report, draftMark]);
  const { setting } = choice;
  const isPictured = hasPicture(choice);
  const look = useMemo(
    () => ({
      setting,
      ...(isPictured ? { picture: infographicOf(report, paper, lastYear) } : {}),
    }),
    [setting, isPictured, report, paper, lastYear],
  );
  return { report, paper, look };
}

export function PreviewPage(props: PreviewPageProps) {
  const { open, now, paperChoice, versions, findingActions, publishedHref, ...actions } = props;
  const choice = useStore(paperChoice, (one) => one);
  const { report, paper, look } = usePaper(open, choice);
  const comparing = useComparison(open, versions.load);
  const { chosen, changes } = comparing;
  const [pin, setPin] = useState<Pin>({ place: BASICS });
  const point = (event: MouseEvent) => {
    const marked = window.getSelection()?.toString() ?? '';
    if (event.target instanceof Element) setPin(pinAt(report.format, event.target, marked));
  };
  return (
    <div className={styles.page}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className={styles.desk} aria-label="打印预览" tabIndex={0} onMouseUp={point}>
        {chosen && changes ? (
          <ChangedPaper
            markup={changedMarkup(paperMarkup(paper, look), changes, report.format)}
            setting={look.setting}
            title={chosen.title}
            onClose={() => comparing.choose('')}
          />
        ) : (
          <PagedPaper paper={paper} look={look} turned={choice.turned}>
            <SettingBar choice={choice} onChoose={paperChoice.set} />
          </PagedPaper>
        )}
      </section>
      <HandOverPanel {...actions}>
        <ReviewPanel
          open={open}
          pin={pin}
          onPin={setPin}
          now={now}
          versions={versions}
          comparing={comparing}
          findingActions={findingActions}
          publishedHref={publishedHref}
        />
      </HandOverPanel>
    </div>
  );
}
