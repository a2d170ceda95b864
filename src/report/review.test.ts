import { describe, expect, test } from 'vitest';
import { check, isDraft } from '../checks/check.ts';
import { afterChange } from '../testing/changes.ts';
import { emptyReport, understood } from '../testing/reports.ts';
import type { Change } from './change.ts';
import type { RawReport, ReviewStep } from './raw-report.ts';
import { currentStep, openRemarks, overrideOf } from './review.ts';

const REMARK = {
  place: 'requests/received/total',
  text: '与台账不符',
  by: '李科长',
  at: '2026-01-20T01:00:00Z',
  settled: false,
};
const step = (status: ReviewStep['status'], reason = '', left = 0): Change => ({
  kind: 'step',
  step: { status, by: '王局长', at: '2026-01-20T02:00:00Z', reason, left },
});

function changed(...changes: readonly Change[]): RawReport {
  return changes.reduce((raw, one) => afterChange(raw, one), emptyReport(2025));
}

describe('a remark', () => {
  test('waits until it is settled, and again when it is opened', () => {
    const raw = changed({ kind: 'remark', remark: REMARK });
    expect(openRemarks(raw)).toEqual([[0, REMARK]]);
    const settle = (settled: boolean): Change => ({ kind: 'settle', at: 0, settled });
    expect(openRemarks(afterChange(raw, settle(true)))).toEqual([]);
    const twice = changed({ kind: 'remark', remark: REMARK }, settle(true), settle(false));
    expect(openRemarks(twice)).toHaveLength(1);
  });

  test('keeps its answers in order', () => {
    const answer = (text: string): Change => ({
      kind: 'answer',
      at: 0,
      answer: { text, by: '张三', at: '2026-01-21T01:00:00Z' },
    });
    const raw = changed({ kind: 'remark', remark: REMARK }, answer('已改'), answer('再核'));
    expect(raw.remarks[0]?.answers?.map(({ text }) => text)).toEqual(['已改', '再核']);
  });

  test('that is not there changes nothing', () => {
    const raw = changed();
    expect(afterChange(raw, { kind: 'settle', at: 3, settled: true })).toBe(raw);
  });

  test('and its answers leave the state of the report alone', () => {
    expect(changed(step('submitted'), { kind: 'remark', remark: REMARK }).status).toBe('submitted');
  });
});

describe('the steps', () => {
  const edit = { kind: 'cells', texts: { 'requests/received/naturalPerson': '3' } } as const;

  test('are kept, and the last one gives the state', () => {
    const raw = changed(step('submitted'), step('returned'), step('submitted'), step('final'));
    expect(raw.status).toBe('final');
    expect(raw.steps?.map(({ status }) => status)).toEqual([
      'submitted',
      'returned',
      'submitted',
      'final',
    ]);
    expect(currentStep(raw)?.by).toBe('王局长');
  });

  test('stay in the road when what was handed in is opened again, and the last one holds', () => {
    for (const status of ['submitted', 'final'] as const) {
      const raw = changed(step(status), edit, step('draft'), edit);
      expect([raw.status, currentStep(raw)?.status]).toEqual(['draft', 'draft']);
      expect(raw.steps?.map((one) => one.status)).toEqual([status, 'draft']);
      expect(raw.cells).toEqual(edit.texts);
    }
  });

  test('leave a returned report returned while it is mended', () => {
    expect(changed(step('submitted'), step('returned'), edit).status).toBe('returned');
  });
});

describe('a 定稿 with errors left', () => {
  const gaps = (raw: RawReport) => isDraft(understood(raw), check(understood(raw), 'drafting'));

  test('stays a draft on paper unless somebody gave a reason', () => {
    expect(gaps(changed(step('final')))).toBe(true);
    expect(gaps(changed(step('final', '上级同意，另附说明', 5)))).toBe(false);
  });

  test('loses its authorisation when it is opened again', () => {
    const raw = changed(step('final', '上级同意', 5), step('draft'));
    expect(overrideOf(raw)).toBeUndefined();
    expect(gaps(raw)).toBe(true);
  });
});
