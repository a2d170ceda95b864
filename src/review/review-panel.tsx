/** The review beside the paper: state, name, remarks and a new remark. */
import { useState } from 'react';
import type { OpenDraft } from '../drafts/open-draft.ts';
import { useStore } from '../ui/store.ts';
import { RemarkForm } from './remark-form.tsx';
import { RemarkList } from './remark-list.tsx';
import styles from './review-panel.module.css';
import type { Pin } from './review-place.ts';
import { StateSteps } from './state-steps.tsx';
import { reviewOf } from './use-review.ts';

interface ReviewPanelProps {
  readonly open: OpenDraft;
  readonly pin: Pin;
  readonly onPin: (pin: Pin) => void;
  readonly now: () => string;
}

export function ReviewPanel({ open, pin, onPin, now }: ReviewPanelProps) {
  const format = useStore(open, (state) => state.report.format);
  const remarks = useStore(open, ({ draft }) => draft.raw.remarks);
  const [typed, setName] = useState('');
  const name = typed.trim();
  const review = reviewOf(open, name, now);
  return (
    <>
      <StateSteps open={open} review={review} name={name} />
      <div className={styles.form}>
        <label>
          姓名（写进文件）
          <input value={typed} onChange={(event) => setName(event.target.value)} />
        </label>
      </div>
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
