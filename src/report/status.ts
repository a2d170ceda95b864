/**
 * The road of a report as data: its states, the steps that lead from one to the next, who takes each
 * and what it needs. Buttons, checks and texts are derived from here; nobody else knows the road.
 *
 *   填报中 ──► 已提交 ──► 定稿 ──► 已公布 ──► 更正版
 *     ▲          │ ▲                            │
 *     └─ 退回修改 ◄┘ └────────────────────────────┘
 *
 * 1. 更正版 is worked on like 填报中 and goes the same way again; its reason never leaves the report.
 * 2. What is 已公布 is not edited: a correction is begun instead.
 */
import type { RawReport, ReviewStep, Status } from './raw-report.ts';

export const STATUS_NAMES: Readonly<Record<Status, string>> = {
  draft: '填报中',
  submitted: '已提交',
  returned: '退回修改',
  final: '定稿',
  published: '已公布',
  correction: '更正版',
};

/** What a report is allowed in a state. */
interface StateRule {
  /** `reopens`: an edit takes the report back to work; `shut`: it is not edited at all. */
  readonly editing: 'free' | 'reopens' | 'shut';
  /** Its file is sealed: what was edited outside is noticed. */
  readonly isSealed: boolean;
}

export const STATE_RULES: Readonly<Record<Status, StateRule>> = {
  draft: { editing: 'free', isSealed: false },
  submitted: { editing: 'reopens', isSealed: false },
  returned: { editing: 'free', isSealed: false },
  final: { editing: 'reopens', isSealed: true },
  published: { editing: 'shut', isSealed: true },
  correction: { editing: 'free', isSealed: false },
};

/** Who takes a step. */
export const ACTORS = { clerk: '填报人', supervisor: '审核人', publisher: '公布人' } as const;
export type Actor = keyof typeof ACTORS;

/** name 姓名, reason 理由, page 公布日期 and 网址, complete 没有错误和空格 (or an authorisation). */
export type Need = 'name' | 'reason' | 'page' | 'complete';

export interface StepRule {
  readonly id: string;
  /** What the button says. */
  readonly label: string;
  readonly from: readonly Status[];
  /** `working` is the state the report is worked on in. */
  readonly to: Status | 'working';
  readonly who: Actor;
  readonly needs: readonly Need[];
}

export const STEP_RULES: readonly StepRule[] = [
  {
    id: 'submit',
    label: '提交审核',
    from: ['draft', 'returned', 'correction'],
    to: 'submitted',
    who: 'clerk',
    needs: ['name'],
  },
  {
    id: 'return',
    label: '退回修改',
    from: ['submitted'],
    to: 'returned',
    who: 'supervisor',
    needs: ['name'],
  },
  {
    id: 'approve',
    label: '同意定稿',
    from: ['submitted'],
    to: 'final',
    who: 'supervisor',
    needs: ['name', 'complete'],
  },
  {
    // A body of one clerk has nobody to submit to.
    id: 'finish',
    label: '定稿',
    from: ['draft', 'returned'],
    to: 'final',
    who: 'clerk',
    needs: ['complete'],
  },
  {
    id: 'publish',
    label: '登记已公布',
    from: ['final'],
    to: 'published',
    who: 'publisher',
    needs: ['name', 'page'],
  },
  {
    id: 'reopen',
    label: '取消定稿，继续修改',
    from: ['final'],
    to: 'working',
    who: 'supervisor',
    needs: [],
  },
  {
    id: 'correct',
    label: '开始更正',
    from: ['published'],
    to: 'correction',
    who: 'publisher',
    needs: ['name', 'reason'],
  },
];

/** The steps that lead on from a state, in the order of their buttons. */
export function stepsFrom(status: Status): readonly StepRule[] {
  return STEP_RULES.filter(({ from }) => from.includes(status));
}

/** What somebody brings to a step. */
export interface StepOffer {
  readonly name: string;
  readonly reason?: string;
  readonly page?: ReviewStep['page'];
  /** Errors and gaps that are left. */
  readonly left: number;
}

const LACKING: Readonly<Record<Need, (offer: StepOffer) => string>> = {
  name: ({ name }) => (name.trim() ? '' : '姓名'),
  reason: ({ reason = '' }) => (reason.trim() ? '' : '理由'),
  page: ({ page }) => (page?.date.trim() && page.address.trim() ? '' : '公布日期和网址'),
  complete: ({ left, reason = '', name }) =>
    left === 0 || (reason.trim() && name.trim()) ? '' : `改正余下的 ${left} 处错误或空格`,
};

/** What a step still lacks, in words; empty where it can be taken. */
export function lacking({ needs }: StepRule, offer: StepOffer): readonly string[] {
  return needs.map((need) => LACKING[need](offer)).filter((words) => words !== '');
}

/** The correction a report is or was, with its reason; undefined before the first one. */
export function correctionOf({ steps = [] }: RawReport): ReviewStep | undefined {
  const begun = steps.filter(({ status, reason }) => status === 'correction' && reason !== '');
  return begun[begun.length - 1];
}

/** The state a report is worked on in: once published it is a 更正版 for good. */
export function workingStatus(raw: RawReport): Status {
  return correctionOf(raw) ? 'correction' : 'draft';
}

/** The state a step leads a report to. */
export function targetOf({ to }: StepRule, raw: RawReport): Status {
  return to === 'working' ? workingStatus(raw) : to;
}

/** True where some step leads from the state of a report to another. */
export function mayBecome(raw: RawReport, status: Status): boolean {
  return stepsFrom(raw.status).some((rule) => targetOf(rule, raw) === status);
}

/** The state as people call it: 定稿（更正版）. */
export function stateName(raw: RawReport): string {
  const name = STATUS_NAMES[raw.status];
  return correctionOf(raw) && raw.status !== 'correction' ? `${name}（更正版）` : name;
}
