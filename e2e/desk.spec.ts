/** The desk: first visit, samples, one report of a body and year, delete and its undo. */
import { expect, test } from '@playwright/test';
import { beginReport, findings, openSection } from './support/clerk.ts';

const REPORT = { name: '某市水务局', type: '地方政府部门', year: 2024 } as const;

test('a first visitor is told what this is, that nothing leaves, and where to begin', async ({
  page,
}) => {
  await page.goto('./');
  await expect(page.getByText('不会传到任何地方')).toBeVisible();
  await expect(page.getByRole('button', { name: '新建年报' })).toBeVisible();
  await expect(page.getByText('还没有草稿')).toBeVisible();
});

test('the year chooses the format and names its notice', async ({ page }) => {
  await page.goto('./');
  await page.getByRole('button', { name: '新建年报' }).click();
  const dialog = page.getByRole('dialog');
  for (const [year, notice] of [
    ['2019', '国办公开办函〔2019〕60号'],
    ['2020', '国办公开办函〔2019〕60号'],
    ['2021', '国办公开办函〔2021〕30号'],
    ['2025', '国办公开办函〔2021〕30号'],
  ] as const) {
    await dialog.getByLabel('报告年度').selectOption(year);
    await expect(dialog.getByRole('status')).toContainText(notice);
  }
  await dialog.getByRole('button', { name: '开始填写' }).click();
  await expect(dialog.getByText('填写机关名称。')).toBeVisible();
});

test('a second report of the same body and year asks whether to open the first', async ({
  page,
}) => {
  await beginReport(page, REPORT);
  const first = page.url();
  await page.goto('./');
  await page.getByRole('button', { name: '新建年报' }).click();
  await page.getByLabel('机关名称').fill(REPORT.name);
  await page.getByLabel('报告年度').selectOption(String(REPORT.year));
  await page.getByRole('button', { name: '开始填写' }).click();
  await page
    .getByRole('dialog', { name: '已经有这一年的年报' })
    .getByRole('button', { name: '打开已有的' })
    .click();
  await expect(page).toHaveURL(new RegExp(first.split('#')[1]?.split('/')[2] ?? 'none'));
});

test('a deleted draft comes back whole', async ({ page }) => {
  await beginReport(page, REPORT);
  await page.getByLabel('落款单位').fill('水务局办公室');
  await page.getByRole('link', { name: '年报通' }).click();
  await page.getByRole('button', { name: `删除 ${REPORT.name} ${REPORT.year}年` }).click();
  await expect(page.getByText('还没有草稿')).toBeVisible();
  await page.getByRole('button', { name: '撤销删除' }).click();
  await page.getByRole('link', { name: REPORT.name }).click();
  await expect(page.getByLabel('落款单位')).toHaveValue('水务局办公室');
});

test('the 2021 sample is without a finding, the 2019 sample shows what real reports miss', async ({
  page,
}) => {
  await page.goto('./');
  await page.getByRole('link', { name: '看示例（2021年格式）' }).click();
  await expect(findings(page).getByText('没有发现问题。')).toBeVisible();
  await page.getByRole('link', { name: '年报通' }).click();
  await page.getByRole('link', { name: '看示例（2019年格式）' }).click();
  await openSection(page, 'check');
  await expect(page.getByText('有 23 行只写了总计，各类申请人都是空白')).toBeVisible();
  await expect(page.getByText('示例，可以随意试填，不保存')).toBeVisible();
});
