import { expect, test } from 'vitest';
import type { Finding } from '../checks/finding.ts';
import { nextProblem } from './problem-walk.ts';

const FINDINGS = [
  ['a', 'error'],
  ['b', 'hint'],
  ['c', 'reminder'],
  ['d', 'unfilled'],
].map(([key, severity]) => ({ key, severity }) as Finding);

test.each([
  [undefined, 1, 'a'],
  ['a', 1, 'c'],
  ['c', 1, 'a'],
  ['a', -1, 'c'],
  [undefined, -1, 'c'],
  ['solved', 1, 'a'],
] as const)('after %s, step %i: %s', (visited, step, expected) => {
  expect(nextProblem(FINDINGS, visited, step)?.key).toBe(expected);
});

test('where nothing is wrong there is nothing to go to', () => {
  expect(nextProblem([], undefined, 1)).toBeUndefined();
});
