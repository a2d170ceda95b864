import { readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { addressParts, type CellAddress, cellsOf, isEntered } from '../formats/cells.ts';
import type { Format } from '../formats/format.ts';
import { FORMAT_2019 } from '../formats/format-2019.ts';
import { FORMAT_2021 } from '../formats/format-2021.ts';
import { type GridCell, gridOf } from '../formats/grid.ts';
import { STATUTORY_FORMATS } from '../formats/registry.ts';
import { differingTotals, type PastePlan, pastedTexts, planPaste } from '../paste/paste-plan.ts';
import { newReport } from '../report/raw-report.ts';
import { understand } from '../report/report.ts';
import { inTime } from '../testing/fuzzing.ts';

const parsePage = (html: string) => parseHTML(html).document;

interface Given {
  readonly table?: string;
  readonly format?: Format;
  readonly focus?: string;
  readonly rows?: number;
  readonly before?: Record<string, string>;
  readonly yes?: readonly string[];
}

interface Outcome {
  readonly plan: PastePlan;
  /** What is written, by `row/column`. */
  readonly texts: Record<string, string>;
  readonly strays: readonly string[];
  readonly asks: readonly string[];
  readonly totals: readonly string[];
}

/** Pastes into 表三 of 2021 at its first cell, unless told otherwise. */
function paste(clipboard: string, given: Given = {}): Outcome {
  const { table: id = 'requests', format = FORMAT_2021, focus, before = {}, yes = [] } = given;
  const section = format.sections.find((one) => one.id === id);
  if (section?.kind !== 'table') throw new Error('no such table');
  const { table } = section;
  const first = cellsOf(format).find((cell) => cell.table === table)!.address;
  const year = format === FORMAT_2021 ? 2025 : 2019;
  const raw = newReport(STATUTORY_FORMATS, { name: '某局', type: 'department' }, year)!;
  const cells = Object.fromEntries(
    Object.entries(before).map(([at, text]) => [`${id}/${at}`, text]),
  );
  const report = understand({ ...raw, cells }, format);
  const isHtml = clipboard.trimStart().startsWith('<');
  const content = { html: isHtml ? clipboard : '', text: isHtml ? '' : clipboard };
  const at = focus ? (`${id}/${focus}` as CellAddress) : first;
  const target = { report, table, focus: at, ...(given.rows ? { rows: given.rows } : {}) };
  const plan = planPaste(content, target, parsePage);
  const answers = new Set(yes);
  return {
    plan,
    texts: Object.fromEntries(
      Object.entries(pastedTexts(plan, answers)).map(([at, text]) => [
        at.slice(id.length + 1),
        text,
      ]),
    ),
    strays: plan.unmatched.map(({ raw: stray }) => stray),
    asks: plan.questions.map((question) => question.id),
    totals: differingTotals(plan, report, answers).map(
      ({ pasted, computed }) => `${pasted}≠${computed}`,
    ),
  };
}

/** A whole table as the form prints it, with a figure for every cell. */
function printedTable(
  format: Format,
  id: string,
  figure: (address: CellAddress) => string,
  wrap: (text: string) => string = (text) => text,
): string {
  const section = format.sections.find((one) => one.id === id);
  if (section?.kind !== 'table') throw new Error('no such table');
  const cell = ({ address, text, colSpan, rowSpan }: GridCell) =>
    `<td colspan="${colSpan}" rowspan="${rowSpan}">${wrap(address ? figure(address) : text)}</td>`;
  const rows = gridOf(section.table).rows.map(
    ({ cells }) => `<tr>${cells.map(cell).join('')}</tr>`,
  );
  return `<table>${rows.join('')}</table>`;
}

/** A figure of its own for every entered cell, and the true sum for every computed one. */
function figuresOf(format: Format, id: string): ReadonlyMap<string, string> {
  const raw = newReport(
    STATUTORY_FORMATS,
    { name: '某局', type: 'department' },
    format === FORMAT_2021 ? 2025 : 2019,
  )!;
  const own = cellsOf(format).filter((cell) => cell.table.id === id);
  const cells = Object.fromEntries(
    own.filter(isEntered).map(({ address }, at) => [address, String(at + 1)]),
  );
  const report = understand({ ...raw, cells }, format);
  return new Map(
    own.map(({ address, index }) => {
      const value = report.values[index];
      return [address, value?.state === 'known' ? value.text : ''];
    }),
  );
}

/** Every entered cell of a table with its figure, as it should be pasted. */
function allOf(format: Format, id: string): Record<string, string> {
  const figures = figuresOf(format, id);
  return Object.fromEntries(
    cellsOf(format)
      .filter((cell) => cell.table.id === id && isEntered(cell))
      .map(({ address }) => {
        const { row, column } = addressParts(address);
        return [`${row}/${column}`, figures.get(address)!];
      }),
  );
}

const RECEIVED_ROW = {
  'received/naturalPerson': '1',
  'received/enterprise': '2',
  'received/research': '3',
  'received/socialOrganization': '4',
  'received/legalService': '5',
  'received/otherOrganization': '6',
};

const SECRET_ROW = Object.fromEntries(
  Object.entries(RECEIVED_ROW).map(([at, text]) => [
    at.replace('received', 'denied.stateSecret'),
    text,
  ]),
);

describe('bare figures, from the active cell on', () => {
  test.each<[string, string, Given, Record<string, string>]>([
    ['one row from Excel', '1\t2\t3\t4\t5\t6\r\n', {}, RECEIVED_ROW],
    ['a row with its total', '1\t2\t3\t4\t5\t6\t21', {}, RECEIVED_ROW],
    [
      'a column',
      '7\n8',
      { focus: 'carriedIn/research' },
      { 'carriedIn/research': '7', 'granted/research': '8' },
    ],
    [
      'a rectangle in the middle',
      '1\t2\n3\t4',
      { focus: 'granted/research' },
      {
        'granted/research': '1',
        'granted/socialOrganization': '2',
        'partlyGranted/research': '3',
        'partlyGranted/socialOrganization': '4',
      },
    ],
    ['thousands', '1,259', {}, { 'received/naturalPerson': '1259' }],
    ['full-width digits', '１２', {}, { 'received/naturalPerson': '12' }],
    [
      'a counted unit',
      '12件\t3 件',
      {},
      { 'received/naturalPerson': '12', 'received/enterprise': '3' },
    ],
    [
      'blanks around',
      ' 5 \t\u00a06',
      {},
      { 'received/naturalPerson': '5', 'received/enterprise': '6' },
    ],
    [
      'a blank inside a row',
      '1\t\t3',
      {},
      { 'received/naturalPerson': '1', 'received/research': '3' },
    ],
    [
      'quoted cells with line ends',
      '"1"\t"2"\r\n"3"\t"4"',
      {},
      {
        'received/naturalPerson': '1',
        'received/enterprise': '2',
        'carriedIn/naturalPerson': '3',
        'carriedIn/enterprise': '4',
      },
    ],
    [
      'figures divided by blanks',
      '1 2 3',
      {},
      { 'received/naturalPerson': '1', 'received/enterprise': '2', 'received/research': '3' },
    ],
    [
      'an HTML table without labels',
      '<table><tr><td>1</td><td>2</td></tr></table>',
      {},
      { 'received/naturalPerson': '1', 'received/enterprise': '2' },
    ],
  ])('%s', (_name, clipboard, given, expected) => {
    const { texts, asks } = paste(clipboard, given);
    expect(texts).toEqual(expected);
    expect(asks).toEqual([]);
  });

  test('a blank leaves what was typed', () => {
    const { texts } = paste('1\t\t3', { before: { 'received/enterprise': '9' } });
    expect(texts).not.toHaveProperty('received/enterprise');
  });

  test('a single row is repeated over the rows that are marked, a block is not', () => {
    expect(paste('1\t2', { rows: 3 }).texts).toEqual({
      'received/naturalPerson': '1',
      'received/enterprise': '2',
      'carriedIn/naturalPerson': '1',
      'carriedIn/enterprise': '2',
      'granted/naturalPerson': '1',
      'granted/enterprise': '2',
    });
    expect(Object.keys(paste('1\n2', { rows: 3 }).texts)).toHaveLength(2);
  });

  test('what lies beyond the table is told', () => {
    const { texts, strays } = paste('1\t2\t3', { focus: 'carriedOut/otherOrganization' });
    expect(texts).toEqual({ 'carriedOut/otherOrganization': '1' });
    expect(strays).toEqual(['3']);
  });

  test('the whole table by place, totals compared', () => {
    const figures = figuresOf(FORMAT_2021, 'requests');
    const rows = new Map<string, string[]>();
    for (const [address, text] of figures) {
      const { row } = addressParts(address as CellAddress);
      rows.set(row, [...(rows.get(row) ?? []), text]);
    }
    const block = [...rows.values()].map((row) => row.join('\t')).join('\n');
    const { texts, totals } = paste(block);
    expect(texts).toEqual(allOf(FORMAT_2021, 'requests'));
    expect(totals).toEqual([]);
  });

  test('the whole table without sums asks before it skips them', () => {
    const all = Object.entries(allOf(FORMAT_2021, 'requests'));
    const rows = new Map<string, string[]>();
    for (const [at, text] of all) {
      const row = at.split('/')[0]!;
      rows.set(row, [...(rows.get(row) ?? []), text]);
    }
    const block = [...rows.values()].map((row) => row.join('\t')).join('\n');
    expect(paste(block).asks).toEqual(['skip sums']);
    expect(paste(block).texts).toEqual({});
    expect(paste(block, { yes: ['skip sums'] }).texts).toEqual(Object.fromEntries(all));
  });

  test('strange labels beside figures are asked about', () => {
    const clipboard = '信访件\t1\t2\n举报件\t3\t4';
    expect(paste(clipboard)).toMatchObject({ texts: {}, asks: ['by place'] });
    expect(paste(clipboard, { yes: ['by place'] }).texts).toEqual({
      'received/naturalPerson': '1',
      'received/enterprise': '2',
      'carriedIn/naturalPerson': '3',
      'carriedIn/enterprise': '4',
    });
  });
});

describe('what is no plain figure', () => {
  test.each(['——', '—', '-', '/', '／', '无'])(
    '%s is asked about once, and stays as it is without an answer',
    (dash) => {
      const clipboard = `${dash}\t1\t${dash}`;
      expect(paste(clipboard)).toMatchObject({
        asks: ['dash'],
        texts: { 'received/enterprise': '1' },
      });
      expect(paste(clipboard, { yes: ['dash'] }).texts).toMatchObject({
        'received/naturalPerson': '0',
        'received/research': '0',
      });
    },
  );

  test.each(['2.5', '-3', '见附件', '22（其中修订16件）', '1.2E+05', '###'])(
    '%s is shown as unreadable and kept as it is',
    (text) => {
      const { plan } = paste(`7\t${text}`);
      expect(plan.cells[1]).toMatchObject({ state: 'unreadable', text, raw: text });
    },
  );

  test('a dash never wipes out what was typed unless it is said to be 0', () => {
    const before = { 'received/naturalPerson': '5' };
    expect(paste('/\t1', { before }).texts).not.toHaveProperty('received/naturalPerson');
    expect(paste('/\t1', { before, yes: ['dash'] }).texts['received/naturalPerson']).toBe('0');
  });

  test('12.0 is asked about', () => {
    expect(paste('12.0\t1')).toMatchObject({ asks: ['round'] });
    expect(paste('12.0\t1', { yes: ['round'] }).texts['received/naturalPerson']).toBe('12');
  });

  test('money in another unit is converted on asking', () => {
    const given = { table: 'proactive', focus: 'fees/amount' };
    expect(paste('行政事业性收费\t589484元', given)).toMatchObject({ asks: ['money'] });
    expect(paste('行政事业性收费\t589484元', { ...given, yes: ['money'] }).texts).toEqual({
      'fees/amount': '58.9484',
    });
  });

  test('a head that states another unit counts as the unit of its figures', () => {
    const clipboard = '信息内容\t本年收费金额（单位：元）\n行政事业性收费\t20000';
    const outcome = paste(clipboard, { table: 'proactive', yes: ['money'] });
    expect(outcome.texts).toEqual({ 'fees/amount': '2' });
  });
});

describe('rows with their labels', () => {
  test.each<[string, string]>([
    ['divided by tabs', '1.属于国家秘密\t1\t2\t3\t4\t5\t6\t21'],
    ['divided by blanks: the 1 of the label is no value', '1.属于国家秘密 1 2 3 4 5 6 21'],
    ['without its number', '属于国家秘密\t1\t2\t3\t4\t5\t6\t21'],
    ['with its number in a cell of its own', '1\t属于国家秘密\t1\t2\t3\t4\t5\t6\t21'],
    ['with other punctuation', '1．属于国家秘密\t1\t2\t3\t4\t5\t6\t21'],
    [
      'with its group before it',
      '三、本年度办理结果\t（三）不予公开\t1.属于国家秘密\t1\t2\t3\t4\t5\t6\t21',
    ],
    ['with blanks in it', '1. 属于 国家秘密\t1\t2\t3\t4\t5\t6\t21'],
    ['one cell a line', '1.属于国家秘密\n1\n2\n3\n4\n5\n6\n21'],
    ['between pipes', '| 1.属于国家秘密 | 1 | 2 | 3 | 4 | 5 | 6 | 21 |'],
  ])('%s', (_name, clipboard) => {
    const { texts, asks, totals, strays } = paste(clipboard, { focus: 'received/research' });
    expect({ texts, asks, totals, strays }).toEqual({
      texts: SECRET_ROW,
      asks: [],
      totals: [],
      strays: [],
    });
  });

  test('labels in CJK radicals, as PDFs have them, are read', () => {
    const { texts } = paste('⼀、本年新收政府信息公开申请数量\t1\t2\t3\t4\t5\t6\t21');
    expect(texts).toEqual(RECEIVED_ROW);
  });

  test('a label with a slip of the pen is asked about', () => {
    const clipboard = '保护第三方合法权利\t1\t2\t3\t4\t5\t6\t21';
    const { texts, asks } = paste(clipboard);
    expect(texts).toEqual({});
    expect(asks).toEqual(['like 保护第三方合法权利']);
    expect(paste(clipboard, { yes: asks }).texts).toMatchObject({
      'denied.thirdPartyRights/naturalPerson': '1',
    });
  });

  test('rows in another order and only some of them go where they belong', () => {
    const { texts } = paste(
      '四、结转下年度继续办理\t1\t0\t0\t0\t0\t0\t1\n（一）予以公开\t5\t0\t0\t0\t0\t0\t5',
    );
    expect(texts).toMatchObject({ 'carriedOut/naturalPerson': '1', 'granted/naturalPerson': '5' });
    expect(Object.keys(texts)).toHaveLength(12);
  });

  test('a row of a strange name among known ones is told', () => {
    const { strays, texts } = paste('（一）予以公开\t1\t0\t0\t0\t0\t0\t1\n某行\t3');
    expect(strays).toEqual(['某行 3']);
    expect(texts['granted/naturalPerson']).toBe('1');
  });

  test('a row without the total is asked about', () => {
    const clipboard = '（一）予以公开\t1\t2\t3\t4\t5\t6';
    expect(paste(clipboard)).toMatchObject({ texts: {}, asks: ['without totals'] });
    expect(paste(clipboard, { yes: ['without totals'] }).texts['granted/otherOrganization']).toBe(
      '6',
    );
  });

  test('a row of running text with a figure too few is not guessed at', () => {
    const { texts, strays } = paste('（一）予以公开 1 2 3 4 5 15');
    expect(texts).toEqual({});
    expect(strays).toEqual(['1 2 3 4 5 15']);
  });

  test('a row number glued to the last figure spoils the row, not its neighbours', () => {
    const { texts } = paste(
      '1.属于国家秘密 1 0 0 0 0 0 12.其他法律行政法规禁止公开 2 0 0 0 0 0 2 3.危及“三安全一稳定” 3 0 0 0 0 0 3',
    );
    expect(texts).not.toHaveProperty('denied.stateSecret/naturalPerson');
    expect(texts['denied.securityAndStability/naturalPerson']).toBe('3');
  });

  test('a row of running text that contradicts its own total is asked about', () => {
    expect(paste('（一）予以公开 1 2 3 4 5 6 20').asks).toEqual(['sum granted']);
  });

  test('a pasted total that differs from the computed one is told', () => {
    expect(paste('（一）予以公开\t1\t2\t3\t4\t5\t6\t22').totals).toEqual(['22≠21']);
  });
});

describe('rows in which nothing stands but 0', () => {
  const zeros = (row: string) =>
    Object.fromEntries(
      ['naturalPerson', 'enterprise', 'research', 'socialOrganization', 'legalService'].map(
        (column) => [`${row}/${column}`, '0'],
      ),
    );

  test.each<[string, string]>([
    ['its total alone', '（一）予以公开\t\t\t\t\t\t\t0'],
    ['a 0 that slipped one column, the total blank', '（一）予以公开\t\t\t\t\t\t0\t'],
    ['some zeros and some blanks', '（一）予以公开\t0\t\t\t0\t\t\t0'],
  ])('%s: the blanks are asked about once and become 0', (_name, clipboard) => {
    expect(paste(clipboard).asks).toEqual(['zero rows']);
    expect(paste(clipboard, { yes: ['zero rows'] }).texts).toEqual({
      ...zeros('granted'),
      'granted/otherOrganization': '0',
    });
  });

  test('what was typed in such a row stays', () => {
    const before = { 'granted/research': '4' };
    const { texts } = paste('（一）予以公开\t\t\t\t\t\t\t0', { before, yes: ['zero rows'] });
    expect(texts).not.toHaveProperty('granted/research');
    expect(texts['granted/enterprise']).toBe('0');
  });

  test('a row with a figure, or without the place of its total, is not asked about', () => {
    expect(paste('（一）予以公开\t3\t\t\t\t\t\t3').asks).toEqual(['with blanks']);
    expect(paste('0\t\t0').asks).toEqual([]);
  });

  test('a label that is only alike stays in question, zeros or not', () => {
    const clipboard = '保护第三方合法权利\t0\t\t\t\t\t\t0';
    const { texts, asks } = paste(clipboard, { yes: ['zero rows', 'with blanks'] });
    expect(texts).toEqual({});
    expect(asks).toEqual(['like 保护第三方合法权利, with blanks']);
  });
});

describe('the tables of 大渡口 2019 as they stand in its text, heads and labels scattered', () => {
  const clipboard = (id: string) =>
    readFileSync(
      new URL(`../../e2e/fixtures/dadukou-2019-tables/${id}.txt`, import.meta.url),
      'utf8',
    );

  test.each([
    ['proactive', 22, []],
    ['requests', 132, ['zero rows']],
    ['disputes', 12, []],
  ])('%s is read whole', (id, cells, asks) => {
    const outcome = paste(clipboard(id), { format: FORMAT_2019, table: id, yes: asks });
    expect(outcome.asks).toEqual(asks);
    expect(outcome.strays).toEqual([]);
    expect(Object.keys(outcome.texts)).toHaveLength(cells);
  });
});

describe('whole tables', () => {
  const wraps: readonly [string, (text: string) => string][] = [
    ['plain', (text) => text],
    ['from Word', (text) => `<p class=MsoNormal><span lang=EN-US>${text}<o:p></o:p></span></p>`],
    ['from WPS', (text) => `<p><font face="宋体">${text}</font>&nbsp;</p>`],
    [
      'of a page with a character a span',
      (text) => [...text].map((one) => `<span>${one}</span>`).join(''),
    ],
  ];
  const tables: readonly [string, Format, string][] = [
    ['表二 2021', FORMAT_2021, 'proactive'],
    ['表三 2021', FORMAT_2021, 'requests'],
    ['表四 2021', FORMAT_2021, 'disputes'],
    ['表二 2019', FORMAT_2019, 'proactive'],
    ['表三 2019', FORMAT_2019, 'requests'],
  ];
  const cases = tables.flatMap(([name, format, id]) =>
    wraps.map(([how, wrap]) => [`${name} ${how}`, format, id, wrap] as const),
  );

  test.each(cases)('%s', (_name, format, id, wrap) => {
    const figures = figuresOf(format, id);
    const html = printedTable(format, id, (address) => figures.get(address)!, wrap);
    const outcome = paste(html, { format, table: id });
    expect(outcome.texts).toEqual(allOf(format, id));
    expect(outcome).toMatchObject({ asks: [], strays: [], totals: [] });
  });

  test.each(tables)('%s turned, rows as columns', (_name, format, id) => {
    const figures = figuresOf(format, id);
    const page = parsePage(printedTable(format, id, (address) => figures.get(address)!));
    const turnedHtml = transposed(page);
    const outcome = paste(turnedHtml, { format, table: id });
    expect(outcome.texts).toEqual(allOf(format, id));
  });

  test.each(tables)('%s copied as tabbed text', (_name, format, id) => {
    const figures = figuresOf(format, id);
    const page = parsePage(printedTable(format, id, (address) => figures.get(address)!));
    const outcome = paste(tabbed(page), { format, table: id });
    expect(outcome.texts).toEqual(allOf(format, id));
  });

  test.each(tables)('%s as running text', (_name, format, id) => {
    const figures = figuresOf(format, id);
    const page = parsePage(printedTable(format, id, (address) => figures.get(address)!));
    const words = [...page.querySelectorAll('td')].map((cell) => cell.textContent).join('\n');
    const outcome = paste(words, { format, table: id });
    expect(outcome.texts).toEqual(allOf(format, id));
  });

  test('表四 as a line of fifteen figures', () => {
    const figures = [...figuresOf(FORMAT_2021, 'disputes').values()];
    const outcome = paste(figures.join('\t'), {
      table: 'disputes',
      focus: 'litigationDirect/upheld',
    });
    expect(outcome.texts).toEqual(allOf(FORMAT_2021, 'disputes'));
  });

  test('a table among others on a page laid out with tables', () => {
    const table = (id: string) => {
      const figures = figuresOf(FORMAT_2021, id);
      return printedTable(FORMAT_2021, id, (address) => figures.get(address)!);
    };
    const all = `${table('proactive')}<p>三、…</p>${table('requests')}${table('disputes')}`;
    const html = `<table><tr><td>${all}</td><td>导航</td></tr></table>`;
    for (const id of ['proactive', 'requests', 'disputes']) {
      expect(paste(html, { table: id }).texts).toEqual(allOf(FORMAT_2021, id));
    }
  });

  test('表二 with figures that are not merged over its three columns', () => {
    const html = `<table>
      <tr><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr>
      <tr><td>规章</td><td>1</td><td>2</td><td>3</td></tr>
      <tr><td colspan="4">第二十条第（五）项</td></tr>
      <tr><td>信息内容</td><td colspan="3">本年处理决定数量</td></tr>
      <tr><td>行政许可</td><td></td><td>9</td><td></td></tr></table>`;
    expect(paste(html, { table: 'proactive' }).texts).toEqual({
      'rules/issued': '1',
      'rules/repealed': '2',
      'rules/effective': '3',
      'licensing/decisions': '9',
    });
  });

  test('a table broken over two pages with its group printed twice', () => {
    const row = (label: string, figure: number) =>
      `<tr><td>三、本年度办理结果</td><td colspan="2">${label}</td>${`<td>${figure}</td>`.repeat(6)}<td>${figure * 6}</td></tr>`;
    const html = `<table>${row('（一）予以公开', 1)}</table><table>${row('（七）总计', 1)}</table>`;
    expect(paste(html).texts).toMatchObject({ 'granted/naturalPerson': '1' });
    expect(Object.keys(paste(html).texts)).toHaveLength(6);
  });

  test('a script in a cell is no part of its text', () => {
    const html =
      '<table><tr><td><script>x=1</script>1<style>td{}</style></td><td>2</td></tr></table>';
    expect(paste(html).texts).toEqual({
      'received/naturalPerson': '1',
      'received/enterprise': '2',
    });
  });

  test('the ruler of a table in notes is no row, a row of dashes is one', () => {
    const ruler =
      '（一）予以公开\t1\t0\t0\t0\t0\t0\t1\n------\t------\n（二）部分公开\t/\t-\t-\t-\t-\t-\t-';
    expect(paste(ruler).asks).toEqual(['dash']);
    expect(paste('| - | 2 |\n| 3 | 4 |').texts).toMatchObject({ 'carriedIn/enterprise': '4' });
  });

  test('heads that have lost the cells before them are not believed', () => {
    const html = `<table><tr><td>自然人</td><td>商业企业</td><td>科研机构</td><td>社会公益组织</td>
      <td>法律服务机构</td><td>其他</td><td>总计</td></tr>
      <tr><td colspan="3">（一）予以公开</td><td>4</td><td>5</td></tr>
      <tr><td colspan="3">（二）部分公开</td><td>1</td><td>2</td><td>3</td><td>4</td><td>5</td><td>6</td><td>21</td></tr></table>`;
    const { texts, strays } = paste(html);
    expect(strays).toEqual(['4 5']);
    expect(texts).toMatchObject({ 'partlyGranted/naturalPerson': '1' });
    expect(Object.keys(texts)).toHaveLength(6);
  });

  test('one cell a line with a bar behind it is read as lines', () => {
    const { texts } = paste('（一）予以公开 |\n1 |\n2 |\n3 |\n4 |\n5 |\n6 |\n21 |\n||||\n');
    expect(texts).toMatchObject({ 'granted/naturalPerson': '1', 'granted/otherOrganization': '6' });
  });

  test('减4 and 增2 are changes, asked about', () => {
    const given = { format: FORMAT_2019, table: 'proactive' };
    const { asks } = paste('行政许可\t6\t减4\t2', given);
    expect(asks).toEqual(['round']);
    expect(paste('行政许可\t6\t减4\t2', { ...given, yes: asks }).texts).toEqual({
      'licensing/lastYearItems': '6',
      'licensing/change': '-4',
      'licensing/decisions': '2',
    });
  });

  test('hidden rows of a sheet are not pasted', () => {
    const html =
      '<table><tr style="display:none"><td>9</td></tr><tr><td>1</td><td style="mso-ignore:colspan" colspan=2>2</td><td>3</td></tr></table>';
    expect(paste(html).texts).toEqual({
      'received/naturalPerson': '1',
      'received/enterprise': '2',
      'received/research': '3',
    });
  });
});

describe('what belongs to another form', () => {
  test('表二 of 2019 is not pasted into that of 2021', () => {
    const figures = figuresOf(FORMAT_2019, 'proactive');
    const html = printedTable(FORMAT_2019, 'proactive', (address) => figures.get(address)!);
    const { texts, strays } = paste(html, { table: 'proactive' });
    expect(texts).toEqual({});
    expect(strays.length).toBeGreaterThan(0);
  });

  test('the single row （六）其他处理 of 2019 has no place in 2021', () => {
    const figures = figuresOf(FORMAT_2019, 'requests');
    const html = printedTable(FORMAT_2019, 'requests', (address) => figures.get(address)!);
    const { texts } = paste(html);
    expect(Object.keys(texts).filter((at) => at.startsWith('otherOutcome'))).toEqual([]);
    expect(texts['carriedOut/naturalPerson']).toBe(
      figures.get('requests/carriedOut/naturalPerson'),
    );
  });

  test('表四 is not pasted into 表三', () => {
    const figures = figuresOf(FORMAT_2021, 'disputes');
    const html = printedTable(FORMAT_2021, 'disputes', (address) => figures.get(address)!);
    expect(paste(html).texts).toEqual({});
  });

  test('the same cell twice with different figures is nobody’s', () => {
    const row = (figure: number) => `（一）予以公开${`\t${figure}`.repeat(6)}\t${figure * 6}`;
    const { texts, strays } = paste(`${row(1)}\n${row(2)}`);
    expect(texts).toEqual({});
    expect(strays).toContain('1 2');
  });
});

describe('junk', () => {
  test.each<[string, string]>([
    ['nothing', ''],
    ['words', '全年公开信息28条，办公室牵头。'],
    ['an empty table', '<table><tr><td></td></tr></table>'],
    ['a broken table', '<table><tr><td>'],
  ])('%s gives a plan without cells', (_name, clipboard) => {
    expect(paste(clipboard).plan.cells).toEqual([]);
  });

  test('a megabyte of it is refused in a moment', () => {
    const junk = '政府信息 公开 指南 <b>x</b>\t|abc'.repeat(40_000);
    const table = `<table>${'<tr><td>junk'.repeat(80_000)}`;
    expect(inTime(() => paste(junk)).plan.cells).toEqual([]);
    expect(inTime(() => paste(table)).plan.cells).toEqual([]);
  });
});

function gridTexts(page: Document): string[][] {
  const rows: string[][] = [];
  [...page.querySelectorAll('tr')].forEach((line, row) => {
    rows[row] = rows[row] ?? [];
    let column = 0;
    for (const cell of line.children) {
      while (rows[row]![column] !== undefined) column += 1;
      const down = Number(cell.getAttribute('rowspan') ?? 1);
      const across = Number(cell.getAttribute('colspan') ?? 1);
      for (let r = row; r < row + down; r += 1) {
        rows[r] = rows[r] ?? [];
        for (let c = column; c < column + across; c += 1) rows[r]![c] = '';
      }
      rows[row]![column] = cell.textContent ?? '';
    }
  });
  return rows;
}

function tabbed(page: Document): string {
  return gridTexts(page)
    .map((row) => row.join('\t'))
    .join('\r\n');
}

function transposed(page: Document): string {
  const rows = gridTexts(page);
  const width = Math.max(...rows.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, at) => rows.map((row) => row[at] ?? ''));
  const lines = columns.map(
    (cells) => `<tr>${cells.map((text) => `<td>${text}</td>`).join('')}</tr>`,
  );
  return `<table>${lines.join('')}</table>`;
}
