/**
 * One way after another to lose a draft: what was typed stays, and the clerk is told what to do. The
 * numbers are those of the catalogue in docs/promises.md.
 */
import { expect, type Page, test } from '@playwright/test';
import { beginReport, cell, exportFile, openSection, total } from './support/clerk.ts';

const REPORT = { name: '某县财政局', type: '地方政府部门', year: 2025 } as const;
const FIRST = '三、（一）予以公开 · 自然人';

async function typeOneCell(page: Page): Promise<void> {
  await beginReport(page, REPORT);
  await openSection(page, 'requests');
  await cell(page, FIRST).fill('12');
}

/** Waits until a figure is in the storage: a moment after the frame that shows it. */
async function stored(page: Page, figure: string): Promise<void> {
  await expect.poll(async () => JSON.stringify(await records(page))).toContain(`\\"${figure}\\"`);
}

/** Changes the text of every stored slot, without the program knowing. */
async function alterRecords(page: Page, alter: 'cut' | 'newer'): Promise<void> {
  await page.evaluate((how) => {
    for (const key of Object.keys(localStorage).filter((one) => one.includes('/draft/'))) {
      const text = localStorage.getItem(key) ?? '';
      const altered =
        how === 'cut' ? text.slice(0, 200) : text.replace(/"version":\d+/, '"version":9');
      localStorage.setItem(key, altered);
    }
  }, alter);
}

test('F1 storage really full: the clerk is told, works on, exports, and a reload brings all back', async ({
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

test('F3 storage blocked altogether: a report is written in memory and exported, and leaving asks', async ({
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

test('F10 leaving asks nothing while everything is saved', async ({ context, page }) => {
  let asked = 0;
  page.on('dialog', (dialog) => {
    asked += 1;
    return dialog.accept();
  });
  await typeOneCell(page);
  const address = page.url();
  const closed = page.waitForEvent('close');
  await page.close({ runBeforeUnload: true });
  await closed;
  expect(asked).toBe(0);
  const again = await context.newPage();
  await again.goto(address);
  await expect(cell(again, FIRST)).toHaveValue('12');
});

test('F15 both slots cut short: the draft comes back from its second copy and says so', async ({
  page,
}) => {
  await typeOneCell(page);
  await alterRecords(page, 'cut');
  await page.reload();
  await expect(cell(page, FIRST)).toHaveValue('12');
  await expect(page.getByText('最后的修改已从备用副本找回')).toBeVisible();
});

test('F18 saved by a newer program: nothing is written over it, and the clerk is told', async ({
  page,
}) => {
  await typeOneCell(page);
  await alterRecords(page, 'newer');
  const newer = await page.evaluate(() => JSON.stringify(localStorage));
  await cell(page, FIRST).fill('13');
  await expect(page.getByRole('alert')).toContainText('这份草稿已由新版年报通保存');
  expect(await page.evaluate(() => JSON.stringify(localStorage))).toBe(newer);
  await expect(cell(page, FIRST)).toHaveValue('13');
  await openSection(page, 'preview');
  const file = await exportFile(page, /导出上报文件/);
  expect(JSON.parse(file.text).tables.requests.granted.naturalPerson).toBe(13);
});

test('F7 a clock set back loses nothing: revisions count, not times', async ({ page }) => {
  await page.clock.setFixedTime(new Date('2026-01-20T08:00:00Z'));
  await typeOneCell(page);
  await page.clock.setFixedTime(new Date('2001-01-01T00:00:00Z'));
  await cell(page, FIRST).fill('13');
  await page.reload();
  await expect(cell(page, FIRST)).toHaveValue('13');
});

/** Every stored record of a draft, by key. */
function records(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() =>
    Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.includes('/draft/'))),
  );
}

test('F2 a storage that takes a text and keeps nothing of it is not believed', async ({ page }) => {
  await typeOneCell(page);
  await page.evaluate(() => {
    Storage.prototype.setItem = () => undefined;
  });
  await cell(page, FIRST).fill('13');
  await expect(page.getByRole('alert')).toContainText('浏览器不让保存，修改只存了备用的一份');
  await expect(page.getByText(/已保存/)).toHaveCount(0);
  await page.reload();
  await expect(page.getByText('最后的修改已从备用副本找回')).toBeVisible();
  await expect(cell(page, FIRST)).toHaveValue('13');
});

test('F4 half an hour of changes in the browser alone: a file is proposed, and the clerk may put it off', async ({
  page,
}) => {
  const reminder = page.getByText('半小时以来的修改只存在这个浏览器里');
  await page.clock.install({ time: new Date('2026-01-20T08:00:00Z') });
  await typeOneCell(page);
  await page.clock.runFor('29:00');
  await expect(reminder).toHaveCount(0);
  await page.clock.runFor('02:00');
  await expect(reminder).toBeVisible();
  await page.screenshot({ path: 'test-results/export-reminder.png' });
  await page.getByRole('button', { name: '稍后再说' }).click();
  await expect(reminder).toHaveCount(0);
  await page.clock.runFor('31:00');
  await page.getByRole('button', { name: '去导出' }).click();
  await exportFile(page, /导出上报文件/);
  await expect(reminder).toHaveCount(0);
  await page.clock.runFor('59:00');
  await expect(reminder).toHaveCount(0);
});

test('F10 nothing hangs on the page being unloaded: it is written when hidden or left', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const heard: string[] = [];
    Object.defineProperty(window, 'heard', { value: heard });
    const listen = EventTarget.prototype.addEventListener;
    EventTarget.prototype.addEventListener = function (...args) {
      if (this === window || this === document) heard.push(args[0]);
      return listen.apply(this, args);
    };
  });
  await typeOneCell(page);
  const heard = await page.evaluate(() => Reflect.get(window, 'heard') as string[]);
  expect(heard).toEqual(expect.arrayContaining(['pagehide', 'visibilitychange']));
  expect(heard).not.toContain('unload');
});

