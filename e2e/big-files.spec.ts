/** Files that are too large, or long to read: refused at once, or told as they go and called off. */
import { closeSync, ftruncateSync, mkdtempSync, openSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import { workbookParts } from '../src/reading/readers/office-files.fixture.ts';

const MEGABYTE = 1024 * 1024;

/** A PDF of so many pages, as a browser prints it. */
async function pdfOf(page: Page, pages: number): Promise<Buffer> {
  const sheet = '<p style="break-after:page">某县财政局2025年政府信息公开工作年度报告</p>';
  await page.setContent(sheet.repeat(pages));
  return page.pdf();
}

/** So many that the last is far from read when the button is pressed. */
const FILES = 30;

test('a long reading is told page by page, and called off without a trace', async ({
  context,
  page,
}) => {
  const pdf = await pdfOf(await context.newPage(), 60);
  await page.goto('./');
  await page.getByLabel('打开文件').setInputFiles(
    Array.from({ length: FILES }, (_, at) => ({
      name: `年报${at + 1}.pdf`,
      mimeType: 'application/pdf',
      buffer: pdf,
    })),
  );
  await expect(
    page.getByText(/正在读取“年报\d+\.pdf”（第 \d+ 个，共 \d+ 个）：第 \d+ 页/),
  ).toBeVisible();
  await expect(page.getByRole('progressbar', { name: '读取进度' })).toBeVisible();
  await page.screenshot({ path: 'test-results/reading-progress.png' });
  await page.getByRole('button', { name: '取消读取' }).click();
  await expect(page.getByText('正在读取')).toHaveCount(0);
  await expect(page.getByText('还没有草稿')).toBeVisible();
  await expect(page.getByRole('heading', { name: '核对读取结果' })).toHaveCount(0);
});

test('a file of 100 MB is refused before it is taken into memory', async ({ page }) => {
  const path = join(mkdtempSync(join(tmpdir(), 'nianbaotong-big-')), '大.docx');
  const file = openSync(path, 'w');
  ftruncateSync(file, 100 * MEGABYTE);
  closeSync(file);
  await page.goto('./');
  await page.getByLabel('打开文件').setInputFiles(path);
  await expect(page.getByRole('alert')).toContainText('“大.docx”超过 50 MB，年报文件不会这么大');
});

const CELLS = Array.from(
  { length: 1000 },
  (_, at) => `<c r="A${at + 1}" s="1" t="n"><v>1</v></c>`,
).join('');
/** What a workbook needs round its sheets. */
const BOOK = Object.fromEntries(
  Object.entries(workbookParts([{ name: '表', xml: '' }])).map(([path, xml]) => [
    path,
    strToU8(String(xml)),
  ]),
);
const XML = { worksheet: 'xl/worksheets/sheet1.xml', document: 'word/document.xml' };

for (const [what, name, part, content, around] of [
  ['a sheet of a million cells', 'a.xlsx', XML.worksheet, CELLS.repeat(1000), BOOK],
  ['a zip that blows up', 'a.docx', XML.document, ' '.repeat(200 * MEGABYTE), {}],
] as const) {
  test(`${what} is refused unopened`, async ({ page }) => {
    await page.goto('./');
    await page.getByLabel('打开文件').setInputFiles({
      name,
      mimeType: 'application/zip',
      buffer: Buffer.from(zipSync({ ...around, [part]: strToU8(content) }, { level: 1 })),
    });
    await expect(page.getByRole('alert')).toContainText('文件解开后太大，不是年报');
  });
}

test('a page of hundreds of thousands of cells, and one nested without end, are settled', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await page.goto('./');
  for (const [html, told] of [
    [`<table>${`<tr>${'<td>1</td>'.repeat(60)}</tr>`.repeat(5000)}</table>`, '没有找到'],
    [`${'<table><tr><td>'.repeat(20_000)}信息内容`, '网页的标签套了 2000 层以上'],
    [`<table><tr><td colspan=99999999 rowspan=99999999>${'<td>'.repeat(10_000)}`, '没有找到'],
  ] as const) {
    await page
      .getByLabel('打开文件')
      .setInputFiles({ name: 'a.html', mimeType: 'text/html', buffer: Buffer.from(html) });
    await expect(page.getByRole('alert')).toContainText(told, { timeout: 60_000 });
  }
});
