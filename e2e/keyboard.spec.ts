/** Entry by keyboard as in a spreadsheet, in the table of applications of 2021. */
import { expect, type Page, test } from '@playwright/test';
import { balance, beginReport, cell, openSection, total } from './support/clerk.ts';

const RECEIVED = '一、本年新收政府信息公开申请数量';
const CARRIED_IN = '二、上年结转政府信息公开申请数量';
const GRANTED = '三、（一）予以公开';

async function openRequests(page: Page): Promise<void> {
  await beginReport(page, { name: '某市水务局', type: '地方政府部门', year: 2025 });
  await openSection(page, 'requests');
}

async function typeInto(page: Page, name: string, text: string): Promise<void> {
  await cell(page, name).focus();
  await page.keyboard.type(text);
}

test('typing replaces what stood in a cell, F2 and a double click edit it', async ({ page }) => {
  await openRequests(page);
  const first = cell(page, `${RECEIVED} · 自然人`);
  await typeInto(page, `${RECEIVED} · 自然人`, '12');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.type('7');
  await expect(first).toHaveValue('7');
  await page.keyboard.press('F2');
  await page.keyboard.type('5');
  await expect(first).toHaveValue('75');
  await cell(page, `${CARRIED_IN} · 自然人`).click();
  await first.dblclick();
  await page.keyboard.type('0');
  await expect(first).toHaveValue('750');
});

test('a click marks the whole figure, so that the next digit replaces it', async ({ page }) => {
  await openRequests(page);
  await typeInto(page, `${RECEIVED} · 自然人`, '12');
  await page.keyboard.press('Enter');
  await cell(page, `${RECEIVED} · 自然人`).click();
  await page.keyboard.type('3');
  await expect(cell(page, `${RECEIVED} · 自然人`)).toHaveValue('3');
});

test('a second click marks the whole figure again, wherever in the cell it lands', async ({
  page,
}) => {
  await openRequests(page);
  const first = cell(page, `${RECEIVED} · 自然人`);
  const box = await first.boundingBox();
  if (!box) throw new Error('the cell is not on screen');
  for (const button of ['left', 'right'] as const) {
    for (const share of [0.1, 0.5, 0.8, 0.9]) {
      await typeInto(page, `${RECEIVED} · 自然人`, '21');
      await cell(page, `${CARRIED_IN} · 自然人`).click();
      const place = [box.x + box.width * share, box.y + box.height / 2] as const;
      await page.mouse.click(...place, { button });
      await page.mouse.click(...place, { button });
      await page.keyboard.press('Escape');
      await page.mouse.click(...place, { button });
      await page.keyboard.type('7');
      await expect(first, `${button} at ${share}`).toHaveValue('7');
    }
  }
});

test('a click into what is being typed marks it, a double click and arrows edit it', async ({
  page,
}) => {
  await openRequests(page);
  const first = cell(page, `${RECEIVED} · 自然人`);
  await first.click();
  await page.keyboard.type('21');
  await first.click();
  await page.keyboard.type('7');
  await expect(first).toHaveValue('7');
  await page.keyboard.press('F2');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.type('3');
  await expect(first).toHaveValue('37');
  await first.dblclick();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.type('5');
  await expect(first).toHaveValue('357');
});

test('a click on the active cell ends a range, and a drag from it begins one', async ({ page }) => {
  await openRequests(page);
  const first = cell(page, `${RECEIVED} · 自然人`);
  const below = cell(page, `${CARRIED_IN} · 自然人`);
  await typeInto(page, `${RECEIVED} · 自然人`, '21');
  await below.click({ modifiers: ['Shift'] });
  await first.click();
  await page.keyboard.type('7');
  await page.keyboard.press('Control+Enter');
  await expect(first).toHaveValue('7');
  await expect(below).toHaveValue('');
  await first.hover();
  await page.mouse.down();
  await below.hover();
  await page.mouse.up();
  await page.keyboard.press('Control+d');
  await expect(below).toHaveValue('7');
});

