import { describe, expect, test } from 'vitest';
import { STATUTORY_FORMATS } from '../../formats/registry.ts';
import { SAMPLE_2021 } from '../../samples/sample-2021.ts';
import { understood } from '../../testing/reports.ts';
import { blockers } from '../check.ts';
import { checkAll } from '../check-all.ts';

/** Every template of every format, with the section it is for. */
const TEMPLATES = STATUTORY_FORMATS.flatMap(({ id, sections }) =>
  sections.flatMap((section) =>
    section.kind === 'narrative'
      ? section.scaffolds.map(({ heading }) => ({ format: id, section: section.id, heading }))
      : [],
  ),
);
const OPEN = TEMPLATES.filter(({ heading }) => heading.includes('【'));

function findingsWith(section: string, words: string) {
  const narrative = { ...SAMPLE_2021.narrative, [section]: words };
  return checkAll(understood({ ...SAMPLE_2021, narrative }), 'finished');
}

const told = (section: string, words: string) =>
  findingsWith(section, words).filter(({ rule }) => rule === 'F-14' || rule === 'N-16');

describe('a template', () => {
  test('has its open fields in 【 】 and nowhere else', () => {
    expect(OPEN.length).toBeGreaterThan(0);
    for (const { section, heading } of TEMPLATES) {
      const rules = told(section, heading).map(({ rule }) => rule);
      expect([heading, rules]).toEqual([heading, heading.includes('【') ? ['F-14'] : []]);
    }
  });

  test.each(OPEN)('left open keeps the report from 定稿: $format $heading', (template) => {
    const { section, heading } = template;
    const findings = findingsWith(section, heading);
    expect(blockers(findings).map(({ rule }) => rule)).toContain('F-14');
    const filled = heading.replace(/【[^】]*】/g, '3');
    expect(told(section, filled)).toEqual([]);
  });

  test('with its brackets taken out and no number put in is told all the same', () => {
    for (const { section, heading } of OPEN) {
      for (const left of ['', ' ', '　', '    ', '\u00a0\u00a0']) {
        const rules = told(section, heading.replace(/【[^】]*】/g, left)).map(({ rule }) => rule);
        expect([left, rules]).toEqual([left, ['N-16']]);
      }
    }
  });
});

describe('no open field is', () => {
  test.each([
    [
      'a space inside a word, as pages have them',
      '答复申请 人，制发文 件。整理条 件、负责 人，逐 次。',
    ],
    ['a number apart from its unit', '共 10 件，总金额　80　元，培训二十 人次，增长 12 %。'],
    ['a list of units', '以件、条、篇计。人、财、物到位。'],
    ['a paragraph set in', '\n　　人员到位。\n　　件件有着落。'],
    ['a numeral in words', '培训两　次，走访十余　家，办理若干　件，其余　项照旧。'],
  ])('%s', (_, words) => {
    expect(told('problems', words).map(({ problem }) => problem)).toEqual([]);
  });
});

test('where it stands is marked in the text as typed', () => {
  const words = '全年发出通知　　件，实收 【金额】 元。';
  const quotes = told('other', words).flatMap(({ places = [] }) =>
    places.map(({ start, end }) => words.slice(start, end)),
  );
  expect(quotes.sort()).toEqual(['　　件', '【金额】'].sort());
});
