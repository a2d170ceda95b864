/** Last year's report beside this year's: carried over, compared, explained. */
import { expect, test } from '@playwright/test';
import { beginReport, cell, findings, openSection, waitUntilSaved } from './support/clerk.ts';

const BODY = { name: '某市水务局', type: '地方政府部门' } as const;

test('last year gives its carry-over, a difference asks for a reason, and the reason travels', async ({
  page,
}) => {
  await beginReport(page, { ...BODY, year: 2024 });
  await openSection(page, 'requests');
  await page.getByRole('button', { name: '本表空格填 0' }).click();
  await cell(page, '一、本年新收政府信息公开申请数量 · 自然人').fill('5');
  await cell(page, '四、结转下年度继续办理 · 自然人').fill('5');
  await waitUntilSaved(page);

  await beginReport(page, { ...BODY, year: 2025 });
  await page.getByRole('button', { name: '用本机的2024年草稿' }).click();
  await page.getByRole('button', { name: '沿用上年结转和文字框架' }).click();
  await openSection(page, 'requests');
  const carriedIn = cell(page, '二、上年结转政府信息公开申请数量 · 自然人');
  await expect(carriedIn).toHaveValue('5');
  await carriedIn.focus();
  await page.getByRole('button', { name: '本表空格填 0' }).click();
  await carriedIn.fill('4');
  const difference = findings(page).getByText('上年年报结转下年 5，相差 1');
  await expect(difference.first()).toBeVisible();

  const finding = findings(page)
    .getByRole('listitem')
    .filter({ hasText: '上年年报结转下年 5，相差 1' })
    .first();
  await finding.getByRole('button', { name: '说明理由' }).click();
  await finding.getByLabel('说明理由').fill('上年有一件误记。');
  await finding.getByRole('button', { name: '保存说明' }).click();
  await expect(findings(page).getByText('已说明或放下的 1 处')).toBeVisible();
  await page.reload();
  await expect(findings(page).getByText('已说明或放下的 1 处')).toBeVisible();
  await carriedIn.fill('3');
  await expect(findings(page).getByText('上年年报结转下年 5，相差 2').first()).toBeVisible();
  await expect(findings(page).getByText('已说明或放下的')).toHaveCount(0);
});
