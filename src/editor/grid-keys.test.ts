import { describe, expect, test } from 'vitest';
import { tableSections } from '../formats/cells.ts';
import { FORMAT_2021 } from '../formats/format-2021.ts';
import { type GridShape, isSingle, type Position, shapeOf } from '../formats/grid-shape.ts';
import { actOf, type Caret, type GridSituation } from './grid-keys.ts';

/**
 * A small table: two entered columns and their sum, four rows of which the third is computed, and a
 * last block of one column.
 */
const SHAPE: GridShape = ['ab#', 'cd#', '###', 'ef#', 'g'].map((row, at) =>
  [...row].map((sign, column) => ({
    address: `t/r${at}/${sign === '#' ? `sum${column}` : sign}` as const,
    entered: sign !== '#',
  })),
);

const WHOLE: Caret = { start: 0, end: 2, length: 2 };

function at(row: number, column: number): Position {
  return { row, column };
}

interface Given extends Partial<GridSituation> {
  readonly from?: Position;
  readonly head?: Position;
}

/** What `Ctrl+Shift+Key` does; "r,c" for going there, "r,c..r,c" for marking. */
function press(keys: string, { from = at(0, 0), head = from, ...given }: Given = {}): string {
  const parts = keys.split('+');
  const act = actOf(
    {
      key: parts[parts.length - 1]!,
      ctrl: parts.includes('Ctrl'),
      shift: parts.includes('Shift'),
      composing: false,
    },
    {
      shape: SHAPE,
      range: { anchor: from, head },
      caret: WHOLE,
      isFilled: () => true,
      pageRows: 3,
      ...given,
    },
  );
  if (!act) return 'browser';
  const show = ({ row, column }: Position) => `${row},${column}`;
  if (act.act === 'go') return show(act.to);
  if (act.act !== 'mark') return act.act === 'fill' ? `fill ${act.from}` : act.act;
  const { anchor } = act.range;
  return isSingle(act.range) ? 'stay' : `${show(anchor)}..${show(act.range.head)}`;
}

describe('moving', () => {
  test.each([
    ['Enter', 0, 0, '1,0'],
    ['Enter', 1, 0, '3,0'],
    ['Enter', 3, 1, '4,0'],
    ['Enter', 4, 0, 'browser'],
    ['Shift+Enter', 3, 0, '1,0'],
    ['Shift+Enter', 0, 1, '4,0'],
    ['Shift+Enter', 0, 0, 'browser'],
    ['Tab', 0, 0, '0,1'],
    ['Tab', 0, 1, '1,0'],
    ['Tab', 1, 1, '3,0'],
    ['Tab', 2, 1, '3,0'],
    ['Tab', 4, 0, 'browser'],
    ['Shift+Tab', 3, 0, '1,1'],
    ['Shift+Tab', 0, 0, 'browser'],
    ['ArrowDown', 1, 0, '2,0'],
    ['ArrowDown', 3, 2, '4,0'],
    ['ArrowDown', 4, 0, 'stay'],
    ['ArrowUp', 0, 1, 'stay'],
    ['ArrowRight', 0, 1, '0,2'],
    ['ArrowRight', 0, 2, 'browser'],
    ['ArrowLeft', 0, 0, 'browser'],
    ['Home', 1, 1, '1,0'],
    ['End', 1, 0, '1,1'],
    ['Ctrl+Home', 3, 1, '0,0'],
    ['Ctrl+End', 0, 0, '4,0'],
    ['PageDown', 0, 1, '3,1'],
    ['PageDown', 3, 1, '4,0'],
    ['PageUp', 4, 0, '1,0'],
  ])('%s from row %i, column %i: %s', (keys, row, column, expected) => {
    expect(press(keys, { from: at(row, column) })).toBe(expected);
  });

  test('left and right stay inside the text until the caret is at its edge', () => {
    const caret = (start: number, end = start) => ({ caret: { start, end, length: 3 } });
    expect(press('ArrowRight', caret(1))).toBe('browser');
    expect(press('ArrowRight', caret(3))).toBe('0,1');
    expect(press('ArrowLeft', { ...caret(1), from: at(0, 1) })).toBe('browser');
    expect(press('ArrowLeft', { ...caret(0), from: at(0, 1) })).toBe('0,0');
    expect(press('ArrowRight', caret(0, 2))).toBe('browser');
  });

  test('up and down move wherever the caret is', () => {
    expect(press('ArrowDown', { caret: { start: 1, end: 1, length: 3 } })).toBe('1,0');
  });

  test('Home brings the caret to the front of a text being edited first, then the row', () => {
    const from = at(1, 1);
    expect(press('Home', { from, caret: { start: 2, end: 2, length: 3 } })).toBe('browser');
    expect(press('Home', { from, caret: { start: 0, end: 0, length: 3 } })).toBe('1,0');
  });

  test('Ctrl+arrow goes to the last filled cell of a block, and over a gap to the next one', () => {
    const filled = new Set(['t/r0/a', 't/r1/c', 't/r4/g']);
    const given = { isFilled: ({ address }: { address: string }) => filled.has(address) };
    expect(press('Ctrl+ArrowDown', given)).toBe('1,0');
    expect(press('Ctrl+ArrowDown', { ...given, from: at(1, 0) })).toBe('4,0');
    expect(press('Ctrl+ArrowRight', given)).toBe('0,2');
    expect(press('Ctrl+ArrowLeft', given)).toBe('0,0');
  });
});

