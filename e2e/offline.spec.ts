/** After the first visit the site needs no network, and a newer program waits until it is asked for. */
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { beginReport, beginReportAt, cell, exportFile, openSection } from './support/clerk.ts';
import { serveCopy } from './support/serve-copy.ts';

test.use({ serviceWorkers: 'allow' });

const REPORT = { name: '某县财政局', type: '地方政府部门', year: 2025 } as const;
const FIRST = '三、（一）予以公开 · 自然人';

test('the site works from end to end without a network after the first visit', async ({
  context,
  page,
}) => {
  await page.goto('./');
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await context.setOffline(true);
  await beginReport(page, REPORT);
  await openSection(page, 'requests');
  await cell(page, FIRST).fill('12');
  await page.reload();
  await expect(cell(page, FIRST)).toHaveValue('12');
  await openSection(page, 'preview');
  const file = await exportFile(page, /导出上报文件/);
  expect(JSON.parse(file.text).tables.requests.granted.naturalPerson).toBe(12);
  await page.getByRole('link', { name: '年报通' }).click();
  await page
    .getByLabel('打开文件')
    .setInputFiles({ name: file.name, mimeType: 'text/plain', buffer: Buffer.from(file.text) });
  await expect(page.getByText('已经有这一年的年报')).toBeVisible();
});

test('the site can be installed', async ({ page, request }) => {
  await page.goto('./');
  const link = page.locator('link[rel=manifest]');
  const manifest = await request.get((await link.getAttribute('href')) ?? '');
  expect(await manifest.json()).toMatchObject({ name: '年报通', display: 'standalone' });
});

test('F30 a newer program waits while somebody types, is offered at the desk, and costs no keystroke', async ({
  page,
}) => {
  const site = await serveCopy();
  await page.goto(site.address);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.reload();
  await beginReportAt(page, site.address, REPORT);
  await openSection(page, 'requests');
  await cell(page, FIRST).focus();
  await page.keyboard.type('1');
  // A worker that differs by a blank, as that of a newer build does.
  appendFileSync(join(site.folder, 'service-worker.js'), '\n');
  await page.evaluate(() => {
    Reflect.set(window, 'isTheSamePage', true);
    return navigator.serviceWorker.ready.then((one) => one.update()).then(() => undefined);
  });
  const isWaiting = () =>
    page.evaluate(() => navigator.serviceWorker.ready.then((one) => one.waiting !== null));
  await expect.poll(isWaiting).toBe(true);
  await page.keyboard.type('2');
  await expect(cell(page, FIRST)).toHaveValue('12');
  const offer = page.getByText('有新版年报通，草稿不受影响。');
  await expect(offer).toHaveCount(0);
  expect(await page.evaluate(() => Reflect.get(window, 'isTheSamePage'))).toBe(true);

  await page.getByRole('link', { name: '年报通' }).click();
  await expect(offer).toBeVisible();
  await page.getByRole('button', { name: '现在更新' }).click();
  await expect(offer).toHaveCount(0);
  await page.getByRole('link', { name: REPORT.name }).click();
  await openSection(page, 'requests');
  await expect(cell(page, FIRST)).toHaveValue('12');
  expect(await page.evaluate(() => Reflect.get(window, 'isTheSamePage'))).toBeUndefined();
  await site.close();
});
