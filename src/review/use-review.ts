/** What a person does to the review of an open report, with name and time. */
import type { OpenDraft } from '../drafts/open-draft.ts';
import type { Status } from '../report/raw-report.ts';
import type { ReviewChange } from '../report/review.ts';
import { STATUS_NAMES } from '../report/status.ts';
import type { Pin } from './review-place.ts';

export interface Review {
  readonly remark: (pin: Pin, text: string) => void;
  readonly answer: (at: number, text: string) => void;
  readonly settle: (at: number, settled: boolean) => void;
  /** `reason` authorises a 定稿 that still has `left` errors and gaps. */
  readonly step: (status: Status, left?: number, reason?: string) => void;
}

/** The doings of `by`, at the time `now` gives. */
export function reviewOf(open: OpenDraft, by: string, now: () => string): Review {
  const change = (one: ReviewChange, label: string, place: string) =>
    open.change(one, { label, place });
  return {
    remark: ({ place, quote }, text) => {
      const remark = { place, text, by, at: now(), settled: false, ...(quote ? { quote } : {}) };
      change({ kind: 'remark', remark }, '审核意见', place);
    },
    answer: (at, text) =>
      change({ kind: 'answer', at, answer: { text, by, at: now() } }, '答复审核意见', 'preview'),
    settle: (at, settled) =>
      change({ kind: 'settle', at, settled }, settled ? '处理审核意见' : '重开审核意见', 'preview'),
    step: (status, left = 0, reason = '') =>
      change(
        { kind: 'step', step: { status, by, at: now(), reason, left } },
        STATUS_NAMES[status],
        'preview',
      ),
  };
}