test('Enter goes down, over the computed row, and Shift+Enter up again', async ({ page }) => {
  await openRequests(page);
  await cell(page, `${RECEIVED} · 自然人`).focus();
  for (let row = 0; row < 23; row += 1) await page.keyboard.press('Enter');
  await expect(cell(page, '四、结转下年度继续办理 · 自然人')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(cell(page, `${RECEIVED} · 商业企业`)).toBeFocused();
  await page.keyboard.press('Shift+Enter');
  await expect(cell(page, '四、结转下年度继续办理 · 自然人')).toBeFocused();
});

test('arrows move between cells, and into sums, whose parts light up', async ({ page }) => {
  await openRequests(page);
  await typeInto(page, `${RECEIVED} · 其他`, '4');
  await page.keyboard.press('ArrowRight');
  await expect(total(page, `${RECEIVED} · 总计`)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(total(page, `${CARRIED_IN} · 总计`)).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(cell(page, `${GRANTED} · 自然人`)).toBeFocused();
});

test('left and right first cross the text that is being edited', async ({ page }) => {
  await openRequests(page);
  await typeInto(page, `${RECEIVED} · 商业企业`, '12');
  await page.keyboard.press('ArrowLeft');
  await expect(cell(page, `${RECEIVED} · 商业企业`)).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(cell(page, `${RECEIVED} · 自然人`)).toBeFocused();
});

test('Tab leaves the table behind its last cell', async ({ page }) => {
  await openRequests(page);
  await cell(page, `${RECEIVED} · 自然人`).focus();
  await page.keyboard.press('Control+End');
  await expect(cell(page, '四、结转下年度继续办理 · 其他')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(balance(page, '自然人')).toBeFocused();
});

test('a range is marked with Shift, summed up, filled, cleared, and given back by undo', async ({
  page,
}) => {
  await openRequests(page);
  await typeInto(page, `${RECEIVED} · 自然人`, '5');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByText('已选 2 行 × 2 列，合计 5')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(cell(page, `${CARRIED_IN} · 商业企业`)).toHaveValue('5');
  await page.keyboard.press('Delete');
  await expect(cell(page, `${CARRIED_IN} · 商业企业`)).toHaveValue('');
  await expect(cell(page, `${RECEIVED} · 自然人`)).toHaveValue('');
  await page.keyboard.press('Control+z');
  await expect(cell(page, `${CARRIED_IN} · 商业企业`)).toHaveValue('5');
  await expect(page.getByText('已撤销：清除 4 格')).toBeVisible();
  await expect(cell(page, `${RECEIVED} · 自然人`)).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(cell(page, `${CARRIED_IN} · 商业企业`)).toHaveValue('');
  await expect(cell(page, `${RECEIVED} · 自然人`)).toHaveValue('5');
  await page.keyboard.press('Control+Shift+z');
  await page.keyboard.press('Control+y');
  await expect(cell(page, `${RECEIVED} · 自然人`)).toHaveValue('');
});

test('Ctrl+D fills down, Ctrl+R right', async ({ page }) => {
  await openRequests(page);
  await typeInto(page, `${RECEIVED} · 自然人`, '8');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+d');
  await expect(cell(page, `${CARRIED_IN} · 自然人`)).toHaveValue('8');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Control+r');
  await expect(cell(page, `${RECEIVED} · 商业企业`)).toHaveValue('8');
});

test('Esc gives back what stood in the cell', async ({ page }) => {
  await openRequests(page);
  await typeInto(page, `${RECEIVED} · 自然人`, '8');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('99');
  await page.keyboard.press('Escape');
  await expect(cell(page, `${RECEIVED} · 自然人`)).toHaveValue('8');
  await expect(total(page, `${RECEIVED} · 总计`)).toHaveText('8未填完');
});

test('Ctrl+A marks the table, dragging and Shift+click a part of it', async ({ page }) => {
  await openRequests(page);
  const first = cell(page, `${RECEIVED} · 自然人`);
  await first.click();
  await page.keyboard.press('Control+a');
  await expect(page.getByText('已选 25 行 × 7 列')).toBeVisible();
  await first.hover();
  await page.mouse.down();
  await cell(page, `${CARRIED_IN} · 科研机构`).hover();
  await page.mouse.up();
  await expect(page.getByText('已选 2 行 × 3 列')).toBeVisible();
  await cell(page, `${GRANTED} · 商业企业`).click({ modifiers: ['Shift'] });
  await expect(page.getByText('已选 3 行 × 2 列')).toBeVisible();
});

test('composing Chinese text never moves the cursor, and full-width digits count', async ({
  page,
  context,
}) => {
  await openRequests(page);
  const first = cell(page, `${RECEIVED} · 自然人`);
  await first.focus();
  const input = await context.newCDPSession(page);
  await input.send('Input.imeSetComposition', {
    text: 'shi',
    selectionStart: 3,
    selectionEnd: 3,
  });
  for (const key of ['Enter', 'Tab', 'ArrowDown', 'Escape']) {
    await input.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      key,
      windowsVirtualKeyCode: 229,
    });
    await expect(first).toBeFocused();
  }
  await input.send('Input.insertText', { text: '１２' });
  await expect(first).toHaveValue('１２');
  await expect(total(page, `${RECEIVED} · 总计`)).toHaveText('12未填完');
});

test('undo takes back words sentence by sentence, and goes to where they stand', async ({
  page,
}) => {
  await openRequests(page);
  await typeInto(page, `${RECEIVED} · 自然人`, '3');
  await openSection(page, 'problems');
  const words = page.getByRole('textbox', { name: '五、存在的主要问题及改进情况' });
  await words.focus();
  await page.keyboard.type('投入不足。下一步加强培训。');
  await page.keyboard.press('Control+z');
  await expect(words).toHaveValue('投入不足。');
  await page.keyboard.press('Control+z');
  await expect(words).toHaveValue('');
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(cell(page, `${RECEIVED} · 自然人`)).toBeFocused();
  await expect(cell(page, `${RECEIVED} · 自然人`)).toHaveValue('');
  await page.keyboard.press('Control+y');
  await page.keyboard.press('Control+y');
  await expect(words).toBeFocused();
  await expect(words).toHaveValue('投入不足。');
});

test('a table one comes back to is as it was left, and shows what was changed meanwhile', async ({
  page,
}) => {
  await openRequests(page);
  await typeInto(page, `${RECEIVED} · 自然人`, '12');
  const frame = page.getByRole('main').locator('[class*="_scroll_"]:visible');
  await frame.evaluate((element) => element.scrollTo({ top: 300 }));
  const scrolled = await frame.evaluate(({ scrollTop }) => scrollTop);
  expect(scrolled).toBeGreaterThan(100);
  await openSection(page, 'disputes');
  const dispute = page.getByRole('main').getByRole('textbox').first();
  await dispute.focus();
  await page.keyboard.type('5');
  await openSection(page, 'requests');
  expect(await frame.evaluate(({ scrollTop }) => scrollTop)).toBe(scrolled);
  await openSection(page, 'disputes');
  await expect(dispute).toHaveValue('5');
  await page.keyboard.press('Control+z');
  await expect(dispute).toHaveValue('');
  await page.keyboard.press('Control+z');
  await expect(cell(page, `${RECEIVED} · 自然人`)).toHaveValue('');
  await typeInto(page, `${RECEIVED} · 自然人`, '34');
  await expect(cell(page, `${RECEIVED} · 自然人`)).toHaveValue('34');
});
