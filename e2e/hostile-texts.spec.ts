/**
 * Texts that try to run or to load something, in every field: nothing runs and nothing is asked for –
 * in the app, in the preview, in every exported file opened alone, and when those are read back.
 */
import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { HOSTILE_TEXTS, watch } from './support/canary.ts';
import {
  beginReport,
  type ExportedFile,
  exportBytes,
  exportFile,
  openAlone,
  openSection,
  SECTIONS,
} from './support/clerk.ts';

const ALL = HOSTILE_TEXTS.join('\n');

test('the texts are many, and of every kind there is', () => {
  expect(new Set(HOSTILE_TEXTS).size).toBeGreaterThanOrEqual(180);
  const kinds: readonly RegExp[] = [
    /<script/i,
    /\bon\w+=/i,
    /<svg/i,
    /<math/i,
    /style|css/i,
    /javascript:/i,
    /data:/i,
    /\{\{|\$\{|<%/,
    /<(?:template|noscript|xmp|plaintext|title|textarea)/i,
    /mglyph|annotation-xml|CDATA/,
    /srcdoc/,
    /id=trustedTypes|name=body/,
    /^[=+@-]/,
    /&#|%3C|\\u003c/,
  ];
  for (const kind of kinds) {
    expect(HOSTILE_TEXTS.filter((text) => kind.test(text)).length).toBeGreaterThanOrEqual(2);
  }
});

/** Types every text into every field there is, and into the cells as many as there are. */
async function fillEverything(page: Page): Promise<void> {
  for (const label of ['机关名称', '标题', '引言', '落款单位', '落款日期']) {
    await page.getByLabel(label, { exact: true }).fill(ALL);
  }
  for (const section of ['overview', 'problems', 'other'] as const) {
    await openSection(page, section);
    await page.getByRole('textbox', { name: SECTIONS[section] }).fill(ALL);
  }
  // Every third; a file that is opened brings all of them into cells.
  const rest = HOSTILE_TEXTS.filter((_, at) => at % 3 === 0);
  for (const section of ['disputes', 'proactive', 'requests'] as const) {
    await openSection(page, section);
    const cells = page.getByRole('main').getByRole('textbox');
    const here = rest.splice(0, await cells.count());
    for (const [at, text] of here.entries()) await cells.nth(at).fill(text);
  }
  expect(rest).toEqual([]);
}

test('no text that is typed runs or asks for anything, wherever it goes', async ({
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
  await seen.expectQuiet();

  const alone = await context.newPage();
  const seenAlone = watch(alone, 'file:');
  await openAlone(alone, html.text);
  await expect(alone.getByText('一、总体情况').first()).toBeVisible();
  await seenAlone.expectQuiet();
});

type Members = Record<string, unknown>;

/** The sample's report file with the texts in every member that may hold one. */
async function hostileFile(page: Page): Promise<ExportedFile & { readonly json: Members }> {
  await page.goto('./#/sample/2021/preview');
  const { name, text } = await exportFile(page, /导出上报文件/);
  const file = JSON.parse(text);
  const requests = Object.keys(file.tables.requests).filter((row) => row !== 'concluded');
  const addresses = requests.flatMap((row) =>
    ['naturalPerson', 'enterprise', 'research', 'socialOrganization', 'legalService'].map(
      (column) => [row, column] as const,
    ),
  );
  for (const [row, column] of addresses) file.tables.requests[row][column] = null;
  const said = HOSTILE_TEXTS.map((one) => ({ text: one, by: one, at: '2026-01-20T08:00:00Z' }));
  const json = {
    ...file,
    status: 'submitted',
    agency: { ...file.agency, name: ALL },
    title: ALL,
    preface: ALL,
    narrative: { overview: ALL, problems: ALL, other: ALL },
    asTyped: addresses.map(([row, column], at) => ({
      cell: `requests/${row}/${column}`,
      text: HOSTILE_TEXTS[at] ?? '',
    })),
    stated: [{ cell: 'requests/received/total', text: ALL }],
    unplaced: HOSTILE_TEXTS.map((one) => ({ cell: one, text: one })),
    notes: HOSTILE_TEXTS.map((one) => ({ cell: one, text: one })),
    explanations: said.map(({ text: one, by }) => ({
      rule: one,
      cells: [one],
      numbers: [one],
      text: one,
      by,
    })),
    remarks: said.map((one) => ({
      ...one,
      place: 'overview',
      settled: false,
      quote: one.text,
      answers: [one],
    })),
    steps: said.map(({ text: reason, by, at }) => ({ status: 'final', by, at, reason, left: 1 })),
    signature: { name: ALL, date: ALL },
  };
  return { name, text: JSON.stringify(json), json };
}

async function openHere(page: Page, name: string, content: Buffer | string): Promise<void> {
  await page.goto('./');
  await page.getByLabel('打开文件').setInputFiles({
    name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(content),
  });
}

/** A file with the steps of a 定稿 and no seal that fits: told as edited, and opened all the same. */
async function openEdited(page: Page, name: string, text: string): Promise<void> {
  await openHere(page, name, text);
  const told = page.getByRole('dialog', { name: '文件在定稿以后被改动过' });
  await told.getByRole('button', { name: /^作为副本打开/ }).click();
  await expect(told).toBeHidden();
}

const ALONE = [/导出可打印网页/, '导出校对单', '导出一图读懂（SVG）'] as const;
const READ_BACK = [/导出可打印网页/, '导出 Word 文件', '导出 Excel 表格', '导出纯文本'] as const;

test('no text in any member of a file runs, in the app or in what the app hands on', async ({
  baseURL,
  page,
  context,
}) => {
  test.setTimeout(180_000);
  const seen = watch(page, baseURL ?? '');
  const hostile = await hostileFile(page);
  await openEdited(page, '<img src=x onerror=hit=1>.json', hostile.text);
  await expect(page.getByLabel('标题', { exact: true })).toBeVisible({ timeout: 60_000 });
  for (const section of Object.keys(SECTIONS) as (keyof typeof SECTIONS)[]) {
    await openSection(page, section);
  }
  await expect(page.getByText(`审核意见 ${HOSTILE_TEXTS.length}`)).toBeVisible();
  await page.getByLabel('姓名（写进文件）').fill(ALL);
  await seen.expectQuiet();

  for (const button of ALONE) {
    const file = await exportFile(page, button);
    const alone = await context.newPage();
    const seenAlone = watch(alone, 'file:');
    await openAlone(alone, file.text, String(button).includes('SVG') ? 'a.svg' : 'a.html');
    await expect(alone.getByText('onerror').first()).toBeAttached();
    await seenAlone.expectQuiet();
    await alone.close();
  }
  const preview = page.url();
  for (const button of READ_BACK) {
    await page.goto(preview);
    const { name, path } = await exportBytes(page, button);
    await openHere(page, name, readFileSync(path));
    const read = page.getByRole('heading', { name: '核对读取结果' });
    const told = page.getByRole('alert').filter({ hasText: '。' });
    const asked = page.getByRole('dialog', { name: '已经有这一年的年报' });
    await expect(read.or(told).or(asked).first()).toBeVisible({ timeout: 60_000 });
    await seen.expectQuiet();
  }
});

test('last year’s report, reasons and remarks run nothing either', async ({ baseURL, page }) => {
  test.setTimeout(180_000);
  const hostile = await hostileFile(page);
  const before = { ...hostile.json, year: 2024, status: 'draft' };
  const seen = watch(page, baseURL ?? '');
  await beginReport(page, { name: '某县财政局', type: '地方政府部门', year: 2025 });
  await page.getByLabel('选择2024年年报文件').setInputFiles({
    name: '<svg onload=hit=1>.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(before)),
  });
  await expect(page.getByText(/2024年/).first()).toBeVisible();
  for (const section of ['overview', 'requests', 'problems', 'check'] as const) {
    await openSection(page, section);
  }
  await seen.expectQuiet();
});

/** The fragment as the copy of a web site's editor would get it. */
test('what is copied for a web site carries no live markup', async ({ baseURL, browser, page }) => {
  test.setTimeout(120_000);
  const hostile = await hostileFile(page);
  await openEdited(page, 'a.json', hostile.text);
  await openSection(page, 'preview');
  await page.evaluate(() => {
    document.addEventListener('copy', (event) => {
      window.name = event.clipboardData?.getData('text/html') ?? '';
    });
    const set = DataTransfer.prototype.setData;
    DataTransfer.prototype.setData = function (type, text) {
      if (type === 'text/html') window.name = text;
      return set.call(this, type, text);
    };
  });
  await page.getByRole('button', { name: '复制到网站编辑器' }).click();
  await expect(page.getByText('已复制，到网站编辑器里粘贴。')).toBeVisible();
  const copied = await page.evaluate(() => window.name);
  expect(copied).toContain('onerror');
  const editor = await (await browser.newContext()).newPage();
  const seen = watch(editor, baseURL ?? '');
  await editor.setContent(`<!doctype html><meta charset="utf-8"><body>${copied}`);
  await expect(editor.locator('table').first()).toBeVisible();
  expect(await editor.locator('img, svg, script, iframe, style, link, form, input').count()).toBe(
    0,
  );
  await seen.expectQuiet();
});
