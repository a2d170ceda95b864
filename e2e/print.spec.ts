/** What is printed: every figure, whole tables with repeated heads, nothing but the paper. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { exportFile, type Figures, fixture, openAlone } from './support/clerk.ts';

const FOLDER = new URL('../test-results/pdf/', import.meta.url);

async function printed(page: Page, name: string): Promise<{ text: string; pages: string[] }> {
  mkdirSync(FOLDER, { recursive: true });
  const path = new URL(`${name}.pdf`, FOLDER).pathname;
  writeFileSync(path, await page.pdf({ preferCSSPageSize: true, printBackground: true }));
  const text = execFileSync('pdftotext', ['-layout', path, '-']).toString().normalize('NFKC');
  return { text, pages: text.split('\f').filter((one) => one.trim() !== '') };
}

function wordsOf(text: string): string {
  return text.replace(/\s/g, '');
}

/** The text of pages without their numbers, — 1 —. */
function wordsWithoutNumbers(text: string): string {
  return text.replace(/— ?\d+ ?—/g, ' ');
}

/** The city's report as a draft in storage: quicker than typing, and the same thing. */
async function openCity(page: Page): Promise<void> {
  const tables: Figures = fixture('city-2025').tables;
  await page.goto('./#/sample/2021/preview');
  const file = JSON.parse((await exportFile(page, /导出上报文件/)).text);
  const long = `${'全年围绕重点领域加强信息公开，'.repeat(20)}。`;
  const city = {
    ...file,
    tables,
    agency: { name: '测试市人民政府', type: 'municipalGovernment' },
    title: '测试市人民政府2025年政府信息公开工作年度报告',
    narrative: { ...file.narrative, overview: Array(4).fill(long).join('\n') },
  };
  await page.goto('./');
  await page.getByLabel('打开文件').setInputFiles({
    name: 'city.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(city)),
  });
  await expect(page.getByText('测试市人民政府 · 2025年')).toBeVisible();
  await page.getByRole('link', { name: '预览与导出' }).first().click();
  await expect(page.getByRole('region', { name: '打印预览' })).toBeVisible();
}

function figuresOf(tables: Figures): string[] {
  return Object.values(tables).flatMap((rows) =>
    Object.values(rows).flatMap((columns) => Object.values(columns).map(String)),
  );
}

test('the printed report of a city holds every figure and repeats the head of a broken table', async ({
  page,
}) => {
  await openCity(page);
  const { text, pages } = await printed(page, 'city-2025');
  const numbers = new Set(text.match(/\d+/g));
  const lost = figuresOf(fixture('city-2025').tables).filter((figure) => !numbers.has(figure));
  expect(lost).toEqual([]);
  expect(wordsOf(text)).toContain('六、其他需要报告的事项');
  expect(text).not.toContain('导出上报文件');
  const heads = pages.filter((one) => wordsOf(one).includes('申请人情况'));
  const rows = pages.filter((one) => /二、上年结转政府|结转下年度继续办理/.test(wordsOf(one)));
  expect(rows.length).toBe(2);
  for (const one of rows) expect(heads).toContain(one);
  for (const one of pages) expect(wordsOf(one)).toContain('草稿');
});

test('the printable file, paged by the browser itself, prints every figure and page number', async ({
  page,
}) => {
  await openCity(page);
  const figures = (text: string) => wordsWithoutNumbers(text).match(/\d+/g)?.sort();
  for (const setting of ['document', 'web']) {
    await page.getByLabel('版式').selectOption(setting);
    const inApp = await printed(page, `city-2025-app-${setting}`);
    const html = await exportFile(page, /导出可打印网页/);
    const alone = await page.context().newPage();
    await openAlone(alone, html.text);
    const { text, pages } = await printed(alone, `city-2025-file-${setting}`);
    expect(figures(text)).toEqual(figures(inApp.text));
    pages.forEach((one, at) => {
      expect(wordsOf(one)).toContain(`—${at + 1}—`);
      expect(wordsOf(one)).toContain('草稿');
    });
  }
});

test('the sample of 2019 prints its five blocks and the strip of table four', async ({ page }) => {
  await page.goto('./#/sample/2019/preview');
  await expect(page.getByRole('region', { name: '打印预览' })).toBeVisible();
  const { text } = await printed(page, 'sample-2019');
  const words = wordsOf(text);
  for (const title of ['（一）', '（五）', '（六）', '（八）', '（九）']) {
    expect(words).toContain(`第二十条第${title}项`.normalize('NFKC'));
  }
  expect(words).toContain('589484.00元');
  const strip = page.getByRole('table', { name: '政府信息公开行政复议、行政诉讼情况' });
  await expect(strip.getByRole('cell')).toHaveCount(15);
});

test('figures of eight digits fit the narrow columns of tables three and four', async ({
  page,
}) => {
  await page.goto('./#/sample/2021/requests');
  const main = page.getByRole('main');
  await main.getByRole('textbox').first().fill('12345678');
  await main.getByRole('textbox').nth(1).fill('87654321');
  await page.getByRole('link', { name: '预览与导出' }).first().click();
  await expect(page.getByRole('region', { name: '打印预览' })).toBeVisible();
  const tables = page.getByRole('region', { name: '打印预览' }).getByRole('table');
  await page.emulateMedia({ media: 'print' });
  const { text } = await printed(page, 'wide-figures');
  for (const figure of ['12345678', '87654321']) expect(text).toContain(figure);
  const overflowing = await tables
    .getByRole('cell')
    .evaluateAll((cells) => cells.filter((cell) => cell.scrollWidth > cell.clientWidth).length);
  expect(overflowing).toBe(0);
});

test('a sheet is seen whole beside the panel on a small screen, and as large as asked', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  await page.goto('./#/sample/2021/preview');
  const desk = page.getByRole('region', { name: '打印预览' });
  const sheet = desk.locator('[data-page="1"]');
  const widths = async () => ({
    room: (await desk.boundingBox())?.width ?? 0,
    sheet: (await sheet.boundingBox())?.width ?? 0,
  });
  await expect.poll(async () => (await widths()).sheet).toBeGreaterThan(400);
  const fit = await widths();
  expect(fit.sheet).toBeLessThan(fit.room);
  await page.getByLabel('缩放').selectOption('100%');
  await expect.poll(async () => (await widths()).sheet).toBeGreaterThan(790);
});
