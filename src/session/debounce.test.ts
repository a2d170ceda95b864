import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { debounce } from './debounce.ts';

const later = (run: () => void, milliseconds: number) => {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('what waits for typing to rest runs once, though it was asked for at every key', () => {
  const run = vi.fn();
  const ask = debounce(later, 400, run);
  for (let key = 0; key < 10; key += 1) {
    ask();
    vi.advanceTimersByTime(100);
  }
  expect(run).not.toHaveBeenCalled();
  vi.advanceTimersByTime(800);
  expect(run).toHaveBeenCalledTimes(1);
});

test('what nobody asks for never runs, and what is asked for again runs again', () => {
  const run = vi.fn();
  const ask = debounce(later, 400, run);
  vi.advanceTimersByTime(5000);
  expect(run).not.toHaveBeenCalled();
  ask();
  vi.advanceTimersByTime(400);
  ask();
  vi.advanceTimersByTime(400);
  expect(run).toHaveBeenCalledTimes(2);
});
