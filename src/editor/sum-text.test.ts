import { expect, test } from 'vitest';
import { expectedByBalance, matchesBalance } from '../checks/balance-expectation.ts';
import { rulesOfCell } from '../checks/rules-of-cell.ts';
import { cellAt, cellsOf } from '../formats/cells.ts';
import { FORMAT_2021 } from '../formats/format-2021.ts';
import { STATUTORY_FORMATS } from '../formats/registry.ts';
import { newReport } from '../report/raw-report.ts';
import { understand } from '../report/report.ts';
import { sumText } from './sum-text.ts';

/** 表三 full of 0, but for these. */
function report(figures: Record<string, string>) {
  const raw = newReport(STATUTORY_FORMATS, { name: '某局', type: 'department' }, 2025)!;
  const zeros = cellsOf(FORMAT_2021).map(({ address }) => [address, '0'] as const);
  const own = Object.entries(figures).map(([at, text]) => [`requests/${at}`, text] as const);
  return understand({ ...raw, cells: Object.fromEntries([...zeros, ...own]) }, FORMAT_2021);
}

const sumOf = (at: string, figures: Record<string, string>) =>
  sumText(report(figures), cellAt(FORMAT_2021, `requests/${at}`)!);

test('a row total is written out by its columns, zeros counted only', () => {
  expect(
    sumOf('received/total', { 'received/naturalPerson': '12', 'received/enterprise': '3' }),
  ).toBe('＝ 自然人 12 ＋ 商业企业 3 ＝ 15，其余 4 项为 0');
});

test('a column total is written out by its rows', () => {
  expect(sumOf('concluded/naturalPerson', { 'granted/naturalPerson': '5' })).toBe(
    '＝ 予以公开 5，其余 20 项为 0',
  );
});

test('addends without a figure are told', () => {
  expect(sumOf('received/total', { 'received/naturalPerson': '2', 'received/research': '' })).toBe(
    '＝ 自然人 2，其余 4 项为 0，1 项还没有数',
  );
});

test('a sum of nothing but zeros is 0', () => {
  expect(sumOf('received/total', {})).toBe('＝ 0');
});

test('the balance says what the carried-out figure should be, and nothing of other cells', () => {
  const figures = {
    'received/naturalPerson': '12',
    'carriedIn/naturalPerson': '3',
    'granted/naturalPerson': '14',
  };
  const says = expectedByBalance(report(figures), 'requests/carriedOut/naturalPerson');
  expect(says?.figure.toFixed()).toBe('1');
  expect(matchesBalance(report(figures), 'requests/carriedOut/naturalPerson', says!)).toBe(false);
  const counted = report({ ...figures, 'carriedOut/naturalPerson': '1' });
  expect(matchesBalance(counted, 'requests/carriedOut/naturalPerson', says!)).toBe(true);
  expect(expectedByBalance(report(figures), 'requests/received/naturalPerson')).toBeUndefined();
  expect(expectedByBalance(report(figures), 'requests/carriedOut/total')).toBeUndefined();
});

test('the balance says nothing while a figure is missing', () => {
  expect(
    expectedByBalance(report({ 'granted/research': '' }), 'requests/carriedOut/research'),
  ).toBeUndefined();
});

test('a cell is under the balance through the sum it belongs to', () => {
  const ids = (at: string) =>
    rulesOfCell(FORMAT_2021, cellAt(FORMAT_2021, at)!, 'department').map(({ id }) => id);
  expect(ids('requests/granted/research')).toContain('T3-01');
  expect(ids('requests/received/research')).toEqual(expect.arrayContaining(['T3-01', 'T3-03']));
  expect(ids('disputes/review/upheld')).toContain('T4-01');
  expect(ids('disputes/review/upheld')).not.toContain('T3-01');
});
