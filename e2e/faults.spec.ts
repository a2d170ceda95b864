/** Storage that fails, one way after another: what was typed stays, and the clerk is told what to do. */
import { expect, type Page, test } from '@playwright/test';
import { beginReport, cell, exportFile, openSection } from './support/clerk.ts';

const REPORT = { name: '某县财政局', type: '地方政府部门', year: 2025 } as const;
const FIRST = '三、（一）予以公开 · 自然人';

async function typeOneCell(page: Page): Promise<void> {
  await beginReport(page, REPORT);
  await openSection(page, 'requests');
  await cell(page, FIRST).fill('12');
}

/** Changes the text of every stored slot, without the program knowing. */
async function alterRecords(page: Page, alter: 'cut' | 'newer'): Promise<void> {
  await page.evaluate((how) => {
    for (const key of Object.keys(localStorage).filter((one) => one.includes('/draft/'))) {
      const text = localStorage.getItem(key) ?? '';
      const altered =
        how === 'cut' ? text.slice(0, 200) : text.replace('"version":1', '"version":9');
      localStorage.setItem(key, altered);
    }
  }, alter);
}

test('storage really full: the clerk is told, works on, exports, and a reload brings all back', async ({
  page,
}) => {
  await typeOneCell(page);
  await page.evaluate(() => {
    for (let size = 4 * 1024 * 1024; size > 0; size = Math.floor(size / 2)) {
      try {
        localStorage.setItem(`other/${size}`, 'x'.repeat(size));
      } catch {
        // So much does not fit; half of it may.
      }
    }
  });
  await openSection(page, 'overview');
  const text = '满'.repeat(5000);
  await page.getByRole('textbox', { name: '一、总体情况' }).fill(text);
  await expect(page.getByRole('alert')).toContainText('浏览器不让保存，修改只存了备用的一份');
  await openSection(page, 'preview');
  const file = await exportFile(page, /导出上报文件/);
  expect(JSON.parse(file.text).narrative.overview).toBe(text);
  await openSection(page, 'overview');
  await page.reload();
  await expect(page.getByRole('textbox', { name: '一、总体情况' })).toHaveValue(text);
});

test('storage blocked altogether: a report is written in memory and exported, and leaving asks', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const refuse = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    Object.defineProperty(window, 'localStorage', { get: refuse });
    Object.defineProperty(window, 'indexedDB', { get: refuse });
  });
  await typeOneCell(page);
  await expect(page.getByRole('alert')).toContainText('浏览器不让保存，刚才的修改还没有存下');
  await openSection(page, 'preview');
  const file = await exportFile(page, /导出上报文件/);
  expect(JSON.parse(file.text).tables.requests.granted.naturalPerson).toBe(12);
  const asked = page.waitForEvent('dialog');
  const leaving = page.close({ runBeforeUnload: true });
  expect((await asked).type()).toBe('beforeunload');
  await (await asked).accept();
  await leaving;
});

test('leaving asks nothing while everything is saved', async ({ page }) => {
  let asked = 0;
  page.on('dialog', (dialog) => {
    asked += 1;
    return dialog.accept();
  });
  await typeOneCell(page);
  await page.close({ runBeforeUnload: true });
  expect(asked).toBe(0);
});

test('both slots cut short: the draft comes back from its second copy and says so', async ({
  page,
}) => {
  await typeOneCell(page);
  await alterRecords(page, 'cut');
  await page.reload();
  await expect(cell(page, FIRST)).toHaveValue('12');
  await expect(page.getByText('最后的修改已从备用副本找回')).toBeVisible();
});

test('saved by a newer program: nothing is written over it, and the clerk is told', async ({
  page,
}) => {
  await typeOneCell(page);
  await alterRecords(page, 'newer');
  const newer = await page.evaluate(() => JSON.stringify(localStorage));
  await cell(page, FIRST).fill('13');
  await expect(page.getByRole('alert')).toContainText('这份草稿已由新版年报通保存');
  expect(await page.evaluate(() => JSON.stringify(localStorage))).toBe(newer);
});

test('a clock set back loses nothing: revisions count, not times', async ({ page }) => {
  await page.clock.setFixedTime(new Date('2026-01-20T08:00:00Z'));
  await typeOneCell(page);
  await page.clock.setFixedTime(new Date('2001-01-01T00:00:00Z'));
  await cell(page, FIRST).fill('13');
  await page.reload();
  await expect(cell(page, FIRST)).toHaveValue('13');
});
