/** The review beside the paper: state, name, what changed, findings, remarks and a new remark. */
import { useState } from 'react';
import type { Comparing } from '../changes/use-comparison.ts';
import type { RestorePoint } from '../drafts/restore-points.ts';
import type { FindingActions } from '../findings/finding-list.tsx';
import type { Pin } from '../findings/place-names.ts';
import { STATE_RULES } from '../report/status.ts';
import type { OpenDraft } from '../session/open-draft.ts';
import { useStore } from '../ui/store.ts';
import { ChangesPanel } from './changes-panel.tsx';
import { FindingsBeside } from './findings-beside.tsx';
import { RemarkForm } from './remark-form.tsx';
import { RemarkList } from './remark-list.tsx';
import styles from './review-panel.module.css';
import { StateSteps } from './state-steps.tsx';
import { type KeepState, reviewOf } from './use-review.ts';

/** The versions of the draft that are kept, and how one more is. */
export interface KeptVersions {
  readonly load: () => Promise<readonly RestorePoint[]>;
  /** Keeps the report as it is in a state others rely on. */
  readonly keep: KeepState;
}

interface ReviewPanelProps {
  readonly open: OpenDraft;
  readonly pin: Pin;
  readonly onPin: (pin: Pin) => void;
  readonly now: () => string;
  readonly versions: KeptVersions;
  readonly comparing: Comparing;
  readonly findingActions: FindingActions;
  /** Where the published page is compared. */
  readonly publishedHref: string;
}

export function ReviewPanel(props: ReviewPanelProps) {
  const { open, pin, onPin, now, versions, comparing, findingActions, publishedHref } = props;
  const format = useStore(open, (state) => state.report.format);
  const remarks = useStore(open, ({ draft }) => draft.raw.remarks);
  const status = useStore(open, ({ draft }) => draft.raw.status);
  const [typed, setName] = useState('');
  const name = typed.trim();
  const review = reviewOf(open, name, now, versions.keep);
  return (
    <>
      <StateSteps open={open} review={review} name={name} today={now().slice(0, 10)} />
      <div className={styles.form}>
        <label>
          姓名（写进文件）
          <input value={typed} onChange={(event) => setName(event.target.value)} />
        </label>
      </div>
      {STATE_RULES[status].isSealed ? (
        <p className={styles.use}>
          <a href={publishedHref}>核对公布的网页</a>
        </p>
      ) : null}
      <ChangesPanel format={format} comparing={comparing} />
      <FindingsBeside open={open} actions={findingActions} />
      <details open={remarks.length > 0}>
        <summary>审核意见{remarks.length > 0 ? ` ${remarks.length}` : ''}</summary>
        <RemarkList
          format={format}
          remarks={remarks.map((remark, at) => [at, remark] as const)}
          onAnswer={review.answer}
          onSettle={review.settle}
        />
        <RemarkForm
          format={format}
          pin={pin}
          onPin={onPin}
          onAdd={(text) => review.remark(pin, text)}
        />
      </details>
    </>
  );
}
