/** The forms a report is handed over in: Word, Excel, the web site's editor, all in one package. */
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { unzipSync } from 'fflate';
import { NODE_TOOLS } from '../src/cli/node-tools.ts';
import { readAny } from '../src/reading/read-any.ts';
import { exportFile, openAlone } from './support/clerk.ts';

async function preview(page: Page): Promise<void> {
  await page.goto('./#/sample/2021/preview');
  await expect(page.getByRole('region', { name: '打印预览' })).toBeVisible();
}

/** The figures of the tables below an element, in order; a table over two pages is two. */
function figureTexts(page: Page, selector: string): Promise<string[]> {
  return page
    .locator(`${selector} td`)
    .evaluateAll((cells) =>
      cells.map((cell) => cell.textContent?.trim() ?? '').filter((text) => /^[\d.-]*$/.test(text)),
    );
}

async function download(page: Page, button: string): Promise<{ name: string; bytes: Uint8Array }> {
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  await expect(page.getByText('文件已生成，回读核对与年报一致。')).toBeVisible();
  return { name: saved.suggestedFilename(), bytes: readFileSync(await saved.path()) };
}

test('what is copied for a web site gives the same figures where it is pasted', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await preview(page);
  const file = await exportFile(page, /导出上报文件/);
  const shown = await figureTexts(page, 'section[aria-label="打印预览"] article');
  expect(shown.length).toBeGreaterThan(190);
  await page.getByRole('button', { name: '复制到网站编辑器' }).click();
  await expect(page.getByText('已复制，到网站编辑器里粘贴。')).toBeVisible();
  await page.evaluate(() => {
    const editor = document.createElement('div');
    editor.contentEditable = 'true';
    editor.setAttribute('aria-label', '网站编辑器');
    document.body.replaceChildren(editor);
    editor.focus();
  });
  await page.keyboard.press('Control+V');
  await expect(page.locator('[aria-label="网站编辑器"] table')).toHaveCount(3);
  expect(await figureTexts(page, '[aria-label="网站编辑器"]')).toEqual(shown);
  await expect(page.locator('[aria-label="网站编辑器"] h2')).toHaveCount(6);
  const pasted = await page.locator('[aria-label="网站编辑器"]').innerHTML();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toContain('六、其他需要报告的事项');

  // The reader of published pages finds in what was pasted every figure of the file, totals too.
  const bytes = new TextEncoder().encode(pasted);
  const read = await readAny({ name: '网站.html', bytes }, NODE_TOOLS);
  if (!read.ok) throw new Error(read.failure.problem);
  const figures = (tables: unknown) => JSON.parse(JSON.stringify(tables), asText);
  expect(figures(read.value.printed)).toEqual(figures(JSON.parse(file.text).tables));
});

/** A count is a number in one and may be a text in the other. */
function asText(_: string, value: unknown): unknown {
  return typeof value === 'number' ? String(value) : value;
}

test('Word and Excel files carry the name of the body and open as packages', async ({ page }) => {
  await preview(page);
  const word = await download(page, '导出 Word 文件');
  expect(word.name).toBe('示例市数据资源管理局_2025年_政府信息公开工作年度报告.docx');
  expect(Object.keys(unzipSync(word.bytes))).toContain('word/document.xml');
  const excel = await download(page, '导出 Excel 表格');
  expect(excel.name).toMatch(/\.xlsx$/);
  expect(Object.keys(unzipSync(excel.bytes))).toContain('xl/worksheets/sheet3.xml');
});

test('the package brings every form', async ({ page }) => {
  await preview(page);
  const { name, bytes } = await download(page, '打包全部文件');
  expect(name).toMatch(/全套材料\.zip$/);
  const names = Object.keys(unzipSync(bytes));
  for (const form of ['.json', '.html', '.docx', '.xlsx', '.txt', '校对单.html', '.svg']) {
    expect(names.some((one) => one.endsWith(form))).toBe(true);
  }
});

test('the proof sheet prints every total with its sum', async ({ page }) => {
  await preview(page);
  const sheet = await exportFile(page, '导出校对单');
  await openAlone(page, sheet.text);
  const sums = page.getByRole('table', { name: '合计核算' }).getByRole('row');
  const head = 1;
  const totalsOfRows = 24;
  const totalsOfColumns = 7;
  const totalsOfDisputes = 3;
  await expect(sums).toHaveCount(head + totalsOfRows + totalsOfColumns + totalsOfDisputes);
  await page.pdf({ path: 'test-results/proof.pdf', preferCSSPageSize: true });
});

test('the picture comes as shapes with a description and as points', async ({ page }) => {
  await preview(page);
  const svg = await exportFile(page, '导出一图读懂（SVG）');
  expect(svg.text).toContain('<desc id="desc">');
  const png = await download(page, '导出一图读懂（PNG）');
  expect(png.name).toMatch(/一图读懂\.png$/);
  expect(Array.from(png.bytes.slice(1, 4))).toEqual([...'PNG'].map((one) => one.charCodeAt(0)));
  expect(png.bytes.length).toBeGreaterThan(10_000);
  writeFileSync('test-results/picture.png', png.bytes);
});
