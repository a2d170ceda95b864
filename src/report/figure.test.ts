import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFigure } from './figure.ts';

const COUNT = { kind: 'count' } as const;
const CHANGE = { kind: 'signedCount' } as const;
const IN_WAN = { kind: 'amount', unit: '万元' } as const;
const IN_YUAN = { kind: 'amount', unit: '元' } as const;

function text(raw: string, form: Parameters<typeof readFigure>[1] = COUNT): string | undefined {
  const figure = readFigure(raw, form);
  return figure.state === 'known' ? figure.text : undefined;
}

describe('a count', () => {
  test.each([
    ['0', '0'],
    ['12', '12'],
    ['１２', '12'],
    [' 7 ', '7'],
    ['1,259', '1259'],
    ['11，398，889', '11398889'],
    ['007', '7'],
    ['+5', '5'],
  ])('written %j means %s', (raw, expected) => {
    expect(text(raw)).toBe(expected);
  });

  test.each([
    ['12件', 'unit', '12'],
    ['——', 'dash', '0'],
    ['/', 'dash', '0'],
    ['无', 'dash', '0'],
    ['-3', 'negative', undefined],
    ['1.5', 'decimal', undefined],
    ['3.0', 'decimal', '3'],
    ['1234567890123', 'tooLarge', undefined],
    ['十二', 'text', undefined],
    ['1,25', 'text', undefined],
    ['12 34', 'text', undefined],
  ] as const)('written %j is no figure (%s), and %s is offered', (raw, reason, suggestion) => {
    const figure = readFigure(raw, COUNT);
    expect(figure).toMatchObject({ state: 'unreadable', raw, reason });
    expect(figure.state === 'unreadable' && figure.suggestion).toBe(suggestion ?? undefined);
  });

  test('left blank is neither 0 nor unreadable', () => {
    for (const raw of ['', ' ', '\u3000', '\t'])
      expect(readFigure(raw, COUNT)).toEqual({ state: 'blank' });
  });
});

test('a change may be negative, and a worded sign is understood but not taken without asking', () => {
  expect(text('-4', CHANGE)).toBe('-4');
  expect(text('−4', CHANGE)).toBe('-4');
  expect(text('+19', CHANGE)).toBe('19');
  expect(text('-0', CHANGE)).toBe('0');
  expect(readFigure('减4', CHANGE)).toMatchObject({ reason: 'text', suggestion: '-4' });
});

test('an amount keeps every decimal, and a unit that is not the one of the cell must be agreed', () => {
  expect(text('316441', IN_WAN)).toBe('316441');
  expect(text('58.9484万元', IN_WAN)).toBe('58.9484');
  expect(text('589484.00 元', IN_YUAN)).toBe('589484.00');
  expect(readFigure('589484元', IN_WAN)).toMatchObject({ reason: 'unit', suggestion: '58.9484' });
  expect(readFigure('58.9484万元', IN_YUAN)).toMatchObject({ suggestion: '589484' });
  expect(readFigure('1.2345678', IN_WAN)).toMatchObject({ reason: 'decimal' });
  expect(readFigure('-1', IN_WAN)).toMatchObject({ reason: 'negative' });
});

test('every count up to twelve digits is read as itself, in any dress', () => {
  fc.assert(
    fc.property(fc.nat({ max: 2 ** 31 - 1 }), (count) => {
      const plain = String(count);
      const grouped = plain.replace(/\B(?=(\d{3})+$)/g, ',');
      const wide = plain.replace(/\d/g, (digit) =>
        String.fromCharCode(digit.charCodeAt(0) + 0xfee0),
      );
      expect([text(plain), text(grouped), text(wide)]).toEqual([plain, plain, plain]);
    }),
  );
});

test('no text at all makes it throw or lose what was written', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(COUNT, CHANGE, IN_WAN),
      (raw, form) => {
        const figure = readFigure(raw, form);
        if (figure.state === 'unreadable') expect(figure.raw).toBe(raw);
        if (figure.state === 'blank') expect(raw.trim()).toBe('');
      },
    ),
  );
});
