/**
 * 三、收到和处理政府信息公开申请情况: the table, its balance and the rules that follow from the form.
 * The two statutory formats differ only in （六）其他处理, which is why that part is an argument.
 * Source: annex of 国办公开办函〔2021〕30号 and of 国办公开办函〔2019〕60号, table three.
 */
import type { ColumnNode, RowLeaf, RowNode, TableSection } from './format.ts';
import type { CellRule } from './rule.ts';

const TABLE = 'requests';

/** What one year carries out is what the next carries in. */
export const CARRY_OVER = { table: TABLE, from: 'carriedOut', into: 'carriedIn' } as const;

const ENTERED_COLUMNS = [
  'naturalPerson',
  'enterprise',
  'research',
  'socialOrganization',
  'legalService',
  'otherOrganization',
] as const;

const COLUMNS: readonly ColumnNode[] = [
  {
    label: '申请人情况',
    columns: [
      { id: 'naturalPerson', label: '自然人' },
      {
        label: '法人或其他组织',
        columns: [
          { id: 'enterprise', label: '商业企业' },
          { id: 'research', label: '科研机构' },
          { id: 'socialOrganization', label: '社会公益组织' },
          { id: 'legalService', label: '法律服务机构' },
          { id: 'otherOrganization', label: '其他' },
        ],
      },
      { id: 'total', label: '总计', sumOf: ENTERED_COLUMNS },
    ],
  },
];

const RECEIVED: RowLeaf = {
  id: 'received',
  label: '一、本年新收政府信息公开申请数量',
  short: '本年新收',
  guidance: {
    counts: '1月1日至12月31日收到的政府信息公开申请，按件计，含当年尚未办结的。',
    article: '条例第三十一条（收到申请时间的确定）',
    slip: '上年没办完的不在这里，计入“二、上年结转”。',
  },
};

const CARRIED_IN: RowLeaf = {
  id: 'carriedIn',
  label: '二、上年结转政府信息公开申请数量',
  short: '上年结转',
  guidance: {
    counts: '上年12月31日尚未办结、转到本年继续办理的申请。',
    slip: '应当等于上年年报的“四、结转下年度继续办理”。',
  },
};

const OUTCOMES_BEFORE_OTHER: readonly RowNode[] = [
  {
    id: 'granted',
    label: '（一）予以公开',
    short: '予以公开',
    guidance: {
      counts: '告知已主动公开信息的获取方式，或者提供了全部信息。',
      article: '条例第三十六条第（一）、（二）项',
    },
  },
  {
    id: 'partlyGranted',
    label: '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
    short: '部分公开',
    guidance: {
      counts: '经区分处理，提供可以公开的部分。',
      article: '条例第三十七条',
      slip: '一件申请只计入一行；计入这里的，不再计入不予公开等其他行。',
    },
  },
  {
    label: '（三）不予公开',
    rows: [
      {
        id: 'denied.stateSecret',
        label: '1.属于国家秘密',
        guidance: { counts: '依法确定为国家秘密的信息。', article: '条例第十四条' },
      },
      {
        id: 'denied.prohibitedByLaw',
        label: '2.其他法律行政法规禁止公开',
        guidance: { counts: '法律、行政法规明文禁止公开的信息。', article: '条例第十四条' },
      },
      {
        id: 'denied.securityAndStability',
        label: '3.危及“三安全一稳定”',
        guidance: {
          counts: '公开后可能危及国家安全、公共安全、经济安全、社会稳定的信息。',
          article: '条例第十四条',
        },
      },
      {
        id: 'denied.thirdPartyRights',
        label: '4.保护第三方合法权益',
        guidance: {
          counts: '涉及商业秘密、个人隐私等，公开会损害第三方合法权益。',
          article: '条例第十五条',
        },
      },
      {
        id: 'denied.internalAffairs',
        label: '5.属于三类内部事务信息',
        guidance: { counts: '人事管理、后勤管理、内部工作流程三类信息。', article: '条例第十六条' },
      },
      {
        id: 'denied.processInformation',
        label: '6.属于四类过程性信息',
        guidance: {
          counts: '讨论记录、过程稿、磋商信函、请示报告四类信息。',
          article: '条例第十六条',
        },
      },
      {
        id: 'denied.enforcementFile',
        label: '7.属于行政执法案卷',
        guidance: { counts: '行政执法案卷信息。', article: '条例第十六条' },
      },
      {
        id: 'denied.inquiryMatter',
        label: '8.属于行政查询事项',
        guidance: { counts: '法律、行政法规对获取另有规定的，如登记资料的查询。' },
      },
    ],
  },
  {
    label: '（四）无法提供',
    rows: [
      {
        id: 'unavailable.notHeld',
        label: '1.本机关不掌握相关政府信息',
        guidance: { counts: '经检索信息不存在，或者不属于本机关负责公开。' },
      },
      {
        id: 'unavailable.mustBeCreated',
        label: '2.没有现成信息需要另行制作',
        guidance: { counts: '需要对现有信息加工、分析才能提供。', article: '条例第三十八条' },
      },
      {
        id: 'unavailable.stillUnclear',
        label: '3.补正后申请内容仍不明确',
        guidance: {
          counts: '申请人已补正，内容仍不明确。',
          slip: '没有按期补正的，计入（六）其他处理。',
        },
      },
    ],
  },
  {
    label: '（五）不予处理',
    rows: [
      {
        id: 'notProcessed.petition',
        label: '1.信访举报投诉类申请',
        guidance: { counts: '以公开申请的形式进行信访、投诉、举报。', article: '条例第三十九条' },
      },
      {
        id: 'notProcessed.repeated',
        label: '2.重复申请',
        guidance: { counts: '已作出答复，同一申请人重复申请公开相同信息。' },
      },
      {
        id: 'notProcessed.publication',
        label: '3.要求提供公开出版物',
        guidance: {
          counts: '要求提供政府公报、报刊、书籍等公开出版物。',
          article: '条例第三十九条',
        },
      },
      {
        id: 'notProcessed.excessive',
        label: '4.无正当理由大量反复申请',
        guidance: { counts: '数量、频次明显超过合理范围，理由不合理。', article: '条例第三十五条' },
      },
      {
        id: 'notProcessed.confirmation',
        label: '5.要求行政机关确认或重新出具已获取信息',
        guidance: { counts: '要求对已经获取的信息进行确认或者重新出具。' },
      },
    ],
  },
];

