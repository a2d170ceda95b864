import { describe, expect, test } from 'vitest';
import { AGENCY_TYPE_IDS } from './agency.ts';
import { cellAt, cellsOf, isEntered, leafColumns, leafRows, tableSections } from './cells.ts';
import { type Format, isRowGroup, type RowNode } from './format.ts';
import { gridOf } from './grid.ts';
import { formatForYear, STATUTORY_FORMATS } from './registry.ts';
import type { CellRule, Comparison } from './rule.ts';

/** The wording of the notices, typed here from the printed form and from nowhere in the program. */
const REQUEST_LABELS_2021 = [
  '一、本年新收政府信息公开申请数量',
  '二、上年结转政府信息公开申请数量',
  '（一）予以公开',
  '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
  '1.属于国家秘密',
  '2.其他法律行政法规禁止公开',
  '3.危及“三安全一稳定”',
  '4.保护第三方合法权益',
  '5.属于三类内部事务信息',
  '6.属于四类过程性信息',
  '7.属于行政执法案卷',
  '8.属于行政查询事项',
  '1.本机关不掌握相关政府信息',
  '2.没有现成信息需要另行制作',
  '3.补正后申请内容仍不明确',
  '1.信访举报投诉类申请',
  '2.重复申请',
  '3.要求提供公开出版物',
  '4.无正当理由大量反复申请',
  '5.要求行政机关确认或重新出具已获取信息',
  '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
  '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
  '3.其他',
  '（七）总计',
  '四、结转下年度继续办理',
];
const REQUEST_LABELS_2019 = [
  ...REQUEST_LABELS_2021.slice(0, 20),
  '（六）其他处理',
  '（七）总计',
  '四、结转下年度继续办理',
];
const APPLICANTS = [
  '自然人',
  '商业企业',
  '科研机构',
  '社会公益组织',
  '法律服务机构',
  '其他',
  '总计',
];
const HEADINGS = [
  '一、总体情况',
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
  '五、存在的主要问题及改进情况',
  '六、其他需要报告的事项',
];

function format(id: string): Format {
  const found = STATUTORY_FORMATS.find((one) => one.id === id);
  if (!found) throw new Error(id);
  return found;
}

function table(id: string, name: string) {
  const section = tableSections(format(id)).find((one) => one.id === name);
  if (!section) throw new Error(name);
  return section.table;
}

function groupLabels(nodes: readonly RowNode[]): readonly string[] {
  return nodes.flatMap((node) =>
    isRowGroup(node) ? [`${node.label} ${node.rows.length}`, ...groupLabels(node.rows)] : [],
  );
}

function rightTerms(right: Comparison['right']): readonly string[] {
  return typeof right === 'number' ? [] : right;
}

function termsOf(rule: CellRule): readonly string[] {
  switch (rule.kind) {
    case 'balance':
      return [...rule.left, ...rule.right];
    case 'comparison':
      return [...rule.holds.left, ...rightTerms(rule.holds.right)];
    case 'forbidden':
      return rule.when.flatMap(({ left, right }) => [...left, ...rightTerms(right)]);
    case 'suspect':
      return [...rule.left, ...rule.right];
    case 'share':
      return [...rule.part, ...rule.whole];
    default:
      return [];
  }
}

describe('the statutory wording', () => {
  test('table three prints 25 rows in the 2021 format and 23 in the 2019 format, word for word', () => {
    const labels = (id: string) =>
      table(id, 'requests').blocks.flatMap(({ rows }) =>
        leafRows(rows).map(({ row }) => row.label),
      );
    expect(labels('2021')).toEqual(REQUEST_LABELS_2021);
    expect(labels('2019')).toEqual(REQUEST_LABELS_2019);
  });

  test('the groups of table three stand over as many rows as the form prints', () => {
    const groups = table('2021', 'requests').blocks.flatMap(({ rows }) => groupLabels(rows));
    expect(groups).toEqual([
      '三、本年度办理结果 7',
      '（三）不予公开 8',
      '（四）无法提供 3',
      '（五）不予处理 5',
      '（六）其他处理 3',
    ]);
  });

  test.each(['2019', '2021'])(
    'the %s format has the six headings of the notice and seven applicant columns',
    (id) => {
      expect(format(id).sections.map(({ heading }) => heading)).toEqual(HEADINGS);
      const columns = table(id, 'requests').blocks.flatMap((block) => leafColumns(block.columns));
      expect(columns.map(({ label }) => label)).toEqual(APPLICANTS);
    },
  );

  test('table two of 2021 counts documents made, repealed and in force, decisions, and fees in 万元', () => {
    const blocks = table('2021', 'proactive').blocks.map((block) => [
      block.title,
      leafColumns(block.columns).map(({ label }) => label),
      leafRows(block.rows).map(({ row }) => row.label),
    ]);
    expect(blocks).toEqual([
      [
        '第二十条第（一）项',
        ['本年制发件数', '本年废止件数', '现行有效件数'],
        ['规章', '行政规范性文件'],
      ],
      ['第二十条第（五）项', ['本年处理决定数量'], ['行政许可']],
      ['第二十条第（六）项', ['本年处理决定数量'], ['行政处罚', '行政强制']],
      ['第二十条第（八）项', ['本年收费金额（单位：万元）'], ['行政事业性收费']],
    ]);
  });

  test('table two of 2019 counts items in five blocks', () => {
    const blocks = table('2019', 'proactive').blocks.map((block) => [
      block.title,
      leafColumns(block.columns).map(({ label }) => label),
      leafRows(block.rows).map(({ row }) => row.label),
    ]);
    expect(blocks).toEqual([
      [
        '第二十条第（一）项',
        ['本年新制作数量', '本年新公开数量', '对外公开总数量'],
        ['规章', '规范性文件'],
      ],
      [
        '第二十条第（五）项',
        ['上一年项目数量', '本年增/减', '处理决定数量'],
        ['行政许可', '其他对外管理服务事项'],
      ],
      [
        '第二十条第（六）项',
        ['上一年项目数量', '本年增/减', '处理决定数量'],
        ['行政处罚', '行政强制'],
      ],
      ['第二十条第（八）项', ['上一年项目数量', '本年增/减'], ['行政事业性收费']],
      ['第二十条第（九）项', ['采购项目数量', '采购总金额'], ['政府集中采购']],
    ]);
  });

  test('table four is one strip of fifteen figures under three heads', () => {
    const grid = gridOf(table('2021', 'disputes'));
    const figures = grid.rows.flatMap(({ cells }) => cells.filter(({ address }) => address));
    expect(figures).toHaveLength(15);
    expect(grid.rows[0]?.cells.map(({ text, colSpan }) => [text, colSpan])).toEqual([
      ['行政复议', 5],
      ['行政诉讼', 10],
    ]);
  });
});

