import { expect, test } from 'vitest';
import type { GridShape } from '../formats/grid-shape.ts';
import { clearTexts, fillTexts } from './grid-edits.ts';

/** Two columns and their sum, the last row computed; the text of a cell is its address. */
const SHAPE: GridShape = [
  ['t/1/a', 't/1/b', 't/1/sum'],
  ['t/2/a', 't/2/b', 't/2/sum'],
  ['t/all/a', 't/all/b', 't/all/sum'],
].map((row, at) =>
  row.map((address, column) => ({
    address: address as `${string}/${string}/${string}`,
    entered: at < 2 && column < 2,
  })),
);

const ALL = { anchor: { row: 0, column: 0 }, head: { row: 2, column: 2 } };
const textOf = ({ address }: { address: string }) => address;

test('clearing a range empties its entered cells and leaves the computed ones', () => {
  expect(clearTexts(SHAPE, ALL)).toEqual({ 't/1/a': '', 't/1/b': '', 't/2/a': '', 't/2/b': '' });
});

test('filling down repeats the first row of the range', () => {
  expect(fillTexts(SHAPE, ALL, 'above', textOf)).toMatchObject({
    't/2/a': 't/1/a',
    't/2/b': 't/1/b',
  });
});

test('filling right repeats the first column, whichever end the range was begun at', () => {
  const backwards = { anchor: ALL.head, head: ALL.anchor };
  expect(fillTexts(SHAPE, backwards, 'left', textOf)).toMatchObject({
    't/1/b': 't/1/a',
    't/2/b': 't/2/a',
  });
});

test('a single cell is filled from the one above or to its left', () => {
  const cell = { anchor: { row: 1, column: 1 }, head: { row: 1, column: 1 } };
  expect(fillTexts(SHAPE, cell, 'above', textOf)).toEqual({ 't/2/b': 't/1/b' });
  expect(fillTexts(SHAPE, cell, 'left', textOf)).toEqual({ 't/2/b': 't/2/a' });
});

test('the first row has nothing above it to be filled from', () => {
  const cell = { anchor: { row: 0, column: 0 }, head: { row: 0, column: 0 } };
  expect(fillTexts(SHAPE, cell, 'above', textOf)).toEqual({});
});
