/** A report between clerk and supervisor: two machines, one file going to and fro. */
import { type Browser, expect, type Page, test } from '@playwright/test';
import { exportFile, openSection } from './support/clerk.ts';

/** A machine of its own: nothing of the other one is in its storage. */
async function machine(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    baseURL: test.info().project.use.baseURL ?? '',
    acceptDownloads: true,
  });
  return context.newPage();
}

interface SavedFile {
  readonly name: string;
  readonly text: string;
}

async function openFile(page: Page, { name, text }: SavedFile): Promise<void> {
  await page.goto('./');
  await page.getByLabel('打开文件').setInputFiles({
    name,
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  });
  const another = page.getByRole('button', { name: '用文件内容另建一份' });
  const opened = page.getByText('示例市数据资源管理局 · 2025年');
  await expect(another.or(opened).first()).toBeVisible();
  if (await another.isVisible()) await another.click();
  await expect(opened).toBeVisible();
  await openSection(page, 'preview');
}

function upload(page: Page): Promise<SavedFile> {
  return exportFile(page, /导出上报文件/);
}

async function sign(page: Page, name: string): Promise<void> {
  await page.getByLabel('姓名（写进文件）').fill(name);
}

async function remark(page: Page, text: string): Promise<void> {
  await page.getByLabel('意见', { exact: true }).fill(text);
  await page.getByRole('button', { name: '添加意见' }).click();
}

async function submitted(clerk: Page): Promise<SavedFile> {
  await clerk.goto('./#/sample/2021/preview');
  await sign(clerk, '张三');
  await clerk.getByRole('button', { name: '提交审核' }).click();
  await expect(clerk.getByRole('heading', { name: '状态：已提交' })).toBeVisible();
  return upload(clerk);
}

test('three remarks go to the clerk and come back answered, then the report is final', async ({
  browser,
}) => {
  const clerk = await machine(browser);
  const supervisor = await machine(browser);
  await openFile(supervisor, await submitted(clerk));
  const paper = supervisor.getByRole('region', { name: '打印预览' });
  await sign(supervisor, '李科长');
  await supervisor.getByText('审核意见', { exact: true }).click();
  await paper.getByRole('cell', { name: '126' }).click();
  await expect(supervisor.getByLabel('位置')).toHaveValue('proactive/licensing/decisions');
  await remark(supervisor, '许可数与行政审批局不一致');
  await paper.getByText(/全年在政府网站公开信息/).click({ clickCount: 3 });
  await remark(supervisor, '补充发布渠道');
  await supervisor.getByLabel('位置').selectOption({ label: '六、其他需要报告的事项' });
  await remark(supervisor, '写明收费依据');
  await supervisor.getByRole('button', { name: '退回修改' }).click();
  const returned = await upload(supervisor);
  expect(JSON.parse(returned.text)).toMatchObject({
    status: 'returned',
    remarks: [
      { place: 'proactive/licensing/decisions', by: '李科长' },
      { place: 'overview', quote: expect.stringContaining('全年在政府网站') },
      { place: 'other' },
    ],
  });

  await openFile(clerk, returned);
  await openSection(clerk, 'proactive');
  const waiting = clerk.getByRole('region', { name: '待处理的审核意见' });
  await waiting.getByRole('button', { name: '去改' }).click();
  await expect(clerk.getByRole('textbox', { name: /行政许可/ })).toBeFocused();
  await openSection(clerk, 'check');
  for (const text of ['已核对为126件', '已补充', '已写明']) {
    await waiting.getByRole('button', { name: '答复' }).first().click();
    await waiting.getByLabel('答复').fill(text);
    await waiting.getByRole('button', { name: '写入答复' }).click();
    await waiting.getByRole('button', { name: '标为已处理' }).first().click();
  }
  await expect(waiting).toHaveCount(0);
  await openSection(clerk, 'preview');
  await sign(clerk, '张三');
  await clerk.getByRole('button', { name: '提交审核' }).click();

  await openFile(supervisor, await upload(clerk));
  const remarks = supervisor.getByRole('list', { name: '审核意见' });
  await expect(remarks.getByText('答复：已核对为126件')).toBeVisible();
  await expect(remarks.getByText('已处理', { exact: true })).toHaveCount(3);
  await sign(supervisor, '李科长');
  await supervisor.getByRole('button', { name: '同意定稿' }).click();
  await expect(supervisor.getByRole('heading', { name: '状态：定稿' })).toBeVisible();
  await expect(
    supervisor.getByRole('list', { name: '办理经过' }).getByRole('listitem'),
  ).toHaveCount(4);
  const final = await upload(supervisor);
  await clerk.goto('./');
  await clerk.getByLabel('打开文件').setInputFiles({
    name: 'tampered.json',
    mimeType: 'application/json',
    buffer: Buffer.from(final.text.replace('李科长', '赵科长')),
  });
  await expect(clerk.getByRole('alert')).toContainText('文件在定稿以后被改动过');
});

test('a report made final with an error left says so wherever it is opened', async ({
  browser,
}) => {
  const clerk = await machine(browser);
  await clerk.goto('./#/sample/2021/requests');
  await clerk.getByRole('main').getByRole('textbox').first().fill('999');
  await openSection(clerk, 'preview');
  await expect(clerk.getByRole('button', { name: '定稿', exact: true })).toBeDisabled();
  await sign(clerk, '王局长');
  await clerk.getByRole('button', { name: '授权定稿…' }).click();
  const dialog = clerk.getByRole('dialog', { name: '授权定稿' });
  await expect(dialog.getByRole('button', { name: '授权并定稿' })).toBeDisabled();
  await dialog.getByLabel('理由').fill('系统口径不同，已报备');
  await dialog.getByRole('button', { name: '授权并定稿' }).click();
  await expect(clerk.getByRole('note')).toContainText('王局长 同意带');
  const file = await upload(clerk);
  const other = await machine(browser);
  await openFile(other, file);
  await expect(other.getByRole('note')).toContainText('系统口径不同，已报备');
  await expect(
    other.getByRole('region', { name: '打印预览' }).getByText('草稿', { exact: true }),
  ).toHaveCount(0);
});
