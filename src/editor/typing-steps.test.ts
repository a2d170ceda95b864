import { expect, test } from 'vitest';
import { beginsStep, changedPart } from './typing-steps.ts';

test.each([
  ['全年公开', '全年公开信', false],
  ['全年公开。', '全年公开。下', true],
  ['全年公开；', '全年公开；二是', true],
  ['第一段\n', '第一段\n第', true],
  ['全年公开。', '全年公开', false],
  ['', '全', false],
  ['一。三。', '一。二三。', true],
])('typing from “%s” to “%s” begins a step: %s', (before, after, expected) => {
  expect(beginsStep(before, after)).toBe(expected);
});

test.each([
  ['甲乙丙', '甲丁丙', 1, 2],
  ['甲甲', '甲甲甲', 2, 3],
  ['甲乙', '甲', 1, 1],
  ['', '甲', 0, 1],
])('from “%s” to “%s” the text between %i and %i is new', (before, after, from, to) => {
  expect(changedPart(before, after)).toEqual({ from, to });
});
