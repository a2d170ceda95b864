import { expect, test } from 'vitest';
import type { Finding } from '../checks/finding.ts';
import { asItStands, haveSameOutline } from './finding-outline.ts';

const UNBALANCED: Finding = {
  key: 'T3-01 naturalPerson',
  rule: 'T3-01',
  severity: 'error',
  section: 'requests',
  cells: ['requests/received/naturalPerson'],
  numbers: [{ label: '本年新收', value: '12' }],
  problem: '自然人：本年新收 12 ≠ 13，相差 1',
  advice: '核对。',
};
const GAP: Finding = {
  ...UNBALANCED,
  key: 'T3-05 blank requests/received',
  rule: 'T3-05',
  severity: 'unfilled',
};

test('other figures in the words leave a list as it is laid out', () => {
  const typedOn = { ...UNBALANCED, problem: '自然人：本年新收 120 ≠ 13，相差 107' };
  expect(haveSameOutline([UNBALANCED, GAP], [typedOn, GAP])).toBe(true);
});

test('a list is laid out again for another finding, severity, remedy or gap', () => {
  const fix = { label: '改为 12', change: { kind: 'dropStated' } } as const;
  expect(haveSameOutline([UNBALANCED], [UNBALANCED, GAP])).toBe(false);
  expect(haveSameOutline([UNBALANCED, GAP], [GAP, UNBALANCED])).toBe(false);
  expect(haveSameOutline([UNBALANCED], [{ ...UNBALANCED, severity: 'reminder' }])).toBe(false);
  expect(haveSameOutline([UNBALANCED], [{ ...UNBALANCED, overridable: true }])).toBe(false);
  expect(haveSameOutline([UNBALANCED], [{ ...UNBALANCED, fix }])).toBe(false);
  expect(haveSameOutline([GAP], [{ ...GAP, cells: [] }])).toBe(false);
});

test('a finding is acted on as it stands now, and as it was where it is gone', () => {
  const now = { ...UNBALANCED, numbers: [{ label: '本年新收', value: '120' }] };
  expect(asItStands(UNBALANCED, [GAP, now])).toBe(now);
  expect(asItStands(UNBALANCED, [GAP])).toBe(UNBALANCED);
});
