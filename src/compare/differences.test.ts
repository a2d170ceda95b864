import { expect, test } from 'vitest';
import { emptyReport, formatOf, withCells } from '../testing/reports.ts';
import { differencesBetween } from './differences.ts';

const BEFORE = withCells(emptyReport(2025), { 'requests/received/enterprise': '12' });
const FORMAT = formatOf(BEFORE);

test('two states that say the same do not differ', () => {
  const blank = withCells(BEFORE, { 'requests/granted/enterprise': '' });
  expect(differencesBetween(BEFORE, blank, FORMAT)).toEqual([]);
});

test('cells, fields and sections that differ are named as the form names them, in its order', () => {
  const after = {
    ...withCells(BEFORE, { 'requests/received/enterprise': '12件', 'old/place/cell': '3' }),
    title: '年报',
    narrative: { overview: '总体' },
    year: 2024,
  };
  expect(differencesBetween(BEFORE, after, FORMAT)).toEqual([
    { place: 'title', name: '标题', before: '', after: '年报' },
    { place: 'year', name: '报告年度', before: '2025', after: '2024' },
    { place: 'narrative.overview', name: '一、总体情况', before: '', after: '总体' },
    {
      place: 'requests/received/enterprise',
      name: '一、本年新收政府信息公开申请数量 · 商业企业',
      before: '12',
      after: '12件',
    },
    { place: 'old/place/cell', name: 'old/place/cell', before: '', after: '3' },
  ]);
});
