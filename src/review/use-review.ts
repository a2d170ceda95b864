/** What a person does to the review of an open report, with name and time. */

import { toReportFile } from '../file/report-file.ts';
import type { Pin } from '../findings/place-names.ts';
import type { ReviewStep, Status } from '../report/raw-report.ts';
import type { ReviewChange } from '../report/review.ts';
import { STATUS_NAMES, type StepOffer, type StepRule, targetOf } from '../report/status.ts';
import type { OpenDraft } from '../session/open-draft.ts';

export interface Remarks {
  readonly remark: (pin: Pin, text: string) => void;
  readonly answer: (at: number, text: string) => void;
  readonly settle: (at: number, settled: boolean) => void;
}

export interface Review extends Remarks {
  /** Takes a step with what was brought to it; a reason beside errors left authorises them. */
  readonly take: (rule: StepRule, offer: StepOffer) => void;
}

/** States whose version is kept when the report comes to them, and before it leaves them. */
const LASTING_STATES = ['final', 'published'] as const;
export type LastingState = (typeof LASTING_STATES)[number];
export type KeepState = (state: LastingState) => void;

function lastingState(status: Status): LastingState | undefined {
  return LASTING_STATES.find((one) => one === status);
}

type Doing = (change: ReviewChange, label: string, place: string) => void;

function doingOf(open: OpenDraft): Doing {
  return (change, label, place) => open.change(change, { label, place });
}

/** What `by` says to the report, at the time `now` gives. */
export function remarksOf(open: OpenDraft, by: string, now: () => string): Remarks {
  const change = doingOf(open);
  return {
    remark: ({ place, quote }, text) => {
      const remark = { place, text, by, at: now(), settled: false, ...(quote ? { quote } : {}) };
      change({ kind: 'remark', remark }, '审核意见', place);
    },
    answer: (at, text) =>
      change({ kind: 'answer', at, answer: { text, by, at: now() } }, '答复审核意见', 'preview'),
    settle: (at, settled) =>
      change({ kind: 'settle', at, settled }, settled ? '处理审核意见' : '重开审核意见', 'preview'),
  };
}

/** The doings of `by` where the paper is on screen. */
export function reviewOf(open: OpenDraft, by: string, now: () => string, keep: KeepState): Review {
  return { ...remarksOf(open, by, now), take: stepsOf(open, by, now, keep) };
}

/** The steps `by` takes; `keep` keeps a version that was 定稿 or 已公布, so that no step loses it. */
export function stepsOf(
  open: OpenDraft,
  by: string,
  now: () => string,
  keep: KeepState,
): Review['take'] {
  const change = doingOf(open);
  const keepNow = () => {
    const state = lastingState(open.getState().draft.raw.status);
    if (state) keep(state);
  };
  return (rule: StepRule, { reason = '', page, left }: StepOffer) => {
    const { report, draft, findings } = open.getState();
    const isAuthorised = rule.needs.includes('complete') && reason !== '';
    const step: ReviewStep = {
      status: targetOf(rule, draft.raw),
      by,
      at: now(),
      reason,
      left: isAuthorised ? left : 0,
      ...(page ? { page: { ...page, digest: toReportFile(report, findings).digest } } : {}),
    };
    keepNow();
    change({ kind: 'step', step }, STATUS_NAMES[step.status], 'preview');
    keepNow();
  };
}
