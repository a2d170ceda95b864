import { describe, expect, test } from 'vitest';
import { afterChange } from '../testing/changes.ts';
import { emptyReport } from '../testing/reports.ts';
import type { Change } from './change.ts';
import { type RawReport, type ReviewStep, STATUSES, type Status } from './raw-report.ts';
import { overrideOf } from './review.ts';
import {
  correctionOf,
  lacking,
  lockRefusal,
  STEP_RULES,
  stateName,
  stepsFrom,
  targetOf,
  unlockingStep,
  workingStatus,
} from './status.ts';

const step = (status: Status, more: Partial<ReviewStep> = {}): Change => ({
  kind: 'step',
  step: { status, by: '李科长', at: '2026-01-20T01:00:00Z', reason: '', left: 0, ...more },
});
const EDIT: Change = { kind: 'cells', texts: { 'requests/received/naturalPerson': '3' } };

function changed(...changes: readonly Change[]): RawReport {
  return changes.reduce((raw, one) => afterChange(raw, one), emptyReport(2025));
}

const PUBLISHED = [step('submitted'), step('final'), step('published')];
const CORRECTED = [...PUBLISHED, step('correction', { reason: '表三第二行漏填' })];

describe('the road', () => {
  test('leads from every state on, and to every state', () => {
    const reached = new Set<string>(['draft']);
    for (const status of STATUSES) {
      expect([status, stepsFrom(status).length > 0]).toEqual([status, true]);
      for (const { to } of stepsFrom(status)) reached.add(to);
    }
    expect(STATUSES.filter((status) => !reached.has(status))).toEqual([]);
  });

  test.each<[string, readonly Change[], Status]>([
    ['a draft cannot be published', [step('published')], 'draft'],
    ['a draft cannot be returned', [step('returned')], 'draft'],
    [
      'a final report cannot be corrected before it is published',
      [step('final'), step('correction')],
      'final',
    ],
    ['a published report cannot be returned', [...PUBLISHED, step('returned')], 'published'],
    [
      'a correction is not final without being submitted',
      [...CORRECTED, step('final')],
      'correction',
    ],
  ])('%s', (_, changes, status) => {
    const raw = changed(...changes);
    expect(raw.status).toBe(status);
  });

  test('a step that is not taken leaves no trace', () => {
    expect(changed(step('published')).steps).toBeUndefined();
  });
});

describe('what a step needs', () => {
  const rule = (id: string) => STEP_RULES.find((one) => one.id === id)!;
  const page = { date: '2026-01-28', address: 'https://example.gov.cn/a.html', digest: '' };

  test.each<[string, Parameters<typeof lacking>[1], readonly string[]]>([
    ['submit', { name: ' ', left: 9 }, ['姓名']],
    ['submit', { name: '张三', left: 9 }, []],
    ['approve', { name: '李科长', left: 2 }, ['改正余下的 2 处错误或空格']],
    ['approve', { name: '李科长', left: 2, reason: '已报备' }, []],
    ['finish', { name: '', left: 2, reason: '已报备' }, ['改正余下的 2 处错误或空格']],
    ['publish', { name: '王五', left: 0 }, ['公布日期和网址']],
    ['publish', { name: '王五', left: 0, page: { ...page, address: ' ' } }, ['公布日期和网址']],
    ['publish', { name: '王五', left: 0, page }, []],
    ['correct', { name: '', left: 0 }, ['姓名', '理由']],
  ])('%s with %o lacks %o', (id, offer, words) => {
    expect(lacking(rule(id), offer)).toEqual(words);
  });
});

describe('a lock', () => {
  test('has a step that opens it, in every state that has one, and the report is then edited', () => {
    for (const status of STATUSES) {
      const raw: RawReport = { ...emptyReport(2025), status };
      const rule = unlockingStep(raw);
      expect([status, rule !== undefined]).toEqual([status, lockRefusal(raw) !== undefined]);
      if (!rule) continue;
      expect(stepsFrom(status)).toContain(rule);
      expect(lockRefusal({ ...raw, status: targetOf(rule, raw) })).toBeUndefined();
    }
  });

  test.each<[Status, string | undefined]>([
    ['draft', undefined],
    ['returned', undefined],
    ['correction', undefined],
    ['submitted', '已提交 · 撤回提交后修改'],
    ['final', '已定稿 · 取消定稿后修改'],
    ['published', '已公布 · 开始更正后修改'],
  ])('of %s says %s', (status, words) => {
    expect(lockRefusal({ ...emptyReport(2025), status })).toBe(words);
  });
});

describe('a published report', () => {
  test('is not edited, but remarks may be made on it', () => {
    const raw = changed(...PUBLISHED);
    expect(afterChange(raw, EDIT)).toBe(raw);
    const remark = { place: 'basics', text: '网页上标题有误', by: '', at: '', settled: false };
    expect(changed(...PUBLISHED, { kind: 'remark', remark }).remarks).toHaveLength(1);
  });

  test('still tells that it was authorised with errors', () => {
    const raw = changed(step('final', { reason: '已报备', left: 2 }), step('published'));
    expect(overrideOf(raw)?.left).toBe(2);
  });
});

describe('a correction', () => {
  test('says so in every later state, with its reason', () => {
    expect(stateName(changed(...CORRECTED))).toBe('更正版');
    const again = changed(...CORRECTED, EDIT, step('submitted'));
    expect(stateName(again)).toBe('已提交（更正版）');
    expect(correctionOf(again)?.reason).toBe('表三第二行漏填');
    const final = afterChange(again, step('final'));
    expect(stateName(afterChange(final, step('published')))).toBe('已公布（更正版）');
  });

  test('stays one when what was submitted or final is opened again', () => {
    const submitted = changed(...CORRECTED, step('submitted'));
    expect(targetOf(unlockingStep(submitted)!, submitted)).toBe('correction');
    const final = changed(...CORRECTED, step('submitted'), step('final'));
    const reopen = STEP_RULES.find(({ id }) => id === 'reopen')!;
    expect([targetOf(reopen, final), workingStatus(final)]).toEqual(['correction', 'correction']);
    const reopened = afterChange(final, step('correction'));
    expect([reopened.status, correctionOf(reopened)?.reason]).toEqual([
      'correction',
      '表三第二行漏填',
    ]);
  });
});
