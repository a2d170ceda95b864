/**
 * What goes over from one year to the next: applications carried over, documents in force, items of
 * 2019. Silent where last year's report was not given, or printed a table that counts other things.
 */
import { addressOf, type CellAddress, cellAt, cellsOf } from '../../formats/cells.ts';
import { CARRY_OVER } from '../../formats/requests-section.ts';
import { rowName } from '../line.ts';
import type { Found, TableContext, TableRule } from '../named-rule.ts';
import { known, type Pair, pairFound, pairOf, sameFormat } from './last-year.ts';

/** What came over from last year, in every column. */
const CARRIED_IN = { table: CARRY_OVER.table, rows: [CARRY_OVER.into] };
/** Rows of documents in force, and of items, in table two. */
const DOCUMENTS = ['rules', 'normativeDocuments'];
const ITEMS = ['licensing', 'otherServices', 'penalties', 'coercion', 'fees'];

function columnsOfRequests({ report }: TableContext): readonly string[] {
  const columns = cellsOf(report.format)
    .filter(({ table }) => table.id === 'requests')
    .map(({ column }) => column.id);
  return [...new Set(columns)];
}

interface CarryOver extends Pair {
  readonly column: string;
  readonly label: string;
  readonly cell: CellAddress;
}

function carriedOverWrongly(context: TableContext): readonly CarryOver[] {
  return columnsOfRequests(context).flatMap((column) => {
    const { table, from, into } = CARRY_OVER;
    const cell = addressOf(table, into, column);
    const pair = pairOf(context, cell, addressOf(table, from, column));
    if (!pair || pair.before.eq(pair.now)) return [];
    const label = cellAt(context.report.format, cell)?.column.label ?? column;
    return [{ ...pair, column, label, cell }];
  });
}

function carryOverFound({ before, now, label, cell, column }: CarryOver): Found {
  const difference = now.minus(before).abs().toFixed();
  return {
    key: column,
    section: 'requests',
    cells: [cell],
    problem: `${label}：本年上年结转 ${now.toFixed()}，上年年报结转下年 ${before.toFixed()}，相差 ${difference}`,
    numbers: [
      { label: '本年上年结转', value: now.toFixed() },
      { label: '上年年报结转下年', value: before.toFixed() },
    ],
  };
}

function totalCarriedOver(context: TableContext): readonly Found[] {
  return carriedOverWrongly(context)
    .filter(({ column }) => column === 'total')
    .map(carryOverFound);
}

/** Where the totals differ the total says it; per column it is told where only the split differs. */
function splitCarriedOver(context: TableContext): readonly Found[] {
  const wrong = carriedOverWrongly(context);
  if (wrong.some(({ column }) => column === 'total')) return [];
  return wrong.map(carryOverFound);
}

function stockOfDocuments(context: TableContext): readonly Found[] {
  const { report, lastYear } = context;
  if (!lastYear || !sameFormat(context)) return [];
  return DOCUMENTS.flatMap((row) => {
    const at = (column: string): CellAddress => `proactive/${row}/${column}`;
    const before = known(lastYear, at('effective'));
    const [issued, repealed, effective] = ['issued', 'repealed', 'effective'].map((column) =>
      known(report, at(column)),
    );
    const cell = cellAt(report.format, at('effective'));
    if (!before || !issued || !repealed || !effective || !cell) return [];
    const expected = before.plus(issued).minus(repealed);
    if (expected.eq(effective)) return [];
    const difference = effective.minus(expected).abs().toFixed();
    return [
      {
        key: row,
        section: 'proactive',
        cells: [at('effective'), at('issued'), at('repealed')],
        problem: `${rowName(cell)}：上年现行有效 ${before.toFixed()} ＋ 本年制发 ${issued.toFixed()} － 本年废止 ${repealed.toFixed()} ＝ ${expected.toFixed()}，现行有效填的是 ${effective.toFixed()}，相差 ${difference}`,
        numbers: [
          { label: '上年现行有效', value: before.toFixed() },
          { label: '本年制发', value: issued.toFixed() },
          { label: '本年废止', value: repealed.toFixed() },
          { label: '现行有效', value: effective.toFixed() },
        ],
      },
    ];
  });
}

function itemsCarriedOver(context: TableContext): readonly Found[] {
  const { lastYear, report } = context;
  if (!lastYear || !sameFormat(context)) return [];
  return ITEMS.flatMap((row) => {
    const cell: CellAddress = `proactive/${row}/lastYearItems`;
    const items = known(lastYear, cell);
    const change = known(lastYear, `proactive/${row}/change`);
    const now = known(report, cell);
    if (!items || !change || !now || items.plus(change).eq(now)) return [];
    const name = rowName(cellAt(report.format, cell)!);
    return [
      pairFound(
        'proactive',
        cell,
        { before: items.plus(change), now },
        `${name}：上年年报项目数 ${items.toFixed()}，增减 ${change.toFixed()}，合计 ${items.plus(change).toFixed()}，本年“上一年项目数量”填的是 ${now.toFixed()}`,
      ),
    ];
  });
}

