/** What was there before can be looked at and brought back, on this machine and on another one. */
import { expect, type Page, test } from '@playwright/test';
import { writeBackup } from '../src/drafts/backup.ts';
import { STATUTORY_FORMATS } from '../src/formats/registry.ts';
import { newReport } from '../src/report/raw-report.ts';
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

/** A backup of so many drafts with a long year before: 11 MB of 48, more than any report file may have. */
function longBackup(count: number): string {
  const raw = newReport(STATUTORY_FORMATS, { name: '某县', type: 'department' }, 2025);
  if (!raw) throw new Error('no format of this year');
  const narrative = { overview: '公开'.repeat(40_000) };
  const drafts = Array.from({ length: count }, (_, at) => ({
    id: `long-${at}`,
    revision: 1,
    savedAt: '2026-01-20T08:00:00.000Z',
    raw: { ...raw, agency: { ...raw.agency, name: `某县第${at + 1}局` } },
    lastYear: { ...raw, narrative },
    place: '',
  }));
  return writeBackup({ drafts, bin: [] }, '2026-01-20T08:00:00.000Z');
}

test('F25 a backup of 48 long drafts is restored, and backed up again to the same drafts', async ({
  page,
}) => {
  const text = longBackup(48);
  expect(Buffer.byteLength(text)).toBeGreaterThan(11 * 1024 * 1024);
  await page.goto('./');
  await merge(page, { name: '备份.json', text });
  await expect(page.getByText('备份里 48 份已恢复。')).toBeVisible();
  const again = await exportFile(page, '备份全部草稿');
  await expect(page.getByText(/^已备份 48 份草稿，/)).toBeVisible();
  const texts = (backup: string) =>
    (JSON.parse(backup).records as string[])
      .map((record) => JSON.parse(record).data)
      .map(({ id, raw, lastYear }) => [id, raw.agency.name, lastYear.narrative.overview].join())
      .sort();
  expect(texts(again.text)).toEqual(texts(text));
});

/** How many drafts the browser's database holds a second copy of. */
function countCopies(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('nianbaotong');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const counting = opening.result.transaction('copies').objectStore('copies').count();
          counting.onsuccess = () => {
            opening.result.close();
            resolve(counting.result);
          };
        };
      }),
  );
}

test('F1 F25 a backup larger than the storage: what was not stored is told, and all is there again', async ({
  page,
}) => {
  await page.goto('./');
  await merge(page, { name: '备份.json', text: longBackup(80) });
  await expect(page.getByText(/备份里 \d+ 份已恢复，\d+ 份浏览器没有存下。/)).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('浏览器不让保存');
  // What the storage refused lies in this window until its copy is on the disk.
  await expect.poll(() => countCopies(page)).toBe(80);
  await page.reload();
  const drafts = page
    .getByRole('table', { name: '本机的草稿' })
    .getByRole('link', { name: /^某县第/ });
  await expect(drafts).toHaveCount(80);
});

test('F27 what is in the bin is in the backup, and comes back into the bin', async ({
  browser,
  page,
}) => {
  await writeAndHandOver(page);
  await page.getByRole('link', { name: '年报通' }).click();
  await page.getByRole('button', { name: /^删除 某县财政局/ }).click();
  const file = await exportFile(page, '备份全部草稿');
  await expect(page.getByText(/^已备份 0 份草稿和 1 份已删除的草稿/)).toBeVisible();
  const elsewhere = await (await browser.newContext()).newPage();
  await elsewhere.goto('./');
  await merge(elsewhere, file);
  await expect(elsewhere.getByText('备份里 1 份放进已删除的草稿。')).toBeVisible();
  await elsewhere.getByText('已删除的草稿（1）').click();
  await elsewhere.getByRole('button', { name: '恢复', exact: true }).click();
  await elsewhere.getByRole('link', { name: REPORT.name }).click();
  await expect(cell(elsewhere, FIRST)).toHaveValue('99');
});

test('a backup that differs, and no place for the history: both drafts stay, and the clerk is told', async ({
  page,
}) => {
  await writeAndHandOver(page);
  const file = await backUp(page);
  await page.getByRole('link', { name: REPORT.name }).click();
  await cell(page, FIRST).fill('7');
  await page.getByRole('link', { name: '年报通' }).click();
  await page.evaluate(() => {
    IDBObjectStore.prototype.add = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await merge(page, file);
  await page.getByRole('button', { name: /用备份里的/ }).click();
  await expect(page.getByRole('alert')).toContainText('没有替换，两份都留下了');
  await expect(page.getByRole('link', { name: REPORT.name })).toHaveCount(2);
});
