/** A storage that is full: what the clerk is told, and the way out of it. */
import { expect, type Page, test } from '@playwright/test';
import { beginReport, exportFile, openSection, waitUntilSaved } from './support/clerk.ts';

const REPORT = { name: '某县财政局', type: '地方政府部门', year: 2025 } as const;
const OTHER = { ...REPORT, name: '某县水利局' };

/** Takes all room of the origin to the last character, as another page from the same disk may. */
function fillStorage(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (let size = 4 * 1024 * 1024; size > 0; size = Math.floor(size / 2)) {
      for (const name of ['one', 'two']) {
        try {
          localStorage.setItem(`other/${name}/${size}`, 'x'.repeat(size));
        } catch {
          // So much does not fit; half of it may.
        }
      }
    }
  });
}

function overview(page: Page) {
  return page.getByRole('textbox', { name: '一、总体情况' });
}

async function goToDesk(page: Page): Promise<void> {
  await page.getByRole('link', { name: '年报通', exact: true }).click();
  await expect(page.getByRole('heading', { name: '本机的草稿' })).toBeVisible();
}

/** Two drafts, a storage filled to the brim, and then 3,000 characters that find no room. */
async function typeIntoFullStorage(page: Page, text: string): Promise<void> {
  await beginReport(page, OTHER);
  await waitUntilSaved(page);
  await beginReport(page, REPORT);
  await openSection(page, 'overview');
  await overview(page).fill('先写一句。');
  await waitUntilSaved(page);
  await fillStorage(page);
  await overview(page).fill(text);
}

test('F1 the sentence says where the change is, and the button beside it hands it out as a file', async ({
  page,
}) => {
  const text = '满'.repeat(3000);
  await typeIntoFullStorage(page, text);
  await expect(page.getByRole('alert')).toContainText('修改只存了备用的一份');
  await page.screenshot({ path: 'test-results/full-storage.png' });
  const file = await exportFile(page, '导出 JSON 文件');
  expect(JSON.parse(file.text).narrative.overview).toBe(text);
});

test('F1 deleting and erasing another draft makes room, and what found none is stored', async ({
  page,
}) => {
  const text = '满'.repeat(300);
  await typeIntoFullStorage(page, text);
  await expect(page.getByRole('alert')).toContainText('修改只存了备用的一份');
  await goToDesk(page);
  await expect(page.getByText('还没有存好')).toBeVisible();
  await expect(page.getByText(/已用浏览器存储空间的 100%，其中年报通 \d%/)).toBeVisible();
  await page.getByRole('button', { name: /^删除 某县水利局/ }).click();
  await expect(page.getByText('已删除 某县水利局')).toBeVisible();
  await expect(page.getByText('浏览器不让')).toHaveCount(0);
  await page.getByText('已删除的草稿（1）').click();
  await page.getByRole('button', { name: /^彻底清除 某县水利局/ }).click();
  const question = page.getByRole('dialog', { name: /^彻底清除/ });
  await question.getByRole('button', { name: '彻底清除' }).click();
  await expect(page.getByText('已删除 某县水利局')).toHaveCount(0);
  await expect(page.getByText('已删除的草稿（')).toHaveCount(0);
  await expect(page.getByText('还没有存好')).toHaveCount(0);
  await page.getByRole('link', { name: REPORT.name }).click();
  await waitUntilSaved(page);
  await page.evaluate(() => indexedDB.deleteDatabase('nianbaotong'));
  await page.reload();
  await expect(overview(page)).toHaveValue(text);
});

test('F1 the draft itself is deleted, brought back and deleted again in a full storage, and loses nothing', async ({
  page,
}) => {
  const text = '满'.repeat(3000);
  await typeIntoFullStorage(page, text);
  await expect(page.getByRole('alert')).toContainText('修改只存了备用的一份');
  await goToDesk(page);
  await page.getByRole('button', { name: /^删除 某县财政局/ }).click();
  await page.getByRole('button', { name: '撤销删除' }).click();
  await page.getByRole('button', { name: /^删除 某县财政局/ }).click();
  await expect(page.getByText('已删除 某县财政局')).toBeVisible();
  await page.reload();
  await page.getByText('已删除的草稿（1）').click();
  await page.getByRole('button', { name: '恢复', exact: true }).click();
  await page.getByRole('link', { name: REPORT.name }).click();
  await expect(overview(page)).toHaveValue(text);
  await page.reload();
  await expect(overview(page)).toHaveValue(text);
});

test('F1 without a second copy it says that only this window has it, and leaving the desk asks', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', { value: undefined });
  });
  await typeIntoFullStorage(page, '满'.repeat(3000));
  await expect(page.getByRole('alert')).toContainText('还没有存下，只在这个窗口里');
  await goToDesk(page);
  const asked = page.waitForEvent('dialog');
  const leaving = page.close({ runBeforeUnload: true });
  expect((await asked).type()).toBe('beforeunload');
  await (await asked).accept();
  await leaving;
});
