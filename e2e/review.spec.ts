/** A report between clerk and supervisor: two machines, one file going to and fro, one draft on each. */
import { type Browser, expect, type Page, test } from '@playwright/test';
import { cell, exportFile, openSection } from './support/clerk.ts';

const AGENCY = '示例市数据资源管理局';
const LICENSING = '行政许可 · 本年处理决定数量';

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

async function choose(page: Page, { name, text }: SavedFile): Promise<void> {
  await page.goto('./');
  await page.getByLabel('打开文件').setInputFiles({
    name,
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  });
}

/** Opens a file that is the first of its report here. */
async function openFile(page: Page, file: SavedFile): Promise<void> {
  await choose(page, file);
  await expect(page.getByText(`${AGENCY} · 2025年`)).toBeVisible();
  await openSection(page, 'preview');
}

/** Brings the draft that is here up to the file. */
async function updateBy(page: Page, file: SavedFile): Promise<void> {
  await choose(page, file);
  const dialog = page.getByRole('dialog', { name: '已经有这一年的年报' });
  await dialog.getByRole('button', { name: '更新这份草稿' }).click();
  await expect(page.getByText(`${AGENCY} · 2025年`)).toBeVisible();
}

function upload(page: Page): Promise<SavedFile> {
  return exportFile(page, /导出上报文件/);
}

async function sign(page: Page, name: string): Promise<void> {
  await page.getByLabel('姓名（写进文件）').fill(name);
}

async function step(page: Page, button: string, state: string): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click();
  await expect(page.getByRole('heading', { name: `状态：${state}` })).toBeVisible();
}

async function remark(page: Page, text: string): Promise<void> {
  await page.getByLabel('意见', { exact: true }).fill(text);
  await page.getByRole('button', { name: '添加意见' }).click();
}

/** The sample as a draft of the clerk's own, submitted. */
async function submitted(clerk: Page): Promise<SavedFile> {
  await clerk.goto('./#/sample/2021/preview');
  await openFile(clerk, await upload(clerk));
  await sign(clerk, '张三');
  await step(clerk, '提交审核', '已提交');
  return upload(clerk);
}

function drafts(page: Page) {
  return page.getByRole('table', { name: '本机的草稿' }).getByRole('link', { name: AGENCY });
}

async function returned(supervisor: Page, file: SavedFile): Promise<SavedFile> {
  await openFile(supervisor, file);
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
  await step(supervisor, '退回修改', '退回修改');
  return upload(supervisor);
}

/** The clerk mends a figure and a sentence, and answers every remark. */
async function answered(clerk: Page, file: SavedFile): Promise<SavedFile> {
  await updateBy(clerk, file);
  await expect(clerk.getByRole('heading', { level: 1, name: '核对' })).toBeVisible();
  const waiting = clerk.getByRole('region', { name: '待处理的审核意见' });
  await openSection(clerk, 'proactive');
  await waiting.getByRole('button', { name: '去改' }).click();
  await expect(cell(clerk, LICENSING)).toBeFocused();
  await cell(clerk, LICENSING).fill('128');
  await openSection(clerk, 'overview');
  const overview = clerk.getByRole('main').getByRole('textbox').first();
  await overview.fill(`${await overview.inputValue()}\n另在微信公众号发布。`);
  await openSection(clerk, 'check');
  for (const text of ['已核对为128件', '已补充', '已写明']) {
    await waiting.getByRole('button', { name: '答复' }).first().click();
    await waiting.getByLabel('答复').fill(text);
    await waiting.getByRole('button', { name: '写入答复' }).click();
    await waiting.getByRole('button', { name: '标为已处理' }).first().click();
  }
  await expect(waiting).toHaveCount(0);
  await openSection(clerk, 'preview');
  await sign(clerk, '张三');
  await step(clerk, '提交审核', '已提交');
  return upload(clerk);
}

test('three remarks go to the clerk and come back answered, the report is final, published, compared, corrected', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const clerk = await machine(browser);
  const supervisor = await machine(browser);
  const first = await returned(supervisor, await submitted(clerk));
  expect(JSON.parse(first.text)).toMatchObject({
    status: 'returned',
    remarks: [
      { place: 'proactive/licensing/decisions', by: '李科长' },
      { place: 'overview', quote: expect.stringContaining('全年在政府网站') },
      { place: 'other' },
    ],
  });

  const second = await answered(clerk, first);
  await clerk.goto('./');
  await expect(drafts(clerk)).toHaveCount(1);

  await updateBy(supervisor, second);
  const seen = supervisor.getByRole('list', { name: '数据的变化' });
  await expect(seen).toContainText(`${LICENSING}：126 → 128`);
  await expect(supervisor.getByRole('list', { name: '一、总体情况的变化' })).toContainText(
    '新增另在微信公众号发布。',
  );
  await expect(supervisor.getByRole('list', { name: '审核意见的变化' })).toContainText(
    '已核对为128件',
  );
  const paper = supervisor.getByRole('region', { name: '打印预览' });
  await expect(paper.locator('[data-cell="proactive/licensing/decisions"]')).toHaveText('126 128');
  await expect(paper.getByText('另在微信公众号发布。')).toHaveJSProperty('tagName', 'INS');
  await supervisor.screenshot({ path: 'test-results/changes.png' });
  await supervisor.getByRole('button', { name: '回到分页预览' }).click();
  const remarks = supervisor.getByRole('list', { name: '审核意见', exact: true });
  await expect(remarks.getByText('答复：已核对为128件')).toBeVisible();
  await expect(remarks.getByText('已处理', { exact: true })).toHaveCount(3);
  await sign(supervisor, '李科长');
  await step(supervisor, '同意定稿', '定稿');
  const history = supervisor.getByRole('list', { name: '办理经过' });
  await expect(history.getByRole('listitem')).toHaveCount(4);
  const final = await upload(supervisor);
  await supervisor.goto('./');
  await expect(drafts(supervisor)).toHaveCount(1);

  await updateBy(clerk, final);
  await publishedAndCorrected(clerk);
});

