/** The picture of the README is made by this run, so that it shows the program as it is. */
import { expect, test } from '@playwright/test';
import { balance, cell, findings, openSection } from './support/clerk.ts';

test('one look at table three shows the figures, the balance and what is wrong', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1366, height: 900 });
  await page.goto('./');
  await page.getByRole('link', { name: '看示例（2021年格式）' }).click();
  await openSection(page, 'requests');
  const granted = cell(page, '三、（一）予以公开 · 自然人');
  await granted.fill(String(Number(await granted.inputValue()) - 1));
  await expect(balance(page, '自然人')).toContainText(/差 ＋?1/);
  await expect(balance(page, '自然人')).toBeInViewport();
  await expect(
    findings(page)
      .getByText(/自然人：本年新收/)
      .first(),
  ).toBeInViewport();
  if (process.env.UPDATE_SCREENSHOT) await page.screenshot({ path: '.github/screenshot.png' });
});
