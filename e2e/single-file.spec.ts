/** The one file, opened by double-click from a disk: everything works, and the draft stays. */
import { copyFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BrowserContext, chromium, expect, type Page, test } from '@playwright/test';
import {
  beginReportAt,
  cell,
  exportFile,
  openSection,
  total,
  waitUntilSaved,
} from './support/clerk.ts';
import { CHROMIUM_FLAGS, chromiumPath } from './support/find-chromium.mjs';

const BUILT = new URL('../dist/nianbaotong.html', import.meta.url).pathname;
const FIRST = '三、（一）予以公开 · 自然人';

function launch(profile: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath(),
    args: CHROMIUM_FLAGS,
    locale: 'zh-CN',
    acceptDownloads: true,
  });
}

/** What a page asks for and complains of. */
function watch(page: Page): { asked: string[]; errors: string[] } {
  const seen = { asked: [] as string[], errors: [] as string[] };
  page.on('request', (request) => seen.asked.push(request.url()));
  page.on('console', (message) => message.type() === 'error' && seen.errors.push(message.text()));
  page.on('pageerror', (error) => seen.errors.push(error.message));
  return seen;
}

test('the single file on a stick fills, exports, and keeps its draft over a restart', async () => {
  const stick = mkdtempSync(join(tmpdir(), '年报 通-'));
  const file = join(stick, '年报通.html');
  copyFileSync(BUILT, file);
  const address = pathToFileURL(file).href;
  const first = await launch(join(stick, 'profile'));
  const page = await first.newPage();
  const seen = watch(page);
  await beginReportAt(page, address, {
    name: '某乡人民政府',
    type: '乡镇人民政府、街道办事处',
    year: 2025,
  });
  await openSection(page, 'requests');
  await cell(page, FIRST).fill('12');
  await expect(total(page, '三、（一）予以公开 · 总计')).toContainText('12');
  await waitUntilSaved(page);
  await openSection(page, 'preview');
  const json = await exportFile(page, /导出上报文件/);
  expect(JSON.parse(json.text).tables.requests.granted.naturalPerson).toBe(12);
  const html = await exportFile(page, /导出可打印网页/);
  expect(html.text).toContain('某乡人民政府');
  expect(seen.asked.filter((url) => !/^(file|blob|data):/.test(url))).toEqual([]);
  expect(seen.errors).toEqual([]);
  await first.close();

  const second = await launch(join(stick, 'profile'));
  const again = await second.newPage();
  await again.goto(address);
  await again.getByRole('link', { name: '某乡人民政府' }).click();
  await openSection(again, 'requests');
  await expect(cell(again, FIRST)).toHaveValue('12');
  await second.close();
});