test('F12 the page crashes: the draft is there in the next tab', async ({ context, page }) => {
  await typeOneCell(page);
  await stored(page, '12');
  const address = page.url();
  const crashed = page.waitForEvent('crash');
  page.goto('chrome://crash').catch(() => undefined);
  await crashed;
  const again = await context.newPage();
  await again.goto(address);
  await expect(cell(again, FIRST)).toHaveValue('12');
});

test('F13 what is typed is stored while the cell still has the focus', async ({ page }) => {
  await typeOneCell(page);
  await cell(page, FIRST).focus();
  await page.keyboard.type('77');
  await expect(cell(page, FIRST)).toBeFocused();
  await stored(page, '1277');
});

test('F15 a half-written slot: the other one counts, and what was half written is kept', async ({
  page,
}) => {
  await typeOneCell(page);
  await cell(page, FIRST).fill('13');
  await page.evaluate(() => {
    const [key = ''] = Object.keys(localStorage).filter((one) => one.includes('/draft/'));
    localStorage.setItem(key, '{"app":"nianbaotong","ver');
  });
  await page.reload();
  await expect(cell(page, FIRST)).toHaveValue('13');
  await cell(page, FIRST).fill('14');
  await cell(page, FIRST).fill('15');
  await page.reload();
  await expect(cell(page, FIRST)).toHaveValue('15');
  const kept = await page.evaluate(() =>
    Object.entries(localStorage).filter(([key]) => key.includes('/kept/')),
  );
  expect(kept.map(([, text]) => text)).toEqual(['{"app":"nianbaotong","ver']);
});

test('F16 a draft the program breaks on: the safe mode hands it out, and the others go on', async ({
  page,
}) => {
  await typeOneCell(page);
  await page.addInitScript(() => {
    // As a bug in the list of drafts would: every start ends in it.
    const make = Document.prototype.createElement;
    Document.prototype.createElement = function (this: Document, ...args: [string]) {
      if (args[0] === 'table') throw new Error('broken');
      return make.apply(this, args);
    } as typeof make;
  });
  await page.goto('about:blank');
  await page.goto('./');
  await expect(page.getByRole('heading', { name: '程序出了错，已停在这里' })).toBeVisible();
  await page.getByRole('link', { name: '安全模式' }).click();
  await expect(page.getByRole('heading', { name: '安全模式' })).toBeVisible();
  const file = await exportFile(page, /^下载 某县财政局 2025年/);
  expect(JSON.parse(file.text).kind).toBe('nianbaotong-backup');
  expect(file.text).toMatch(/requests\/granted\/naturalPerson\W+12\b/);
  await page.screenshot({ path: 'test-results/safe-mode.png' });
  await page.getByRole('button', { name: /^删除 某县财政局/ }).click();
  await expect(page.getByText('这个浏览器里没有草稿。')).toBeVisible();
  await page.getByRole('link', { name: '回到首页' }).click();
  await expect(page.getByText('已删除的草稿（1）')).toBeVisible();
});

