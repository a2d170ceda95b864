/**
 * Hostile markup on the clipboard and in foreign files: pasted into a table, pasted as a whole report,
 * opened as page, Word, Excel and text, under a hostile name and at a hostile address.
 */

import { expect, type Page, test } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import { packageOf, workbookParts } from '../src/reading/readers/office-files.fixture.ts';
import { HOSTILE_TEXTS, watch } from './support/canary.ts';
import { beginReport, cell, openSection } from './support/clerk.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

const FIRST = '一、本年新收政府信息公开申请数量 · 自然人';

/** Puts text and markup on the real clipboard, unaltered, as another program does. */
async function fillClipboard(page: Page, html: string, text: string): Promise<void> {
  await page.evaluate(
    ([rich, plain]) => {
      const fill = (event: ClipboardEvent) => {
        event.clipboardData?.setData('text/html', rich);
        event.clipboardData?.setData('text/plain', plain);
        event.preventDefault();
        event.stopImmediatePropagation();
      };
      document.addEventListener('copy', fill, true);
      document.execCommand('copy');
      document.removeEventListener('copy', fill, true);
    },
    [html, text] as const,
  );
}

function tableWith(text: string): string {
  return `<meta charset='utf-8'><table><tr><td>${text}</td><td>5</td></tr><tr><td>1</td><td>2</td></tr></table>`;
}

test('a table pasted with live markup shows it as text, or not at all', async ({
  baseURL,
  page,
}) => {
  test.setTimeout(180_000);
  await beginReport(page, { name: '某县财政局', type: '地方政府部门', year: 2025 });
  await openSection(page, 'requests');
  const seen = watch(page, baseURL ?? '');
  const preview = page.getByRole('dialog', { name: /^粘贴到/ });
  // The real clipboard, with the worst of all at once.
  const together = HOSTILE_TEXTS.map(tableWith).join('');
  const tabbed = HOSTILE_TEXTS.map((text) => `${text.replace(/\s/g, ' ')}\t5`).join('\n');
  for (const html of [together, '']) {
    await fillClipboard(page, html, tabbed);
    await cell(page, FIRST).focus();
    await page.keyboard.press('Control+v');
    await expect(preview).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(preview).toBeHidden();
    await seen.expectQuiet();
  }
  // Every one for itself, by the event a clipboard gives.
  const unheard = await page.evaluate(
    async (texts) => {
      const input = document.activeElement as HTMLInputElement;
      const until = async (isDone: () => boolean) => {
        for (let turn = 0; turn < 200 && !isDone(); turn += 1) {
          await new Promise((resolve) => setTimeout(resolve, 10));
        }
        return isDone();
      };
      const missed: string[] = [];
      const isOpen = () => document.querySelector('dialog') !== null;
      for (const [text, html] of texts) {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', `${text}\t5\n1\t2`);
        clipboardData.setData('text/html', html);
        const how = { clipboardData, bubbles: true, cancelable: true };
        input.dispatchEvent(new ClipboardEvent('paste', how));
        if (!(await until(isOpen))) missed.push(text);
        const close = [...document.querySelectorAll('dialog button')].pop();
        if (close instanceof HTMLElement) close.click();
        await until(() => !isOpen());
      }
      return missed;
    },
    HOSTILE_TEXTS.map((text) => [text, tableWith(text)] as const),
  );
  expect(unheard).toEqual([]);
  await seen.expectQuiet();
});

/** A small report as a web page, with a text where words, a head, a cell and a figure stand. */
function pageWith(text: string): string {
  return `<!doctype html><html><head><meta charset="utf-8"><title>${text}</title></head><body>
<h1>某县财政局2025年政府信息公开工作年度报告</h1><h2>一、总体情况</h2><p>${text}</p>
<h2>三、收到和处理政府信息公开申请情况</h2><table><tr><td>（本列数据的勾稽关系为）</td><td>自然人</td>
<td>商业企业</td><td>科研机构</td><td>社会公益组织</td><td>法律服务机构</td><td>其他</td><td>总计</td></tr>
<tr><td>一、本年新收政府信息公开申请数量</td><td>${text}</td><td>1</td><td>0</td><td>0</td><td>0</td><td>0</td>
<td>1</td></tr></table><h2>六、其他需要报告的事项</h2><p>${text}</p></body></html>`;
}

