/**
 * The trial format: 国办公开办函〔2019〕60号, for reports on 2019 and 2020. Table two counts items
 * where 2021 counts documents and money; （六）其他处理 is one row. For 2019 the notice only
 * encouraged the format (二、有序衔接), so a deviation in a report on 2019 is no error.
 */
import { DISPUTES_RULES, DISPUTES_SECTION } from './disputes-section.ts';
import type { ColumnNode, Format, TableSection } from './format.ts';
import { OTHER_MATTERS, OVERVIEW, PROBLEMS } from './narrative-sections.ts';
import {
  PROACTIVE_FILLED_RULE,
  rulesPowerRule,
  rulesUnusedRule,
  shapeRule,
} from './proactive-rules.ts';
import { REQUESTS_RULES, requestsSection } from './requests-section.ts';
import type { CellRule } from './rule.ts';

const NOTICE_NUMBER = '国办公开办函〔2019〕60号';
const ANNEX = `${NOTICE_NUMBER}附件`;

const ITEM_COLUMNS: readonly ColumnNode[] = [
  { id: 'lastYearItems', label: '上一年项目数量' },
  { id: 'change', label: '本年增/减', kind: 'signedCount', span: 2 },
  { id: 'decisions', label: '处理决定数量' },
];

const ITEMS_COUNTED =
  '上一年的事项数、本年增加或减少的事项数（减少填负数），以及全年作出的处理决定数。';

const PROACTIVE: TableSection = {
  kind: 'table',
  id: 'proactive',
  heading: '二、主动公开政府信息情况',
  table: {
    id: 'proactive',
    caption: '主动公开政府信息情况',
    print: 'grid',
    widths: [219, 149, 60, 89, 101],
    blocks: [
      {
        title: '第二十条第（一）项',
        corner: '信息内容',
        columns: [
          { id: 'produced', label: '本年新制作数量' },
          { id: 'newlyDisclosed', label: '本年新公开数量', span: 2 },
          { id: 'totalDisclosed', label: '对外公开总数量' },
        ],
        rows: [
          {
            id: 'rules',
            label: '规章',
            guidance: {
              counts: '国务院部门规章和地方政府规章。',
              article: '立法法；条例第二十条第（一）项',
              slip: '县级及以下政府和地方各部门没有规章制定权，填 0。',
            },
          },
          {
            id: 'normativeDocuments',
            label: '规范性文件',
            guidance: {
              counts: '本年制作、本年公开和对外公开的规范性文件总数。',
              article: '条例第二十条第（一）项',
            },
          },
        ],
      },
      {
        title: '第二十条第（五）项',
        corner: '信息内容',
        columns: ITEM_COLUMNS,
        rows: [
          {
            id: 'licensing',
            label: '行政许可',
            guidance: { counts: ITEMS_COUNTED, article: '条例第二十条第（五）项' },
          },
          {
            id: 'otherServices',
            label: '其他对外管理服务事项',
            guidance: { counts: ITEMS_COUNTED, article: '条例第二十条第（五）项' },
          },
        ],
      },
      {
        title: '第二十条第（六）项',
        corner: '信息内容',
        columns: ITEM_COLUMNS,
        rows: [
          {
            id: 'penalties',
            label: '行政处罚',
            guidance: { counts: ITEMS_COUNTED, article: '条例第二十条第（六）项' },
          },
          {
            id: 'coercion',
            label: '行政强制',
            guidance: { counts: ITEMS_COUNTED, article: '条例第二十条第（六）项' },
          },
        ],
      },
      {
        title: '第二十条第（八）项',
        corner: '信息内容',
        columns: [
          { id: 'lastYearItems', label: '上一年项目数量', span: 2 },
          { id: 'change', label: '本年增/减', kind: 'signedCount', span: 2 },
        ],
        rows: [
          {
            id: 'fees',
            label: '行政事业性收费',
            guidance: {
              counts: '收费项目的个数，不是金额。',
              article: '条例第二十条第（八）项',
            },
          },
        ],
      },
      {
        title: '第二十条第（九）项',
        corner: '信息内容',
        columns: [
          { id: 'items', label: '采购项目数量', span: 2 },
          { id: 'amount', label: '采购总金额', kind: 'amount', unit: '元', span: 2 },
        ],
        rows: [
          {
            id: 'procurement',
            label: '政府集中采购',
            short: '政府集中采购',
            guidance: {
              counts: '全年政府集中采购的项目数和总金额，金额以元为单位。',
              article: '条例第二十条第（九）项',
              slip: '表上没有印单位，打印时会补上“元”。',
            },
          },
        ],
      },
    ],
  },
};

const DOCUMENT_ROWS = {
  table: 'proactive',
  along: 'row',
  lines: ['rules', 'normativeDocuments'],
} as const;

const PROCUREMENT_ROW = { table: 'proactive', along: 'row', lines: ['procurement'] } as const;

