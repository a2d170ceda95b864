/** What the page says of a cell while one is in it, and that the focus is never lost on the way. */
import { expect, type Page, test } from '@playwright/test';
import { beginReport, cell, findings, openSection, total } from './support/clerk.ts';

const RECEIVED = '一、本年新收政府信息公开申请数量';
const GRANTED = '三、（一）予以公开';
const CARRIED_OUT = '四、结转下年度继续办理';

function help(page: Page) {
  return page.getByRole('region', { name: '本格说明' });
}

async function openSample(page: Page): Promise<void> {
  await page.goto('./#/sample/2021/requests');
  await expect(cell(page, `${RECEIVED} · 自然人`)).toHaveValue('21');
}

function litCells(page: Page): Promise<string[]> {
  return page
    .locator('[data-lit] [data-address]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''));
}

test('a click on a sum lights its addends and writes the sum out', async ({ page }) => {
  await openSample(page);
  await total(page, `${RECEIVED} · 总计`).click();
  await expect(help(page)).toContainText('自然人 21 ＋ 商业企业 6 ＋ 法律服务机构 1');
  await expect(help(page)).toContainText('＝ 28，其余 3 项为 0');
  const columns = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'];
  expect(await litCells(page)).toEqual(columns.map((column) => `${RECEIVED} · ${column}`));
  await total(page, '三、（七）总计 · 自然人').click();
  expect(await litCells(page)).toHaveLength(21);
});

test('a cell tells what counts in it, on which ground, and every rule that looks at it', async ({
  page,
}) => {
  await openSample(page);
  await cell(page, `${GRANTED} · 自然人`).click();
  await expect(help(page)).toContainText('条例第三十六条');
  await help(page)
    .getByText(/^这一格受 \d+ 条规则核对$/)
    .click();
  await expect(help(page).getByText('T3-01', { exact: true })).toBeVisible();
  const table = page.getByRole('table').first();
  const strip = await help(page).boundingBox();
  const grid = await table.locator('xpath=..').boundingBox();
  expect((strip?.y ?? 0) + (strip?.height ?? 0)).toBeLessThanOrEqual((grid?.y ?? 0) + 1);
});

test('结转下年度 is offered with its reason, never put in unasked, and taken by one click', async ({
  page,
}) => {
  await openSample(page);
  const carried = cell(page, `${CARRIED_OUT} · 自然人`);
  await carried.focus();
  await expect(help(page)).toContainText('和数出来的一致');
  await page.keyboard.type('9');
  await expect(help(page)).toContainText('按勾稽应为');
  await expect(help(page)).toContainText('先自己数一遍');
  await expect(carried).toHaveValue('9');
  await help(page).getByRole('button', { name: '填 1' }).click();
  await expect(carried).toHaveValue('1');
  await expect(page.locator(':focus')).not.toHaveCount(0);
});

test('a figure put in the wrong row or with its digits swapped is named as the suspect', async ({
  page,
}) => {
  await openSample(page);
  await cell(page, `${GRANTED} · 自然人`).fill('21');
  const panel = findings(page);
  await expect(panel.getByText(/T3-1[23]/).first()).toBeVisible();
  await expect(
    panel.getByText(/（一）予以公开.*自然人|自然人.*（一）予以公开/).first(),
  ).toBeVisible();
});

test('Ctrl with arrows goes to the edge of what is filled, PageDown a screen on', async ({
  page,
}) => {
  await beginReport(page, { name: '某市水务局', type: '地方政府部门', year: 2025 });
  await openSection(page, 'requests');
  for (const name of [`${RECEIVED} · 自然人`, '二、上年结转政府信息公开申请数量 · 自然人']) {
    await cell(page, name).fill('1');
  }
  await cell(page, `${RECEIVED} · 自然人`).focus();
  await page.keyboard.press('Control+ArrowDown');
  await expect(cell(page, '二、上年结转政府信息公开申请数量 · 自然人')).toBeFocused();
  await page.keyboard.press('PageDown');
  const further = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
  expect(further).toMatch(/^三、.* · 自然人$/);
  await page.keyboard.press('PageUp');
  await expect(cell(page, '二、上年结转政府信息公开申请数量 · 自然人')).toBeFocused();
});

test('Ctrl+A marks the text that is edited first, the whole table then', async ({ page }) => {
  await openSample(page);
  await cell(page, `${RECEIVED} · 自然人`).focus();
  await page.keyboard.press('F2');
  await page.keyboard.press('Control+a');
  await expect(page.getByText('已选 25 行 × 7 列')).toHaveCount(0);
  await page.keyboard.press('Control+a');
  await expect(page.getByText('已选 25 行 × 7 列')).toBeVisible();
});

/** True where the keyboard is somewhere, and not at the top of the page. */
function hasFocus(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const at = document.activeElement;
    return at !== null && at !== document.body && at !== document.documentElement;
  });
}

test('the focus stays near when a finding is mended, explained or opened again', async ({
  page,
}) => {
  await openSample(page);
  await cell(page, `${RECEIVED} · 科研机构`).fill('/');
  const panel = findings(page);
  const mend = panel.getByRole('button', { name: '改为 0' });
  await mend.focus();
  await page.keyboard.press('Enter');
  await expect(mend).toHaveCount(0);
  await expect.poll(() => hasFocus(page)).toBe(true);

  await cell(page, `${RECEIVED} · 自然人`).fill('999');
  await openSection(page, 'check');
  const explain = page.getByRole('main').getByRole('button', { name: '说明理由' });
  await explain.first().focus();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('说明理由（随年报一起上报）')).toBeFocused();
  await page.keyboard.type('口径不同');
  await page.getByRole('button', { name: '保存说明' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('说明：口径不同')).toHaveCount(1);
  await expect.poll(() => hasFocus(page)).toBe(true);
});

test('the focus stays near when the last draft of the desk is deleted', async ({ page }) => {
  await beginReport(page, { name: '某市水务局', type: '地方政府部门', year: 2025 });
  await page.goto('./');
  await page.getByRole('button', { name: '删除 某市水务局 2025年' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('还没有草稿')).toBeVisible();
  await expect.poll(() => hasFocus(page)).toBe(true);
});
