/** What a clerk does, in the clerk's words: used by every story, so that stories read as such. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, type Locator, type Page } from '@playwright/test';

export type Figures = Record<string, Record<string, Record<string, number | string | null>>>;

export interface Fixture {
  readonly year: number;
  readonly format: string;
  readonly tables: Figures;
}

/** The true figures of a real report. */
export function fixture(name: 'dadukou-2019' | 'city-2025'): Fixture {
  const path = new URL(`../fixtures/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(path, 'utf8')) as Fixture;
}

export const SECTIONS = {
  basics: '基本信息',
  overview: '一、总体情况',
  proactive: '二、主动公开政府信息情况',
  requests: '三、收到和处理政府信息公开申请情况',
  disputes: '四、政府信息公开行政复议、行政诉讼情况',
  problems: '五、存在的主要问题及改进情况',
  other: '六、其他需要报告的事项',
  check: '核对',
  preview: '预览与导出',
} as const;

export interface NewReport {
  readonly name: string;
  readonly type: string;
  readonly year: number;
}

/** Begins a report from the desk. */
export function beginReport(page: Page, report: NewReport): Promise<void> {
  return beginReportAt(page, './', report);
}

/** Begins a report from the desk at an address. */
export async function beginReportAt(
  page: Page,
  address: string,
  { name, type, year }: NewReport,
): Promise<void> {
  await page.goto(address);
  await page.getByRole('button', { name: '新建年报' }).click();
  const dialog = page.getByRole('dialog', { name: '新建年报' });
  await dialog.getByLabel('机关名称').fill(name);
  await dialog.getByLabel('机关类型').selectOption({ label: type });
  await dialog.getByLabel('报告年度').selectOption(String(year));
  await dialog.getByRole('button', { name: '开始填写' }).click();
  await expect(page.getByRole('heading', { level: 1, name: SECTIONS.basics })).toBeVisible();
}

/** Opens a part of the report from the guide on the left. */
export async function openSection(page: Page, section: keyof typeof SECTIONS): Promise<void> {
  const guide = page.getByRole('navigation', { name: '年报各部分' });
  await guide.getByRole('link', { name: SECTIONS[section] }).click();
  await expect(page.getByRole('heading', { level: 1, name: SECTIONS[section] })).toBeVisible();
}

/** The input of an entered cell, by its spoken name: 「三、（一）予以公开 · 自然人」. */
export function cell(page: Page, name: string): Locator {
  return page.getByRole('textbox', { name, exact: true });
}

/** The sum shown in a computed cell. */
export function total(page: Page, name: string): Locator {
  return page.getByRole('status', { name, exact: true });
}

/** Findings as one reads them beside the work. */
export function findings(page: Page): Locator {
  return page.getByRole('complementary', { name: '核对结果' });
}

/** The state of one column of the balance. */
export function balance(page: Page, column: string): Locator {
  return page
    .getByRole('region', { name: '勾稽关系' })
    .getByRole('button', { name: new RegExp(`^${column} `) });
}

/** Types into the cells of the table on screen in their order, from the keyboard alone. */
export async function typeDownTheTable(page: Page, texts: readonly string[]): Promise<void> {
  const inputs = page.getByRole('main').getByRole('textbox');
  await expect(inputs).toHaveCount(texts.length);
  await inputs.first().focus();
  for (const text of texts) {
    await page.keyboard.type(text);
    await page.keyboard.press('Tab');
  }
}

/** The figures of a table in the order of its cells, totals left out. */
export function entered(tables: Figures, table: string): string[] {
  return Object.entries(tables[table] ?? {})
    .filter(([row]) => row !== 'concluded')
    .flatMap(([, columns]) => Object.entries(columns).filter(([column]) => column !== 'total'))
    .map(([, figure]) => String(figure));
}

export interface ExportedFile {
  readonly name: string;
  readonly text: string;
}

/** Saves a file from the hand-over and gives its name and where it lies. */
export async function exportBytes(
  page: Page,
  button: string | RegExp,
): Promise<{ readonly name: string; readonly path: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  return { name: download.suggestedFilename(), path: await download.path() };
}

/** Saves a file from the hand-over and gives its name and text. */
export async function exportFile(page: Page, button: string | RegExp): Promise<ExportedFile> {
  const { name, path } = await exportBytes(page, button);
  return { name, text: readFileSync(path, 'utf8') };
}

export async function waitUntilSaved(page: Page): Promise<void> {
  await expect(page.getByText(/已保存 \d\d:\d\d · 仅在本机/)).toBeVisible();
}

/**
 * Puts text and HTML into the clipboard letter for letter, as another program would, and pastes them
 * where the focus is. The clipboard's own interface would clean the HTML; a copy event does not.
 */
export async function pasteReal(page: Page, text: string, html = ''): Promise<void> {
  await page.evaluate(
    ([plain, rich]) => {
      const fill = (event: ClipboardEvent) => {
        event.preventDefault();
        event.stopImmediatePropagation();
        event.clipboardData?.setData('text/plain', plain);
        if (rich) event.clipboardData?.setData('text/html', rich);
      };
      document.addEventListener('copy', fill, { capture: true, once: true });
    },
    [text, html] as const,
  );
  await page.keyboard.press('Control+c');
  await page.keyboard.press('Control+v');
}

/** Opens the text of an exported page alone, as a double-click on the file does; gives its address. */
export async function openAlone(page: Page, text: string, name = '年报.html'): Promise<string> {
  const path = join(mkdtempSync(join(tmpdir(), 'nianbaotong-alone-')), name);
  writeFileSync(path, text);
  const address = pathToFileURL(path).href;
  await page.goto(address);
  return address;
}
