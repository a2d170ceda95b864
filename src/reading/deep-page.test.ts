import { describe, expect, test } from 'vitest';
import { NODE_TOOLS } from '../cli/node-tools.ts';
import { isTooDeep } from '../file/markup-depth.ts';
import { clipboardTables } from '../paste/clipboard-table.ts';
import { readAny } from './read-any.ts';

const DEEP = 300_000;
const TOO_DEEP =
  '网页的标签套了 2000 层以上，不是年报。在浏览器里打开这个网页，复制正文，存为文本文件再打开。';

/** What a page is refused with; a parser that is asked for it fails the test. */
async function refusal(html: string): Promise<string> {
  const parsePage = () => {
    throw new Error('parsed all the same');
  };
  const bytes = new TextEncoder().encode(html);
  const result = await readAny({ name: '年报.html', bytes }, { ...NODE_TOOLS, parsePage });
  return result.ok ? 'read' : `${result.failure.problem}。${result.failure.advice}`;
}

describe('a page of 300,000 open elements is refused in one sentence, unparsed', () => {
  test.each(['<div>', '<b>', '<table><tr><td>', '<ul><li>', '<x-y>', '<DIV\n class="a">'])(
    '%j',
    async (seed) => {
      expect(await refusal(`<!doctype html>${seed.repeat(DEEP)}政府信息公开`)).toBe(TOO_DEEP);
    },
  );

  test('on the clipboard its text is read in its place', () => {
    const html = '<table><tr><td>'.repeat(100_000);
    const parse = () => {
      throw new Error('parsed all the same');
    };
    const [table] = clipboardTables({ html, text: '总计\t3' }, parse);
    expect(table?.rows).toEqual([[{ text: '总计' }, { text: '3' }]]);
  });
});

describe('a page is not deep', () => {
  test.each([
    ['with many elements one after the other', '<div>一</div>'.repeat(DEEP)],
    ['with paragraphs that are never closed', '<p>一<br>'.repeat(DEEP)],
    ['with rows and cells that are never closed', `<table>${'<tr><td>1'.repeat(DEEP)}</table>`],
    ['with comparisons in its script', `<script>${'i<n;'.repeat(DEEP)}</script><p>一`],
    ['with markup in a comment', `<!--${'<div>'.repeat(DEEP)}--><p>一`],
    ['with signs that begin no element', '1 < 2 <'.repeat(DEEP)],
  ])('%s', (_, html) => {
    expect(isTooDeep(html)).toBe(false);
  });
});
