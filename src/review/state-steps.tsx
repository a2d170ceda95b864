/** The state of the report, who brought it there, and the steps that lead on from it. */
import { useState } from 'react';
import { blockers } from '../checks/check.ts';
import type { ReviewStep } from '../report/raw-report.ts';
import {
  ACTORS,
  lacking,
  STATUS_NAMES,
  type StepRule,
  stateName,
  stepsFrom,
} from '../report/status.ts';
import type { OpenDraft } from '../session/open-draft.ts';
import { localTime } from '../ui/local-time.ts';
import { useStore } from '../ui/store.ts';
import styles from './review-panel.module.css';
import { StepDialog } from './step-dialog.tsx';
import type { Review } from './use-review.ts';

interface StateStepsProps {
  readonly open: OpenDraft;
  readonly review: Review;
  readonly name: string;
  /** ISO day. */
  readonly today: string;
}

/** A step about to be taken; `isAuthorising` where errors are left. */
interface Asked {
  readonly rule: StepRule;
  readonly isAuthorising: boolean;
}

const ASKING: Readonly<Record<string, string>> = {
  publish: '登记公布的日期和网址，写进文件。公布以后不能直接修改，要改就开始更正。',
  correct: '公布的一份留在历史版本里。更正版要重新提交、定稿，理由写进文件，以后打开都看得到。',
};

export function StateSteps({ open, review, name, today }: StateStepsProps) {
  const raw = useStore(open, ({ draft }) => draft.raw);
  const findings = useStore(open, (state) => state.findings);
  const left = blockers(findings).length;
  const [asked, setAsked] = useState<Asked>();
  const rules = stepsFrom(raw.status);
  const take = (rule: StepRule) => {
    const asks = rule.needs.includes('reason') || rule.needs.includes('page');
    if (asks) setAsked({ rule, isAuthorising: false });
    else review.take(rule, { name, left });
  };
  const finishing = rules.find(({ needs }) => needs.includes('complete'));
  return (
    <>
      <h2>状态：{stateName(raw)}</h2>
      {rules.map((rule) => (
        <StepButton key={rule.id} rule={rule} name={name} left={left} onTake={() => take(rule)} />
      ))}
      {finishing && left > 0 ? (
        <button
          type="button"
          data-quiet
          onClick={() => setAsked({ rule: finishing, isAuthorising: true })}
        >
          授权定稿…
        </button>
      ) : null}
      <p className={styles.use}>{hintOf(rules, name, left)}</p>
      {asked ? (
        <StepDialog
          title={asked.isAuthorising ? '授权定稿' : asked.rule.label}
          text={
            asked.isAuthorising
              ? `还有 ${left} 处错误或空格。授权定稿后不再带“草稿”字样，姓名和理由写进文件，以后打开都看得到。`
              : (ASKING[asked.rule.id] ?? '')
          }
          confirm={asked.isAuthorising ? '授权并定稿' : asked.rule.label}
          rule={asked.rule}
          isAuthorising={asked.isAuthorising}
          name={name}
          left={left}
          today={today}
          onClose={() => setAsked(undefined)}
          onTake={(offer) => {
            review.take(asked.rule, offer);
            setAsked(undefined);
          }}
        />
      ) : null}
      <StepList steps={raw.steps ?? []} />
    </>
  );
}

interface StepButtonProps {
  readonly rule: StepRule;
  readonly name: string;
  readonly left: number;
  readonly onTake: () => void;
}

/** What a dialog asks for need not be there before it opens. */
function StepButton({ rule, name, left, onTake }: StepButtonProps) {
  const needs = rule.needs.filter((need) => need !== 'reason' && need !== 'page');
  const lacks = lacking({ ...rule, needs }, { name, left });
  return (
    <button
      type="button"
      disabled={lacks.length > 0}
      title={lacks.length > 0 ? `${ACTORS[rule.who]}：先要${lacks.join('、')}` : ACTORS[rule.who]}
      onClick={onTake}
    >
      {rule.label}
    </button>
  );
}

function hintOf(rules: readonly StepRule[], name: string, left: number): string {
  const named = rules.filter(({ needs }) => needs.includes('name')).map(({ label }) => label);
  const unnamed = name === '' && named.length > 0 ? `${named.join('、')}要先填下面的姓名。` : '';
  if (!rules.some(({ needs }) => needs.includes('complete'))) return unnamed;
  return left > 0
    ? `${unnamed}改正全部错误、填完空格以后才能定稿；草稿随时可以导出和打印，每页带“草稿”字样。`
    : `${unnamed}定稿后导出的文件不再带“草稿”字样；要改就先取消定稿。`;
}

function StepList({ steps }: { readonly steps: readonly ReviewStep[] }) {
  if (steps.length === 0) return null;
  return (
    <ol className={styles.steps} aria-label="办理经过">
      {steps.map(({ status, by, at, reason, page }) => (
        <li key={`${at} ${status}`}>
          {STATUS_NAMES[status]} · {by || '未留姓名'} · {localTime(at)}
          {reason ? `，理由：${reason}` : ''}
          {page ? `，${page.date} 公布于 ${page.address}` : ''}
        </li>
      ))}
    </ol>
  );
}