test('F19 opening a draft writes nothing', async ({ page }) => {
  await typeOneCell(page);
  await expect(page.getByText(/已保存/)).toBeVisible();
  const before = await records(page);
  await page.reload();
  await expect(cell(page, FIRST)).toHaveValue('12');
  await page.evaluate(() => window.dispatchEvent(new Event('pagehide')));
  expect(await records(page)).toEqual(before);
});

test('F20 a sample is tried out and leaves no trace among the drafts', async ({ page }) => {
  await typeOneCell(page);
  await expect(page.getByText(/已保存/)).toBeVisible();
  const before = await records(page);
  await page.goto('./#/sample/2021/requests');
  await page.goto('./');
  await page.getByRole('link', { name: /2021/ }).first().click();
  await openSection(page, 'requests');
  await cell(page, FIRST).fill('999');
  await expect(page.getByText('示例，可以随意试填，不保存')).toBeVisible();
  await page.evaluate(() => window.dispatchEvent(new Event('pagehide')));
  expect(await records(page)).toEqual(before);
});

test('F21 a file of the same body and year takes the place of no draft', async ({ page }) => {
  await typeOneCell(page);
  await openSection(page, 'preview');
  const { name, text } = await exportFile(page, /导出上报文件/);
  await openSection(page, 'requests');
  await cell(page, FIRST).fill('50');
  await page.getByRole('link', { name: '年报通' }).click();
  await page
    .getByLabel('打开文件')
    .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
  await page.getByRole('button', { name: '用文件内容另建一份' }).click();
  await openSection(page, 'requests');
  await expect(cell(page, FIRST)).toHaveValue('12');
  await page.getByRole('link', { name: '年报通' }).click();
  const drafts = page.getByRole('table', { name: '本机的草稿' });
  await expect(drafts.getByRole('link', { name: REPORT.name })).toHaveCount(2);
});

test('F26 a file is made whole before the browser gets it, and no chosen file is emptied', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'showSaveFilePicker', {
      value: () => {
        throw new Error('asked for a file to write into');
      },
    });
  });
  await typeOneCell(page);
  await openSection(page, 'preview');
  const file = await exportFile(page, /导出上报文件/);
  expect(JSON.parse(file.text).agency.name).toBe(REPORT.name);
});

test('F27 a draft that was handed over stays', async ({ page }) => {
  await typeOneCell(page);
  await openSection(page, 'preview');
  await exportFile(page, /导出上报文件/);
  await page.goto('./');
  await page.getByRole('link', { name: REPORT.name }).click();
  await openSection(page, 'requests');
  await expect(cell(page, FIRST)).toHaveValue('12');
});

test('F27 a deleted draft lies in the bin until the clerk clears it, and then is gone', async ({
  page,
}) => {
  await typeOneCell(page);
  await page.getByRole('link', { name: '年报通' }).click();
  await page.getByRole('button', { name: /^删除 某县财政局/ }).click();
  await page.getByText('已删除的草稿（1）').click();
  await expect(page.getByText('不会自动清除')).toBeVisible();
  await page.getByRole('button', { name: /^彻底清除 某县财政局/ }).click();
  const question = page.getByRole('dialog', { name: /^彻底清除/ });
  await page.screenshot({ path: 'test-results/erase.png' });
  await question.getByRole('button', { name: '彻底清除' }).click();
  await expect(page.getByText('已删除的草稿')).toHaveCount(0);
  await page.reload();
  await expect(page.getByText('还没有草稿')).toBeVisible();
  await expect(page.getByText('已删除的草稿')).toHaveCount(0);
});

test('F28 neither the wheel nor the browser’s memory changes a figure', async ({ page }) => {
  await typeOneCell(page);
  await cell(page, FIRST).focus();
  await cell(page, FIRST).hover();
  await page.mouse.wheel(0, 300);
  await page.mouse.wheel(0, -600);
  await expect(cell(page, FIRST)).toHaveValue('12');
  await expect(cell(page, FIRST)).toHaveAttribute('type', 'text');
  await expect(cell(page, FIRST)).toHaveAttribute('autocomplete', 'off');
});

test('F32 a file has the totals that are on screen, be it asked for right after the key', async ({
  page,
}) => {
  await typeOneCell(page);
  const row = page.getByRole('textbox', { name: /^三、（一）予以公开 · / });
  for (const one of await row.all()) await one.fill('4');
  await cell(page, FIRST).fill('40');
  const shown = await total(page, '三、（一）予以公开 · 总计').textContent();
  await openSection(page, 'preview');
  const file = await exportFile(page, /导出上报文件/);
  expect(shown).toContain('60');
  expect(JSON.parse(file.text).tables.requests.granted.total).toBe(60);
});