async function publishedAndCorrected(clerk: Page): Promise<void> {
  const page = await exportFile(clerk, /导出可打印网页/);
  await sign(clerk, '王五');
  await clerk.getByRole('button', { name: '登记已公布' }).click();
  const dialog = clerk.getByRole('dialog', { name: '登记已公布' });
  const publish = dialog.getByRole('button', { name: '登记已公布' });
  await expect(publish).toBeDisabled();
  await dialog.getByLabel('公布日期').fill('2026-01-28');
  await dialog.getByLabel('网址').fill('https://example.gov.cn/nb/2025.html');
  await publish.click();
  await expect(clerk.getByRole('heading', { name: '状态：已公布' })).toBeVisible();
  await expect(clerk.getByRole('note')).toContainText('https://example.gov.cn/nb/2025.html');
  await openSection(clerk, 'proactive');
  await expect(cell(clerk, LICENSING)).not.toBeEditable();

  await clerk.goto('./');
  await clerk.getByRole('link', { name: '核对公布的网页' }).click();
  const compare = async (text: string) =>
    clerk.getByLabel('选择公布的网页文件').setInputFiles({
      name: '年报.html',
      mimeType: 'text/html',
      buffer: Buffer.from(text),
    });
  const outcome = clerk.getByRole('region', { name: '核对结果' });
  await compare(page.text);
  await expect(outcome).toContainText('与定稿全部相同');
  await expect(outcome).toContainText(/指纹 sha256-[0-9a-f]{64}/);
  const sentence = page.text.split('另在微信公众号发布。').join('另在微博发布。');
  await compare(sentence.replace('>128<', '>127<'));
  const row = clerk.getByRole('table', { name: '与定稿不同的数' }).getByRole('row').last();
  await expect(row).toHaveText(`${LICENSING}128127`);
  await expect(clerk.getByRole('list', { name: '与定稿不同的话' })).toContainText('一、总体情况');
  await clerk.screenshot({ path: 'test-results/published.png' });

  await openSection(clerk, 'preview');
  await sign(clerk, '王五');
  await clerk.getByRole('button', { name: '开始更正' }).click();
  const correct = clerk.getByRole('dialog', { name: '开始更正' });
  await correct.getByLabel('理由').fill('行政许可数少计一件');
  await correct.getByRole('button', { name: '开始更正' }).click();
  await expect(clerk.getByRole('heading', { name: '状态：更正版' })).toBeVisible();
  await openSection(clerk, 'proactive');
  await cell(clerk, LICENSING).fill('129');
  await openSection(clerk, 'preview');
  await sign(clerk, '张三');
  await step(clerk, '提交审核', '已提交（更正版）');
  await step(clerk, '同意定稿', '定稿（更正版）');
  await expect(clerk.getByRole('note')).toContainText(
    '更正版：王五 公布以后开始更正，理由：行政许可数少计一件',
  );
  const corrected = JSON.parse((await upload(clerk)).text);
  expect(corrected.status).toBe('final');
  expect(corrected.steps.map((one: { status: string }) => one.status)).toEqual([
    'submitted',
    'returned',
    'submitted',
    'final',
    'published',
    'correction',
    'submitted',
    'final',
  ]);
}

