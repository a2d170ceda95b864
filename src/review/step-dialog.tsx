/** What a step asks for before it is taken: a reason, or where and when the report was published. */
import { useState } from 'react';
import { lacking, type StepOffer, type StepRule } from '../report/status.ts';
import { Dialog } from '../ui/dialog.tsx';
import styles from './review-panel.module.css';

interface StepDialogProps {
  readonly title: string;
  /** What the step does and what stays in the file. */
  readonly text: string;
  readonly confirm: string;
  readonly rule: StepRule;
  readonly name: string;
  readonly left: number;
  /** ISO day. */
  readonly today: string;
  /** Also asks for a reason where the step itself needs none. */
  readonly isAuthorising?: boolean;
  readonly onTake: (offer: StepOffer) => void;
  readonly onClose: () => void;
}

export function StepDialog(props: StepDialogProps) {
  const { title, text, confirm, rule, name, left, today, isAuthorising, onTake, onClose } = props;
  const [reason, setReason] = useState('');
  const [date, setDate] = useState(today);
  const [address, setAddress] = useState('');
  const asksReason = isAuthorising || rule.needs.includes('reason');
  const asksPage = rule.needs.includes('page');
  const page = { date: date.trim(), address: address.trim(), digest: '' };
  const offer: StepOffer = { name, left, reason: reason.trim(), ...(asksPage ? { page } : {}) };
  const lacks = lacking(rule, offer);
  const isReady = lacks.length === 0 && (!asksReason || (offer.reason !== '' && name !== ''));
  return (
    <Dialog title={title} onClose={onClose}>
      <div className={styles.form}>
        <p>{text}</p>
        <p>{name ? `姓名：${name}` : '先关闭，填上姓名。'}</p>
        {asksReason ? (
          <label>
            理由
            <textarea rows={3} value={reason} onChange={(event) => setReason(event.target.value)} />
          </label>
        ) : null}
        {asksPage ? (
          <>
            <label>
              公布日期
              <input value={date} onChange={(event) => setDate(event.target.value)} />
            </label>
            <label>
              网址
              <input value={address} onChange={(event) => setAddress(event.target.value)} />
            </label>
          </>
        ) : null}
        <button type="button" disabled={!isReady} onClick={() => onTake(offer)}>
          {confirm}
        </button>
        <button type="button" onClick={onClose}>
          取消
        </button>
      </div>
    </Dialog>
  );
}
