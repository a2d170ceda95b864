/** A report that is 定稿: read, marked and copied, and edited only after the step that opens it again. */
import { expect, type Page, test } from '@playwright/test';
import { cell, exportFile, openSection, pasteReal } from './support/clerk.ts';

const RECEIVED = '一、本年新收政府信息公开申请数量';
const REFUSAL = '已定稿 · 取消定稿后修改';

/** The sample as a draft of its own, made final. */
async function finalReport(page: Page): Promise<void> {
  await page.goto('./#/sample/2021/preview');
  const { name, text } = await exportFile(page, /导出上报文件/);
  await page.goto('./');
  const buffer = Buffer.from(text);
  await page.getByLabel('打开文件').setInputFiles({ name, mimeType: 'application/json', buffer });
  await openSection(page, 'preview');
  await page.getByRole('button', { name: '定稿', exact: true }).click();
  await expect(page.getByRole('heading', { name: '状态：定稿' })).toBeVisible();
}

/** Everything that is stored of the report, without what the desk keeps about it. */
function stored(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    Object.keys(localStorage).flatMap((key) => {
      const raw = /"raw":(\{.*\})/s.exec(localStorage.getItem(key) ?? '')?.[1];
      return raw ? [raw.slice(0, raw.indexOf('"signature"'))] : [];
    }),
  );
}

test('no key, paste, cut, fill or undo changes a final report; it is read and copied', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await finalReport(page);
  await openSection(page, 'requests');
  await expect(page.getByText(REFUSAL)).toBeVisible();
  const first = cell(page, `${RECEIVED} · 自然人`);
  const figures = () =>
    page
      .getByRole('main')
      .getByRole('textbox')
      .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
  const before = await figures();
  const kept = await stored(page);
  await expect(first).not.toBeEditable();
  await first.click();
  await expect(first).toBeFocused();
  const said = page.getByRole('status').filter({ hasText: REFUSAL });
  await page.keyboard.type('7');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Control+x');
  await pasteReal(page, '99');
  await expect(said).toBeVisible();
  await pasteReal(page, '1\t2\n3\t4');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Shift+ArrowDown');
  for (const key of ['Control+d', 'Control+Enter', 'Delete', 'Control+z', 'Control+y']) {
    await page.keyboard.press(key);
  }
  await page.getByRole('button', { name: '本表空格填 0' }).click();
  // As an extension of the browser writes: past the page's own property of the input.
  await first.evaluate((input: HTMLInputElement) => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, '5');
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  });
  await expect(first).toHaveValue(before[0] ?? '');
  expect(await figures()).toEqual(before);
  await first.click();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+c');
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toContain(`${before[0]}`);

  await openSection(page, 'overview');
  const overview = page.getByRole('main').getByRole('textbox').first();
  const words = await overview.inputValue();
  await overview.click();
  await page.keyboard.type('改');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  for (const button of await page.getByRole('button', { name: /^(＋|插入)/ }).all()) {
    if (await button.isEnabled()) await button.click();
  }
  await expect(overview).toHaveValue(words);
  await openSection(page, 'basics');
  await expect(page.getByLabel('机关名称')).not.toBeEditable();
  await expect(page.getByLabel('报告年度')).toBeDisabled();
  await expect(page.getByLabel('机关类型')).toBeDisabled();
  await page.getByRole('button', { name: '历史版本' }).click();
  const versions = page.getByRole('dialog', { name: '历史版本' });
  await versions.getByRole('radio').last().check();
  await expect(versions.getByText(REFUSAL)).toBeVisible();
  await expect(versions.getByRole('button', { name: '恢复这个版本' })).toBeDisabled();
  await versions.getByRole('button', { name: '关闭' }).click();
  expect(await stored(page)).toEqual(kept);
  await openSection(page, 'preview');
  await expect(page.getByRole('heading', { name: '状态：定稿' })).toBeVisible();
});

test('取消定稿 opens it again, keeps the version, and stays in the road', async ({ page }) => {
  await finalReport(page);
  await openSection(page, 'requests');
  await page.getByRole('button', { name: '取消定稿' }).click();
  await expect(page.getByText(REFUSAL)).toHaveCount(0);
  const first = cell(page, `${RECEIVED} · 自然人`);
  const was = await first.inputValue();
  await first.click();
  await page.keyboard.type('7');
  await expect(first).toHaveValue('7');
  await page.getByRole('button', { name: '历史版本' }).click();
  const versions = page.getByRole('dialog', { name: '历史版本' });
  await versions.getByLabel(/ 定稿$/).check();
  const row = versions.getByRole('table', { name: '与现在的不同' }).getByRole('row').last();
  await expect(row).toContainText(`${was}7`);
  await versions.getByRole('button', { name: '关闭' }).click();
  await openSection(page, 'preview');
  await expect(page.getByRole('heading', { name: '状态：填报中' })).toBeVisible();
  await expect(page.getByRole('list', { name: '办理经过' }).getByRole('listitem')).toHaveText([
    /^定稿/,
    /^填报中/,
  ]);
});

test('a file asks before it takes the place of a final report', async ({ page }) => {
  await page.goto('./#/sample/2021/preview');
  const draft = await exportFile(page, /导出上报文件/);
  await finalReport(page);
  await openSection(page, 'requests');
  await page.getByRole('button', { name: '取消定稿' }).click();
  const first = cell(page, `${RECEIVED} · 自然人`);
  await first.click();
  await page.keyboard.type('7');
  await openSection(page, 'preview');
  await page.getByLabel('姓名（写进文件）').fill('王局长');
  await page.getByRole('button', { name: '授权定稿…' }).click();
  const authorising = page.getByRole('dialog', { name: '授权定稿' });
  await authorising.getByLabel('理由').fill('口径不同');
  await authorising.getByRole('button', { name: '授权并定稿' }).click();
  await expect(page.getByRole('heading', { name: '状态：定稿' })).toBeVisible();
  await page.goto('./');
  const file = draft.text.replace(
    /("received": \{\s*"naturalPerson": )21/,
    (_, before: string) => `${before}22`,
  );
  expect(file).not.toBe(draft.text);
  const buffer = Buffer.from(file);
  await page
    .getByLabel('打开文件')
    .setInputFiles({ name: draft.name, mimeType: 'application/json', buffer });
  const dialog = page.getByRole('dialog', { name: '已经有这一年的年报' });
  await expect(dialog).toContainText('本机的一份是“定稿”，更新以后是“填报中”。');
});
