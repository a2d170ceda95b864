/** Several years of one body side by side, from the drafts on this machine. */
import { expect, test } from '@playwright/test';
import { beginReport, cell, openSection, waitUntilSaved } from './support/clerk.ts';

const AGENCY = '某市水务局';

test('two years of one body stand side by side, a gap where a year is not filled', async ({
  page,
}) => {
  for (const [year, received] of [
    [2024, '12'],
    [2025, '30'],
  ] as const) {
    await beginReport(page, { name: AGENCY, type: '地方政府部门', year });
    await openSection(page, 'requests');
    await page.getByRole('button', { name: '本表空格填 0' }).click();
    await cell(page, '一、本年新收政府信息公开申请数量 · 自然人').fill(received);
    await waitUntilSaved(page);
  }
  await page.goto('./');
  await page.getByRole('link', { name: '历年对比' }).click();
  await expect(page.getByRole('heading', { name: `${AGENCY} · 历年对比` })).toBeVisible();
  const requests = page.getByRole('table', { name: '三、收到和处理政府信息公开申请情况' });
  const row = (label: string) => requests.getByRole('row', { name: label });
  await expect(row('一、本年新收').getByRole('cell')).toHaveText(['12', '30', '']);
  await expect(row('（三）不予公开').getByRole('cell')).toHaveText(['0', '0', '']);
  const disputes = page.getByRole('table', { name: '四、政府信息公开行政复议、行政诉讼情况' });
  await expect(disputes.getByRole('row', { name: '复议后起诉' }).getByRole('cell')).toHaveText([
    '',
    '',
    '',
  ]);
  await page.getByRole('link', { name: '2024' }).first().click();
  await expect(cell(page, '一、本年新收政府信息公开申请数量 · 自然人')).toHaveValue('12');
});
