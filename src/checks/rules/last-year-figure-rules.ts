/**
 * Figures that changed too much since last year, or not at all. Silent where last year's report was
 * not given.
 */
import { type CellAddress, cellAt, cellsOf } from '../../formats/cells.ts';
import { figureText } from '../../report/report.ts';
import { rowName } from '../line.ts';
import type { Found, TableContext, TableRule } from '../named-rule.ts';
import { known, pairFound, pairOf, sameFormat } from './last-year.ts';

const SMALL = 10;
const MOST_TIMES = 10;
const LEAST_SHARE = 5;

/** Total cells of table three, and table two where both years print the same table. */
function comparableCells(context: TableContext): readonly CellAddress[] {
  return cellsOf(context.report.format)
    .filter(
      ({ table, column }) =>
        (table.id === 'requests' && column.id === 'total') ||
        (table.id === 'proactive' && sameFormat(context)),
    )
    .map(({ address }) => address);
}

function leaps(context: TableContext): readonly Found[] {
  return comparableCells(context).flatMap((cell) => {
    const pair = pairOf(context, cell);
    if (!pair || pair.before.lt(SMALL) || pair.now.lt(SMALL)) return [];
    const { before, now } = pair;
    if (now.lte(before.times(MOST_TIMES)) && now.times(LEAST_SHARE).gte(before)) return [];
    const { name = cell, section } = cellAt(context.report.format, cell) ?? {};
    return [
      pairFound(
        section?.id ?? '',
        cell,
        pair,
        `${name}：本年 ${now.toFixed()}，上年 ${before.toFixed()}，相差悬殊`,
      ),
    ];
  });
}

const UNIT_SLIP = 1000;
const FEES = { table: 'proactive', rows: ['fees'], columns: ['amount'] };
const FEE_AMOUNT: CellAddress = 'proactive/fees/amount';

function feesLeapt(context: TableContext): readonly Found[] {
  const pair = sameFormat(context) ? pairOf(context, FEE_AMOUNT) : undefined;
  if (!pair || pair.before.eq(0) || pair.now.lt(pair.before.times(UNIT_SLIP))) return [];
  return [
    pairFound(
      'proactive',
      FEE_AMOUNT,
      pair,
      `行政事业性收费：本年 ${pair.now.toFixed()} 万元，上年 ${pair.before.toFixed()} 万元，相差千倍以上`,
    ),
  ];
}

function feesVanished(context: TableContext): readonly Found[] {
  const pair = sameFormat(context) ? pairOf(context, FEE_AMOUNT) : undefined;
  if (!pair || pair.before.eq(0) || !pair.now.eq(0)) return [];
  return [
    pairFound(
      'proactive',
      FEE_AMOUNT,
      pair,
      `行政事业性收费本年是 0，上年是 ${pair.before.toFixed()} 万元`,
    ),
  ];
}

const DECISION_ROWS = ['licensing', 'penalties'];

function decisionsVanished(context: TableContext): readonly Found[] {
  return DECISION_ROWS.flatMap((row) => {
    const cell: CellAddress = `proactive/${row}/decisions`;
    const pair = pairOf(context, cell);
    if (!pair || pair.before.eq(0) || !pair.now.eq(0)) return [];
    const name = rowName(cellAt(context.report.format, cell)!);
    return [
      pairFound(
        'proactive',
        cell,
        pair,
        `${name}处理决定数量本年是 0，上年是 ${pair.before.toFixed()}`,
      ),
    ];
  });
}

const DISPUTE_ROWS = ['review', 'litigationDirect', 'litigationAfterReview'];

function suedWithoutReview(context: TableContext): readonly Found[] {
  const sued = known(context.report, 'disputes/litigationAfterReview/total');
  const reviews = pairOf(context, 'disputes/review/total');
  if (!sued?.gt(0) || !reviews?.before.plus(reviews.now).eq(0)) return [];
  return [
    {
      section: 'disputes',
      cells: ['disputes/litigationAfterReview/total', 'disputes/review/total'],
      problem: `复议后起诉有 ${sued.toFixed()} 件，本年和上年却都没有行政复议`,
      numbers: [{ label: '复议后起诉', value: sued.toFixed() }],
    },
  ];
}

function pendingVanished(context: TableContext): readonly Found[] {
  return DISPUTE_ROWS.flatMap((row) => {
    const pending = context.lastYear && known(context.lastYear, `disputes/${row}/pending`);
    const now = known(context.report, `disputes/${row}/total`);
    if (!pending?.gt(0) || !now?.eq(0)) return [];
    const cell: CellAddress = `disputes/${row}/total`;
    const name = rowName(cellAt(context.report.format, cell)!);
    return [
      pairFound(
        'disputes',
        cell,
        { before: pending, now },
        `${name}：上年有 ${pending.toFixed()} 件尚未审结，本年却都是 0`,
      ),
    ];
  });
}