const CARRIED_OUT: RowLeaf = {
  id: 'carriedOut',
  label: '四、结转下年度继续办理',
  short: '结转下年',
  guidance: {
    counts: '12月31日尚未办结、转到下一年继续办理的申请，从台账逐件数出来。',
    slip: '不由算式自动得出：自己数出来的数才能检验前面各行有没有漏记。',
  },
};

/** What the text above the number columns says, printed in the top left cell. */
const BALANCE_NOTE = '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）';

function leafIds(nodes: readonly RowNode[]): readonly string[] {
  return nodes.flatMap((node) => ('rows' in node ? leafIds(node.rows) : [node.id]));
}

/** Section 三 with the rows of （六）其他处理 that the format prints. */
export function requestsSection(otherOutcome: RowNode): TableSection {
  const outcomes = [...OUTCOMES_BEFORE_OTHER, otherOutcome];
  const concluded: RowLeaf = {
    id: 'concluded',
    label: '（七）总计',
    short: '办理总计',
    sumOf: leafIds(outcomes),
  };
  return {
    kind: 'table',
    id: TABLE,
    heading: '三、收到和处理政府信息公开申请情况',
    table: {
      id: TABLE,
      caption: '收到和处理政府信息公开申请情况',
      print: 'grid',
      widths: [754, 1020, 3172, 685, 685, 685, 685, 685, 685, 685],
      blocks: [
        {
          corner: BALANCE_NOTE,
          columns: COLUMNS,
          rows: [
            RECEIVED,
            CARRIED_IN,
            { label: '三、本年度办理结果', rows: [...outcomes, concluded] },
            CARRIED_OUT,
          ],
        },
      ],
    },
  };
}

const EVERY_COLUMN = { table: TABLE, along: 'column' } as const;

