/** A whole city's figures in the format of 2021: totals, balance, findings, undo. */
import { expect, type Page, test } from '@playwright/test';
import {
  balance,
  beginReport,
  cell,
  entered,
  findings,
  fixture,
  openSection,
  total,
  typeDownTheTable,
} from './support/clerk.ts';

const REPORT = fixture('city-2025');
const COLUMNS = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];

async function typeRequests(page: Page): Promise<void> {
  await beginReport(page, { name: '测试市人民政府', type: '设区的市、自治州人民政府', year: 2025 });
  await openSection(page, 'requests');
  await typeDownTheTable(page, entered(REPORT.tables, 'requests'));
}

async function unbalanced(page: Page): Promise<string[]> {
  const broken = page
    .getByRole('region', { name: '勾稽关系' })
    .getByRole('button', { name: '不平' });
  return (await broken.allTextContents()).map(
    (text) => COLUMNS.find((column) => text.startsWith(column)) ?? text,
  );
}

test('the figures of a whole city balance in all seven columns', async ({ page }) => {
  await typeRequests(page);
  for (const column of COLUMNS) await expect(balance(page, column)).toContainText('✓');
  await expect(balance(page, '总计')).toContainText('14629 ＝ 14629');
  await expect(total(page, '三、（七）总计 · 总计')).toHaveText('13810');
  await expect(total(page, '三、（七）总计 · 自然人')).toHaveText('13364');
  await openSection(page, 'proactive');
  await typeDownTheTable(page, entered(REPORT.tables, 'proactive'));
  await openSection(page, 'disputes');
  await typeDownTheTable(page, entered(REPORT.tables, 'disputes'));
  await expect(total(page, '行政复议 · 总计')).toHaveText('790');
  await expect(total(page, '行政诉讼 复议后起诉 · 总计')).toHaveText('156');
  await openSection(page, 'check');
  await expect(page.getByRole('main').getByText('错误', { exact: true })).toHaveCount(0);
});

test('one changed cell unbalances its column and the total, and undo makes them whole', async ({
  page,
}) => {
  await typeRequests(page);
  const granted = cell(page, '三、（一）予以公开 · 商业企业');
  await granted.fill('131');
  await expect(balance(page, '商业企业')).toHaveAccessibleName('商业企业 不平 258 ≠ 260 差 －2');
  expect(await unbalanced(page)).toEqual(['商业企业', '总计']);
  await expect(
    findings(page).getByText(
      '商业企业：本年新收 252 ＋ 上年结转 6 ＝ 258，办理总计 254 ＋ 结转下年 6 ＝ 260，相差 2',
    ),
  ).toBeVisible();
  await expect(granted).toHaveAccessibleName('三、（一）予以公开 · 商业企业');
  await expect(cell(page, '一、本年新收政府信息公开申请数量 · 商业企业')).toHaveAttribute(
    'aria-invalid',
    'true',
  );
  await expect(cell(page, '一、本年新收政府信息公开申请数量 · 自然人')).toHaveAttribute(
    'aria-invalid',
    'false',
  );
  await granted.press('Control+z');
  await expect(granted).toHaveValue('129');
  expect(await unbalanced(page)).toEqual([]);
  await expect(findings(page).getByText(/本年新收 252/)).toHaveCount(0);
});

test('a finding brings the clerk to its cell', async ({ page }) => {
  await typeRequests(page);
  await cell(page, '四、结转下年度继续办理 · 法律服务机构').fill('20');
  await openSection(page, 'check');
  await page
    .getByRole('listitem')
    .filter({ hasText: '法律服务机构：本年新收 128' })
    .getByRole('button', { name: '去改' })
    .click();
  await expect(cell(page, '一、本年新收政府信息公开申请数量 · 法律服务机构')).toBeFocused();
});
