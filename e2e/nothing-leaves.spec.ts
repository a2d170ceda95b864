/** No request goes anywhere but to the folder the app came from, and no error is logged. */
import { expect, test } from '@playwright/test';
import { exportFile, openSection, SECTIONS } from './support/clerk.ts';

test.use({ serviceWorkers: 'allow' });

test('a whole walk through the app asks nobody but its own folder', async ({ baseURL, page }) => {
  const asked: string[] = [];
  const errors: string[] = [];
  page.context().on('request', (request) => asked.push(request.url()));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto('./#/sample/2021/basics');
  for (const section of Object.keys(SECTIONS) as (keyof typeof SECTIONS)[]) {
    await openSection(page, section);
  }
  await exportFile(page, /导出上报文件/);
  await exportFile(page, /导出可打印网页/);
  const strangers = asked.filter(
    (url) => !url.startsWith(baseURL ?? '') && !/^(blob|data):/.test(url),
  );
  expect(strangers).toEqual([]);
  expect(errors).toEqual([]);
});
