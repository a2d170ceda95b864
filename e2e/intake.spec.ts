/** A report of foreign making is read, looked at, settled and becomes a draft. */
import { expect, type Page, test } from '@playwright/test';
import { cell, fixture, openSection, SECTIONS, total } from './support/clerk.ts';

const REPORT = fixture('city-2025');
const ROWS = [
  ['一、本年新收政府信息公开申请数量', 'received'],
  ['二、上年结转政府信息公开申请数量', 'carriedIn'],
  ['四、结转下年度继续办理', 'carriedOut'],
] as const;

function tableRow(label: string, row: string): string {
  const figures = Object.values(REPORT.tables.requests?.[row] ?? {});
  return `<tr><td>${label}</td>${figures.map((one) => `<td><p>${one}</p></td>`).join('')}</tr>`;
}

const HEADS = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];
const PAGE = `<!doctype html><html><head><meta charset="utf-8"><title>年报</title></head><body>
<ul><li>首页</li><li>政务公开</li></ul>
<h1>测试市人民政府2025年政府信息公开工作年度报告</h1>
<p>${SECTIONS.overview}</p><p>全年主动公开信息120条。</p>
<p>${SECTIONS.requests}</p>
<table><tr><td></td>${HEADS.map((head) => `<td>${head}</td>`).join('')}</tr>
${ROWS.map(([label, row]) => tableRow(label, row)).join('')}</table>
<p>版权所有 浏览次数：88</p></body></html>`;

async function openPage(page: Page, html: string): Promise<void> {
  await page.getByLabel('打开文件').setInputFiles({
    name: '年报.html',
    mimeType: 'text/html',
    buffer: Buffer.from(html),
  });
  await expect(page.getByRole('heading', { name: '核对读取结果' })).toBeVisible();
}

test('a web page is read cell by cell; what it lacks stays blank and is told', async ({ page }) => {
  await page.goto('./');
  await openPage(page, PAGE);
  const read = page.getByRole('region', { name: '读到的年报' });
  const first = read.getByRole('button', {
    name: '一、本年新收政府信息公开申请数量 · 自然人：13612，原文如此',
  });
  await first.click();
  await expect(page.getByRole('region', { name: '原文' }).getByText('13612')).toBeInViewport();
  await expect(
    read.getByRole('button', { name: '三、（一）予以公开 · 自然人：空，原文没有' }),
  ).toBeVisible();
  await page.getByRole('button', { name: '看下一个待确认的格' }).click();
  await page.getByRole('button', { name: '建成草稿' }).click();
  await openSection(page, 'requests');
  await expect(cell(page, '一、本年新收政府信息公开申请数量 · 自然人')).toHaveValue('13612');
  await expect(cell(page, '三、（一）予以公开 · 自然人')).toHaveValue('');
  await expect(total(page, '一、本年新收政府信息公开申请数量 · 总计')).toHaveText('14069');
});

test('a figure settled by hand goes into the draft', async ({ page }) => {
  await page.goto('./');
  await openPage(page, PAGE);
  const missing = page.getByRole('button', { name: '三、（一）予以公开 · 自然人：空，原文没有' });
  await missing.click();
  await page.getByLabel('三、（一）予以公开 · 自然人', { exact: true }).fill('5345');
  await expect(
    page.getByRole('button', { name: '三、（一）予以公开 · 自然人：5345，已手工确认' }),
  ).toBeVisible();
  await page.getByRole('button', { name: '建成草稿' }).click();
  await openSection(page, 'requests');
  await expect(cell(page, '三、（一）予以公开 · 自然人')).toHaveValue('5345');
});

test('F22 a row the form lacks is told with its figures, wherever it stands in the table', async ({
  page,
}) => {
  const own = (label: string) =>
    `<tr><td>${label}</td>${[3, 0, 1, 0, 0, 0, 4].map((one) => `<td>${one}</td>`).join('')}</tr>`;
  const html = PAGE.replace(/(<tr><td>四、)/, `${own('本县自行增加的一行')}$1`).replace(
    '</table>',
    `${own('九、本县自行增加的另一行')}</table>`,
  );
  await page.goto('./');
  await openPage(page, html);
  const read = page.getByRole('region', { name: '读到的年报' });
  await read.getByText(/表格里有 \d+ 处没有对上/).click();
  await expect(
    read.getByText('没有对上：“本县自行增加的一行 | 3 | 0 | 1 | 0 | 0 | 0 | 4”'),
  ).toBeVisible();
  await expect(
    read.getByText('没有对上：“九、本县自行增加的另一行 | 3 | 0 | 1 | 0 | 0 | 0 | 4”'),
  ).toBeVisible();
  const next = '四、结转下年度继续办理 · 自然人';
  const figure = REPORT.tables.requests?.carriedOut?.naturalPerson;
  await expect(read.getByRole('button', { name: `${next}：${figure}，原文如此` })).toBeVisible();
});

test('what is not wanted leaves nothing behind', async ({ page }) => {
  await page.goto('./');
  await openPage(page, PAGE);
  await page.getByRole('button', { name: '不要了' }).click();
  await expect(page.getByText('还没有草稿')).toBeVisible();
});