test('an update asks where both sides changed a place, keeps the rest, and can be undone', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const clerk = await machine(browser);
  const supervisor = await machine(browser);
  await openFile(supervisor, await submitted(clerk));
  await step(supervisor, '撤回提交', '填报中');
  await openSection(supervisor, 'proactive');
  await cell(supervisor, LICENSING).fill('130');
  await openSection(supervisor, 'preview');
  await sign(supervisor, '李科长');
  await supervisor.getByRole('button', { name: '提交审核' }).click();
  await step(supervisor, '退回修改', '退回修改');
  const file = await upload(supervisor);

  await step(clerk, '撤回提交', '填报中');
  await openSection(clerk, 'proactive');
  await cell(clerk, LICENSING).fill('127');
  await openSection(clerk, 'disputes');
  const own = clerk.getByRole('main').getByRole('textbox').first();
  await own.fill('7');
  await choose(clerk, file);
  const dialog = clerk.getByRole('dialog', { name: '已经有这一年的年报' });
  await expect(dialog.getByText(/本机交出以后又改过的 1 处保留/)).toBeVisible();
  const clash = dialog.getByRole('group', { name: LICENSING });
  await expect(clash.getByLabel('用文件的：130')).toBeChecked();
  await clash.getByLabel('留本机的：127').check();
  await clerk.screenshot({ path: 'test-results/update-dialog.png' });
  await dialog.getByRole('button', { name: '更新这份草稿' }).click();
  await openSection(clerk, 'proactive');
  await expect(cell(clerk, LICENSING)).toHaveValue('127');
  await openSection(clerk, 'disputes');
  await expect(own).toHaveValue('7');
  await openSection(clerk, 'preview');
  await expect(clerk.getByRole('heading', { name: '状态：退回修改' })).toBeVisible();
  await clerk.getByRole('button', { name: '撤销' }).click();
  await expect(clerk.getByText('已撤销：用文件更新')).toBeVisible();
  await openSection(clerk, 'preview');
  await expect(clerk.getByRole('heading', { name: '状态：填报中' })).toBeVisible();
  await clerk.getByRole('button', { name: '历史版本' }).click();
  await expect(clerk.getByLabel(/用文件更新之前/)).toBeVisible();
});

test('a final file edited outside is noticed and says what differs, here and to a stranger', async ({
  browser,
}) => {
  const clerk = await machine(browser);
  await submitted(clerk);
  await sign(clerk, '李科长');
  await step(clerk, '同意定稿', '定稿');
  const final = await upload(clerk);
  const text = final.text.replace(/("decisions": )126\b/, '$1125');
  expect(text).not.toBe(final.text);
  const edited = { name: 'edited.json', text };

  await choose(clerk, edited);
  const dialog = clerk.getByRole('dialog', { name: '文件在定稿以后被改动过' });
  await expect(dialog.getByRole('list', { name: '改动过的部分' })).toHaveText(
    '二、主动公开政府信息情况',
  );
  const row = dialog.getByRole('table', { name: '与定稿的不同' }).getByRole('row').last();
  await expect(row).toHaveText(`${LICENSING}126125`);
  await clerk.screenshot({ path: 'test-results/edited-dialog.png' });
  await dialog.getByRole('button', { name: '不打开' }).click();

  const stranger = await machine(browser);
  await choose(stranger, edited);
  await expect(dialogOf(stranger)).toContainText('二、主动公开政府信息情况');
  await expect(dialogOf(stranger)).toContainText('本机没有定稿时的版本');
  await dialogOf(stranger).getByRole('button', { name: '作为副本打开，注明被改动过' }).click();
  await expect(stranger.getByRole('note')).toContainText('由定稿以后被改动过的文件建成');
  await openSection(stranger, 'preview');
  await expect(stranger.getByRole('heading', { name: '状态：填报中' })).toBeVisible();
  await stranger.goto('./');
  await expect(stranger.getByText('副本，原件被改动过')).toBeVisible();
});

function dialogOf(page: Page) {
  return page.getByRole('dialog', { name: '文件在定稿以后被改动过' });
}

test('a report made final with an error left says so on every later screen and in every file', async ({
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
  const sheet = await exportFile(clerk, '导出校对单');
  expect(sheet.text).toContain('系统口径不同，已报备');
  const file = await upload(clerk);
  const other = await machine(browser);
  await openFile(other, file);
  for (const section of ['basics', 'requests', 'check', 'preview'] as const) {
    await openSection(other, section);
    await expect(other.getByRole('note')).toContainText('系统口径不同，已报备');
  }
  await expect(
    other.getByRole('region', { name: '打印预览' }).getByText('草稿', { exact: true }),
  ).toHaveCount(0);
  await other.goto('./');
  await expect(other.getByText(/授权定稿，尚有 \d+ 处/)).toBeVisible();
});

test('remarks are walked through with F8 like findings, the quoted sentence marked', async ({
  browser,
}) => {
  const clerk = await machine(browser);
  await clerk.goto('./#/sample/2021/preview');
  await sign(clerk, '李科长');
  await clerk.getByText('审核意见', { exact: true }).click();
  const paper = clerk.getByRole('region', { name: '打印预览' });
  await paper.getByText(/全年在政府网站公开信息/).click({ clickCount: 3 });
  await remark(clerk, '补充发布渠道');
  await openSection(clerk, 'basics');
  await clerk.keyboard.press('F8');
  await expect(clerk.getByRole('heading', { level: 1, name: '一、总体情况' })).toBeVisible();
  await expect
    .poll(() =>
      clerk.evaluate(() => {
        const area = document.activeElement as HTMLTextAreaElement;
        return area.value?.slice(area.selectionStart, area.selectionEnd);
      }),
    )
    .toContain('全年在政府网站公开信息');
});
