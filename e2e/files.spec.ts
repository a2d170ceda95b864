/** Files out and in: what comes back is what went out, and what is no report changes nothing. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { exportFile, openSection } from './support/clerk.ts';

async function openText(page: Page, name: string, text: string): Promise<void> {
  await page
    .getByLabel('打开文件')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) });
}

async function exportSample(page: Page, kind: RegExp): Promise<{ name: string; text: string }> {
  await page.goto('./#/sample/2021/preview');
  return exportFile(page, kind);
}

for (const [what, button] of [
  ['the JSON file', /导出上报文件/],
  ['the printable file', /导出可打印网页/],
] as const) {
  test(`${what} opens again as the same report`, async ({ page }) => {
    const file = await exportSample(page, button);
    await page.goto('./');
    await openText(page, file.name, file.text);
    await expect(page.getByText('示例市数据资源管理局 · 2025年')).toBeVisible();
    await openSection(page, 'preview');
    const again = await exportFile(page, /导出上报文件/);
    const first = await exportSample(page, /导出上报文件/);
    expect(JSON.parse(again.text)).toEqual(JSON.parse(first.text));
  });
}

test('a final report carries no draft mark, and an edited one is refused', async ({ page }) => {
  await page.goto('./#/sample/2021/preview');
  const paper = page.getByRole('region', { name: '打印预览' });
  await expect(paper.getByText('草稿', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: '定稿', exact: true }).click();
  await expect(paper.getByText('草稿', { exact: true })).toHaveCount(0);
  const file = await exportFile(page, /导出上报文件/);
  const edited = file.text.replace(
    '"received": {\n        "naturalPerson": 21',
    '"received": {\n        "naturalPerson": 22',
  );
  expect(edited).not.toBe(file.text);
  await page.goto('./');
  await openText(page, 'a.json', edited);
  await expect(
    page.getByRole('dialog', { name: '文件在定稿以后被改动过' }).getByRole('listitem'),
  ).toHaveText('三、收到和处理政府信息公开申请情况');
});

const JUNK: readonly (readonly [string, string, string])[] = [
  ['a text that is no file of ours', '放假通知', '没有找到政府信息公开工作年度报告的内容'],
  ['half a file', '{"kind":"gov-information-dis', '文件内容不完整'],
  ['a JSON of another kind', '{"kind":"budget"}', '这不是年报通的上报文件'],
  [
    'a file of a newer version',
    '{"kind":"gov-information-disclosure-annual-report","version":9,"format":"2021"}',
    '文件由新版年报通导出',
  ],
  [
    'a web page without our data',
    '<!doctype html><p>公告</p>',
    '没有找到政府信息公开工作年度报告的内容',
  ],
  ['keys that reach into objects', '{"__proto__":{"polluted":true}}', '文件里有不允许的内容'],
  ['a very deep file', '['.repeat(100_000) + ']'.repeat(100_000), '没有找到'],
];

for (const [what, text, sentence] of JUNK) {
  test(`${what} gets one clear sentence and changes nothing`, async ({ page }) => {
    await page.goto('./');
    await openText(page, 'x.json', text);
    await expect(page.getByRole('alert')).toContainText(sentence);
    await expect(page.getByText('还没有草稿')).toBeVisible();
  });
}

test('twenty megabytes get one clear sentence and change nothing', async ({ page }) => {
  // From the disk: through the line to the browser so much takes as long as the machine likes.
  const path = join(mkdtempSync(join(tmpdir(), 'nianbaotong-big-')), 'x.json');
  writeFileSync(path, '{'.repeat(20 * 1024 * 1024));
  // However long the reading takes: waited for is its end, and not a time.
  test.setTimeout(0);
  await page.goto('./');
  await page.getByLabel('打开文件').setInputFiles(path);
  await page.getByRole('alert').waitFor({ timeout: 0 });
  await expect(page.getByRole('alert')).toContainText('太大，不是年报');
  await page.getByText('正在读取').waitFor({ state: 'detached', timeout: 0 });
  await expect(page.getByText('还没有草稿')).toBeVisible();
});

test('of several files that cannot be read each is named', async ({ page }) => {
  await page.goto('./');
  const file = (name: string, text: string) => ({
    name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(text),
  });
  await page
    .getByLabel('打开文件')
    .setInputFiles([file('公告.html', '<!doctype html><p>公告</p>'), file('坏.json', '{"a":')]);
  const told = page.getByRole('alert').getByRole('paragraph');
  await expect(told).toHaveCount(2);
  await expect(told.first()).toHaveText(/^“公告\.html”：没有找到政府信息公开工作年度报告的内容。/);
  await expect(told.last()).toHaveText(/^“坏\.json”：/);
  await page.getByLabel('打开文件').setInputFiles([file('公告.html', '<p>公告</p>')]);
  await expect(told).toHaveText(/^没有找到政府信息公开工作年度报告的内容。/);
});
