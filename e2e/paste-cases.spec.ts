/**
 * Every way figures come in by paste, through a real clipboard: what the preview says, the exact cells
 * that change, and that one undo takes all of it back. One page serves all cases of a table.
 */
import { expect, type Page, test } from '@playwright/test';
import { PASTE_CASES, type PasteCase, type Sheet } from './fixtures/paste-cases.ts';
import { beginReport, cell, openSection, pasteReal } from './support/clerk.ts';

type Rows = Record<string, string>;

/** The figures of the table on screen by row, parted by blanks, a dot for a blank; blank rows left out. */
function shownRows(page: Page): Promise<Rows> {
  return page.getByRole('main').evaluate((main) => {
    const rows: Record<string, string> = {};
    for (const input of main.querySelectorAll<HTMLInputElement>('input[data-address]')) {
      const row = input.dataset.address?.split('/')[1] ?? '';
      rows[row] = `${rows[row] ?? ''} ${input.value || '.'}`.trim();
    }
    return Object.fromEntries(Object.entries(rows).filter(([, texts]) => /[^. ]/.test(texts)));
  });
}

async function answer(page: Page, { yes = [], tells = [] }: PasteCase): Promise<boolean> {
  const preview = page.getByRole('dialog', { name: /^粘贴到/ });
  await expect(preview).toBeVisible();
  for (const told of tells) await expect(preview.getByText(told).first()).toBeVisible();
  for (const question of yes) {
    await preview.getByRole('checkbox', { name: question }).focus();
    await page.keyboard.press('Space');
  }
  const fills = await preview.getByRole('button', { name: /^填入/ }).isEnabled();
  await page.keyboard.press(fills ? 'Enter' : 'Escape');
  await expect(preview).toBeHidden();
  return fills;
}

async function typeBefore(page: Page, typed: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(typed)) {
    await cell(page, name).focus();
    await page.keyboard.type(text);
  }
}

async function judge(page: Page, given: PasteCase): Promise<void> {
  const { typed = {}, expected } = given;
  await typeBefore(page, typed);
  const before = await shownRows(page);
  const first = page.getByRole('main').getByRole('textbox').first();
  await (given.at ? cell(page, given.at) : first).focus();
  for (const key of given.marks ?? []) await page.keyboard.press(key);
  await pasteReal(page, given.text, given.html);
  const isFilled = await answer(page, given);
  expect(await shownRows(page)).toEqual(expected);
  if (isFilled) await page.keyboard.press('Control+z');
  await expect.poll(() => shownRows(page)).toEqual(before);
  for (const _ of Object.keys(typed)) await page.keyboard.press('Control+z');
  await expect.poll(() => shownRows(page)).toEqual({});
}

for (const sheet of [...new Set(PASTE_CASES.map((one) => one.sheet))] as readonly Sheet[]) {
  test.describe(sheet, () => {
    test.describe.configure({ mode: 'default' });
    let page: Page;
    test.beforeAll(async ({ browser, baseURL }) => {
      page = await browser.newPage({ baseURL: baseURL ?? '', serviceWorkers: 'block' });
      const [section, format] = sheet.split(' ') as ['proactive' | 'requests' | 'disputes', string];
      const year = format === '2019' ? 2019 : 2025;
      await beginReport(page, { name: '某市人民政府', type: '设区的市、自治州人民政府', year });
      await openSection(page, section);
    });
    test.afterAll(() => page.close());
    for (const given of PASTE_CASES.filter((one) => one.sheet === sheet)) {
      test(given.name, () => judge(page, given));
    }
  });
}
