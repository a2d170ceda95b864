import { describe, expect, it } from 'vitest';
import { NODE_TOOLS } from '../cli/node-tools.ts';
import { toReportFile } from '../exchange/report-file.ts';
import { FORMAT_2021 } from '../formats/format-2021.ts';
import { newReport } from '../report/raw-report.ts';
import { understand } from '../report/report.ts';
import { decodeText } from './decode-text.ts';
import { readAny } from './read-any.ts';

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
