/** The whole report of a city from the keyboard alone, from the desk to the file. */
import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { balance, entered, type Figures, fixture, SECTIONS } from './support/clerk.ts';

const REPORT = fixture('city-2025');
const BODY = '测试市人民政府';
const MOST_STOPS = 120;

/** Presses Tab until the focus is there, as somebody without a mouse does. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('the focus never came there');
}

async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

async function goTo(page: Page, section: keyof typeof SECTIONS): Promise<void> {
  const guide = page.getByRole('navigation', { name: '年报各部分' });
  await press(page, guide.getByRole('link', { name: SECTIONS[section] }));
  await expect(page.getByRole('heading', { level: 1, name: SECTIONS[section] })).toBeVisible();
}

async function fillTable(page: Page, table: 'proactive' | 'requests' | 'disputes'): Promise<void> {
  await goTo(page, table);
  const inputs = page.getByRole('main').getByRole('textbox');
  const figures = entered(REPORT.tables, table);
  await expect(inputs).toHaveCount(figures.length);
  await tabTo(page, inputs.first());
  for (const figure of figures) {
    await page.keyboard.type(figure);
    await page.keyboard.press('Tab');
  }
}

async function write(page: Page, section: 'overview' | 'problems' | 'other', words: string) {
  await goTo(page, section);
  await tabTo(page, page.getByRole('textbox', { name: SECTIONS[section] }));
  await page.keyboard.insertText(words);
}

/** Every figure as text, amounts without the zeros behind their point. */
function asTexts(tables: Figures): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tables).flatMap(([table, rows]) =>
      Object.entries(rows).flatMap(([row, columns]) =>
        Object.entries(columns).map(([column, figure]) => [
          `${table}/${row}/${column}`,
          figure === null ? '' : String(Number(figure)),
        ]),
      ),
    ),
  );
}

test('a whole city is filled, balanced, checked and handed over without a mouse', async ({
  page,
}) => {
  await page.goto('./');
  await press(page, page.getByRole('button', { name: '新建年报' }));
  const dialog = page.getByRole('dialog', { name: '新建年报' });
  await tabTo(page, dialog.getByLabel('机关名称'));
  await page.keyboard.insertText(BODY);
  await tabTo(page, dialog.getByLabel('机关类型'));
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(dialog.getByLabel('机关类型')).toHaveValue('municipalGovernment');
  const year = dialog.getByLabel('报告年度');
  await tabTo(page, year);
  await page.keyboard.type('2025');
  await expect(year).toHaveValue('2025');
  await press(page, dialog.getByRole('button', { name: '开始填写' }));
  await expect(page.getByRole('heading', { level: 1, name: SECTIONS.basics })).toBeVisible();
  await tabTo(page, page.getByLabel('落款日期'));
  await page.keyboard.insertText('2026年3月20日');

  await fillTable(page, 'proactive');
  await fillTable(page, 'requests');
  await expect(balance(page, '总计')).toContainText('14629 ＝ 14629');
  await fillTable(page, 'disputes');
  await write(page, 'overview', '全市主动公开信息，办理申请，建设平台，加强监督保障。');
  await write(page, 'problems', '个别单位答复不够规范。下一步加强培训。');
  await write(page, 'other', '2025年全市实际收取信息处理费共计400元。');

  await goTo(page, 'check');
  await expect(page.getByRole('main').getByText('错误', { exact: true })).toHaveCount(0);
  await goTo(page, 'preview');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    press(page, page.getByRole('button', { name: /导出上报文件/ })),
  ]);
  expect(download.suggestedFilename()).toBe(`${BODY}_2025年_政府信息公开工作年度报告.json`);
  const file = JSON.parse(readFileSync(await download.path(), 'utf8'));
  expect(asTexts(file.tables)).toEqual(asTexts(REPORT.tables));
  expect(file.findings).toMatchObject({ error: 0, unfilled: 0 });
  expect(Object.values(file.narrative).every((words) => words !== '')).toBe(true);
});
