import { describe, expect, it } from 'vitest';
import { NODE_TOOLS } from '../../cli/node-tools.ts';
import { readAny } from '../read-any.ts';
import { type ReportDocument, textOf } from './document.ts';
import { pdfFile } from './pdf-files.fixture.ts';
import { MOST_PAGES } from './pdf-span.ts';
import { readPdf } from './read-pdf.ts';

async function read(bytes: Uint8Array) {
  const library = await NODE_TOOLS.loadPdf();
  return readPdf(bytes, library, NODE_TOOLS.loadCMap, () => Promise.resolve());
}

async function documentOf(bytes: Uint8Array): Promise<ReportDocument> {
  const result = await read(bytes);
  if (!result.ok) throw new Error(result.failure.problem);
  return result.value;
}

const LINE = '一、本年新收政府信息公开申请数量 21';

describe('a PDF font that names a predefined character map', () => {
  it.each(['UniGB-UCS2-H', 'UniGB-UTF16-H'])('is read by it: %s', async (encoding) => {
    expect(textOf(await documentOf(pdfFile([[LINE]], { encoding })))).toBe(LINE);
  });

  it('of another time is read too: GBK-EUC-H', async () => {
    const bytes = pdfFile([['甲']], { encoding: 'GBK-EUC-H' });
    // 甲 in GBK, where the builder wrote it in UTF-16.
    const gbk = new TextDecoder('latin1').decode(bytes).replace('<7532>', '<bcd7>');
    expect(textOf(await documentOf(new TextEncoder().encode(gbk)))).toBe('甲');
  });

  it('that is not at hand is told by its name, and not called a scan', async () => {
    const result = await read(pdfFile([[LINE]], { encoding: 'UniJIS-UCS2-H' }));
    expect(!result.ok && result.failure.problem).toBe(
      '这个 PDF 的字体解不出来（UniJIS-UCS2-H），读不到文字',
    );
  });
});

describe('the pages of a PDF', () => {
  const filler = (count: number) => Array.from({ length: count }, () => ['公报']);
  const report = [
    ['测试市人民政府2025年政府信息公开工作年度报告', '一、总体情况'],
    ['（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', LINE],
  ];
  const encoding = 'UniGB-UCS2-H';

  it('that are pictures are told where others have text', async () => {
    const bytes = pdfFile([[LINE], [], [LINE]], { encoding, pictures: [1] });
    expect((await documentOf(bytes)).leftOut).toEqual(['第 2 页是图片，没有读']);
  });

  it('are all read up to the limit, and nothing is told', async () => {
    const { leftOut, blocks } = await documentOf(pdfFile(filler(MOST_PAGES), { encoding }));
    expect([leftOut, blocks.length]).toEqual([[], MOST_PAGES]);
  });

  it('are read from where the report begins, and the others are told', async () => {
    const pages = [...filler(95), ...report, ...filler(90)];
    const { blocks, leftOut } = await documentOf(pdfFile(pages, { encoding }));
    expect(textOf({ blocks: blocks.slice(0, 1), wrapped: true })).toContain('年度报告');
    expect(leftOut).toEqual([
      '这个 PDF 共 187 页，第 1–95 页没有读',
      '这个 PDF 共 187 页，第 176–187 页没有读',
    ]);
  });

  it('that were left out are named where no report is found', async () => {
    const bytes = pdfFile(filler(MOST_PAGES + 5), { encoding });
    const result = await readAny({ name: 'a.pdf', bytes }, NODE_TOOLS);
    expect(!result.ok && result.failure.problem).toContain('共 85 页，第 81–85 页没有读');
  });
});
