/**
 * More ways to lose a draft: browsers that forget, records of other programs, files with more in them
 * than the form has. The numbers are those of the catalogue in docs/promises.md.
 */
import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { beginReport, cell, exportFile, findings, openSection } from './support/clerk.ts';

const REPORT = { name: '某县财政局', type: '地方政府部门', year: 2025 } as const;
const FIRST = '三、（一）予以公开 · 自然人';

async function typeOneCell(page: Page): Promise<void> {
  await beginReport(page, REPORT);
  await openSection(page, 'requests');
  await cell(page, FIRST).fill('12');
}

test('F1 both storages full: told as unsaved, goes on in memory, and the file has everything', async ({
  page,
}) => {
  await typeOneCell(page);
  await page.evaluate(() => {
    const refuse = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    Storage.prototype.setItem = refuse;
    IDBObjectStore.prototype.put = refuse;
  });
  await cell(page, FIRST).fill('13');
  await expect(page.getByRole('alert')).toContainText('浏览器不让保存，刚才的修改还没有存下');
  await cell(page, FIRST).fill('14');
  await openSection(page, 'preview');
  const file = await exportFile(page, /导出上报文件/);
  expect(JSON.parse(file.text).tables.requests.granted.naturalPerson).toBe(14);
});

test('F1 room again: what was held in memory is stored, and the alarm goes', async ({ page }) => {
  await typeOneCell(page);
  await page.evaluate(() => {
    const set = Storage.prototype.setItem;
    Object.defineProperty(window, 'room', { value: () => (Storage.prototype.setItem = set) });
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await cell(page, FIRST).fill('13');
  await expect(page.getByRole('alert')).toContainText('浏览器不让保存');
  await page.evaluate(() => Reflect.get(window, 'room')());
  await cell(page, FIRST).fill('14');
  await expect(page.getByText(/已保存 \d\d:\d\d/)).toBeVisible();
  await page.reload();
  await expect(cell(page, FIRST)).toHaveValue('14');
});

test('F5 F23 a browser that forgets everything: the desk warns beforehand, the backup brings all back', async ({
  context,
  page,
}) => {
  await typeOneCell(page);
  await page.getByRole('link', { name: '年报通' }).click();
  await expect(page.getByText(/草稿只存在这台电脑的这个浏览器里.*先备份/)).toBeVisible();
  const { name, text } = await exportFile(page, '备份全部草稿');
  const origin = new URL(page.url()).origin;
  await page.goto('about:blank');
  const browser = await context.newCDPSession(page);
  await browser.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  await page.goto('./');
  await expect(page.getByText('还没有草稿')).toBeVisible();
  await page
    .getByLabel('恢复备份')
    .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
  await page.getByRole('link', { name: REPORT.name }).click();
  await expect(cell(page, FIRST)).toHaveValue('12');
});

test('F11 a machine that is switched off at once: the copy on the disk is asked for with every save', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const asked: string[] = [];
    Object.defineProperty(window, 'asked', { value: asked });
    const begin = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (names, mode, options) {
      if (mode === 'readwrite') asked.push(`${String(names)} ${options?.durability}`);
      return begin.call(this, names, mode, options);
    };
  });
  await typeOneCell(page);
  const asked = () => page.evaluate(() => Reflect.get(window, 'asked') as string[]);
  await expect.poll(asked).toContain('copies strict');
  expect((await asked()).filter((one) => !one.endsWith('strict'))).toEqual([]);
});

test('F15 a record of nonsense and one of another program: told, offered as text, and harmless', async ({
  page,
}) => {
  await typeOneCell(page);
  await page.evaluate(() => {
    localStorage.setItem('nianbaotong/draft/lost/a', '{"half');
    localStorage.setItem('nianbaotong/draft/alien/b', '[1,2,3]');
  });
  await page.goto('./');
  await expect(page.getByText('有一份草稿读不出来：草稿记录不完整')).toHaveCount(2);
  const [first] = await page.getByRole('button', { name: '下载原文' }).all();
  const download = page.waitForEvent('download');
  await first?.click();
  const text = readFileSync(await (await download).path(), 'utf8');
  expect(['{"half', '[1,2,3]']).toContain(text);
  await page.getByRole('link', { name: REPORT.name }).click();
  await expect(cell(page, FIRST)).toHaveValue('12');
});

test('F17 a draft that the first version stored is opened whole, and kept in the present one', async ({
  page,
}) => {
  const record = readFileSync(
    new URL('../src/testing/frozen/record-1.txt', import.meta.url),
    'utf8',
  );
  await page.goto('./');
  await page.evaluate((text) => {
    localStorage.setItem('nianbaotong/draft/frozen/a', text);
  }, record);
  await page.reload();
  await page.getByRole('link', { name: '示例市数据资源管理局' }).click();
  await openSection(page, 'requests');
  await expect(cell(page, '三、（一）予以公开 · 科研机构')).toHaveValue('12件');
  await cell(page, FIRST).fill('77');
  await page.reload();
  await expect(cell(page, FIRST)).toHaveValue('77');
  await expect(cell(page, '三、（一）予以公开 · 科研机构')).toHaveValue('12件');
});

test('F22 figures the form has no place for are told, kept, and go out again', async ({ page }) => {
  await page.goto('./#/sample/2021/preview');
  const sample = await exportFile(page, /导出上报文件/);
  const file = JSON.parse(sample.text);
  file.tables.requests.inventedRow = { naturalPerson: 5 };
  await page.goto('./');
  await page.getByLabel('打开文件').setInputFiles({
    name: 'a.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(file)),
  });
  await openSection(page, 'requests');
  const told = findings(page).getByText('有 1 个数在2021年格式里没有对应的格');
  await expect(told.first()).toContainText('inventedRow naturalPerson 5');
  await page.reload();
  await expect(told.first()).toBeVisible();
  await openSection(page, 'preview');
  const again = await exportFile(page, /导出上报文件/);
  expect(JSON.parse(again.text).unplaced).toEqual([
    { cell: 'requests/inventedRow/naturalPerson', text: '5' },
  ]);
});

test('F25 a private window keeps nothing when it is closed; the backup made in it does', async ({
  browser,
  page,
}) => {
  // Every context of its own is such a window: it shares no storage, and leaves none.
  const other = await browser.newContext({ baseURL: test.info().project.use.baseURL ?? '' });
  const hidden = await other.newPage();
  await typeOneCell(hidden);
  await hidden.reload();
  await expect(cell(hidden, FIRST)).toHaveValue('12');
  await hidden.getByRole('link', { name: '年报通' }).click();
  const { name, text } = await exportFile(hidden, '备份全部草稿');
  await other.close();
  await page.goto('./');
  await expect(page.getByText('还没有草稿')).toBeVisible();
  await page
    .getByLabel('恢复备份')
    .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
  await page.getByRole('link', { name: REPORT.name }).click();
  await expect(cell(page, FIRST)).toHaveValue('12');
});
