import { describe, expect, test } from 'vitest';
import { NOT_CHECKED, RULES } from './rules.ts';

/** How many rules each part of the catalogue has. */
const CATALOGUE = { T2: 20, T3: 22, T4: 10, N: 21, F: 36, Y: 13 } as const;

const CATALOGUE_IDS = Object.entries(CATALOGUE).flatMap(([part, count]) =>
  Array.from({ length: count }, (_, at) => `${part}-${String(at + 1).padStart(2, '0')}`),
);

test('every rule of the catalogue is checked, or listed with the reason why not', () => {
  const checked = new Set(RULES.map(({ id }) => id));
  const missing = CATALOGUE_IDS.filter(
    (id) => !checked.has(id) && !NOT_CHECKED.some((one) => one.id === id),
  );
  expect(missing).toEqual([]);
  expect(NOT_CHECKED.filter(({ id }) => checked.has(id))).toEqual([]);
  expect([...checked].filter((id) => !CATALOGUE_IDS.includes(id))).toEqual([]);
});

describe.each(RULES)('$id $title', (rule) => {
  test('is written for a clerk to read', () => {
    expect(rule.title).toMatch(/[\u4e00-\u9fff]{4}/);
    expect(rule.title).not.toMatch(/[。！]$/);
    expect(rule.advice).toMatch(/。$/);
    expect(rule.source).not.toBe('');
    expect(rule.formats.length).toBeGreaterThan(0);
    for (const sentence of rule.explanations) expect(sentence).toMatch(/。$/);
  });

  test('never says of itself that a notice says what only practice does', () => {
    expect(rule.title + rule.advice).not.toMatch(/通知(?:规定|要求)|国办要求/);
  });
});

test('what is not checked says why', () => {
  for (const { reason } of NOT_CHECKED) expect(reason).toMatch(/.{10,}。$/);
});
