/** Figures from a sheet, a mail or a page: pasted with a real clipboard, previewed, accepted, undone. */
import { expect, type Page, test } from '@playwright/test';
import { balance, beginReport, cell, fixture, openSection, total } from './support/clerk.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

const RECEIVED = '一、本年新收政府信息公开申请数量';

async function openRequests(page: Page): Promise<void> {
  await beginReport(page, { name: '某市水务局', type: '地方政府部门', year: 2025 });
  await openSection(page, 'requests');
}

/** Puts text and HTML into the clipboard as another program would. */
async function fillClipboard(page: Page, text: string, html = ''): Promise<void> {
  await page.evaluate(
    async ([plain, rich]) => {
      const part = (type: string, content: string) => new Blob([content], { type });
      const item = rich
        ? { 'text/plain': part('text/plain', plain), 'text/html': part('text/html', rich) }
        : { 'text/plain': part('text/plain', plain) };
      await navigator.clipboard.write([new ClipboardItem(item)]);
    },
    [text, html] as const,
  );
}

async function pasteInto(page: Page, name: string, text: string, html = ''): Promise<void> {
  await fillClipboard(page, text, html);
  await cell(page, name).focus();
  await page.keyboard.press('Control+v');
}

function preview(page: Page) {
  return page.getByRole('dialog', { name: /^粘贴到/ });
}