function tooManyReviews(context: TableContext): readonly Found[] {
  const concluded = pairOf(context, 'requests/concluded/total');
  const reviews = known(context.report, 'disputes/review/total');
  if (!concluded || !reviews || reviews.lte(concluded.before.plus(concluded.now))) return [];
  return [
    {
      section: 'disputes',
      cells: ['disputes/review/total', 'requests/concluded/total'],
      problem: `行政复议 ${reviews.toFixed()} 件，多于本年办结 ${concluded.now.toFixed()} 和上年办结 ${concluded.before.toFixed()} 之和`,
      numbers: [
        { label: '行政复议', value: reviews.toFixed() },
        { label: '本年办结', value: concluded.now.toFixed() },
        { label: '上年办结', value: concluded.before.toFixed() },
      ],
    },
  ];
}

const FEWEST_FIGURES = 3;
const UNCHANGED_TABLES = ['proactive', 'requests'];

/** A table of which every figure is last year's; a few zeros and ones may well recur. */
function tableUnchanged(context: TableContext): readonly Found[] {
  const { report, lastYear } = context;
  if (!lastYear) return [];
  const tables = UNCHANGED_TABLES.filter((id) => id !== 'proactive' || sameFormat(context));
  return tables.flatMap((table) => {
    const cells = cellsOf(report.format).filter((cell) => cell.table.id === table && !cell.addends);
    const texts = cells.map(({ address }) => figureText(report, address));
    const filled = texts.filter((text) => text !== undefined && text !== '0');
    const isSame = cells.every(({ address }, at) => figureText(lastYear, address) === texts[at]);
    if (filled.length < FEWEST_FIGURES || !isSame) return [];
    return [
      {
        key: table,
        section: table,
        problem: `${cells[0]?.section.heading}：全部数字与上年年报相同`,
        numbers: filled.map((value) => ({ label: '', value: value ?? '' })),
      },
    ];
  });
}

/** Rules on figures beside those of the year before. */
export const LAST_YEAR_FIGURE_RULES: readonly TableRule[] = [
  {
    id: 'Y-08',
    reads: UNCHANGED_TABLES.map((table) => ({ table })),
    severity: 'reminder',
    title: '表二、表三不与上年完全相同',
    advice: '核对是否沿用了上年的数字。',
    source: '国办公开办函〔2021〕30号（内容雷同）',
    explanations: ['经核对，数字确与上年相同。'],
    judge: tableUnchanged,
  },
  {
    id: 'T2-08',
    reads: [FEES],
    severity: 'reminder',
    title: '收费金额不会比上年多千倍',
    advice: '单位是万元；以元为单位的数要先除以一万。',
    source: '表二所印单位',
    formats: ['2021'],
    explanations: ['金额已与财务核对，单位为万元。'],
    judge: feesLeapt,
  },
  {
    id: 'T2-09',
    reads: [FEES],
    severity: 'hint',
    title: '上年有收费，本年一般也有',
    advice: '核对本年是否确实没有收费。',
    source: '表二各列含义推得',
    formats: ['2021'],
    explanations: ['收费项目已取消或停征。'],
    judge: feesVanished,
  },
  {
    id: 'T2-12',
    reads: [{ table: 'proactive', rows: DECISION_ROWS, columns: ['decisions'] }],
    severity: 'reminder',
    title: '上年有许可、处罚决定，本年一般也有',
    advice: '核对本年是否确实没有作出决定。',
    source: '表二各列含义推得',
    explanations: ['职能已划转，本年没有作出决定。'],
    judge: decisionsVanished,
  },
  {
    id: 'T3-22',
    reads: [{ table: 'requests', columns: ['total'] }, { table: 'proactive' }],
    severity: 'hint',
    title: '与上年相差不悬殊',
    advice: '核对有没有多写、少写一位，或统计口径变了。',
    source: '统计数据的合理范围',
    explanations: ['经核对无误。', '统计口径与上年不同。'],
    judge: leaps,
  },
  {
    id: 'T4-05',
    reads: [{ table: 'disputes', rows: ['litigationAfterReview', 'review'], columns: ['total'] }],
    severity: 'hint',
    title: '复议后起诉之前先有复议',
    advice: '核对是否应填在未经复议直接起诉。',
    source: '表四各列含义推得',
    explanations: ['复议在更早的年份。'],
    judge: suedWithoutReview,
  },
  {
    id: 'T4-06',
    reads: [{ table: 'disputes', rows: DISPUTE_ROWS, columns: ['total'] }],
    severity: 'reminder',
    title: '上年尚未审结的案件，本年有结果或仍未审结',
    advice: '补填这些案件的结果。',
    source: '表四各列含义推得',
    explanations: ['案件已在上年年底前撤回。'],
    judge: pendingVanished,
  },
  {
    id: 'T4-08',
    reads: [
      { table: 'requests', rows: ['concluded'], columns: ['total'] },
      { table: 'disputes', rows: ['review'], columns: ['total'] },
    ],
    severity: 'reminder',
    title: '行政复议不多于两年办结的申请',
    advice: '核对是否计入了其他复议案件。',
    source: '表三、表四含义推得',
    explanations: ['一件申请引起多件复议。'],
    judge: tooManyReviews,
  },
];
