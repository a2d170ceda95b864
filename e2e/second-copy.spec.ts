/** The second copy as long as the page is open: taken away, it is told and made again; silent, nobody waits. */
import { expect, type Page, test } from '@playwright/test';
import { beginReport, cell, exportFile, openSection } from './support/clerk.ts';

const REPORT = { name: '某县财政局', type: '地方政府部门', year: 2025 } as const;
const FIRST = '三、（一）予以公开 · 自然人';
const NO_COPY = '备用的一份没有存上，请导出文件留底';
const NOT_READ = '历史版本读不出来：浏览器的数据库没有应答，或不让使用';

async function typeOneCell(page: Page): Promise<void> {
  await beginReport(page, REPORT);
  await openSection(page, 'requests');
  await cell(page, FIRST).fill('12');
}

/** The texts of the second copies, read through a window of their own; none where there is no store. */
function copies(page: Page): Promise<readonly string[]> {
  return page.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        const request = indexedDB.open('nianbaotong');
        request.onupgradeneeded = () => request.transaction?.abort();
        request.onerror = () => resolve([]);
        request.onsuccess = () => {
          const database = request.result;
          database.onversionchange = () => database.close();
          const read = database.transaction('copies').objectStore('copies').getAll();
          read.onsuccess = () => {
            database.close();
            resolve(read.result.map(({ text }) => String(text)));
          };
        };
      }),
  );
}

/** Deletes the database as another window does, and tells whether this page stood in the way. */
function deleteDatabase(page: Page): Promise<boolean> {
  return page.evaluate(
    () =>
      new Promise<boolean>((resolve) => {
        let wasBlocked = false;
        const request = indexedDB.deleteDatabase('nianbaotong');
        request.onblocked = () => {
          wasBlocked = true;
        };
        request.onsuccess = () => resolve(wasBlocked);
      }),
  );
}

test('a database deleted while the page is open is made again, with what is typed next and before', async ({
  context,
  page,
}) => {
  await typeOneCell(page);
  const other = await context.newPage();
  await other.goto('./report-file.schema.json');
  await expect.poll(async () => (await copies(other)).join()).toContain('"12"');
  expect(await deleteDatabase(other)).toBe(false);
  await expect.poll(async () => (await copies(other)).join()).toContain('"12"');
  await expect(page.getByText(NO_COPY)).toHaveCount(0);
  await cell(page, FIRST).fill('13');
  await expect.poll(async () => (await copies(other)).join()).toContain('"13"');
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await expect(cell(page, FIRST)).toHaveValue('13');
});

test('while there is no database the state line says so, and no longer once it is back', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const open = IDBFactory.prototype.open;
    const state = { isAway: false };
    Object.defineProperty(window, 'database', { value: state });
    const handles: IDBDatabase[] = [];
    Object.defineProperty(window, 'handles', { value: handles });
    IDBFactory.prototype.open = function (...args) {
      if (state.isAway) throw new DOMException('disk', 'UnknownError');
      const request = open.apply(this, args);
      request.addEventListener('success', () => handles.push(request.result));
      return request;
    };
  });
  await typeOneCell(page);
  await expect(page.getByText(/已保存 \d\d:\d\d/)).toBeVisible();
  await expect(page.getByText(NO_COPY)).toHaveCount(0);
  await page.evaluate(() => {
    Reflect.get(window, 'database').isAway = true;
    for (const handle of Reflect.get(window, 'handles') as IDBDatabase[]) handle.close();
  });
  await cell(page, FIRST).fill('13');
  await expect(page.getByText(NO_COPY)).toBeVisible();
  await expect(page.getByText(/已保存 \d\d:\d\d/)).toBeVisible();
  await page.screenshot({ path: 'test-results/no-second-copy.png' });
  await page.evaluate(() => {
    Reflect.get(window, 'database').isAway = false;
  });
  await cell(page, FIRST).fill('14');
  await expect(page.getByText(NO_COPY)).toHaveCount(0);
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await expect(cell(page, FIRST)).toHaveValue('14');
});

/** A browser whose database takes every request and answers none. */
async function withSilentDatabase(page: Page): Promise<void> {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest;
  });
}

test('a database that never answers: a file of a known body and year is asked about, and taken in', async ({
  page,
}) => {
  await withSilentDatabase(page);
  await typeOneCell(page);
  await expect(page.getByText(NO_COPY)).toBeVisible();
  await openSection(page, 'preview');
  const { name, text } = await exportFile(page, /导出上报文件/);
  await openSection(page, 'requests');
  await cell(page, FIRST).fill('50');
  await page.getByRole('link', { name: '年报通' }).click();
  await page
    .getByLabel('打开文件')
    .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
  const question = page.getByRole('dialog', { name: '已经有这一年的年报' });
  await expect(question).toContainText(NOT_READ);
  await expect(question).toContainText('更新以前的样子留不进历史版本');
  await page.screenshot({ path: 'test-results/silent-database.png' });
  await question.getByRole('button', { name: '更新这份草稿' }).click();
  await openSection(page, 'requests');
  await expect(cell(page, FIRST)).toHaveValue('12');
  await page.getByRole('button', { name: '撤销' }).click();
  await openSection(page, 'requests');
  await expect(cell(page, FIRST)).toHaveValue('50');
});

test('a database that never answers: 历史版本 says so', async ({ page }) => {
  await withSilentDatabase(page);
  await typeOneCell(page);
  await page.getByRole('button', { name: '历史版本' }).click();
  const dialog = page.getByRole('dialog', { name: '历史版本' });
  await expect(dialog.getByRole('alert')).toContainText(NOT_READ);
  await dialog.getByRole('button', { name: '关闭' }).first().click();
  await expect(cell(page, FIRST)).toHaveValue('12');
});