describe.each(STATUTORY_FORMATS)('the format $id as data', (one) => {
  test('has no empty label, and no two cells that sound the same within a section', () => {
    for (const cell of cellsOf(one)) {
      expect(cell.row.label.trim()).not.toBe('');
      expect(cell.column.label.trim()).not.toBe('');
    }
    const names = cellsOf(one).map(
      ({ section, block, name }) => `${section.id} ${block.title} ${name}`,
    );
    expect(new Set(names).size).toBe(names.length);
  });

  test('has each address once', () => {
    const addresses = cellsOf(one).map(({ address }) => address);
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  test('sums only cells it has, and never in a circle', () => {
    const depth = (address: string, above: readonly string[]): number => {
      expect(above).not.toContain(address);
      const cell = cellAt(one, address);
      if (!cell) throw new Error(`no cell ${address}`);
      const below = (cell.addends ?? []).map((addend) => depth(addend, [...above, address]));
      return 1 + Math.max(0, ...below);
    };
    for (const { address } of cellsOf(one)) expect(depth(address, [])).toBeGreaterThan(0);
  });

  test('computes the total of every row, the total of results and nothing that the balance would give', () => {
    const computed = cellsOf(one).filter((cell) => !isEntered(cell));
    const rows = new Set(computed.map(({ row, column }) => (column.id === 'total' ? '' : row.id)));
    expect([...rows].filter(Boolean)).toEqual(['concluded']);
    expect(isEntered(cellAt(one, 'requests/carriedOut/naturalPerson')!)).toBe(true);
  });

  test('names only rows, columns and tables it has in its rules', () => {
    for (const rule of one.rules) {
      const cells = cellsOf(one);
      const rows = cells.map(({ row }) => row.id);
      const columns = cells.map(({ column }) => column.id);
      const ids = new Set([...rows, ...columns]);
      for (const term of termsOf(rule)) expect(ids).toContain(term.replace(/^-/, ''));
      const tables = tableSections(one).map((section) => section.table.id);
      if ('at' in rule) expect(tables).toContain(rule.at.table);
      if ('at' in rule) for (const line of rule.at.lines ?? []) expect(ids).toContain(line);
      if ('cells' in rule) {
        expect(tables).toContain(rule.cells.table);
        for (const row of rule.cells.rows ?? []) expect(rows).toContain(row);
        for (const column of rule.cells.columns ?? []) expect(columns).toContain(column);
      }
      expect(rule.title && rule.advice && rule.source).toBeTruthy();
      for (const body of rule.bodies ?? []) expect(AGENCY_TYPE_IDS).toContain(body);
    }
  });

  test('prints grids whose every line fills all columns', () => {
    for (const { table: printed } of tableSections(one)) {
      const grid = gridOf(printed);
      const free = grid.rows.map(() => grid.columnCount);
      grid.rows.forEach(({ cells }, at) => {
        for (const { colSpan, rowSpan } of cells) {
          for (let line = at; line < at + rowSpan; line += 1) free[line]! -= colSpan;
        }
      });
      expect(free).toEqual(grid.rows.map(() => 0));
      expect(grid.widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(1);
    }
  });
});

test('the report year chooses the format', () => {
  const chosen = [2018, 2019, 2020, 2021, 2030].map(
    (year) => formatForYear(STATUTORY_FORMATS, year)?.id,
  );
  expect(chosen).toEqual([undefined, '2019', '2019', '2021', '2021']);
});
