/** Accidents known from editors of tables in browsers, each tried on ours with real keys and a mouse. */
import { expect, type Locator, type Page, test } from '@playwright/test';
import {
  beginReport,
  cell,
  openSection,
  pasteReal,
  total,
  waitUntilSaved,
} from './support/clerk.ts';

const RECEIVED = '一、本年新收政府信息公开申请数量';
const CARRIED_IN = '二、上年结转政府信息公开申请数量';
const GRANTED = '三、（一）予以公开';
const PARTLY = '三、（二）部分公开（区分处理的，只计这一情形，不计其他情形）';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test.beforeEach(async ({ page }) => {
  await beginReport(page, { name: '某市水务局', type: '地方政府部门', year: 2025 });
  await openSection(page, 'requests');
});

async function put(page: Page, name: string, text: string): Promise<Locator> {
  const input = cell(page, name);
  await input.click();
  await page.keyboard.type(text);
  return input;
}

async function accept(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^填入 \d+ 格$/ }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

test('the line break Excel ends a copy with empties no cell below', async ({ page }) => {
  const below = await put(page, `${GRANTED} · 自然人`, '9');
  await cell(page, `${RECEIVED} · 自然人`).click();
  await pasteReal(page, '5\r\n6\r\n');
  await accept(page);
  await expect(cell(page, `${RECEIVED} · 自然人`)).toHaveValue('5');
  await expect(cell(page, `${CARRIED_IN} · 自然人`)).toHaveValue('6');
  await expect(below).toHaveValue('9');
  await cell(page, `${RECEIVED} · 自然人`).click();
  await pasteReal(page, '7\r\n');
  await expect(cell(page, `${RECEIVED} · 自然人`)).toHaveValue('7');
  await expect(cell(page, `${CARRIED_IN} · 自然人`)).toHaveValue('6');
});

test('a blank that is pasted becomes no 0, and text no figure', async ({ page }) => {
  await cell(page, `${RECEIVED} · 自然人`).click();
  await pasteReal(page, '5\t\t7\r\n-1\t/\t0\r\n');
  await accept(page);
  await expect(cell(page, `${RECEIVED} · 商业企业`)).toHaveValue('');
  await expect(cell(page, `${RECEIVED} · 科研机构`)).toHaveValue('7');
  await expect(cell(page, `${CARRIED_IN} · 自然人`)).toHaveValue('-1');
  await expect(cell(page, `${CARRIED_IN} · 商业企业`)).not.toHaveValue('0');
  await expect(cell(page, `${CARRIED_IN} · 科研机构`)).toHaveValue('0');
});

test('a figure with a separator of thousands counts whole', async ({ page }) => {
  await cell(page, `${RECEIVED} · 自然人`).click();
  await pasteReal(page, '1,234');
  await put(page, `${RECEIVED} · 商业企业`, '1');
  await expect(total(page, `${RECEIVED} · 总计`)).toContainText('1235');
});

test('cut and pasted into the same place, and taken back, leaves what was there', async ({
  page,
}) => {
  const first = await put(page, `${RECEIVED} · 自然人`, '21');
  const second = await put(page, `${CARRIED_IN} · 自然人`, '3');
  await first.click();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+x');
  await expect(first).toHaveValue('');
  await page.keyboard.press('Control+v');
  await accept(page);
  await expect(first).toHaveValue('21');
  await expect(second).toHaveValue('3');
  await page.keyboard.press('Control+z');
  await expect(first).toHaveValue('');
  await page.keyboard.press('Control+z');
  await expect(first).toHaveValue('21');
  await expect(second).toHaveValue('3');
  await page.keyboard.press('Control+y');
  await page.keyboard.press('Control+y');
  await expect(first).toHaveValue('21');
  await expect(second).toHaveValue('3');
});

test('what is being typed is not lost by a click outside, on a link, or a reload', async ({
  page,
}) => {
  await put(page, `${RECEIVED} · 自然人`, '21');
  await page.getByRole('heading', { level: 1 }).click();
  await expect(cell(page, `${RECEIVED} · 自然人`)).toHaveValue('21');
  await put(page, `${RECEIVED} · 商业企业`, '8');
  await openSection(page, 'overview');
  await openSection(page, 'requests');
  await expect(cell(page, `${RECEIVED} · 商业企业`)).toHaveValue('8');
  await put(page, `${RECEIVED} · 科研机构`, '9');
  await waitUntilSaved(page);
  await page.reload();
  await expect(cell(page, `${RECEIVED} · 科研机构`)).toHaveValue('9');
});

test('an input method begun over a marked figure replaces it and loses no letter', async ({
  page,
  context,
}) => {
  const first = await put(page, `${RECEIVED} · 自然人`, '21');
  await first.click();
  const input = await context.newCDPSession(page);
  for (const text of ['s', 'sh', 'shi']) {
    const end = { selectionStart: text.length, selectionEnd: text.length };
    await input.send('Input.imeSetComposition', { text, ...end });
  }
  await input.send('Input.insertText', { text: '十' });
  await expect(first).toHaveValue('十');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+z');
  await expect(first).toHaveValue(/^(?:21)?$/);
});

test('a drag that ends outside the table does not go on when the mouse comes back', async ({
  page,
}) => {
  await cell(page, `${RECEIVED} · 自然人`).hover();
  await page.mouse.down();
  await cell(page, `${CARRIED_IN} · 商业企业`).hover();
  await page.getByRole('banner').hover();
  await page.mouse.up();
  await cell(page, `${GRANTED} · 科研机构`).hover();
  await expect(page.getByText('已选 2 行 × 2 列')).toBeVisible();
});

test('what is filled down is what stands above, letter for letter', async ({ page }) => {
  await put(page, `${RECEIVED} · 自然人`, '007');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+d');
  await expect(cell(page, `${CARRIED_IN} · 自然人`)).toHaveValue('007');
});

test('cleared, filled or pasted over, a sum stays the sum', async ({ page }) => {
  await put(page, `${RECEIVED} · 其他`, '4');
  await expect(total(page, `${RECEIVED} · 总计`)).toContainText('4');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Control+r');
  await pasteReal(page, '8\t99\r\n');
  await accept(page);
  await expect(total(page, `${RECEIVED} · 总计`)).toContainText('8');
  await expect(total(page, `${RECEIVED} · 总计`)).not.toContainText('99');
  await cell(page, `${RECEIVED} · 其他`).click();
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Delete');
  await expect(cell(page, `${RECEIVED} · 其他`)).toHaveValue('');
  await expect(total(page, `${RECEIVED} · 总计`)).not.toContainText('99');
});

test('an input that was typed in shows what takes its place afterwards', async ({ page }) => {
  const first = await put(page, `${RECEIVED} · 自然人`, '21');
  const partly = await put(page, `${PARTLY} · 自然人`, '5');
  await page.keyboard.press('Control+z');
  await expect(partly).toHaveValue('');
  await page.keyboard.press('Control+z');
  await expect(first).toHaveValue('');
  await page.getByRole('button', { name: '本表空格填 0' }).click();
  await expect(first).toHaveValue('0');
  await expect(partly).toHaveValue('0');
  await first.click();
  await page.keyboard.type('3');
  await page.keyboard.press('Control+z');
  await expect(first).toHaveValue('0');
});
