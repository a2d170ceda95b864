/** Files of Office programs and PDFs in the page: what is hidden, doubled or oddly encoded is told. */
import { pathToFileURL } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import { workbookFile } from '../src/reading/readers/office-files.fixture.ts';
import { pdfFile } from '../src/reading/readers/pdf-files.fixture.ts';
import { cell, openSection } from './support/clerk.ts';

const HEADS = [
  '',
  '自然人',
  '商业企业',
  '科研机构',
  '社会公益组织',
  '法律服务机构',
  '其他',
  '总计',
];
const RECEIVED = '一、本年新收政府信息公开申请数量';

function row(texts: readonly string[]): string {
  const cells = texts.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`);
  return `<row>${cells.join('')}</row>`;
}

/** A sheet with the head and three rows of 表三. */
function sheetOf(received: string): string {
  const rest = ['0', '0', '0', '0', '0'];
  const rows = [
    ['测试市人民政府2025年政府信息公开工作年度报告'],
    ['（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', '申请人情况'],
    HEADS,
    [RECEIVED, received, ...rest, received],
    ['二、上年结转政府信息公开申请数量', '0', ...rest, '0'],
    ['四、结转下年度继续办理', '0', ...rest, '0'],
  ];
  return `<sheetData>${rows.map(row).join('')}</sheetData>`;
}

async function openFile(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  await page
    .getByLabel('打开文件')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
  await expect(page.getByRole('heading', { name: '核对读取结果' })).toBeVisible();
}

test('which of two tables is meant is asked, and nothing is filled in before', async ({ page }) => {
  await page.goto('./');
  const sheets = [
    { name: '2024年', xml: sheetOf('31') },
    { name: '2025年', xml: sheetOf('21') },
  ];
  await openFile(page, '年报.xlsx', workbookFile(sheets));
  const figure = (what: string) =>
    page.getByRole('button', { name: `${RECEIVED} · 自然人：${what}` });
  await expect(figure('空，不确定')).toBeVisible();
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
  await page.getByLabel('第 2 份（工作表“2025年”）').check();
  await expect(figure('21，已手工确认')).toBeVisible();
  await page.getByLabel('第 1 份（工作表“2024年”）').check();
  await expect(figure('31，已手工确认')).toBeVisible();
  await page.getByLabel('第 2 份（工作表“2025年”）').check();
  await page.getByRole('button', { name: '建成草稿' }).click();
  await openSection(page, 'requests');
  await expect(cell(page, `${RECEIVED} · 自然人`)).toHaveValue('21');
});

test('a hidden sheet is not read, and what was not read is never said to be lacking', async ({
  page,
}) => {
  await page.goto('./');
  const sheets = [
    { name: '上年底稿', state: 'hidden', xml: sheetOf('31') },
    { name: '表三', xml: sheetOf('21') },
  ] as const;
  await openFile(page, '年报.xlsx', workbookFile(sheets));
  await expect(page.getByText('隐藏的工作表“上年底稿”没有读')).toBeVisible();
  await expect(
    page.getByRole('button', { name: `${RECEIVED} · 自然人：21，原文如此` }),
  ).toBeVisible();
  await expect(page.getByText('（没有读到这一部分）').first()).toBeVisible();
  await expect(page.getByText('原文没有')).toHaveCount(0);
});

const LINES = [
  '测试市人民政府2025年政府信息公开工作年度报告',
  '一、总体情况',
  '全年主动公开信息120条。',
  '五、存在的主要问题及改进情况',
  '六、其他需要报告的事项',
];

for (const [where, address] of [
  ['the site', './'],
  ['the single file', pathToFileURL('dist/nianbaotong.html').href],
] as const) {
  test(`a PDF whose font has a predefined character map is read by ${where}`, async ({ page }) => {
    await page.goto(address);
    await openFile(page, '年报.pdf', pdfFile([LINES], { encoding: 'UniGB-UCS2-H' }));
    const read = page.getByRole('region', { name: '读到的年报' });
    await expect(read.getByText('全年主动公开信息120条。')).toBeVisible();
  });
}
