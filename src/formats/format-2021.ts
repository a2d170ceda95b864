/**
 * The format in force: 国办公开办函〔2021〕30号 (2021-09-26), for reports on 2021 and later years.
 * Of its own it has table two and the three rows of （六）其他处理; the rest it shares with 2019.
 */
import { DISPUTES_RULES, DISPUTES_SECTION } from './disputes-section.ts';
import type { ColumnNode, Format, RowNode, TableSection } from './format.ts';
import { OTHER_MATTERS, OVERVIEW, PROBLEMS } from './narrative-sections.ts';
import {
  PROACTIVE_FILLED_RULE,
  rulesPowerRule,
  rulesUnusedRule,
  shapeRule,
} from './proactive-rules.ts';
import { REQUESTS_RULES, requestsSection } from './requests-section.ts';
import type { CellRule } from './rule.ts';

const NOTICE_NUMBER = '国办公开办函〔2021〕30号';
const ANNEX = `${NOTICE_NUMBER}附件`;

const DECISIONS: readonly ColumnNode[] = [{ id: 'decisions', label: '本年处理决定数量', span: 3 }];

const DECISIONS_COUNTED = '全年作出的全部处理决定，包括已公开的和依法不公开的。';

const PROACTIVE: TableSection = {
  kind: 'table',
  id: 'proactive',
  heading: '二、主动公开政府信息情况',
  table: {
    id: 'proactive',
    caption: '主动公开政府信息情况',
    print: 'grid',
    widths: [1, 1, 1, 1],
    blocks: [
      {
        title: '第二十条第（一）项',
        corner: '信息内容',
        columns: [
          { id: 'issued', label: '本年制发件数' },
          { id: 'repealed', label: '本年废止件数' },
          { id: 'effective', label: '现行有效件数' },
        ],
        rows: [
          {
            id: 'rules',
            label: '规章',
            guidance: {
              counts: '国务院部门规章和地方政府规章；现行有效件数截至12月31日。',
              article: '立法法；条例第二十条第（一）项',
              slip: '县级及以下政府和地方各部门没有规章制定权，填 0。',
            },
          },
          {
            id: 'normativeDocuments',
            label: '行政规范性文件',
            guidance: {
              counts: '本机关制发、废止和现行有效的行政规范性文件，与同级司法行政部门核对一致。',
              article: '条例第二十条第（一）项',
              slip: '本年失效的文件不算废止，在备注里说明。',
            },
          },
        ],
      },
      {
        title: '第二十条第（五）项',
        corner: '信息内容',
        columns: DECISIONS,
        rows: [
          {
            id: 'licensing',
            label: '行政许可',
            guidance: { counts: DECISIONS_COUNTED, article: '条例第二十条第（五）项' },
          },
        ],
      },
      {
        title: '第二十条第（六）项',
        corner: '信息内容',
        columns: DECISIONS,
        rows: [
          {
            id: 'penalties',
            label: '行政处罚',
            guidance: { counts: DECISIONS_COUNTED, article: '条例第二十条第（六）项' },
          },
          {
            id: 'coercion',
            label: '行政强制',
            guidance: { counts: DECISIONS_COUNTED, article: '条例第二十条第（六）项' },
          },
        ],
      },
      {
        title: '第二十条第（八）项',
        corner: '信息内容',
        columns: [
          {
            id: 'amount',
            label: '本年收费金额（单位：万元）',
            kind: 'amount',
            unit: '万元',
            span: 3,
          },
        ],
        rows: [
          {
            id: 'fees',
            label: '行政事业性收费',
            guidance: {
              counts: '全年实际收取的行政事业性收费，单位是万元，信息处理费也在内。',
              article: '条例第二十条第（八）项',
              slip: '以元为单位的数要先除以一万。',
            },
          },
        ],
      },
    ],
  },
};

const OTHER_OUTCOME: RowNode = {
  label: '（六）其他处理',
  rows: [
    {
      id: 'otherOutcome.notCorrected',
      label: '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
      short: '逾期不补正',
      guidance: { counts: '发出补正告知后逾期没有补正、不再处理的。', article: '条例第三十条' },
    },
    {
      id: 'otherOutcome.feeUnpaid',
      label: '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
      short: '逾期未缴费',
      guidance: {
        counts: '发出收费通知后逾期没有缴费、不再处理的。',
        article: '国办函〔2020〕109号',
      },
    },
    {
      id: 'otherOutcome.other',
      label: '3.其他',
      guidance: { counts: '以上各行都不适用的，如申请人撤回申请。' },
    },
  ],
};

const DOCUMENT_ROWS = {
  table: 'proactive',
  along: 'row',
  lines: ['rules', 'normativeDocuments'],
} as const;

