import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BreakableBox, pageStarts, type Span } from './page-breaks.ts';

/** Pieces below one another: each a height, with what else is said of it. */
function pieces(
  ...all: readonly (number | [number, Partial<BreakableBox>])[]
): readonly BreakableBox[] {
  let top = 0;
  return all.map((one) => {
    const [height, more] = typeof one === 'number' ? [one, {}] : one;
    const piece = { top, bottom: top + height, isJoined: false, head: 0, ...more };
    top += height;
    return piece;
  });
}

const JOINED = { isJoined: true };

test('a page takes all that fits', () => {
  expect(pageStarts(pieces(40, 40, 40), [], 80)).toEqual([0, 2]);
  expect(pageStarts(pieces(40, 40), [], 80)).toEqual([0]);
});

test('what is joined goes on to the next page together with what it is joined to', () => {
  expect(pageStarts(pieces(40, 20, [40, JOINED], 10), [], 80)).toEqual([0, 1]);
});

test('a page that may end nowhere ends where it is full', () => {
  expect(pageStarts(pieces(40, [40, JOINED], [40, JOINED]), [], 80)).toEqual([0, 2]);
});

test('a piece higher than a page has a page of its own', () => {
  expect(pageStarts(pieces(20, 200, 20), [], 80)).toEqual([0, 1, 2]);
});

test('a repeated head takes its room at the top of the page', () => {
  const rows = pieces(30, [30, { head: 20 }], [30, { head: 20 }], [30, { head: 20 }]);
  expect(pageStarts(rows, [], 60)).toEqual([0, 2, 3]);
});

describe('a label over several lines', () => {
  const rows = pieces(20, 20, 20, 20, 20);
  const label = (needs: number): Span => ({ from: 1, to: 4, needs });

  test('is parted where its words fit above and below', () => {
    expect(pageStarts(rows, [label(40)], 60)).toEqual([0, 3]);
  });

  test('is not parted where they do not', () => {
    expect(pageStarts(rows, [label(50)], 60)).toEqual([0, 1, 4]);
  });
});

test('every piece lies on one page, pages are in order and none is empty', () => {
  const any = fc.array(
    fc.record({ height: fc.integer({ min: 1, max: 120 }), isJoined: fc.boolean() }),
    { minLength: 1, maxLength: 60 },
  );
  fc.assert(
    fc.property(any, (all) => {
      const list = pieces(
        ...all.map(
          ({ height, isJoined }) => [height, { isJoined }] as [number, Partial<BreakableBox>],
        ),
      );
      const starts = pageStarts(list, [], 100);
      expect(starts[0]).toBe(0);
      expect([...new Set(starts)].sort((one, other) => one - other)).toEqual(starts);
      starts.forEach((start, at) => {
        const end = starts[at + 1] ?? list.length;
        const height = list[end - 1]!.bottom - list[start]!.top;
        expect(height <= 101 || end === start + 1).toBe(true);
      });
    }),
  );
});
