import { expect, test } from 'vitest';
import type { Finding } from '../checks/finding.ts';
import type { Remark } from '../report/raw-report.ts';
import { emptyReport, formatOf } from '../testing/reports.ts';
import { nextProblem, problemsOf } from './problem-walk.ts';

const RAW = emptyReport(2025);
const FORMAT = formatOf(RAW);

function finding(key: string, severity: string, place: string): Finding {
  const cells = place.includes('/') ? [place] : [];
  return { key, severity, cells, section: place.split('/')[0] } as unknown as Finding;
}

function remark(place: string, settled = false): Remark {
  return { place, text: '', by: '', at: '', settled };
}

const FINDINGS = [
  finding('a', 'error', 'proactive/rules/issued'),
  finding('b', 'hint', 'proactive/rules/repealed'),
  finding('c', 'reminder', 'requests/received/enterprise'),
  finding('d', 'unfilled', 'disputes/review/upheld'),
];
const keysOf = (remarks: readonly Remark[]) =>
  problemsOf(FINDINGS, { ...RAW, remarks }, FORMAT).map(({ key }) => key);

test.each([
  [undefined, 1, 'a'],
  ['a', 1, 'c'],
  ['c', 1, 'a'],
  ['a', -1, 'c'],
  [undefined, -1, 'c'],
  ['solved', 1, 'a'],
] as const)('after %s, step %i: %s', (visited, step, expected) => {
  expect(nextProblem(problemsOf(FINDINGS, RAW, FORMAT), visited, step)?.key).toBe(expected);
});

test('where nothing is wrong there is nothing to go to', () => {
  expect(nextProblem([], undefined, 1)).toBeUndefined();
});

test('remarks that wait are walked through with the findings, in the order of the paper', () => {
  const remarks = [
    remark('other'),
    remark('requests/received/enterprise'),
    remark('basics'),
    remark('overview', true),
  ];
  expect(keysOf(remarks)).toEqual(['remark 2', 'a', 'remark 1', 'c', 'remark 0']);
});
