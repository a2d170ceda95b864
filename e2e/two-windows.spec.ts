/** Two windows on one draft: one writes, the other shows what it writes and can take over. */
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { beginReport, cell, openSection } from './support/clerk.ts';

const FIRST = '三、（一）予以公开 · 自然人';
const OTHER = '三、（一）予以公开 · 商业企业';
const SHOWS = '这份草稿正在另一个窗口里填写，这里只能看，内容随时跟着更新。';

/** As on a plain http address of an intranet, where a browser has no locks. */
async function withoutLocks(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'locks', { value: undefined });
  });
}

async function openTwice(context: BrowserContext): Promise<[Page, Page]> {
  const first = await context.newPage();
  await beginReport(first, { name: '某县财政局', type: '地方政府部门', year: 2025 });
  await openSection(first, 'requests');
  await cell(first, FIRST).fill('1');
  await expect(first.getByText(SHOWS)).toHaveCount(0);
  const second = await context.newPage();
  await second.goto(first.url());
  return [first, second];
}

for (const [how, prepare] of [
  ['by locks', async () => undefined],
  ['without locks', withoutLocks],
] as const) {
  test.describe(how, () => {
    test.beforeEach(({ context }) => prepare(context));

    test('F6 the second window shows what the first writes, and cannot be typed in', async ({
      context,
    }) => {
      const [first, second] = await openTwice(context);
      await expect(second.getByText(SHOWS)).toBeVisible();
      await expect(cell(second, FIRST)).toBeDisabled();
      await cell(first, FIRST).fill('12');
      await expect(cell(second, FIRST)).toHaveValue('12');
    });

    test('F6 the second window takes over, and nothing of either is lost', async ({ context }) => {
      const [first, second] = await openTwice(context);
      await cell(first, FIRST).fill('12');
      await second.getByRole('button', { name: '由这个窗口接着填' }).click();
      await expect(first.getByText(SHOWS)).toBeVisible();
      await expect(second.getByText(SHOWS)).toHaveCount(0);
      await expect(cell(second, FIRST)).toHaveValue('12');
      await cell(second, OTHER).fill('30');
      await expect(cell(first, OTHER)).toHaveValue('30');
      await first.getByRole('button', { name: '由这个窗口接着填' }).click();
      await cell(first, FIRST).fill('13');
      await expect(cell(second, FIRST)).toHaveValue('13');
      await expect(cell(second, OTHER)).toHaveValue('30');
    });

    test('F6 closing the window that writes lets the other one write', async ({ context }) => {
      const [first, second] = await openTwice(context);
      await expect(second.getByText(SHOWS)).toBeVisible();
      await first.close();
      await expect(second.getByText(SHOWS)).toHaveCount(0);
      await cell(second, OTHER).fill('30');
      await second.reload();
      await expect(cell(second, FIRST)).toHaveValue('1');
      await expect(cell(second, OTHER)).toHaveValue('30');
    });
  });
}

test('F24 an emptied storage is filled again from what is on screen, at once', async ({
  context,
}) => {
  const [first, second] = await openTwice(context);
  await cell(first, FIRST).fill('12');
  await second.goto('./icon.svg');
  await second.evaluate(() => localStorage.clear());
  await expect
    .poll(() => second.evaluate(() => Object.keys(localStorage).length), { timeout: 1000 })
    .toBeGreaterThan(0);
  await first.reload();
  await expect(cell(first, FIRST)).toHaveValue('12');
});

test('F24 a draft that is not open comes back, too, when the storage is emptied', async ({
  context,
  page,
}) => {
  await beginReport(page, { name: '某县财政局', type: '地方政府部门', year: 2025 });
  await page.getByLabel('落款单位').fill('办公室');
  await page.getByRole('link', { name: '年报通' }).click();
  await expect(page.getByRole('link', { name: '某县财政局' })).toBeVisible();
  const other = await context.newPage();
  await other.goto('./icon.svg');
  await other.evaluate(() => localStorage.clear());
  await page.reload();
  await page.getByRole('link', { name: '某县财政局' }).click();
  await expect(page.getByLabel('落款单位')).toHaveValue('办公室');
});
