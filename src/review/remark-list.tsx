/** 审核意见 as a list one can work through: go to the place, answer, settle, open again. */
import { useState } from 'react';
import { placeName } from '../findings/place-names.ts';
import type { Format } from '../formats/format.ts';
import type { Remark } from '../report/raw-report.ts';
import { localTime } from '../ui/local-time.ts';
import styles from './remark-list.module.css';

export interface RemarkActions {
  readonly onAnswer: (at: number, text: string) => void;
  readonly onSettle: (at: number, settled: boolean) => void;
  /** Leads to the place; missing where the paper itself is on screen. */
  readonly onGo?: ((remark: Remark) => void) | undefined;
}

interface RemarkListProps extends RemarkActions {
  readonly format: Format;
  readonly remarks: readonly (readonly [number, Remark])[];
}

export function RemarkList({ format, remarks, ...actions }: RemarkListProps) {
  return (
    <ul className={styles.list} aria-label="审核意见">
      {remarks.map(([at, remark]) => (
        <li key={at} className={styles.remark} data-settled={remark.settled || undefined}>
          <RemarkText format={format} remark={remark} />
          <RemarkButtons at={at} remark={remark} {...actions} />
        </li>
      ))}
    </ul>
  );
}

function said(by: string, at: string): string {
  return `${by} · ${localTime(at)}`;
}

function RemarkText({ format, remark }: { readonly format: Format; readonly remark: Remark }) {
  const { place, quote, text, by, at, settled, answers = [] } = remark;
  return (
    <>
      <p className={styles.place}>
        {placeName(format, place)}
        <span className={styles.state}>{settled ? '已处理' : '待处理'}</span>
      </p>
      {quote ? <blockquote className={styles.quote}>{quote}</blockquote> : null}
      <p>{text}</p>
      <p className={styles.said}>{said(by, at)}</p>
      {answers.map((answer) => (
        <div key={`${answer.at} ${answer.text}`} className={styles.answer}>
          <p>答复：{answer.text}</p>
          <p className={styles.said}>{said(answer.by, answer.at)}</p>
        </div>
      ))}
    </>
  );
}

interface RemarkButtonsProps extends RemarkActions {
  readonly at: number;
  readonly remark: Remark;
}

function RemarkButtons({ at, remark, onAnswer, onSettle, onGo }: RemarkButtonsProps) {
  const [answer, setAnswer] = useState<string | undefined>();
  const give = () => {
    if (answer?.trim()) onAnswer(at, answer.trim());
    setAnswer(undefined);
  };
  return (
    <>
      {answer === undefined ? null : (
        <p>
          <textarea
            aria-label="答复"
            rows={2}
            value={answer}
            onChange={(event) => setAnswer(event.target.value)}
          />
          <button type="button" onClick={give}>
            写入答复
          </button>
        </p>
      )}
      <p className={styles.buttons}>
        {onGo ? (
          <button type="button" data-quiet onClick={() => onGo(remark)}>
            去改
          </button>
        ) : null}
        {answer === undefined ? (
          <button type="button" data-quiet onClick={() => setAnswer('')}>
            答复
          </button>
        ) : null}
        <button type="button" data-quiet onClick={() => onSettle(at, !remark.settled)}>
          {remark.settled ? '重新打开' : '标为已处理'}
        </button>
      </p>
    </>
  );
}
