import { describe, expect, test } from 'vitest';
import type { RawReport } from '../report/raw-report.ts';
import { rawReportSchema } from '../report/raw-report-schema.ts';
import { SAMPLE_2021 } from '../samples/sample-2021.ts';
import { afterChange } from '../testing/changes.ts';
import { understood, withCells } from '../testing/reports.ts';
import { checkAll } from './check-all.ts';
import { decided, settling, withDecision, withoutDecision } from './decisions.ts';
import type { Finding } from './finding.ts';

const RAW = withCells(
  { ...SAMPLE_2021, title: '示例市数据资源管理局2025年度政府信息公开工作年度报告' },
  { 'proactive/normativeDocuments/effective': '1', 'proactive/rules/effective': '3' },
);

function found(raw: RawReport, rule: string): Finding {
  const finding = checkAll(understood(raw), 'finished').find((one) => one.rule === rule);
  if (!finding) throw new Error(`${rule} was not found`);
  return finding;
}

function explained(raw: RawReport, rule: string, text: string): RawReport {
  const explanations = withDecision(raw, found(raw, rule), text, '张三');
  return afterChange(raw, { kind: 'explanations', explanations });
}

function openRules(raw: RawReport): readonly string[] {
  const findings = checkAll(understood(raw), 'finished');
  return decided(findings, raw.explanations).open.map(({ rule }) => rule);
}

describe('an explanation', () => {
  const raw = explained(RAW, 'T2-03', '有一件当年即已失效。');

  test('settles its finding and no other', () => {
    expect(openRules(RAW)).toContain('T2-03');
    expect(openRules(raw)).not.toContain('T2-03');
    expect(openRules(RAW).filter((rule) => rule !== 'T2-03')).toEqual(openRules(raw));
  });

  test('survives edits elsewhere', () => {
    const edited = withCells(raw, { 'requests/granted/naturalPerson': '99' });
    expect(openRules(edited)).not.toContain('T2-03');
  });

  test('no longer counts when its numbers change, and counts again when they come back', () => {
    const changed = withCells(raw, { 'proactive/normativeDocuments/effective': '0' });
    expect(openRules({ ...changed, cells: { ...changed.cells } })).toContain('T2-05');
    const other = withCells(raw, { 'proactive/normativeDocuments/issued': '4' });
    expect(openRules(other)).toContain('T2-03');
    expect(
      openRules(withCells(other, { 'proactive/normativeDocuments/issued': '3' })),
    ).not.toContain('T2-03');
  });

  test('needs words, and can be taken back', () => {
    expect(openRules(explained(RAW, 'T2-03', ' '))).toContain('T2-03');
    const explanations = withoutDecision(raw, found(raw, 'T2-03'));
    expect(openRules({ ...raw, explanations })).toContain('T2-03');
  });

  test('replaces the one before it', () => {
    const again = explained(raw, 'T2-03', '另有原因。');
    expect(again.explanations.map(({ text }) => text)).toEqual(['另有原因。']);
  });

  test('has the shape the report file has always had', () => {
    expect(rawReportSchema.safeParse(raw).success).toBe(true);
  });
});

describe('an error', () => {
  test('cannot be explained away', () => {
    const raw = withCells(RAW, { 'requests/granted/naturalPerson': '99' });
    expect(settling(found(raw, 'T3-01'))).toBeUndefined();
    expect(openRules(explained(raw, 'T3-01', '无误。'))).toContain('T3-01');
  });

  test('that the law leaves room for can', () => {
    expect(found(RAW, 'T2-01').severity).toBe('error');
    expect(openRules(explained(RAW, 'T2-01', '依特别授权制定。'))).not.toContain('T2-01');
  });
});

test('a hint is put aside without words, until what it was about changes', () => {
  const raw = explained(RAW, 'F-17', '');
  expect(openRules(RAW)).toContain('F-17');
  expect(openRules(raw)).not.toContain('F-17');
  const changed = { ...raw, title: `${raw.title}（公开年度报告）` };
  expect(openRules(changed)).toContain('F-17');
});
