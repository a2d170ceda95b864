/** The state of the report, who brought it there, and the steps that lead on from it. */
import { useState } from 'react';
import { blockers } from '../checks/check.ts';
import { countFindings } from '../checks/finding.ts';
import type { OpenDraft } from '../drafts/open-draft.ts';
import type { ReviewStep } from '../report/raw-report.ts';
import { overrideOf } from '../report/review.ts';
import { STATUS_NAMES } from '../report/status.ts';
import { localTime } from '../ui/local-time.ts';
import { useStore } from '../ui/store.ts';
import { summarySentence } from './findings-summary.ts';
import { OverrideDialog } from './override-dialog.tsx';
import styles from './review-panel.module.css';
import type { Review } from './use-review.ts';

interface StateStepsProps {
  readonly open: OpenDraft;
  readonly review: Review;
  readonly name: string;
}

export function StateSteps({ open, review, name }: StateStepsProps) {
  const raw = useStore(open, ({ draft }) => draft.raw);
  const findings = useStore(open, (state) => state.findings);
  const override = overrideOf(raw);
  return (
    <>
      <h2>状态：{STATUS_NAMES[raw.status]}</h2>
      {override ? (
        <p className={styles.override} role="note">
          {override.by} 同意带 {override.left} 处错误或空格定稿，理由：{override.reason}
        </p>
      ) : null}
      <p className={styles.use}>{summarySentence(countFindings(findings))}</p>
      {raw.status === 'final' ? (
        <button type="button" onClick={() => review.step('draft')}>
          取消定稿，继续修改
        </button>
      ) : (
        <StepsToFinal
          left={blockers(findings).length}
          isSubmitted={raw.status === 'submitted'}
          review={review}
          name={name}
        />
      )}
      <StepList steps={raw.steps ?? []} />
    </>
  );
}

interface StepsToFinalProps {
  readonly left: number;
  readonly isSubmitted: boolean;
  readonly review: Review;
  readonly name: string;
}

/** Clerk and supervisor use the same page: a report handed in is the supervisor's, else the clerk's. */
function StepsToFinal({ left, isSubmitted, review, name }: StepsToFinalProps) {
  const [asking, setAsking] = useState(false);
  const unnamed = name === '';
  return (
    <>
      {isSubmitted ? (
        <button type="button" disabled={unnamed} onClick={() => review.step('returned')}>
          退回修改
        </button>
      ) : (
        <button type="button" disabled={unnamed} onClick={() => review.step('submitted')}>
          提交审核
        </button>
      )}
      <button
        type="button"
        disabled={left > 0 || (isSubmitted && unnamed)}
        onClick={() => review.step('final')}
      >
        {isSubmitted ? '同意定稿' : '定稿'}
      </button>
      {left > 0 ? (
        <button type="button" data-quiet onClick={() => setAsking(true)}>
          授权定稿…
        </button>
      ) : null}
      <p className={styles.use}>
        {unnamed ? '提交、退回要先填下面的姓名。' : ''}
        {finalHint(left)}
      </p>
      {asking ? (
        <OverrideDialog
          name={name}
          left={left}
          onClose={() => setAsking(false)}
          onAuthorise={(reason) => {
            review.step('final', left, reason);
            setAsking(false);
          }}
        />
      ) : null}
    </>
  );
}

function finalHint(left: number): string {
  return left > 0
    ? '改正全部错误、填完空格以后才能定稿；草稿随时可以导出和打印，每页带“草稿”字样。'
    : '定稿后导出的文件不再带“草稿”字样；再改动会回到草稿。';
}

function StepList({ steps }: { readonly steps: readonly ReviewStep[] }) {
  if (steps.length === 0) return null;
  return (
    <ol className={styles.steps} aria-label="办理经过">
      {steps.map(({ status, by, at }) => (
        <li key={`${at} ${status}`}>
          {STATUS_NAMES[status]} · {by || '未留姓名'} · {localTime(at)}
        </li>
      ))}
    </ol>
  );
}
