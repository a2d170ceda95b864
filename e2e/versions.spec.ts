/** What was there before can be looked at and brought back, on this machine and on another one. */
import { expect, type Page, test } from '@playwright/test';
import { beginReport, cell, exportFile, openSection } from './support/clerk.ts';

const REPORT = { name: '某县财政局', type: '地方政府部门', year: 2025 } as const;
const FIRST = '三、（一）予以公开 · 自然人';

async function writeAndHandOver(page: Page): Promise<void> {
  await beginReport(page, REPORT);
  await openSection(page, 'requests');
  await cell(page, FIRST).fill('12');
  await openSection(page, 'preview');
  await exportFile(page, /导出上报文件/);
  await openSection(page, 'requests');
  await cell(page, FIRST).fill('99');
}

test('a version that was handed over is compared, restored, and the restoring undone', async ({
  page,
}) => {
  await writeAndHandOver(page);
  await page.getByRole('button', { name: '历史版本' }).click();
  const dialog = page.getByRole('dialog', { name: '历史版本' });
  await dialog.getByLabel(/导出文件/).check();
  const row = dialog.getByRole('row', { name: FIRST });
  await expect(row.getByRole('cell').first()).toHaveText('12');
  await expect(row.getByRole('cell').last()).toHaveText('99');
  await page.screenshot({ path: 'test-results/versions.png' });
  await dialog.getByRole('button', { name: '恢复这个版本' }).click();
  await expect(cell(page, FIRST)).toHaveValue('12');
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(cell(page, FIRST)).toHaveValue('99');
  await page.getByRole('button', { name: '历史版本' }).click();
  await expect(dialog.getByLabel(/恢复历史版本之前/)).toBeVisible();
});

async function backUp(page: Page): Promise<{ name: string; text: string }> {
  await page.getByRole('link', { name: '年报通' }).click();
  return exportFile(page, '备份全部草稿');
}

async function merge(page: Page, { name, text }: { name: string; text: string }): Promise<void> {
  await page
    .getByLabel('恢复备份')
    .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
}

test('F25 a backup brings all drafts to another machine', async ({ browser, page }) => {
  await writeAndHandOver(page);
  const file = await backUp(page);
  const elsewhere = await (await browser.newContext()).newPage();
  await elsewhere.goto('./');
  await merge(elsewhere, file);
  await expect(elsewhere.getByText('备份里 1 份已恢复。')).toBeVisible();
  await elsewhere.getByRole('link', { name: REPORT.name }).click();
  await expect(cell(elsewhere, FIRST)).toHaveValue('99');
});

test('F21 a backup that differs from the draft here asks which one to keep, and loses neither', async ({
  page,
}) => {
  await writeAndHandOver(page);
  const file = await backUp(page);
  await page.getByRole('link', { name: REPORT.name }).click();
  await cell(page, FIRST).fill('7');
  await page.getByRole('link', { name: '年报通' }).click();
  await merge(page, file);
  const question = page.getByRole('dialog', { name: /某县财政局 2025年的年报不一样/ });
  await page.screenshot({ path: 'test-results/backup-clash.png' });
  await question.getByRole('button', { name: /用备份里的/ }).click();
  await page.getByRole('link', { name: REPORT.name }).click();
  await expect(cell(page, FIRST)).toHaveValue('99');
  await page.getByRole('button', { name: '历史版本' }).click();
  await page.getByLabel(/恢复历史版本之前/).check();
  await expect(page.getByRole('row', { name: FIRST }).getByRole('cell').first()).toHaveText('7');
});

test('a file that is no backup changes nothing and says so', async ({ page }) => {
  await page.goto('./');
  await merge(page, { name: 'x.json', text: '{"kind":"budget"}' });
  await expect(page.getByRole('alert')).toContainText('这不是年报通的备份文件');
});