function escaped(text: string): string {
  // XML has no place for most control characters.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
  const allowed = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
  return allowed.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

const HEAD = ['某县财政局2025年政府信息公开工作年度报告', '一、总体情况'];
const TABLE = ['三、收到和处理政府信息公开申请情况'];
const ROW = ['一、本年新收政府信息公开申请数量', '1', '0', '0', '0', '0', '0', '1'];
/** Those that a text may hold without being taken for a page. */
const PLAIN_TEXTS = HOSTILE_TEXTS.filter(
  (text) => !/<(?:table|div|body|p)[\s>]|<!doctype|<html|<\?xml/i.test(text),
);

function plainReport(separator: string): string {
  const end = [ROW.join(separator), '六、其他需要报告的事项', '没有。'];
  return [...HEAD, ...PLAIN_TEXTS, ...TABLE, ...end].join('\n');
}

function wordFile(): Uint8Array {
  const paragraph = (text: string) => `<w:p><w:r><w:t>${escaped(text)}</w:t></w:r></w:p>`;
  const rowOf = (texts: readonly string[]) =>
    `<w:tr>${texts.map((text) => `<w:tc>${paragraph(text)}</w:tc>`).join('')}</w:tr>`;
  const table = `<w:tbl>${rowOf(ROW)}${rowOf(HOSTILE_TEXTS.slice(0, 100))}</w:tbl>`;
  const paragraphs = [...HEAD, ...HOSTILE_TEXTS, ...TABLE].map(paragraph);
  const xml = `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY e SYSTEM "http://x.test/e">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraphs.join('')}${table}</w:body></w:document>`;
  return zipSync({ 'word/document.xml': strToU8(xml) });
}

function excelFile(): Uint8Array {
  const cellXml = (text: string, row: number, column = 'A') =>
    `<c r="${column}${row}" t="inlineStr"><is><t>${escaped(text)}</t></is></c>`;
  const texts = [...HEAD, ...HOSTILE_TEXTS, ...TABLE];
  const last = ROW.map((text, at) => cellXml(text, texts.length + 1, 'ABCDEFGH'[at]));
  const rows = [...texts.map((text, at) => cellXml(text, at + 1)), last.join('')].map(
    (cells) => `<row>${cells}</row>`,
  );
  const xml = `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows.join('')}</sheetData></worksheet>`;
  return packageOf({
    ...workbookParts([{ name: '表', xml: '' }]),
    'xl/worksheets/sheet1.xml': xml,
  });
}

const NAME = '<img src=x onerror=hit=1>';

async function settleAll(page: Page): Promise<number> {
  const dismiss = page.getByRole('button', { name: '不要了' });
  let shown = 0;
  const told = page.getByRole('alert').filter({ hasText: '。' });
  await expect(dismiss.or(told).first()).toBeVisible({ timeout: 120_000 });
  await expect(page.getByRole('button', { name: '取消读取' })).toHaveCount(0, { timeout: 120_000 });
  await expect(dismiss.or(page.getByRole('heading', { name: '本机的草稿' }))).toBeVisible();
  for (; await dismiss.isVisible(); shown += 1) await dismiss.click();
  return shown;
}

async function openFiles(
  page: Page,
  files: readonly (readonly [name: string, content: string | Uint8Array])[],
): Promise<number> {
  await page.getByLabel('打开文件').setInputFiles(
    files.map(([name, content]) => ({
      name,
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(content),
    })),
  );
  return settleAll(page);
}

test('foreign pages, Word, Excel and text files with live markup run nothing', async ({
  baseURL,
  page,
}) => {
  test.setTimeout(240_000);
  await page.goto('./');
  const seen = watch(page, baseURL ?? '');
  const pages = HOSTILE_TEXTS.map((text, at) => [`${NAME}${at}.html`, pageWith(text)] as const);
  for (let from = 0; from < pages.length; from += 48) {
    const some = pages.slice(from, from + 48);
    // A text may swallow the report, but not most of them.
    expect(await openFiles(page, some)).toBeGreaterThan(some.length / 3);
  }
  await seen.expectQuiet();
  const others = [
    [`${NAME}.docx`, wordFile()],
    [`${NAME}.xlsx`, excelFile()],
    [`${NAME}.txt`, plainReport('\t')],
    [`${NAME}.csv`, plainReport(',')],
  ] as const;
  for (const other of others) expect(await openFiles(page, [other])).toBe(1);
  expect(await openFiles(page, [[`${NAME}.bin`, '\u0000\u0001\u0002']])).toBe(0);
  await expect(page.getByRole('alert')).toContainText(NAME);
  await seen.expectQuiet();
});

test('a report pasted with live markup is read as text', async ({ baseURL, page }) => {
  test.setTimeout(180_000);
  await page.goto('./');
  const seen = watch(page, baseURL ?? '');
  for (const text of HOSTILE_TEXTS.filter((_, at) => at % 12 === 0)) {
    await page.getByRole('button', { name: '粘贴年报' }).click();
    await fillClipboard(page, pageWith(text), text);
    await page.getByLabel(/全选、复制年报/).focus();
    await page.keyboard.press('Control+v');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await settleAll(page);
  }
  await page.getByRole('button', { name: '粘贴年报' }).click();
  await fillClipboard(page, '', plainReport('\t'));
  await page.getByLabel(/全选、复制年报/).focus();
  await page.keyboard.press('Control+v');
  await page.getByRole('button', { name: '读取' }).click();
  await expect(page.getByRole('heading', { name: '核对读取结果' })).toBeVisible();
  await expect(page.getByText('onerror').first()).toBeVisible();
  await seen.expectQuiet();
});

test('no address runs anything', async ({ baseURL, page }) => {
  test.setTimeout(120_000);
  await page.goto('./');
  const seen = watch(page, baseURL ?? '');
  await page.evaluate(async (texts) => {
    for (const text of texts) {
      for (const kind of ['draft', 'sample', 'years', 'x']) {
        window.location.hash = `#/${kind}/${encodeURIComponent(text)}/${encodeURIComponent(text)}`;
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      window.location.hash = `#${text}`;
    }
  }, HOSTILE_TEXTS);
  await seen.expectQuiet();
});
