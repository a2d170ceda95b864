import { describe, expect, it } from 'vitest';
import { NODE_TOOLS } from '../cli/node-tools.ts';
import { toReportFile } from '../file/report-file.ts';
import { writeReportHtml } from '../file/write-html.ts';
import { writeReportJson } from '../file/write-json.ts';
import { FORMAT_2021 } from '../formats/format-2021.ts';
import { paperOf } from '../paper/paper.ts';
import { newReport } from '../report/raw-report.ts';
import { understand } from '../report/report.ts';
import { CITY_2025, reportOf, understood } from '../testing/reports.ts';
import { readAny } from './read-any.ts';
import { decodeText } from './readers/decode-text.ts';

/** 年报 in GBK. */
const ANNUAL_REPORT_GBK = [0xc4, 0xea, 0xb1, 0xa8];

describe('the encoding of a text', () => {
  it.each([
    ['GBK without a word of it', Uint8Array.from(ANNUAL_REPORT_GBK), '年报'],
    ['UTF-8 with a mark', Uint8Array.of(0xef, 0xbb, 0xbf, 0xe5, 0xb9, 0xb4), '年'],
    ['UTF-16 with a mark', Uint8Array.of(0xff, 0xfe, 0x74, 0x5e), '年'],
  ])('is found: %s', (_, bytes, text) => {
    expect(decodeText(bytes)).toBe(text);
  });

  it('is taken from the head of a page that is not UTF-8', () => {
    const head = new TextEncoder().encode('<meta charset=big5>');
    // 年 in Big5.
    expect(decodeText(Uint8Array.of(...head, 0xa6, 0x7e))).toContain('年');
  });
});

describe('a file of our own', () => {
  it('is read as it was written', async () => {
    const empty = newReport([FORMAT_2021], { name: '甲县教育局', type: 'department' }, 2024)!;
    const raw = { ...empty, cells: { 'requests/received/naturalPerson': '7' } };
    const file = toReportFile(understand(raw, FORMAT_2021), []);
    const bytes = new TextEncoder().encode(JSON.stringify(file));
    const result = await readAny({ name: 'a.json', bytes }, NODE_TOOLS);
    expect(result.ok && result.value.report.cells).toEqual(raw.cells);
    expect(result.ok && result.value.cells['requests/received/naturalPerson']?.certainty).toBe(
      'read',
    );
  });
});

const FINAL = understood({ ...reportOf(CITY_2025), status: 'final' });
const JSON_TEXT = writeReportJson(FINAL, []);
const PAPER = paperOf(FINAL, { draftMark: false });
const HTML_TEXT = writeReportHtml(FINAL, [], { paper: PAPER, css: '', look: {} });

async function opened(name: string, text: string) {
  return readAny({ name, bytes: new TextEncoder().encode(text) }, NODE_TOOLS);
}

describe('the door every file comes in by', () => {
  it.each([
    ['a sealed JSON', 'a.json', JSON_TEXT],
    ['a sealed page', 'a.html', HTML_TEXT],
    ['a JSON with blanks and a mark before it', 'a.txt', `\ufeff\n  ${JSON_TEXT}`],
    ['a page that is called JSON', 'a.json', HTML_TEXT],
  ])('lets in what is ours, whatever it is called: %s', async (_, name, text) => {
    const result = await opened(name, text);
    expect(result.ok && result.value.document.blocks).toEqual([]);
    expect(result.ok && result.value.report.cells).toEqual(FINAL.raw.cells);
  });

  it.each([
    ['plain words', '关于放假的通知', '没有找到'],
    ['an empty file', ' \n', '空文件'],
    ['another JSON', '{"name":"预算"}', '不是年报通的上报文件'],
    ['half a JSON', JSON_TEXT.slice(0, 900), '文件内容不完整'],
    ['a newer JSON', JSON_TEXT.replace(/"version": \d+/, '"version": 99'), '新版年报通'],
    [
      'a newer page',
      HTML_TEXT.replace(/&quot;version&quot;:\d+/, '&quot;version&quot;:99'),
      '新版年报通',
    ],
    ['an altered sealed JSON', JSON_TEXT.replace(': 129,', ': 128,'), '定稿以后被改动过'],
    ['an altered sealed page', HTML_TEXT.replace(':129,', ':128,'), '定稿以后被改动过'],
    ['a page whose data is cut', HTML_TEXT.replace(/&quot;digest.*?>/, '">'), '文件内容不完整'],
    ['a deep nest', `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`, '层次太深'],
    ['keys into the making of objects', '{"__proto__":{"polluted":1}}', '不允许的内容'],
    ['20 MB of garbage', 'x'.repeat(20 * 1024 * 1024), '太大'],
  ])('turns away with one sentence: %s', async (_, text, sentence) => {
    expect([JSON_TEXT, HTML_TEXT]).not.toContain(text);
    const result = await opened('a.json', text);
    expect(!result.ok && result.failure.problem).toContain(sentence);
    expect(!result.ok && result.failure.advice).not.toBe('');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