/** The rules of table three that hold in both formats. */
export const REQUESTS_RULES: readonly CellRule[] = [
  {
    id: 'T3-01',
    kind: 'balance',
    severity: 'error',
    title: '表三每一列：本年新收＋上年结转＝办理总计＋结转下年',
    at: EVERY_COLUMN,
    left: ['received', 'carriedIn'],
    right: ['concluded', 'carriedOut'],
    counted: 'carriedOut',
    advice: '核对办理结果或结转件数。',
    source: '表三表头所印勾稽关系',
  },
  {
    id: 'T3-02',
    kind: 'statedTotal',
    severity: 'error',
    title: '表三（七）总计等于各项办理结果之和',
    cells: { table: TABLE, rows: ['concluded'] },
    advice: '核对各行办理结果，总计以算出的数为准。',
    source: '表三格式',
  },
  {
    id: 'T3-03',
    kind: 'statedTotal',
    severity: 'error',
    title: '表三每一行的总计等于六类申请人之和',
    cells: { table: TABLE, columns: ['total'] },
    advice: '核对这一行各类申请人的件数，总计以算出的数为准。',
    source: '表三格式',
  },
  {
    id: 'T3-04',
    kind: 'readable',
    severity: 'error',
    title: '表三每格填不带单位的非负整数',
    cells: { table: TABLE },
    advice: '只填数字。',
    source: '表三格式',
  },
  {
    id: 'T3-05',
    kind: 'filled',
    severity: 'reminder',
    title: '表三不留空格，没有的填 0',
    cells: { table: TABLE },
    errorRows: ['received', 'carriedIn', 'carriedOut'],
    advice: '没有的填 0。',
    source: '表三格式；实际年报中常见的缺漏',
  },
  {
    id: 'T3-06',
    kind: 'totalsOnly',
    severity: 'reminder',
    title: '表三不能只有总计而各类申请人空白',
    cells: { table: TABLE, columns: ['total'] },
    advice: '补填各类申请人的件数；没有的填 0。',
    source: '实际年报中常见的缺漏',
  },
  {
    id: 'T3-07',
    kind: 'forbidden',
    severity: 'error',
    title: '表三某类申请人没有新收也没有结转，就不会有办理结果',
    at: EVERY_COLUMN,
    problem: '没有新收和上年结转，却有办理结果',
    when: [
      { left: ['received', 'carriedIn'], relation: '=', right: 0 },
      { left: ['concluded'], relation: '>', right: 0 },
    ],
    advice: '核对申请人类别，或补填收到的件数。',
    source: '表三勾稽关系',
  },
  {
    id: 'T3-08',
    kind: 'comparison',
    severity: 'error',
    title: '表三结转下年不超过本年新收与上年结转之和',
    at: EVERY_COLUMN,
    holds: { left: ['carriedOut'], relation: '≤', right: ['received', 'carriedIn'] },
    advice: '核对结转下年的件数。',
    source: '表三勾稽关系',
  },
  {
    id: 'T3-09',
    kind: 'comparison',
    severity: 'reminder',
    title: '表三结转下年一般不超过本年新收',
    at: EVERY_COLUMN,
    holds: { left: ['carriedOut'], relation: '≤', right: ['received'] },
    advice: '答复期限为 20 个工作日，可延长 20 个工作日；核对是否有上年的申请至今未办结。',
    source: '条例第三十三条推得',
    explanations: ['结转的申请含已依法延期或正在征求第三方意见的，均在法定期限内。'],
  },
  {
    id: 'T3-10',
    kind: 'forbidden',
    severity: 'reminder',
    title: '表三有上年结转，却全年一件未办结',
    at: EVERY_COLUMN,
    problem: '有上年结转，全年却一件未办结',
    when: [
      { left: ['carriedIn'], relation: '>', right: 0 },
      { left: ['carriedOut'], relation: '≥', right: ['carriedIn'] },
      { left: ['concluded'], relation: '=', right: 0 },
    ],
    advice: '核对办理结果是否漏填。',
    source: '条例第三十三条推得',
    explanations: ['上年结转的申请因征求第三方意见等依法不计入期限，年底仍在办理。'],
  },
  {
    id: 'T3-11',
    kind: 'share',
    severity: 'hint',
    title: '表三结转下年的件数不宜超过收到件数的两成',
    at: { ...EVERY_COLUMN, lines: ['total'] },
    part: ['carriedOut'],
    whole: ['received', 'carriedIn'],
    atMost: 20,
    from: 10,
    advice: '答复期限内年底未办结的一般只有最后两个月的申请，核对结转件数。',
    source: '条例第三十三条推得',
    explanations: ['年底集中收到申请，均在法定答复期限内。'],
  },
  {
    id: 'T3-12',
    kind: 'splitDigits',
    severity: 'hint',
    title: '表三一个两位数被拆进相邻两格',
    cells: { table: TABLE, columns: ['total'] },
    advice: '对照原件核对这两格。',
    source: '读入的表格中常见的错位',
  },
  {
    id: 'T3-13',
    kind: 'suspect',
    severity: 'hint',
    title: '表三不平的一列，指出最可能填错的一格',
    at: EVERY_COLUMN,
    left: ['received', 'carriedIn'],
    right: ['concluded', 'carriedOut'],
    advice: '先核对这一格。',
    source: '表三勾稽关系',
  },
  {
    id: 'T3-15',
    kind: 'forbidden',
    severity: 'hint',
    title: '表三申请很少，却有无正当理由大量反复申请',
    at: { ...EVERY_COLUMN, lines: ['total'] },
    problem: '收到的申请不足 10 件，却有“无正当理由大量反复申请”',
    when: [
      { left: ['notProcessed.excessive'], relation: '>', right: 0 },
      { left: ['received', 'carriedIn'], relation: '<', right: 10 },
    ],
    advice: '核对这一行；数量、频次明显超过合理范围才适用。',
    source: '条例第三十五条推得',
    explanations: ['同一申请人在上年度已大量反复申请，本年延续。'],
  },
  {
    id: 'T3-17',
    kind: 'share',
    severity: 'hint',
    title: '表三半数以上以不掌握相关政府信息答复',
    at: { ...EVERY_COLUMN, lines: ['total'] },
    part: ['unavailable.notHeld'],
    whole: ['concluded'],
    atMost: 50,
    from: 10,
    advice: '核对是否有应当归入其他行的件数。',
    source: '表三各行含义推得',
    explanations: ['申请的多为不由本机关负责公开的信息，已告知负责公开的机关。'],
  },
  {
    id: 'T3-21',
    kind: 'forbidden',
    severity: 'hint',
    title: '表三新收较多，却没有一件来自自然人',
    at: { table: TABLE, along: 'row', lines: ['received'] },
    problem: '新收超过 20 件，却没有一件来自自然人',
    when: [
      { left: ['naturalPerson'], relation: '=', right: 0 },
      { left: ['total'], relation: '>', right: 20 },
    ],
    advice: '核对各类申请人的件数是否填错了列。',
    source: '表三各列含义推得',
    explanations: ['本年申请人均为法人或其他组织。'],
  },
];
