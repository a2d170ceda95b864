import { expect, test } from 'vitest';
import { titleLines } from './title-lines.ts';

const LINE = 20;

test.each<[string, readonly string[]]>([
  ['宿迁市2023年政府信息公开工作年度报告', ['宿迁市2023年政府信息公开工作年度报告']],
  [
    '2019年上海市人民政府办公厅政府信息公开工作年度报告',
    ['2019年上海市人民政府办公厅', '政府信息公开工作年度报告'],
  ],
  [
    '平潭综合实验区2019年度政府信息公开工作年度报告',
    ['平潭综合实验区2019年度', '政府信息公开工作年度报告'],
  ],
  [
    '某某市人民政府办公厅2025年政府信息公开工作年度报告',
    ['某某市人民政府办公厅2025年', '政府信息公开工作年度报告'],
  ],
])('%s', (title, lines) => {
  expect(titleLines(title, LINE)).toEqual(lines);
});

test('a long title becomes three lines, none of them torn within a word, none an hourglass', () => {
  const title = '内蒙古自治区呼和浩特市土默特左旗住房和城乡建设局2025年政府信息公开工作年度报告';
  const lines = titleLines(title, LINE);
  expect(lines.join('')).toBe(title);
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(LINE);
  expect(lines).toHaveLength(3);
  expect(lines[2]).toBe('政府信息公开工作年度报告');
});

test('a title without known words, or with far too many, is left as it is', () => {
  expect(titleLines('甲'.repeat(50), LINE)).toEqual(['甲'.repeat(50)]);
  expect(titleLines('某县'.repeat(500), LINE)).toEqual(['某县'.repeat(500)]);
});