const PROACTIVE_RULES: readonly CellRule[] = [
  rulesPowerRule(['produced', 'newlyDisclosed', 'totalDisclosed']),
  rulesUnusedRule(['produced', 'newlyDisclosed', 'totalDisclosed']),
  {
    id: 'T2-07',
    kind: 'readable',
    severity: 'reminder',
    title: '采购总金额是以元为单位的非负数，至多六位小数',
    cells: { table: 'proactive', columns: ['amount'] },
    advice: '只填以元为单位的数字。',
    source: '表二各列含义推得',
  },
  {
    id: 'T2-11',
    kind: 'readable',
    severity: 'error',
    title: '表二各项数量填不带单位的整数，增减以外不为负',
    cells: {
      table: 'proactive',
      columns: [
        'produced',
        'newlyDisclosed',
        'totalDisclosed',
        'lastYearItems',
        'change',
        'decisions',
        'items',
      ],
    },
    advice: '只填数字。',
    source: '表二格式',
  },
  {
    id: 'T2-15',
    kind: 'comparison',
    severity: 'error',
    title: '对外公开总数量不少于本年新公开数量',
    at: DOCUMENT_ROWS,
    holds: { left: ['totalDisclosed'], relation: '≥', right: ['newlyDisclosed'] },
    advice: '核对对外公开总数量。',
    source: '表二各列含义推得',
  },
  {
    id: 'T2-16',
    kind: 'comparison',
    severity: 'hint',
    title: '本年新公开数量一般不超过本年新制作数量',
    at: DOCUMENT_ROWS,
    holds: { left: ['newlyDisclosed'], relation: '≤', right: ['produced'] },
    advice: '本年补公开往年文件时可能出现，核对无误即可。',
    source: '表二各列含义推得',
  },
  {
    id: 'T2-17',
    kind: 'comparison',
    severity: 'error',
    title: '上一年项目数量加本年增减不为负',
    at: { table: 'proactive', along: 'row' },
    holds: { left: ['lastYearItems', 'change'], relation: '≥', right: 0 },
    advice: '核对增减的正负号。',
    source: '表二各列含义推得',
  },
  {
    id: 'T2-18',
    kind: 'forbidden',
    severity: 'reminder',
    title: '没有项目却有处理决定',
    at: { table: 'proactive', along: 'row' },
    problem: '项目数为 0，却有处理决定',
    when: [
      { left: ['decisions'], relation: '>', right: 0 },
      { left: ['lastYearItems', 'change'], relation: '=', right: 0 },
    ],
    advice: '核对项目数量是否漏填。',
    source: '表二各列含义推得',
    explanations: ['项目当年已取消或划出，此前已作出处理决定。'],
  },
  {
    id: 'T2-19',
    kind: 'forbidden',
    severity: 'reminder',
    title: '有采购金额就有采购项目',
    at: PROCUREMENT_ROW,
    problem: '有采购金额，采购项目数量却为 0',
    when: [
      { left: ['items'], relation: '=', right: 0 },
      { left: ['amount'], relation: '>', right: 0 },
    ],
    advice: '补填采购项目数量。',
    source: '表二各列含义推得',
  },
  {
    id: 'T2-19',
    kind: 'forbidden',
    severity: 'reminder',
    title: '有采购项目就有采购金额',
    at: PROCUREMENT_ROW,
    problem: '有采购项目，采购总金额却为 0',
    when: [
      { left: ['items'], relation: '>', right: 0 },
      { left: ['amount'], relation: '=', right: 0 },
    ],
    advice: '补填采购总金额，单位是元。',
    source: '表二各列含义推得',
  },
  PROACTIVE_FILLED_RULE,
];

const STRUCTURE_RULES: readonly CellRule[] = [
  {
    id: 'T3-19',
    kind: 'unplaced',
    severity: 'error',
    title: '2019年格式的（六）其他处理只有一行',
    table: 'requests',
    rows: ['otherOutcome.notCorrected', 'otherOutcome.feeUnpaid', 'otherOutcome.other'],
    advice: '把三行的件数合计填入（六）其他处理。',
    source: ANNEX,
  },
  shapeRule(ANNEX),
];

/** The trial format of 2019, in force for the reports on 2019 and 2020. */
export const FORMAT_2019: Format = {
  id: '2019',
  name: '2019年格式（试行）',
  notice: {
    title: '国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知',
    number: NOTICE_NUMBER,
    date: '2019-11-27',
  },
  years: { from: 2019, to: 2020 },
  encouragedOnly: [2019],
  sections: [
    OVERVIEW,
    PROACTIVE,
    requestsSection({
      id: 'otherOutcome',
      label: '（六）其他处理',
      short: '其他处理',
      guidance: { counts: '逾期不补正、逾期未缴费、撤回申请等以上各行都不适用的。' },
    }),
    DISPUTES_SECTION,
    PROBLEMS,
    OTHER_MATTERS,
  ],
  rules: [...PROACTIVE_RULES, ...REQUESTS_RULES, ...STRUCTURE_RULES, ...DISPUTES_RULES],
};
