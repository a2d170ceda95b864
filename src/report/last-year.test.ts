import { describe, expect, test } from 'vitest';
import { emptyReport, understood, withCells, zeroReport } from '../testing/reports.ts';
import { comparedSentences, comparedWithLastYear, withLastYear } from './last-year.ts';

const LAST = {
  ...withCells(zeroReport(2024), {
    'requests/carriedOut/naturalPerson': '3',
    'requests/carriedIn/enterprise': '9',
    'requests/granted/naturalPerson': '12',
  }),
  preface: '本报告统计期限为2024年1月1日至2024年12月31日，2025年1月公布，依据2019年修订的条例。',
  signature: { name: '某市政府办', date: '2025年1月20日' },
  narrative: {
    overview: '总的情况。\n（一）主动公开。全年公开89条。\n（二）依申请公开\n收到12件。',
    problems: '一是人手不足。',
    other: '',
  },
};

describe('last year', () => {
  const taken = withLastYear(understood(emptyReport(2025)), understood(LAST));

  test('gives its 结转下年度 as this year’s 上年结转, column by column', () => {
    expect(taken.cells['requests/carriedIn/naturalPerson']).toBe('3');
    expect(taken.cells['requests/carriedIn/enterprise']).toBe('0');
  });

  test('gives no figure that must be counted anew', () => {
    expect(taken.cells['requests/granted/naturalPerson']).toBeUndefined();
    expect(taken.cells['requests/carriedOut/naturalPerson']).toBeUndefined();
  });

  test('gives its preface with both years moved on, and no other year', () => {
    expect(taken.preface).toBe(
      '本报告统计期限为2025年1月1日至2025年12月31日，2026年1月公布，依据2019年修订的条例。',
    );
  });

  test('gives its sub-headings as an outline, never its sentences, and its name but not its date', () => {
    expect(taken.narrative.overview).toBe('（一）主动公开\n\n（二）依申请公开\n');
    expect(taken.narrative.problems).toBeUndefined();
    expect(taken.signature).toEqual({ name: '某市政府办', date: '' });
  });

  test('overwrites nothing, and gives back the same report where nothing is blank', () => {
    const typed = {
      ...withCells(emptyReport(2025), { 'requests/carriedIn/naturalPerson': '？' }),
      preface: '自己写的。',
    };
    const kept = withLastYear(understood(typed), understood(LAST));
    expect(kept.cells['requests/carriedIn/naturalPerson']).toBe('？');
    expect(kept.preface).toBe('自己写的。');
    expect(withLastYear(understood(taken), understood(LAST))).toBe(taken);
  });
});

test('a cell says last year’s figure and what became of it', () => {
  const now = understood(withCells(emptyReport(2025), { 'requests/granted/naturalPerson': '10' }));
  const say = (address: string) => comparedWithLastYear(now, understood(LAST), address);
  expect(say('requests/granted/naturalPerson')).toBe('上年 12，减少 2');
  expect(say('requests/carriedIn/enterprise')).toBe('上年 9');
  expect(say('requests/none/enterprise')).toBeUndefined();
});

test('a sentence repeated with other figures is marked', () => {
  const now = '全年主动公开信息120条。今年新设专区一处，方便群众查阅。';
  const before = '全年主动公开信息89条。开展培训三次，覆盖各科室人员。';
  expect(comparedSentences(now, before).map(({ isRepeated }) => isRepeated)).toEqual([true, false]);
});
