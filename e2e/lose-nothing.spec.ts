/** What was typed survives reload, leaving, closing the tab, and closing the browser. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, type Page, test } from '@playwright/test';
import { beginReport, cell, openSection } from './support/clerk.ts';
import { CHROMIUM_FLAGS, chromiumPath } from './support/find-chromium.mjs';

const AGENCY = '某县财政局';
const FIRST = '三、（一）予以公开 · 自然人';

async function typeOneCell(page: Page): Promise<void> {
  await beginReport(page, { name: AGENCY, type: '地方政府部门', year: 2025 });
  await openSection(page, 'requests');
  await cell(page, FIRST).focus();
  await page.keyboard.type('12件左右');
}

test('F14 a reload brings back every keystroke, unreadable text too, and the place', async ({
  page,
}) => {
  await typeOneCell(page);
  await page.reload();
  await expect(cell(page, FIRST)).toHaveValue('12件左右');
  await expect(page).toHaveURL(/\/requests$/);
});

test('F9 leaving the page at once after a key loses nothing', async ({ page }) => {
  await typeOneCell(page);
  const address = page.url();
  await page.goto('about:blank');
  await page.goto(address);
  await expect(cell(page, FIRST)).toHaveValue('12件左右');
});

test('F9 closing the tab at once after a key loses nothing', async ({ context, page }) => {
  await typeOneCell(page);
  const address = page.url();
  await page.close();
  const again = await context.newPage();
  await again.goto(address);
  await expect(cell(again, FIRST)).toHaveValue('12件左右');
});

test('F9 closing the browser at once after a key loses nothing', async ({ baseURL }) => {
  const profile = mkdtempSync(join(tmpdir(), 'nianbaotong-'));
  const launch = () =>
    chromium.launchPersistentContext(profile, {
      executablePath: chromiumPath(),
      args: CHROMIUM_FLAGS,
      baseURL: baseURL ?? '',
      locale: 'zh-CN',
    });
  const first = await launch();
  const page = await first.newPage();
  await typeOneCell(page);
  const address = page.url();
  await first.close();
  const second = await launch();
  const again = await second.newPage();
  await again.goto(address);
  await expect(cell(again, FIRST)).toHaveValue('12件左右');
  await second.close();
});

test('the desk lists the draft and leads back to where the clerk was', async ({ page }) => {
  await typeOneCell(page);
  await page.getByRole('link', { name: '年报通' }).click();
  const row = page.getByRole('table', { name: '本机的草稿' }).getByRole('row', { name: AGENCY });
  await expect(row).toContainText('2025');
  await row.getByRole('link', { name: AGENCY }).click();
  await expect(cell(page, FIRST)).toHaveValue('12件左右');
});

test('F1 when storage is full the clerk is told at once and goes on in memory', async ({
  page,
}) => {
  await typeOneCell(page);
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await page.keyboard.type('！');
  await expect(page.getByRole('alert')).toContainText('浏览器不让保存，修改只存了备用的一份');
  await expect(cell(page, FIRST)).toHaveValue('12件左右！');
});
