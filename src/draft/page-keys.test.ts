import { expect, test } from 'vitest';
import { pageKeyOf } from './page-keys.ts';

const key = (text: string) => {
  const parts = text.split('+');
  return {
    key: parts[parts.length - 1]!,
    ctrlKey: parts.includes('Ctrl'),
    metaKey: parts.includes('Meta'),
    shiftKey: parts.includes('Shift'),
    altKey: parts.includes('Alt'),
  };
};

test.each([
  ['Ctrl+z', 'undo'],
  ['Meta+z', 'undo'],
  ['Ctrl+y', 'redo'],
  ['Ctrl+Shift+Z', 'redo'],
  ['F8', 'nextProblem'],
  ['Shift+F8', 'previousProblem'],
  ['F1', 'help'],
  ['Shift+?', 'help'],
  ['Alt+PageDown', 'nextPage'],
  ['Alt+PageUp', 'previousPage'],
  ['PageDown', undefined],
  ['Alt+F8', undefined],
  ['Ctrl+Alt+z', undefined],
  ['z', undefined],
  ['Ctrl+s', undefined],
])('%s asks for %s', (text, expected) => {
  expect(pageKeyOf(key(text), false)).toBe(expected);
});

test('a question mark that is typed is text', () => {
  expect(pageKeyOf(key('?'), true)).toBeUndefined();
  expect(pageKeyOf(key('F1'), true)).toBe('help');
});
