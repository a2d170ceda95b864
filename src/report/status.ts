/**
 * The road of a report as data: its states, the steps that lead from one to the next, who takes each
 * and what it needs. Buttons, checks and texts are derived from here; nobody else knows the road.
 *
 *   填报中 ──► 已提交 ──► 定稿 ──► 已公布 ──► 更正版
 *     ▲          │ ▲                            │
 *     └─ 退回修改 ◄┘ └────────────────────────────┘
 *
 * 1. 更正版 is worked on like 填报中 and goes the same way again; its reason never leaves the report.
 * 2. What is 已提交, 定稿 or 已公布 is not edited: a step that says so comes first, and stays in the road.
 */
import type { RawReport, ReviewStep, Status } from './raw-report.ts';

/** The states of a report as the screen names them. */
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
  /** Where it is not edited: how that is said, and the step after which it is again. */
  readonly lock?: { readonly says: string; readonly openedBy: string };
  /** Its file is sealed: what was edited outside is noticed. */
  readonly isSealed: boolean;
}

/** For each state whether it is locked, by which step it is opened, and whether it is sealed. */
export const STATE_RULES: Readonly<Record<Status, StateRule>> = {
  draft: { isSealed: false },
  submitted: { lock: { says: '已提交', openedBy: 'withdraw' }, isSealed: false },
  returned: { isSealed: false },
  final: { lock: { says: '已定稿', openedBy: 'reopen' }, isSealed: true },
  published: { lock: { says: '已公布', openedBy: 'correct' }, isSealed: true },
  correction: { isSealed: false },
};

/** Who takes a step. */
export const ACTORS = { clerk: '填报人', supervisor: '审核人', publisher: '公布人' } as const;

/** Who may take a step. */
export type Actor = keyof typeof ACTORS;

/** name 姓名, reason 理由, page 公布日期 and 网址, complete 没有错误和空格 (or an authorisation). */
export type Need = 'name' | 'reason' | 'page' | 'complete';

/** A step from state to state: who takes it and what it needs. */
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

/** All steps of the state machine, in the order they are offered. */
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
    id: 'withdraw',
    label: '撤回提交',
    from: ['submitted'],
    to: 'working',
    who: 'clerk',
    needs: [],
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
    label: '取消定稿',
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

/** The step after which a locked report is edited again; undefined where it is edited as it is. */
export function unlockingStep({ status }: RawReport): StepRule | undefined {
  const { lock } = STATE_RULES[status];
  return lock && STEP_RULES.find(({ id }) => id === lock.openedBy);
}

/** Why a report is not edited, and what to do, in one sentence; undefined where it is. */
export function lockRefusal(raw: RawReport): string | undefined {
  const { lock } = STATE_RULES[raw.status];
  return lock && `${lock.says} · ${unlockingStep(raw)?.label}后修改`;
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
