/**
 * The whole report of 大渡口 2019: its three tables as they stand in its text – heads scattered, a total
 * one column off, blanks where 0 is meant – by three pastes and at most ten keys, without a mouse.
 */
import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { balance, beginReport, fixture, pasteReal, SECTIONS } from './support/clerk.ts';

const MOST_KEYS = 10;

/** A keyboard that counts; pasting is counted apart. */
function countingHands(page: Page) {
  let keys = 0;
  let pastes = 0;
  return {
    counted: () => ({ keys, pastes }),
    press: async (key: string) => {
      keys += 1;
      await page.keyboard.press(key);
    },
    paste: async (text: string) => {
      pastes += 1;
      await pasteReal(page, text);
    },
  };
}

function asItStands(table: string): string {
  const path = new URL(`./fixtures/dadukou-2019-tables/${table}.txt`, import.meta.url);
  return readFileSync(path, 'utf8');
}

/** What stands in the table on screen, computed figures too, by row and column. */
function shownTable(page: Page): Promise<Record<string, Record<string, string>>> {
  return page.getByRole('main').evaluate((main) => {
    const rows: Record<string, Record<string, string>> = {};
    for (const cell of main.querySelectorAll<HTMLElement>('[data-address]')) {
      // Tables that were seen before stay in the page, out of sight.
      if (!cell.offsetParent) continue;
      const [, row = '', column = ''] = cell.dataset.address?.split('/') ?? [];
      const text = cell instanceof HTMLInputElement ? cell.value : (cell.textContent ?? '');
      rows[row] = { ...rows[row], [column]: String(Number(text)) };
    }
    return rows;
  });
}

/** The figures of the report; an applicant left blank in a row whose total is 0 is none. */
function figures(table: string): Record<string, Record<string, string>> {
  const rows = Object.entries(fixture('dadukou-2019').tables[table] ?? {});
  return Object.fromEntries(
    rows.map(([row, columns]) => [
      row,
      Object.fromEntries(
        Object.entries(columns).map(([column, figure]) => [column, String(Number(figure ?? 0))]),
      ),
    ]),
  );
}

function heading(page: Page, section: keyof typeof SECTIONS) {
  return page.getByRole('heading', { level: 1, name: SECTIONS[section] });
}

test('the whole report of 大渡口 2019 by three pastes and ten keys', async ({ page }) => {
  await beginReport(page, { name: '大渡口区经信委', type: '地方政府部门', year: 2019 });
  const hands = countingHands(page);
  const preview = page.getByRole('dialog', { name: /^粘贴到/ });

  await hands.press('Alt+PageDown');
  await expect(heading(page, 'overview')).toBeVisible();
  await hands.press('Alt+PageDown');
  await expect(heading(page, 'proactive')).toBeVisible();
  await hands.paste(asItStands('proactive'));
  await expect(preview).toBeVisible();
  await hands.press('Enter');
  await expect(preview).toBeHidden();
  await expect.poll(() => shownTable(page)).toEqual(figures('proactive'));

  await hands.press('Alt+PageDown');
  await expect(heading(page, 'requests')).toBeVisible();
  await hands.paste(asItStands('requests'));
  await expect(preview.getByRole('checkbox', { name: /^有的行只写了 0/ })).toBeFocused();
  await hands.press('Space');
  await hands.press('Enter');
  await expect(preview).toBeHidden();
  await expect.poll(() => shownTable(page)).toEqual(figures('requests'));
  await expect(balance(page, '总计')).toContainText('0 ＝ 0 ✓');

  await hands.press('Alt+PageDown');
  await expect(heading(page, 'disputes')).toBeVisible();
  await hands.paste(asItStands('disputes'));
  await expect(preview).toBeVisible();
  await hands.press('Enter');
  await expect(preview).toBeHidden();
  await expect.poll(() => shownTable(page)).toEqual(figures('disputes'));

  const { keys, pastes } = hands.counted();
  expect(pastes).toBe(3);
  expect(keys).toBeLessThanOrEqual(MOST_KEYS);
});
