/** For those who cannot use a mouse or see the colours: axe on every screen, names, focus, large type. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import {
  balance,
  beginReport,
  cell,
  openSection,
  pasteReal,
  SECTIONS,
  total,
  waitUntilSaved,
} from './support/clerk.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What another look of the same markup can break: colours, and sizes where the type grows. */
const RULES_OF_LOOK = ['color-contrast', 'link-in-text-block', 'target-size'];
/** Rows after these are of the same markup and style: seen whole once, in the first look. */
const REPEATED_ROWS = 'tbody tr:nth-child(n + 9)';

async function violations(page: Page, isFirstLook: boolean): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  if (isFirstLook) axe.withTags(RULES);
  else axe.withRules(RULES_OF_LOOK).exclude(REPEATED_ROWS);
  const { violations: found } = await axe.analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

async function breakTheBalance(page: Page): Promise<void> {
  await page.goto('./#/sample/2021/requests');
  await cell(page, '三、（一）予以公开 · 商业企业').fill('7');
  await cell(page, '三、（二）部分公开（区分处理的，只计这一情形，不计其他情形） · 其他').fill('/');
  await expect(balance(page, '商业企业')).toContainText('≠');
}

interface Look {
  readonly look: string;
  readonly colorScheme?: 'light' | 'dark';
  readonly isLarge?: boolean;
  readonly forcedColors?: 'active';
  readonly contrast?: 'more';
}

const LOOKS: readonly Look[] = [
  { look: 'light' },
  { look: 'dark', colorScheme: 'dark' },
  { look: 'large type', isLarge: true },
  { look: 'forced colours', forcedColors: 'active' },
  { look: 'high contrast', contrast: 'more' },
];

const SAMPLE_PAGE = `<!doctype html><meta charset="utf-8"><h1>某县教育局2025年政府信息公开工作年度报告</h1>
<p>${SECTIONS.overview}</p><p>全年公开信息12条。</p><p>${SECTIONS.disputes}</p>
<table><tr><td>行政复议</td><td>1</td><td>0</td><td>0</td><td>0</td><td>1</td></tr></table>`;

/** Opens a screen or dialog and gives its name once it is looked at. */
type Visit = (page: Page, look: (name: string) => Promise<void>) => Promise<void>;

const VISITS: Readonly<Record<string, Visit>> = {
  'the desk and what it opens': async (page, look) => {
    await look('desk');
    await page.getByRole('button', { name: '新建年报' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.getByRole('button', { name: '开始填写' }).click();
    await look('new report, name missing');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '粘贴年报' }).click();
    await look('paste a report');
    await page.keyboard.press('Escape');
    await page.getByLabel('打开文件').setInputFiles({
      name: '年报.html',
      mimeType: 'text/html',
      buffer: Buffer.from(SAMPLE_PAGE),
    });
    await expect(page.getByRole('heading', { name: '核对读取结果' })).toBeVisible();
    await look('intake');
    await page.goto('./#/rules');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await look('rules');
    await page.goto('./#/safe');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await look('safe mode');
  },
  'every section, findings open': async (page, look) => {
    await breakTheBalance(page);
    const fold = page.getByRole('button', { name: /^核对结果 \d/ });
    for (const section of Object.keys(SECTIONS) as (keyof typeof SECTIONS)[]) {
      await openSection(page, section);
      if (section === 'preview') {
        await expect(page.getByRole('region', { name: '打印预览' })).toBeVisible();
      }
      if (await fold.isVisible()) await fold.click();
      await look(section);
      const unfold = page.getByRole('button', { name: '收起核对结果' });
      if (await unfold.isVisible()) await unfold.click();
    }
  },
  'what lies over a section': async (page, look) => {
    await breakTheBalance(page);
    await cell(page, '三、（一）予以公开 · 商业企业').focus();
    await look('help of a cell');
    await page.keyboard.press('F1');
    await expect(page.getByRole('dialog', { name: '快捷键' })).toBeVisible();
    await look('shortcuts');
    await page.keyboard.press('Escape');
    await pasteReal(page, '1.属于国家秘密\t1\t/\t0\t0\t0\t0\t9\r\n某行\t3\r\n');
    await expect(page.getByRole('dialog', { name: /^粘贴到/ })).toBeVisible();
    await look('paste preview');
    await page.keyboard.press('Escape');
    await openSection(page, 'preview');
    await page.getByLabel('姓名（写进文件）').fill('李科长');
    await page.getByText('审核意见', { exact: true }).click();
    await page.getByLabel('意见', { exact: true }).fill('写明收费依据');
    await page.getByRole('button', { name: '添加意见' }).click();
    await look('a remark');
    await page.getByRole('button', { name: '授权定稿…' }).click();
    await expect(page.getByRole('dialog', { name: '授权定稿' })).toBeVisible();
    await look('override');
    await page.keyboard.press('Escape');
    await openSection(page, 'check');
    await page.getByRole('button', { name: '答复' }).first().click();
    await look('an answer');
  },
  'drafts, their versions and years': async (page, look) => {
    for (const year of [2024, 2025]) {
      await beginReport(page, { name: '某市水务局', type: '地方政府部门', year });
      await waitUntilSaved(page);
    }
    await openSection(page, 'requests');
    await look('a blank table');
    await page.getByRole('button', { name: '历史版本' }).click();
    await expect(page.getByRole('dialog', { name: '历史版本' })).toBeVisible();
    await look('versions');
    await page.keyboard.press('Escape');
    await page.goto('./');
    await look('desk with drafts');
    await page.getByRole('link', { name: '历年对比' }).click();
    await expect(page.getByRole('heading', { level: 1, name: /历年对比/ })).toBeVisible();
    await look('years');
  },
};

