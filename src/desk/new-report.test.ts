import { expect, test } from 'vitest';
import { STATUTORY_FORMATS } from '../formats/registry.ts';
import { newReportSchema } from './new-report.ts';

const schema = newReportSchema(STATUTORY_FORMATS);

test('a new report has the name of its body, without blanks around it, and a year as a number', () => {
  const asked = { name: ' 某县教育局　', type: 'department', year: '2025' };
  expect(schema.parse(asked)).toEqual({ name: '某县教育局', type: 'department', year: 2025 });
});

test.each([
  [{ name: '　 ', type: 'department', year: '2025' }, '填写机关名称。'],
  [{ name: '某局', type: 'department', year: '1999' }, '这一年没有统计格式。'],
])('what is missing is said in one sentence: %o', (asked, sentence) => {
  const read = schema.safeParse(asked);
  expect(read.error?.issues.map(({ message }) => message)).toEqual([sentence]);
});
