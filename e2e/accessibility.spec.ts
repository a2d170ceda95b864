/** For those who cannot use a mouse or see the colours: axe on every screen, names, focus, large type. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { balance, beginReport, cell, openSection, SECTIONS, total } from './support/clerk.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

async function breakTheBalance(page: Page): Promise<void> {
  await page.goto('./#/sample/2021/requests');
  await cell(page, '三、（一）予以公开 · 商业企业').fill('7');
  await cell(page, '三、（二）部分公开（区分处理的，只计这一情形，不计其他情形） · 其他').fill('/');
  await expect(balance(page, '商业企业')).toContainText('≠');
}

const LOOKS = [
  { look: 'light', colorScheme: 'light', isLarge: false },
  { look: 'dark', colorScheme: 'dark', isLarge: false },
  { look: 'large type', colorScheme: 'light', isLarge: true },
] as const;

for (const { look, colorScheme, isLarge } of LOOKS) {
  test.describe(look, () => {
    test.use({ colorScheme });
    test.beforeEach(async ({ page }) => {
      await page.goto('./');
      if (isLarge) await page.getByRole('button', { name: '大字' }).click();
    });

    test(`the desk in ${look} and its dialog break no rule of WCAG`, async ({ page }) => {
      expect(await violations(page)).toEqual([]);
      await page.getByRole('button', { name: '新建年报' }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });

    test(`every screen in ${look}, findings open, breaks no rule of WCAG`, async ({ page }) => {
      await breakTheBalance(page);
      const fold = page.getByRole('button', { name: /^核对结果 \d/ });
      for (const section of Object.keys(SECTIONS) as (keyof typeof SECTIONS)[]) {
        await openSection(page, section);
        if (section === 'preview') {
          await expect(page.getByRole('region', { name: '打印预览' })).toBeVisible();
        }
        if (await fold.isVisible()) await fold.click();
        expect(await violations(page), section).toEqual([]);
      }
    });

    test(`paste preview and shortcuts in ${look} break no rule of WCAG`, async ({ page }) => {
      await breakTheBalance(page);
      await page.keyboard.press('F1');
      await expect(page.getByRole('dialog', { name: '快捷键' })).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await cell(page, '三、（一）予以公开 · 商业企业').evaluate((input) => {
        const data = new DataTransfer();
        data.setData('text/plain', '1.属于国家秘密\t1\t/\t0\t0\t0\t0\t9');
        input.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
      });
      await cell(page, '三、（一）予以公开 · 商业企业').focus();
      await expect(page.getByRole('dialog', { name: /^粘贴到/ })).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });
  });
}

test('a cell tells its row and column, its value and what is wrong with it', async ({ page }) => {
  await breakTheBalance(page);
  const broken = cell(page, '一、本年新收政府信息公开申请数量 · 商业企业');
  await expect(broken).toHaveAccessibleDescription(/商业企业：本年新收 \d+ .*相差/);
  await expect(broken).toHaveAttribute('aria-invalid', 'true');
  const row = page.getByRole('row').filter({ has: broken });
  await expect(row).toMatchAriaSnapshot(`
    - row:
      - rowheader "一、本年新收政府信息公开申请数量"
      - cell:
        - textbox "一、本年新收政府信息公开申请数量 · 自然人"
      - cell:
        - textbox "一、本年新收政府信息公开申请数量 · 商业企业"
  `);
});

test('the balance is told once typing rests, not at every digit', async ({ page }) => {
  await page.goto('./#/sample/2021/requests');
  const told = page.getByRole('region', { name: '勾稽关系' }).locator('[aria-live]');
  await expect(told).toHaveText('勾稽各列都平');
  await cell(page, '三、（一）予以公开 · 商业企业').fill('77');
  await expect(told).toHaveText(/^商业企业不平.*；总计不平/);
  await expect(total(page, '三、（七）总计 · 商业企业')).toHaveAttribute('aria-live', 'off');
});

test('F8 goes from problem to problem and Shift+F8 back', async ({ page }) => {
  await breakTheBalance(page);
  await page.keyboard.press('F8');
  const first = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
  await page.keyboard.press('F8');
  const second = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
  expect(second).not.toBe(first);
  await page.keyboard.press('Shift+F8');
  await expect(page.locator(':focus')).toHaveAttribute('aria-label', first ?? '');
});

test('the first Tab offers to skip to the work', async ({ page }) => {
  await beginReport(page, { name: '某市水务局', type: '地方政府部门', year: 2025 });
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: '跳到填写区' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});

test('a question mark opens the shortcuts outside of text, and focus comes back', async ({
  page,
}) => {
  await page.goto('./#/sample/2021/requests');
  const help = page.getByRole('button', { name: '快捷键' });
  await help.focus();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: '快捷键' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(help).toBeFocused();
});

test('large type is remembered', async ({ page }) => {
  await page.goto('./');
  await page.getByRole('button', { name: '大字' }).click();
  await page.reload();
  await expect(page.getByRole('button', { name: '大字' })).toHaveAttribute('aria-pressed', 'true');
  const size = await page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
  expect(size).toBe('20px');
});

for (const [name, width, height] of [
  ['1024×768', 1024, 768],
  ['1366×768 at 125 %', 1093, 614],
  ['1366×768 at 150 %', 911, 512],
  ['1366×768 at 200 %', 683, 384],
] as const) {
  test(`no page scrolls sideways at ${name}, in standard or large type`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto('./');
    for (const isLarge of [false, true]) {
      await page.goto('./');
      if (isLarge) await page.getByRole('button', { name: '大字' }).click();
      for (const place of ['basics', 'overview', 'proactive', 'requests', 'disputes', 'check']) {
        await page.goto(`./#/sample/2021/${place}`);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow, place).toBeLessThanOrEqual(0);
      }
    }
  });
}