const PROACTIVE_RULES: readonly CellRule[] = [
  rulesPowerRule(['issued', 'repealed', 'effective']),
  rulesUnusedRule(['issued', 'repealed', 'effective']),
  {
    id: 'T2-08',
    kind: 'comparison',
    severity: 'reminder',
    title: '部门、乡镇的收费金额不会超过十亿元',
    bodies: ['township', 'department', 'organization'],
    unlessForGovernment: true,
    at: { table: 'proactive', along: 'column', lines: ['amount'] },
    holds: { left: ['fees'], relation: '≤', right: 100_000 },
    advice: '单位是万元；以元为单位的数要先除以一万。',
    source: '表二所印单位',
    explanations: ['金额已与财务核对，单位为万元。'],
  },
  {
    id: 'T2-03',
    kind: 'comparison',
    severity: 'reminder',
    title: '现行有效件数不少于本年制发减本年废止',
    at: DOCUMENT_ROWS,
    holds: { left: ['effective'], relation: '≥', right: ['issued', '-repealed'] },
    advice: '核对三个数；本年制发的文件当年又失效的，写明原因。',
    source: '表二各列含义推得',
    explanations: ['本年制发的文件中有的当年即已失效。'],
  },
  {
    id: 'T2-04',
    kind: 'comparison',
    severity: 'reminder',
    title: '现行有效件数一般不少于本年制发件数',
    at: DOCUMENT_ROWS,
    holds: { left: ['effective'], relation: '≥', right: ['issued'] },
    advice: '核对现行有效件数是否把本年新制发的计入。',
    source: '表二各列含义推得',
    explanations: ['本年制发的文件中有的当年即已失效或废止。'],
  },
  {
    id: 'T2-05',
    kind: 'forbidden',
    severity: 'reminder',
    title: '本年有制发，现行有效却为 0',
    at: DOCUMENT_ROWS,
    problem: '本年有制发、废止又较少，现行有效却为 0',
    when: [
      { left: ['issued'], relation: '>', right: 0 },
      { left: ['effective'], relation: '=', right: 0 },
      { left: ['repealed'], relation: '<', right: ['issued'] },
    ],
    advice: '补填现行有效件数（截至12月31日）。',
    source: '表二各列含义推得',
    explanations: ['本年制发的文件到年底均已失效。'],
    silences: ['T2-03', 'T2-04'],
  },
  {
    id: 'T2-07',
    kind: 'readable',
    severity: 'reminder',
    title: '收费金额是以万元为单位的非负数，至多六位小数',
    cells: { table: 'proactive', columns: ['amount'] },
    advice: '只填以万元为单位的数字。',
    source: '表二所印单位',
  },
  {
    id: 'T2-11',
    kind: 'readable',
    severity: 'error',
    title: '表二件数和处理决定数量填不带单位的非负整数',
    cells: { table: 'proactive', columns: ['issued', 'repealed', 'effective', 'decisions'] },
    advice: '只填数字。',
    source: '表二格式',
  },
  PROACTIVE_FILLED_RULE,
];

const STRUCTURE_RULES: readonly CellRule[] = [
  {
    id: 'T3-19',
    kind: 'unplaced',
    severity: 'error',
    title: '2021年格式的（六）其他处理分三行',
    table: 'requests',
    rows: ['otherOutcome'],
    advice: '按申请人逾期不补正、逾期未缴费、其他三行分别填写。',
    source: ANNEX,
  },
  shapeRule(ANNEX),
];

const TOTAL_COLUMN = { table: 'requests', along: 'column', lines: ['total'] } as const;

/** Rules on the rows of （六）其他处理 that only this format prints. */
const OTHER_OUTCOME_RULES: readonly CellRule[] = [
  {
    id: 'T3-15',
    kind: 'forbidden',
    severity: 'hint',
    title: '表三申请很少，却有逾期未缴费',
    at: TOTAL_COLUMN,
    problem: '收到的申请不足 10 件，却有“逾期未缴费”',
    when: [
      { left: ['otherOutcome.feeUnpaid'], relation: '>', right: 0 },
      { left: ['received', 'carriedIn'], relation: '<', right: 10 },
    ],
    advice: '核对这一行；申请数量、页数超过标准才收取信息处理费。',
    source: '国办函〔2020〕109号',
    explanations: ['按页计收信息处理费，申请人逾期未缴纳。'],
  },
  {
    id: 'T3-16',
    kind: 'share',
    severity: 'hint',
    title: '表三“其他”占办理总计一成以上',
    at: TOTAL_COLUMN,
    part: ['otherOutcome.other'],
    whole: ['concluded'],
    atMost: 10,
    from: 10,
    advice: '核对其中有没有应当归入前面各行的，并说明“其他”包括哪些情形。',
    source: '表三各行含义推得',
    explanations: ['“其他”为申请人主动撤回申请。'],
  },
];

/** The format of 2021, in force for reports from 2021 on. */
export const FORMAT_2021: Format = {
  id: '2021',
  name: '2021年格式',
  notice: {
    title:
      '国务院办公厅政府信息与政务公开办公室关于印发《中华人民共和国政府信息公开工作年度报告格式》的通知',
    number: NOTICE_NUMBER,
    date: '2021-09-26',
  },
  years: { from: 2021 },
  sections: [
    OVERVIEW,
    PROACTIVE,
    requestsSection(OTHER_OUTCOME),
    DISPUTES_SECTION,
    PROBLEMS,
    OTHER_MATTERS,
  ],
  rules: [
    ...PROACTIVE_RULES,
    ...REQUESTS_RULES,
    ...OTHER_OUTCOME_RULES,
    ...STRUCTURE_RULES,
    ...DISPUTES_RULES,
  ],
};