/** Levels of the headings on screen, the dialog's own where one is open. */
function headingLevels(page: Page): Promise<number[]> {
  return page.evaluate(() => {
    const scope = document.querySelector('dialog[open]') ?? document;
    const all = [...scope.querySelectorAll<HTMLElement>('h1, h2, h3, h4')];
    const shown = all.filter(({ offsetParent }) => offsetParent !== null);
    return shown
      .filter(
        (heading) => !heading.closest('article, [aria-label="打印预览"], [aria-label="原文"]'),
      )
      .map(({ tagName }) => Number(tagName.slice(1)));
  });
}

async function lookAt(page: Page, name: string, isFirstLook: boolean): Promise<void> {
  expect(await violations(page, isFirstLook), name).toEqual([]);
  const levels = await headingLevels(page);
  const isDialog = await page.getByRole('dialog').isVisible();
  expect(levels[0], `${name}: first heading`).toBe(isDialog ? 2 : 1);
  expect(levels.filter((level) => level === 1).length, `${name}: h1`).toBeLessThanOrEqual(1);
  const jumps = levels.filter((level, at) => at > 0 && level > (levels[at - 1] ?? 0) + 1);
  expect(jumps, `${name}: headings in order`).toEqual([]);
}

/** Contrast chosen by the system changes colours only; there the dense screens are looked at. */
const DENSE = new Set(['every section, findings open', 'what lies over a section']);

for (const { look, colorScheme = 'light', isLarge, forcedColors, contrast } of LOOKS) {
  test.describe(look, () => {
    test.use({ colorScheme, permissions: ['clipboard-read', 'clipboard-write'] });
    test.beforeEach(async ({ page }) => {
      await page.emulateMedia({
        colorScheme,
        forcedColors: forcedColors ?? 'none',
        contrast: contrast ?? 'no-preference',
      });
      await page.goto('./');
      if (isLarge) await page.getByRole('button', { name: '大字' }).click();
    });
    for (const [name, visit] of Object.entries(VISITS)) {
      if ((forcedColors || contrast) && !DENSE.has(name)) continue;
      test(`${name} in ${look}: no rule of WCAG broken, headings in order`, async ({ page }) => {
        test.slow();
        await visit(page, (screen) => lookAt(page, screen, look === LOOKS[0]?.look));
      });
    }
  });
}

test('a dialog keeps the focus inside and gives it back', async ({ page }) => {
  await page.goto('./');
  const opener = page.getByRole('button', { name: '新建年报' });
  await opener.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: '新建年报' });
  await expect(dialog).toBeVisible();
  for (let stop = 0; stop < 8; stop += 1) {
    await page.keyboard.press('Tab');
    const inPage = await page.evaluate(() => {
      const at = document.activeElement;
      return at !== null && at !== document.body && at.closest('dialog') === null;
    });
    expect(inPage).toBe(false);
  }
  await page.keyboard.press('Escape');
  await expect(opener).toBeFocused();
});

test('nothing moves for those who asked for less motion', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('./#/sample/2021/requests');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const moving = await page.evaluate(
    () =>
      [...document.querySelectorAll('*')].filter((element) => {
        const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
        return (
          transitionDuration !== '0s' || animationName !== 'none' || scrollBehavior === 'smooth'
        );
      }).length,
  );
  expect(moving).toBe(0);
});

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

const SCREENS = [
  ...Object.keys(SECTIONS).map((section) => `sample/2021/${section}`),
  'rules',
  'safe',
];

/** Pixels the page is wider than its window. */
function overflow(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}

for (const [name, width, height, deviceScaleFactor] of [
  ['1024×768', 1024, 768, 1],
  ['1366×768 at 125 %', 1093, 614, 1.25],
  ['1366×768 at 150 %', 911, 512, 1.5],
  ['1366×768 at 200 %', 683, 384, 2],
  ['a phone', 390, 844, 2],
] as const) {
  test.describe(name, () => {
    test.use({ viewport: { width, height }, deviceScaleFactor });
    test(`no page scrolls sideways at ${name}, in standard or large type`, async ({ page }) => {
      test.slow();
      for (const isLarge of [false, true]) {
        await page.goto('./');
        if (isLarge) await page.getByRole('button', { name: '大字' }).click();
        expect(await overflow(page), 'desk').toBeLessThanOrEqual(0);
        for (const screen of SCREENS) {
          await page.goto(`./#/${screen}`);
          await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
          expect(await overflow(page), `${screen}${isLarge ? ', large' : ''}`).toBeLessThanOrEqual(
            0,
          );
        }
      }
    });
  });
}

for (const [width, height, isLarge] of [
  [1366, 640, false],
  [1366, 640, true],
  [1024, 768, false],
  [1024, 768, true],
] as const) {
  const look = `${width}×${height}${isLarge ? ' in large type' : ''}`;
  test(`the line that says what is saved is no column of characters at ${look}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await page.goto('./');
    if (isLarge) await page.getByRole('button', { name: '大字' }).click();
    await beginReport(page, { name: '某市水务局', type: '地方政府部门', year: 2025 });
    const saved = page.getByText(/^已保存 .* · 仅在本机$/);
    await expect(saved).toBeVisible();
    const lines = await saved.evaluate((line) => line.getClientRects().length);
    expect(lines).toBeLessThanOrEqual(2);
  });
}
