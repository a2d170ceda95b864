/** A keystroke changes what depends on it and leaves all other cells alone. */
import { expect, type Page, test } from '@playwright/test';
import { checkAll } from '../src/checks/check-all.ts';
import { FORMAT_2021 } from '../src/formats/format-2021.ts';
import { STATUTORY_FORMATS } from '../src/formats/registry.ts';
import { applyChange, fillBlanks } from '../src/report/change.ts';
import { newReport, type RawReport } from '../src/report/raw-report.ts';
import { understand } from '../src/report/report.ts';
import { beginReport, cell, openSection, total } from './support/clerk.ts';

/** Of the figures, the balance and the words of findings that a digit changes; no more of the page. */
const MOST_RECORDS = 12;

const A_MINUTE = 60_000;
/** Some frames of the page, and less than anything waits for typing to rest; in milliseconds. */
const FRAMES = 100;

/** Once every task the page has set itself so far is done. */
async function tasksDone(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve();
        port2.postMessage('');
      }),
  );
}

test('a digit touches only its sums: no other cell of the table is written', async ({ page }) => {
  // The clock is the test's: what waits for typing to rest waits until the test lets it, on any machine.
  await page.clock.install();
  await page.goto('./#/sample/2021/requests');
  const granted = cell(page, '三、（一）予以公开 · 商业企业');
  await granted.focus();
  await page.keyboard.type('7');
  await expect(total(page, '三、（一）予以公开 · 总计')).toHaveText('19');
  await page.clock.pauseAt(Date.now() + A_MINUTE);
  await page.clock.runFor(A_MINUTE);
  await tasksDone(page);
  await page.evaluate(() => {
    const state = window as unknown as { touched: Set<string>; records: number; ofPage: number };
    state.touched = new Set();
    state.records = 0;
    state.ofPage = 0;
    const table = document.querySelector('main table');
    if (!table) throw new Error('no table');
    const everything = { subtree: true, childList: true, characterData: true, attributes: true };
    new MutationObserver((records) => {
      for (const { target } of records) {
        const element = target instanceof Element ? target : target.parentElement;
        const own = element?.closest('td')?.querySelector('[aria-label]');
        state.touched.add(own?.getAttribute('aria-label') ?? String(element?.tagName));
        state.records += 1;
      }
    }).observe(table, everything);
    new MutationObserver((records) => {
      state.ofPage += records.length;
    }).observe(document, everything);
  });
  await page.keyboard.type('7');
  await page.clock.runFor(FRAMES);
  await tasksDone(page);
  await expect(total(page, '三、（一）予以公开 · 总计')).toHaveText('89');
  const { touched, records, ofPage } = await page.evaluate(() => {
    const state = window as unknown as { touched: Set<string>; records: number; ofPage: number };
    return { touched: [...state.touched].sort(), records: state.records, ofPage: state.ofPage };
  });
  const sums = ['三、（一）予以公开 · 总计', '三、（七）总计 · 商业企业', '三、（七）总计 · 总计'];
  expect(touched).toEqual(expect.arrayContaining(sums));
  expect([...sums, '三、（一）予以公开 · 商业企业']).toEqual(expect.arrayContaining(touched));
  expect(records).toBeLessThanOrEqual(6);
  expect(ofPage).toBeGreaterThan(records);
  expect(ofPage).toBeLessThanOrEqual(MOST_RECORDS);
});

/** Cells in which figures make findings come and go, with what is typed into them one after another. */
const TYPED = [
  ['四、结转下年度继续办理 · 科研机构', '9'],
  ['一、本年新收政府信息公开申请数量 · 商业企业', '7'],
  ['三、（一）予以公开 · 自然人', '3件'],
  ['四、结转下年度继续办理 · 科研机构', '0'],
  ['二、上年结转政府信息公开申请数量 · 其他', ''],
  ['三、（一）予以公开 · 自然人', '30'],
  ['三、（二）部分公开（区分处理的，只计这一情形，不计其他情形） · 自然人', '1.5'],
] as const;

/** What the core finds in the section as the report is now, as it is listed: all gaps in one line. */
function found(raw: RawReport): readonly string[] {
  const own = checkAll(understand(raw, FORMAT_2021), 'drafting').filter(
    ({ section }) => section === 'requests',
  );
  const problems = own.filter(({ severity }) => severity !== 'unfilled');
  const gaps = own.length > problems.length ? ['未填'] : [];
  return [...problems.map(({ problem }) => problem), ...gaps];
}

test('the findings beside the work are, key after key, those of the report opened anew', async ({
  page,
}) => {
  const agency = { name: '某市水务局', type: 'department' } as const;
  let raw = newReport(STATUTORY_FORMATS, agency, 2025)!;
  raw = applyChange(raw, fillBlanks(raw, FORMAT_2021, 'requests'), STATUTORY_FORMATS).raw;
  await beginReport(page, { name: '某市水务局', type: '地方政府部门', year: 2025 });
  await openSection(page, 'requests');
  await page.getByRole('button', { name: '本表空格填 0' }).click();
  const list = page.getByRole('complementary', { name: '核对结果' });
  for (const [name, text] of TYPED) {
    await cell(page, name).fill(text);
    const address = await cell(page, name).getAttribute('data-address');
    const typed = { kind: 'cells', texts: { [address ?? '']: text } } as const;
    raw = applyChange(raw, typed, STATUTORY_FORMATS).raw;
    const expected = found(raw).map((problem) => expect.stringContaining(problem));
    // The rules that read the words are judged a moment later.
    await expect.poll(() => list.getByRole('listitem').allTextContents()).toEqual(expected);
    const painted = await list.ariaSnapshot();
    await page.reload();
    await expect(cell(page, name)).toHaveValue(text);
    await expect.poll(() => list.ariaSnapshot()).toBe(painted);
  }
  expect(await list.getByRole('listitem').count()).toBeGreaterThan(2);
});
