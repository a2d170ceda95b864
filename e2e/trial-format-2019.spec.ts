/** The sample of 2019 – 大渡口区经信委 – typed in, checked, and handed in. */
import { expect, test } from '@playwright/test';
import {
  beginReport,
  cell,
  entered,
  exportFile,
  findings,
  fixture,
  openAlone,
  openSection,
  total,
  typeDownTheTable,
  waitUntilSaved,
} from './support/clerk.ts';

/** Signed late and in another name, section six missing, and a short overview. */
const REMINDERS = ['F-20', 'F-22', 'F-01'];

const AGENCY = '重庆市大渡口区经济和信息化委员会';
const REPORT = fixture('dadukou-2019');

/** Truth as a report file has it once the blank applicants are 0. */
function expectedTables() {
  return Object.fromEntries(
    Object.entries(REPORT.tables).map(([table, rows]) => [
      table,
      Object.fromEntries(
        Object.entries(rows).map(([row, columns]) => [
          row,
          Object.fromEntries(
            Object.entries(columns).map(([column, figure]) => [
              column,
              column === 'amount' ? Number(figure) : (figure ?? 0),
            ]),
          ),
        ]),
      ),
    ]),
  );
}

test('the report of 2019 is typed in by keyboard and its files carry exactly its figures', async ({
  page,
}) => {
  await beginReport(page, { name: AGENCY, type: '地方政府部门', year: 2019 });
  await expect(page.getByText('2019年格式（试行），依据 国办公开办函〔2019〕60号')).toBeVisible();
  await page.getByLabel('落款单位').fill('区经信委');
  await page.getByLabel('落款日期').fill('2020年3月3日');

  await openSection(page, 'overview');
  await page.keyboard.press('Tab');
  await page
    .getByRole('textbox', { name: '一、总体情况' })
    .fill('全年公开信息28条。\n办公室牵头。');

  await openSection(page, 'proactive');
  const proactive = entered(REPORT.tables, 'proactive');
  proactive[proactive.length - 1] = '589484.00 元';
  await typeDownTheTable(page, proactive);

  await openSection(page, 'requests');
  await expect(total(page, '一、本年新收政府信息公开申请数量 · 总计')).toHaveText('');
  await page.getByRole('button', { name: '本表空格填 0' }).click();
  await expect(total(page, '三、（七）总计 · 总计')).toHaveText('0');
  await expect(total(page, '一、本年新收政府信息公开申请数量 · 总计')).toHaveText('0');

  await openSection(page, 'disputes');
  await typeDownTheTable(page, entered(REPORT.tables, 'disputes'));
  await expect(total(page, '行政诉讼 复议后起诉 · 总计')).toHaveText('0');

  await openSection(page, 'problems');
  await page
    .getByRole('textbox', { name: '五、存在的主要问题及改进情况' })
    .fill('信息员由科长兼任，投入时间有限。下一步按月通报各科室报送情况。');
  await waitUntilSaved(page);

  await openSection(page, 'check');
  const open = page.getByRole('main');
  await expect(open.getByText('落款日期 2020年3月3日，晚于公布时限 2020年1月31日')).toBeVisible();
  await expect(open.getByText('“六、其他需要报告的事项”没有内容')).toBeVisible();
  await expect(open.getByText(/^还有 3 处提醒/)).toBeVisible();
  await expect(open.getByText('错误', { exact: true })).toHaveCount(0);

  await openSection(page, 'preview');
  const json = await exportFile(page, /导出上报文件/);
  expect(json.name).toBe(`${AGENCY}_2019年_政府信息公开工作年度报告.json`);
  const file = JSON.parse(json.text);
  file.tables.proactive.procurement.amount = Number(file.tables.proactive.procurement.amount);
  expect(file.tables).toEqual(expectedTables());
  expect(file).toMatchObject({
    format: '2019',
    year: 2019,
    status: 'draft',
    agency: { name: AGENCY },
  });
  expect(file.findings).toMatchObject({ error: 0, unfilled: 0 });
  const reminders = file.findings.list.filter(
    ({ severity }: { severity: string }) => severity === 'reminder',
  );
  expect(reminders.map(({ rule }: { rule: string }) => rule)).toEqual(REMINDERS);

  const html = await exportFile(page, /导出可打印网页/);
  expect(html.name).toBe(`${AGENCY}_2019年_政府信息公开工作年度报告.html`);
  expect(html.text).not.toContain('<script');
  await openAlone(page, html.text);
  const rowOf = (label: string) => page.getByRole('row').filter({ hasText: label });
  await expect(rowOf('行政许可').getByRole('cell')).toHaveText(['4', '1', '1']);
  await expect(rowOf('其他对外管理服务事项').getByRole('cell')).toHaveText(['0', '8', '0']);
  await expect(rowOf('行政处罚').getByRole('cell')).toHaveText(['2', '0', '0']);
  await expect(rowOf('政府集中采购').getByRole('cell')).toHaveText(['33', '589484.00元']);
  await expect(rowOf('四、结转下年度继续办理').getByRole('cell')).toHaveText(Array(7).fill('0'));
  const strip = page.getByRole('table', { name: '政府信息公开行政复议、行政诉讼情况' });
  await expect(strip.getByRole('cell')).toHaveText(Array(15).fill('0'));
});

test('a blank table says what is missing, and a slash is told from a zero', async ({ page }) => {
  await beginReport(page, { name: AGENCY, type: '地方政府部门', year: 2019 });
  await openSection(page, 'requests');
  await cell(page, '一、本年新收政府信息公开申请数量 · 自然人').fill('3');
  await expect(total(page, '一、本年新收政府信息公开申请数量 · 总计')).toHaveText('3未填完');
  await cell(page, '一、本年新收政府信息公开申请数量 · 商业企业').fill('/');
  await expect(findings(page).getByText(/填的是“\/”，不是数字，没有的应填 0/)).toBeVisible();
  await findings(page).getByRole('button', { name: '改为 0' }).click();
  await expect(cell(page, '一、本年新收政府信息公开申请数量 · 商业企业')).toHaveValue('0');
});
