/**
 * Texts that try to run or to load something, in every field: nothing runs and nothing is asked for –
 * in the app, in the preview, in the printable file opened alone, and when that file is read back.
 */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import { beginReport, exportFile, openSection, SECTIONS } from './support/clerk.ts';

const TEXTS: readonly string[] = JSON.parse(
  readFileSync(new URL('./fixtures/hostile-texts.json', import.meta.url), 'utf8'),
);

interface Watch {
  readonly asked: string[];
  readonly talked: string[];
}

function watch(page: Page, own: string): Watch {
  const seen: Watch = { asked: [], talked: [] };
  page.on('dialog', (dialog) => seen.talked.push(dialog.message()));
  page.on('request', (request) => {
    if (!request.url().startsWith(own) && !/^(blob|data):/.test(request.url())) {
      seen.asked.push(request.url());
    }
  });
  return seen;
}

async function expectQuiet(page: Page, seen: Watch): Promise<void> {
  expect(await page.evaluate(() => 'hit' in window)).toBe(false);
  expect(seen).toEqual({ asked: [], talked: [] });
}

/** Types every text into every field there is, and a share of them into every cell. */
async function fillEverything(page: Page): Promise<void> {
  const all = TEXTS.join('\n');
  for (const label of ['机关名称', '标题', '引言', '落款单位', '落款日期']) {
    await page.getByLabel(label, { exact: true }).fill(all);
  }
  for (const section of ['overview', 'problems', 'other'] as const) {
    await openSection(page, section);
    await page.getByRole('textbox', { name: SECTIONS[section] }).fill(all);
  }
  await openSection(page, 'requests');
  const cells = page.getByRole('main').getByRole('textbox');
  expect(TEXTS.length).toBeGreaterThanOrEqual(100);
  for (const [at, text] of TEXTS.slice(0, await cells.count()).entries()) {
    await cells.nth(at).fill(text);
  }
}

test('no text runs or asks for anything, wherever it is put and wherever it goes', async ({
  baseURL,
  page,
  context,
}) => {
  test.setTimeout(180_000);
  const seen = watch(page, baseURL ?? '');
  await beginReport(page, { name: '某县财政局', type: '地方政府部门', year: 2025 });
  await fillEverything(page);
  await openSection(page, 'check');
  await openSection(page, 'preview');
  await expect(page.getByRole('region', { name: '打印预览' })).toBeVisible();
  const html = await exportFile(page, /导出可打印网页/);
  await expectQuiet(page, seen);

  const path = join(mkdtempSync(join(tmpdir(), 'hostile-')), 'report.html');
  writeFileSync(path, html.text);
  const alone = await context.newPage();
  const seenAlone = watch(alone, pathToFileURL(path).href);
  await alone.goto(pathToFileURL(path).href);
  await expect(alone.getByText('一、总体情况').first()).toBeVisible();
  await expectQuiet(alone, seenAlone);

  await page.goto('./');
  await page.getByLabel('打开文件').setInputFiles(path);
  await expect(page.getByText('已经有这一年的年报')).toBeVisible();
  await expectQuiet(page, seen);
});
