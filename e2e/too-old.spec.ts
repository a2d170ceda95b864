/** A browser that cannot run the program at all sees a page that says so, and what to use instead. */
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import { serveCopy } from './support/serve-copy.ts';

const SINGLE_FILE = new URL('../dist/nianbaotong.html', import.meta.url);
/** What an old browser makes of words it does not know. */
const NOT_UNDERSTOOD = 'a ??? b;';

async function isTold(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(
    page.getByText('这个浏览器太旧，打不开年报通。换用 Chrome、Edge 80 以上版本'),
  ).toBeVisible();
  await expect(page.getByRole('button')).toHaveCount(0);
}

test('the served site says which browser to use where its program cannot run', async ({ page }) => {
  const site = await serveCopy();
  const parts = join(site.folder, 'assets');
  for (const name of readdirSync(parts).filter((one) => one.endsWith('.js'))) {
    writeFileSync(join(parts, name), NOT_UNDERSTOOD);
  }
  await isTold(page, site.address);
  await page.screenshot({ path: 'test-results/too-old.png' });
  await site.close();
});

test('so does the single file', async ({ page }) => {
  const html = readFileSync(SINGLE_FILE, 'utf8');
  const start = '<script type="module">';
  expect(html).toContain(start);
  const file = join(mkdtempSync(join(tmpdir(), 'too-old-')), 'nianbaotong.html');
  writeFileSync(file, html.replace(start, `${start}${NOT_UNDERSTOOD}`));
  await isTold(page, pathToFileURL(file).href);
});

test('while the program starts nobody is told that the browser is too old', async ({ page }) => {
  await page.goto(SINGLE_FILE.href, { waitUntil: 'commit' });
  const words = page.getByText('这个浏览器太旧');
  await expect(page.getByRole('button', { name: '新建年报' })).toBeVisible();
  await expect(words).toHaveCount(0);
});