describe('marking', () => {
  test.each([
    ['Shift+ArrowDown', '0,0..1,0'],
    ['Shift+ArrowRight', '0,0..0,1'],
    ['Ctrl+Shift+ArrowDown', '0,0..4,0'],
    ['Ctrl+Shift+End', '0,0..4,0'],
    ['Shift+PageDown', '0,0..3,0'],
    ['Ctrl+a', '0,0..4,2'],
  ])('%s marks %s', (keys, expected) => {
    expect(press(keys)).toBe(expected);
  });

  test('grows from its far end, and a plain arrow goes on from the active cell', () => {
    const marked = { from: at(0, 0), head: at(1, 1) };
    expect(press('Shift+ArrowDown', marked)).toBe('0,0..2,1');
    expect(press('ArrowDown', marked)).toBe('1,0');
  });

  test('Ctrl+A marks the text of a cell first where only a part of it is marked', () => {
    expect(press('Ctrl+a', { caret: { start: 1, end: 1, length: 2 } })).toBe('browser');
  });
});

describe('editing', () => {
  test.each([
    ['Delete', 'clear'],
    ['Backspace', 'clear'],
    ['Ctrl+d', 'fill above'],
    ['Ctrl+r', 'fill left'],
    ['Ctrl+Enter', 'fill active'],
    ['Escape', 'giveBack'],
    ['F2', 'editText'],
    ['7', 'browser'],
    ['Ctrl+f', 'browser'],
    ['Ctrl+ ', 'browser'],
  ])('%s on a range: %s', (keys, expected) => {
    expect(press(keys, { head: at(1, 1) })).toBe(expected);
  });

  test('Delete in a single cell is left to its text', () => {
    expect(press('Delete')).toBe('browser');
  });

  test.each(['Enter', 'Tab', 'ArrowDown', 'Escape', 'a', 'd'])(
    '%s belongs to the input method while Chinese text is composed',
    (key) => {
      const act = actOf(
        { key, ctrl: true, shift: false, composing: true },
        {
          shape: SHAPE,
          range: { anchor: at(0, 0), head: at(1, 1) },
          caret: WHOLE,
          isFilled: () => true,
          pageRows: 3,
        },
      );
      expect(act).toBeUndefined();
    },
  );
});

test('Tab through a statutory table visits every entered cell once and leaves it', () => {
  for (const { table } of tableSections(FORMAT_2021)) {
    const shape = shapeOf(table);
    const entered = shape.flat().filter((place) => place.entered);
    let visited = 1;
    let from = press('Ctrl+Home', { shape });
    while (true) {
      const [row = 0, column = 0] = from.split(',').map(Number);
      from = press('Tab', { shape, from: at(row, column) });
      if (from === 'browser') break;
      visited += 1;
    }
    expect(visited).toBe(entered.length);
  }
});
