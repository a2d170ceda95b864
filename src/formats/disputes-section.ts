/**
 * 四、政府信息公开行政复议、行政诉讼情况: the same in both statutory formats. Its three rows are
 * printed side by side as one strip of fifteen figures.
 * Source: annex of 国办公开办函〔2021〕30号 and of 国办公开办函〔2019〕60号, table four.
 */
import type { ColumnNode, TableSection } from './format.ts';
import type { CellRule } from './rule.ts';

const TABLE = 'disputes';

const COLUMNS: readonly ColumnNode[] = [
  { id: 'upheld', label: '结果维持' },
  { id: 'corrected', label: '结果纠正' },
  { id: 'otherResult', label: '其他结果' },
  { id: 'pending', label: '尚未审结' },
  { id: 'total', label: '总计', sumOf: ['upheld', 'corrected', 'otherResult', 'pending'] },
];

/** Section 四 with table 四, alike in both formats. */
export const DISPUTES_SECTION: TableSection = {
  kind: 'table',
  id: TABLE,
  heading: '四、政府信息公开行政复议、行政诉讼情况',
  aliases: ['四、因政府信息公开工作被申请行政复议、提起行政诉讼情况'],
  table: {
    id: TABLE,
    caption: '政府信息公开行政复议、行政诉讼情况',
    print: 'strip',
    widths: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
    blocks: [
      {
        corner: '',
        columns: COLUMNS,
        rows: [
          {
            id: 'review',
            label: '行政复议',
            guidance: {
              counts: '因政府信息公开被申请行政复议的案件，按结果计，含尚未审结的。',
              slip: '往年申请引起、本年在办的案件也计入本年。',
            },
          },
          {
            label: '行政诉讼',
            rows: [
              {
                id: 'litigationDirect',
                label: '未经复议直接起诉',
                guidance: { counts: '没有经过复议、直接向法院起诉的案件。' },
              },
              {
                id: 'litigationAfterReview',
                label: '复议后起诉',
                guidance: { counts: '不服复议决定再起诉的案件。' },
              },
            ],
          },
        ],
      },
    ],
  },
};

const TOTAL_RULE = {
  kind: 'statedTotal',
  severity: 'error',
  advice: '核对四种结果的件数，总计以算出的数为准。',
  source: '表四格式',
} as const;

/** The rules on the cells of table 四. */
export const DISPUTES_RULES: readonly CellRule[] = [
  {
    ...TOTAL_RULE,
    id: 'T4-01',
    title: '表四行政复议总计等于四种结果之和',
    cells: { table: TABLE, rows: ['review'], columns: ['total'] },
  },
  {
    ...TOTAL_RULE,
    id: 'T4-02',
    title: '表四未经复议直接起诉总计等于四种结果之和',
    cells: { table: TABLE, rows: ['litigationDirect'], columns: ['total'] },
  },
  {
    ...TOTAL_RULE,
    id: 'T4-03',
    title: '表四复议后起诉总计等于四种结果之和',
    cells: { table: TABLE, rows: ['litigationAfterReview'], columns: ['total'] },
  },
  {
    id: 'T4-04',
    kind: 'readable',
    severity: 'error',
    title: '表四每格填不带单位的非负整数',
    cells: { table: TABLE },
    advice: '只填数字。',
    source: '表四格式',
  },
  {
    id: 'T4-04',
    kind: 'filled',
    severity: 'reminder',
    title: '表四不留空格，没有的填 0',
    cells: { table: TABLE },
    advice: '没有的填 0。',
    source: '表四格式',
  },
];
