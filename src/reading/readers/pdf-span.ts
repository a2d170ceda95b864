/**
 * Which pages of a long PDF are read: the words of every page are looked through for the report, and so
 * many pages are read from where it begins. What is skipped is told.
 */
import type { PdfPageHandle } from './pdf-library.ts';
import { compact } from './plain-text.ts';
import type { Step } from './progress.ts';

/** No report is longer; reading a page whole takes ten times as long as its words. */
export const MOST_PAGES = 80;
/** Beyond them not even the words are looked through. */
export const MOST_LOOKED_THROUGH = 3000;
/** So many pages before its tables a report may begin. */
const BEFORE_TABLES = 20;

const TABLE = /勾稽关系|申请人情况|本年度?新收政府信息公开申请/;
const TITLE = /政府信息公开(?:工作)?年度报告/;

export interface PageSpan {
  readonly from: number;
  readonly to: number;
  /** A sentence of each stretch that is not read. */
  readonly skipped: readonly string[];
}

/** The words of a page without blanks. */
export async function textOfPage(page: PdfPageHandle): Promise<string> {
  const { items } = await page.getTextContent();
  page.cleanup();
  return compact(items.map(({ str = '' }) => str).join(''));
}

/** The first page of the report whose tables begin on page `table`: where its title was last seen. */
function firstPage(titles: readonly number[], table: number): number {
  const near = titles.filter((page) => page <= table && page > table - BEFORE_TABLES);
  return near[0] ?? Math.max(1, table - BEFORE_TABLES + 1);
}

/** The pages to read of so many. */
export async function pagesToRead(
  count: number,
  textOf: (page: number) => Promise<string>,
  step: Step,
): Promise<PageSpan> {
  if (count <= MOST_PAGES) return { from: 1, to: count, skipped: [] };
  const last = Math.min(count, MOST_LOOKED_THROUGH);
  const titles: number[] = [];
  let table: number | undefined;
  for (let page = 1; page <= last && table === undefined; page += 1) {
    await step({ done: page - 1, of: last });
    const text = await textOf(page);
    if (TITLE.test(text)) titles.push(page);
    if (TABLE.test(text)) table = page;
  }
  const seen = table === undefined ? (titles[0] ?? 1) : firstPage(titles, table);
  // A report that is seen to begin within the limit is read with all that stands before it.
  const from = seen + BEFORE_TABLES <= MOST_PAGES ? 1 : seen;
  const to = Math.min(count, from + MOST_PAGES - 1);
  const stretch = (first: number, end: number) =>
    first <= end ? [`这个 PDF 共 ${count} 页，第 ${first}–${end} 页没有读`] : [];
  return { from, to, skipped: [...stretch(1, from - 1), ...stretch(to + 1, count)] };
}