async function accept(page: Page): Promise<void> {
  await expect(preview(page)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(preview(page)).toBeHidden();
}

test('a block is shown first, Enter accepts it, one undo takes it back', async ({ page }) => {
  await openRequests(page);
  await pasteInto(page, `${RECEIVED} · 自然人`, '1,259\t１２\t3件\n4\t5\t6');
  await expect(preview(page).getByText('读到 6 格：6 格要改。')).toBeVisible();
  await expect(preview(page).getByRole('cell', { name: '1259' })).toBeVisible();
  await expect(cell(page, `${RECEIVED} · 自然人`)).toHaveValue('');
  await page.keyboard.press('Enter');
  await expect(preview(page)).toBeHidden();
  await expect(cell(page, `${RECEIVED} · 自然人`)).toHaveValue('1259');
  await expect(cell(page, `${RECEIVED} · 商业企业`)).toHaveValue('12');
  await expect(cell(page, `${RECEIVED} · 科研机构`)).toHaveValue('3');
  await expect(cell(page, `${RECEIVED} · 自然人`)).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(cell(page, `${RECEIVED} · 商业企业`)).toHaveValue('');
  await expect(page.getByText('已撤销：粘贴 6 格')).toBeVisible();
});

test('Esc leaves the table as it was', async ({ page }) => {
  await openRequests(page);
  await pasteInto(page, `${RECEIVED} · 自然人`, '1\t2');
  await page.keyboard.press('Escape');
  await expect(preview(page)).toBeHidden();
  await expect(cell(page, `${RECEIVED} · 自然人`)).toHaveValue('');
  await expect(cell(page, `${RECEIVED} · 自然人`)).toBeFocused();
});

test('rows go by their labels wherever the cursor is, and a wrong total is told', async ({
  page,
}) => {
  await openRequests(page);
  await pasteInto(
    page,
    `${RECEIVED} · 自然人`,
    '1.属于国家秘密 2 0 0 0 0 0 2\n2.其他法律行政法规禁止公开 1 0 0 0 0 0 3',
  );
  await expect(preview(page).getByText('的总计和各格之和不等：照样填？')).toBeVisible();
  await page.keyboard.press('Space');
  await expect(preview(page).getByText('粘贴的是 3，按各格相加是 1')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(cell(page, '三、（三）1.属于国家秘密 · 自然人')).toHaveValue('2');
  await expect(cell(page, '三、（三）2.其他法律行政法规禁止公开 · 自然人')).toHaveValue('1');
  await expect(cell(page, `${RECEIVED} · 自然人`)).toHaveValue('');
});

test('a dash is asked about', async ({ page }) => {
  await openRequests(page);
  await pasteInto(page, `${RECEIVED} · 自然人`, '1\t/\t—');
  await preview(page).getByRole('checkbox').check();
  await page.keyboard.press('Enter');
  await expect(cell(page, `${RECEIVED} · 商业企业`)).toHaveValue('0');
});

test('words give a message and no change', async ({ page }) => {
  await openRequests(page);
  await pasteInto(page, `${RECEIVED} · 自然人`, '全年共收到申请 若干 件\n办结 若干 件');
  await expect(preview(page).getByText('剪贴板里没有能填进这张表的数')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(cell(page, `${RECEIVED} · 自然人`)).toHaveValue('');
});

test('a single figure goes into the cell, or into every cell of a range', async ({ page }) => {
  await openRequests(page);
  await pasteInto(page, `${RECEIVED} · 自然人`, '7');
  await expect(cell(page, `${RECEIVED} · 自然人`)).toHaveValue('7');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+v');
  await expect(cell(page, '二、上年结转政府信息公开申请数量 · 商业企业')).toHaveValue('7');
});

test('a range is copied as text and as a table, cut, and pasted elsewhere', async ({ page }) => {
  await openRequests(page);
  await pasteInto(page, `${RECEIVED} · 自然人`, '1\t2\n3\t4');
  await accept(page);
  await cell(page, `${RECEIVED} · 自然人`).focus();
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+x');
  await expect(cell(page, `${RECEIVED} · 商业企业`)).toHaveValue('');
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text.replace(/\r/g, '')).toBe('1\t2\n3\t4');
  await cell(page, `${RECEIVED} · 法律服务机构`).focus();
  await page.keyboard.press('Control+v');
  await accept(page);
  await expect(cell(page, '二、上年结转政府信息公开申请数量 · 其他')).toHaveValue('4');
});

test('a whole table copied here is pasted into another report with its labels', async ({
  page,
}) => {
  await page.goto('./#/sample/2021/requests');
  const first = cell(page, `${RECEIVED} · 自然人`);
  await first.focus();
  const expected = await first.inputValue();
  const sum = await total(page, '三、（七）总计 · 总计').textContent();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+c');
  const html = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return item ? (await item.getType('text/html')).text() : '';
  });
  expect(html).toContain('1.属于国家秘密');
  await openRequests(page);
  await cell(page, '四、结转下年度继续办理 · 科研机构').focus();
  await page.keyboard.press('Control+v');
  await expect(preview(page).getByText('144 格要改')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(first).toHaveValue(expected);
  await expect(total(page, '三、（七）总计 · 总计')).toHaveText(sum ?? '');
});

/** 大渡口 2019 as its three tables stand on a page, a blank applicant printed as 0. */
function dadukouTable(table: string): string {
  const rows = Object.values(fixture('dadukou-2019').tables[table] ?? {});
  const figures = rows.map((row) => Object.values(row).map((figure) => String(figure ?? 0)));
  return figures.map((row) => row.join('\t')).join('\n');
}

test('the report of 大渡口 2019 is filled by three pastes', async ({ page }) => {
  await beginReport(page, { name: '大渡口区经信委', type: '地方政府部门', year: 2019 });
  for (const section of ['proactive', 'requests', 'disputes'] as const) {
    await openSection(page, section);
    await fillClipboard(page, dadukouTable(section));
    await page.getByRole('main').getByRole('textbox').first().focus();
    await page.keyboard.press('Control+v');
    await accept(page);
  }
  await openSection(page, 'requests');
  await expect(balance(page, '总计')).toContainText('0 ＝ 0 ✓');
  await openSection(page, 'proactive');
  await expect(cell(page, '政府集中采购 · 采购总金额')).toHaveValue('589484');
  await openSection(page, 'check');
  await expect(page.getByText('格空白')).toHaveCount(0);
});

test('a sheet of Excel with merged labels goes where it belongs', async ({ page }) => {
  await openRequests(page);
  const row = (label: string, figures: readonly number[]) =>
    `<tr height=19><td class=xl66 rowspan=1 colspan=3>${label}</td>${figures
      .map((figure) => `<td class=xl65 align=right x:num>${figure}</td>`)
      .join('')}</tr>`;
  const html = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta name=ProgId content=Excel.Sheet></head><body><table border=0><!--StartFragment--><col width=72 span=10>${row(
    '一、本年新收政府信息公开申请数量',
    [58, 3, 0, 0, 5, 0, 66],
  )}${row('二、上年结转政府信息公开申请数量', [1, 0, 0, 0, 0, 0, 2])}<!--EndFragment--></table></body></html>`;
  await pasteInto(page, '四、结转下年度继续办理 · 其他', 'ignored\ttext', html);
  await expect(preview(page).getByText('粘贴的是 2，按各格相加是 1')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(cell(page, `${RECEIVED} · 法律服务机构`)).toHaveValue('5');
  await expect(total(page, `${RECEIVED} · 总计`)).toHaveText('66');
});