function disclosedStock(context: TableContext): readonly Found[] {
  const { lastYear, report } = context;
  if (!lastYear || !sameFormat(context)) return [];
  return DOCUMENTS.flatMap((row) => {
    const cell: CellAddress = `proactive/${row}/totalDisclosed`;
    const before = known(lastYear, cell);
    const added = known(report, `proactive/${row}/newlyDisclosed`);
    const now = known(report, cell);
    if (!before || !added || !now || now.lte(before.plus(added))) return [];
    const name = rowName(cellAt(report.format, cell)!);
    return [
      pairFound(
        'proactive',
        cell,
        { before, now },
        `${name}：对外公开总数量 ${now.toFixed()}，多于上年 ${before.toFixed()} ＋ 本年新公开 ${added.toFixed()}`,
      ),
    ];
  });
}

const CARRY_OVER_EXPLANATIONS = [
  '经核对台账，上年结转件数有误，本年予以更正。',
  '因机构改革，有关单位的申请并入（划出）本机关。',
  '上年年报公布后有申请补登。',
];
const CARRY_OVER_SOURCE = '上年年报的“四、结转下年度继续办理”';

/** Rules on what the report of last year carries into this one. */
export const CARRY_OVER_RULES: readonly TableRule[] = [
  // The catalogue says error, to be overridden with a reason. In seventeen years of a comparable
  // report a third of the bodies had a reason: so it is a reminder, which asks for one as well.
  {
    id: 'Y-01',
    reads: [CARRIED_IN],
    severity: 'reminder',
    title: '上年结转等于上年年报的结转下年',
    advice: '核对两个数；确有变动的，写明原因。',
    source: CARRY_OVER_SOURCE,
    explanations: CARRY_OVER_EXPLANATIONS,
    judge: (context) => (sameFormat(context) ? totalCarriedOver(context) : []),
  },
  {
    id: 'Y-02',
    reads: [CARRIED_IN],
    severity: 'reminder',
    title: '各类申请人的上年结转等于上年年报的结转下年',
    advice: '核对申请人类别；确有变动的，写明原因。',
    source: CARRY_OVER_SOURCE,
    explanations: ['上年申请人类别登记有误，本年予以更正。'],
    judge: splitCarriedOver,
  },
  {
    id: 'Y-03',
    reads: [{ table: 'proactive', rows: DOCUMENTS, columns: ['issued', 'repealed', 'effective'] }],
    severity: 'reminder',
    title: '现行有效等于上年现行有效加本年制发减本年废止',
    advice: '核对三个数；有失效、清理或划转的，写明件数。',
    source: '表二各列含义推得',
    formats: ['2021'],
    explanations: [
      '本年另有文件有效期届满失效，失效不计入废止。',
      '按文件清理结果调整了统计口径。',
      '因机构改革，文件划入或划出。',
    ],
    judge: stockOfDocuments,
  },
  {
    id: 'Y-04',
    reads: [{ table: 'proactive', rows: ITEMS, columns: ['lastYearItems'] }],
    severity: 'reminder',
    title: '上一年项目数量等于上年年报的项目数量加增减',
    advice: '核对上一年项目数量。',
    source: '表二各列含义推得',
    formats: ['2019'],
    explanations: ['上年项目数量统计有误，本年予以更正。'],
    judge: itemsCarriedOver,
  },
  {
    id: 'Y-05',
    reads: [{ table: 'proactive', rows: DOCUMENTS, columns: ['newlyDisclosed', 'totalDisclosed'] }],
    severity: 'reminder',
    title: '对外公开总数量不多于上年总数量加本年新公开',
    advice: '核对对外公开总数量。',
    source: '表二各列含义推得',
    formats: ['2019'],
    explanations: ['补充公开了往年的文件。'],
    judge: disclosedStock,
  },
  {
    id: 'Y-07',
    reads: [CARRIED_IN],
    severity: 'reminder',
    title: '格式更换的年份，上年结转仍等于上年年报的结转下年',
    advice: '核对两个数；确有变动的，写明原因。',
    source: CARRY_OVER_SOURCE,
    explanations: CARRY_OVER_EXPLANATIONS,
    judge: (context) => (sameFormat(context) ? [] : totalCarriedOver(context)),
  },
];
