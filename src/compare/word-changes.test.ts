import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tokensOf } from './text-tokens.ts';
import { diffTokens } from './token-diff.ts';
import { piecesBetween, type WordChange, wordChanges } from './word-changes.ts';

const SENTENCES = [
  '本机关认真贯彻落实《中华人民共和国政府信息公开条例》，稳步推进各项工作。',
  '（一）主动公开。',
  '全年在政府网站公开信息128条，其中规章3件、行政规范性文件12件。',
  '（二）依申请公开。',
  '全年收到申请1,259件，办结1,250件，办结率99.3%，比上年增长-3.5%。',
  '没有因信息公开被提起行政复议。',
  '一是公开意识还需加强；',
  '二是培训不够。',
  '下一步将改进工作方式，加强业务培训。',
  '本年度未收取信息处理费。',
];
const TEXT = SENTENCES.join('\n');

function said(before: string, after: string): readonly string[] {
  return wordChanges(before, after)
    .filter(({ kind }) => kind !== 'format')
    .map(({ kind, before: was, after: is }) => `${kind}|${was}|${is}`);
}

function forms(changes: readonly WordChange[]): readonly string[] {
  return changes.map(({ kind, before, after }) => `${kind}|${before}|${after}`);
}

/** The text set by somebody else: other line ends, blanks, widths and punctuation. */
function reset(text: string, at: readonly number[]): string {
  return Array.from(text, (character, place) => {
    const how = at[place % at.length] ?? 0;
    if (character === '\n') return how % 3 === 0 ? '' : how % 3 === 1 ? '\r\n\r\n' : '\n　　';
    if (how !== 7) return character;
    if (/\d/.test(character)) return String.fromCharCode(character.charCodeAt(0) + 0xfee0);
    if (character === '，') return ',';
    return /[\u4e00-\u9fff]/.test(character) ? `${character} ` : character;
  }).join('');
}

const settings = fc.array(fc.nat(9), { minLength: 5, maxLength: 40 });

describe('words set otherwise', () => {
  test('never differ in what they say', () => {
    fc.assert(
      fc.property(settings, (at) => {
        expect(said(TEXT, reset(TEXT, at))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test.each([
    ['another width', '共12件', '共１２件'],
    ['another comma', '一是，二是', '一是,二是'],
    ['a blank', '共 12 件', '共12件'],
    ['a grouped number', '共1259件', '共1,259件'],
    ['other brackets', '（一）主动公开', '(一) 主动公开'],
  ])('%s is told as form only', (_, before, after) => {
    expect(forms(wordChanges(before, after))).toEqual([`format|${before}|${after}`]);
  });

  test('a line end is nothing at all', () => {
    expect(wordChanges('（一）主动公开\n全年', '（一）主动公开全年')).toEqual([]);
  });

  test('a sentence that stands elsewhere is form only', () => {
    const [first = '', second = '', ...rest] = SENTENCES;
    const turned = [second, first, ...rest].join('\n');
    expect(wordChanges(TEXT, turned).map(({ kind }) => kind)).toEqual(['format']);
  });
});

describe('a damaged sentence is found, and only that one', () => {
  const places = fc.nat(SENTENCES.length - 1);
  const without = (at: number) => SENTENCES.filter((_, place) => place !== at);

  test('when it is missing', () => {
    fc.assert(
      fc.property(places, settings, (at, how) => {
        const after = reset(without(at).join('\n'), how);
        expect(said(TEXT, after)).toEqual([`missing|${SENTENCES[at]}|`]);
      }),
    );
  });

  test('when it is new', () => {
    fc.assert(
      fc.property(places, (at) => {
        const before = without(at).join('\n');
        expect(said(before, TEXT)).toEqual([`added||${SENTENCES[at]}`]);
      }),
    );
  });

  test('when any one of its characters is another, or gone', () => {
    fc.assert(
      fc.property(places, fc.nat(200), fc.boolean(), settings, (at, nth, isGone, how) => {
        const sentence = SENTENCES[at]!;
        const letters = Array.from(sentence).filter((one) => /[\p{L}\p{N}%]/u.test(one));
        const victim = letters[nth % letters.length]!;
        const damaged = sentence.replace(victim, isGone ? '' : /\d/.test(victim) ? '77' : '某');
        const after = SENTENCES.map((one, place) => (place === at ? damaged : one)).join('\n');
        const found = wordChanges(TEXT, reset(after, how)).filter(({ kind }) => kind !== 'format');
        expect(found.length).toBeGreaterThan(0);
        expect(found.every(({ before, after: is }) => before.includes(sentence) || is !== '')).toBe(
          true,
        );
        expect(found.some(({ before }) => before.includes(sentence.slice(0, 2)))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test.each([
    ['a figure', '共128条', '共123条'],
    ['a decimal point', '1.5万元', '15万元'],
    ['a percent sign', '50%', '50'],
    ['a minus', '增长-3件', '增长3件'],
  ])('by %s', (_, before, after) => {
    expect(said(before, after)).toEqual([`changed|${before}|${after}`]);
  });
});

describe('the pieces', () => {
  test('give both wordings back, whatever they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (before, after) => {
        const pieces = piecesBetween(before, after);
        const of = (kind: string) =>
          pieces
            .filter((one) => one.kind !== kind)
            .map(({ text }) => text)
            .join('');
        expect([of('inserted'), of('deleted')]).toEqual([before, after]);
      }),
    );
  });

  test('never cut a number', () => {
    expect(piecesBetween('共128条', '共138条').map(({ text }) => text)).toEqual([
      '共',
      '128',
      '138',
      '条',
    ]);
  });
});

describe('hunks', () => {
  const row = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 60 });

  test('lead from one row to the other', () => {
    fc.assert(
      fc.property(row, row, (one, other) => {
        const made: string[] = [];
        let at = 0;
        for (const { from, to, otherFrom, otherTo } of diffTokens(one, other)) {
          made.push(...one.slice(at, from), ...other.slice(otherFrom, otherTo));
          at = to;
        }
        expect([...made, ...one.slice(at)]).toEqual(other);
      }),
    );
  });

  test('of two long texts come in a moment', () => {
    const long = Array.from({ length: 12_000 }, (_, at) => String((at * 7919) % 4001));
    const other = long.map((text, at) => (at % 97 === 0 ? 'x' : text)).reverse();
    expect(diffTokens(long, [...long.slice(0, 6000), 'y', ...long.slice(6001)])).toHaveLength(1);
    expect(diffTokens(long, other).length).toBeGreaterThan(0);
  });
});

test('tokens stand where they say', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      const places = tokensOf(text).map(({ at }) => at);
      expect([...places].sort((one, other) => one - other)).toEqual(places);
      expect(places.every((at) => at < text.length)).toBe(true);
    }),
  );
});
