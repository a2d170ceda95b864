import { describe, expect, test } from 'vitest';
import type { AgencyType } from '../formats/agency.ts';
import type { RawReport } from '../report/raw-report.ts';
import { SAMPLE_2021 } from '../samples/sample-2021.ts';
import { understood, withCells, zeroReport } from '../testing/reports.ts';
import { checkAll, TEXT_RULES } from './check-all.ts';
import { TABLE_RULES } from './figure-parts.ts';
import { SEVERITIES } from './finding.ts';
import { BASIC_RULES } from './rules/basic-rules.ts';

/** What an example changes in the 2021 sample, which no rule has anything against. */
interface Change {
  readonly swap?: readonly (readonly [string, string])[];
  readonly add?: string;
  readonly overview?: string;
  readonly problems?: string;
  readonly other?: string;
  readonly preface?: string;
  readonly title?: string;
  readonly name?: string;
  readonly type?: AgencyType;
  readonly signed?: string;
  readonly signature?: string;
  readonly cells?: Readonly<Record<string, string>>;
  /** All cells 0 but these. */
  readonly only?: Readonly<Record<string, string>>;
  readonly year?: number;
  /** Last year's report: the sample of the year before with these changes. */
  readonly last?: Change;
}

interface Example {
  readonly rule: string;
  readonly breaks: Change;
  readonly holds?: Change;
  /** Words the finding marks in the text. */
  readonly marks?: string;
}

function applied(raw: RawReport, change: Change): RawReport {
  const swapped = (text: string) =>
    (change.swap ?? []).reduce((words, [from, to]) => words.split(from).join(to), text);
  const { overview = '', problems = '', other = '' } = raw.narrative;
  const base = change.year ? { ...zeroReport(change.year), agency: raw.agency } : raw;
  const zeros = change.only ? withCells(zeroReport(base.year), change.only).cells : undefined;
  return withCells(
    {
      ...base,
      agency: { name: change.name ?? raw.agency.name, type: change.type ?? raw.agency.type },
      title: change.title ?? raw.title,
      preface: change.preface ?? (change.year ? '' : raw.preface),
      signature: {
        name: change.signature ?? raw.signature.name,
        date: change.signed ?? (change.year ? '' : raw.signature.date),
      },
      narrative: {
        overview: (change.overview ?? swapped(overview)) + (change.add ?? ''),
        problems: change.problems ?? swapped(problems),
        other: change.other ?? swapped(other),
      },
      ...(zeros ? { cells: zeros } : {}),
    },
    change.cells ?? {},
  );
}

function findingsOf(change: Change, rule: string) {
  const raw = applied(SAMPLE_2021, change);
  const before = change.last && {
    ...applied({ ...SAMPLE_2021, year: raw.year - 1 }, change.last),
    year: raw.year - 1,
  };
  const beside = before ? { lastYear: understood(before) } : {};
  const findings = checkAll(understood(raw), 'finished', beside).filter((one) => one.rule === rule);
  return { raw, findings };
}

const NO_REQUESTS = {
  '全年新收申请28件，上年结转2件，办结28件，结转下年度2件，均在法定期限内答复。': '',
};
const REQUESTS = Object.keys(NO_REQUESTS)[0]!;
const received = (count: string) => ({ 'requests/received/naturalPerson': count });

/** For each named rule something that breaks it and something close by that does not. */
const EXAMPLES: readonly Example[] = [
  // words against figures
  {
    rule: 'N-01',
    breaks: { swap: [['新收申请28件', '新收申请31件']] },
    holds: { swap: [['新收申请28件', '受理政府信息公开申请三十件']] },
    marks: '新收申请31件',
  },
  {
    rule: 'N-01',
    breaks: { swap: [[REQUESTS, '２０２５年，共收到政府信息公开申请 ２９ 件。']] },
    holds: { swap: [[REQUESTS, '２０２５年，全区共收到政府信息公开申请 ２９ 件。']] },
    marks: '收到政府信息公开申请 ２９ 件',
  },
  {
    rule: 'N-02',
    breaks: { swap: [['上年结转2件', '上年结转3件']] },
    holds: {},
    marks: '上年结转3件',
  },
  {
    rule: 'N-03',
    breaks: { swap: [['办结28件', '办结27件']] },
    holds: { swap: [['办结28件', '办结28件（其中延期答复5件）']] },
    marks: '办结27件',
  },
  { rule: 'N-04', breaks: { swap: [['结转下年度2件', '1件结转下年度办理']] }, holds: {} },
  {
    rule: 'N-05',
    breaks: { swap: [['新收申请28件', '新收申请28件，其中自然人20件、商业企业6件']] },
    holds: { swap: [['新收申请28件', '新收申请28件，其中自然人21件、商业企业6件']] },
    marks: '自然人20件',
  },
  {
    rule: 'N-06',
    breaks: { swap: [['办结28件', '办结28件，其中予以公开16件、部分公开5件']] },
    holds: { swap: [['办结28件', '办结28件，其中予以公开16件、部分公开4件']] },
    marks: '部分公开5件',
  },
  {
    rule: 'N-07',
    breaks: { swap: [['办结28件', '办结28件，其中予以公开16件，占60%']] },
    holds: { swap: [['办结28件', '办结28件，其中予以公开16件，占57.1%']] },
    marks: '16件，占60%',
  },
  {
    rule: 'N-08',
    breaks: { swap: [[REQUESTS, '本年未收到政府信息公开申请。']] },
    holds: { swap: [[REQUESTS, '本年未收到更正政府信息的申请，新收政府信息公开申请28件。']] },
    marks: '未收到政府信息公开申请',
  },
  {
    rule: 'N-09',
    breaks: { add: '全年未发生政府信息公开行政复议和行政诉讼。' },
    holds: { add: '全年未发生政府信息公开行政诉讼。' },
  },
  {
    rule: 'N-10',
    breaks: { add: '发生政府信息公开行政复议2件。' },
    holds: { add: '发生政府信息公开行政复议1件、行政诉讼0件。' },
    marks: '行政复议2件',
  },
  {
    rule: 'N-11',
    breaks: { add: '全年制发行政规范性文件5件。' },
    holds: { add: '全年制发行政规范性文件3件，废止行政规范性文件1件。' },
    marks: '制发行政规范性文件5件',
  },
  {
    rule: 'N-12',
    breaks: { add: '制定规章2件。', type: 'municipalGovernment' },
    holds: { add: '公开规章2件。', type: 'municipalGovernment' },
  },
  {
    rule: 'N-13',
    breaks: { add: '解读政策20条，其中文字12条、图解9条。' },
    holds: { add: '解读政策20条，其中文字12条、图解8条，接待来访9批。' },
    marks: '20条',
  },
  {
    rule: 'N-13',
    breaks: { add: '制作问答20期（甲区5期、乙区6期、丙区8期）。' },
    holds: { add: '制作问答20期（甲区5期、乙区7期、丙区8期）。' },
  },
  {
    rule: 'N-14',
    breaks: { swap: [[REQUESTS, '认真办理依申请公开，均在法定期限内答复。']] },
    holds: {},
  },
  {
    rule: 'N-16',
    breaks: { add: '公开财政信息条，公开会议信息3条。' },
    holds: { add: '公开财政信息4条，逐条核对。' },
    marks: '信息条',
  },
  {
    rule: 'N-16',
    breaks: { other: '本年度发出信息处理费收费通知　件，总金额　元，实际收取　元。' },
    holds: { other: '本年度发出信息处理费收费通知 2 件，总金额　80　元，实际收取八十 元。' },
    marks: '　元',
  },
  { rule: 'N-16', breaks: { other: '发出收费通知件，总金额元。' }, holds: {}, marks: '总金额元' },
  { rule: 'N-16', breaks: { add: '组织培训，次。' }, holds: { add: '人、财、物保障到位。' } },
  {
    rule: 'N-16',
    breaks: { add: '参加培训共    人次。' },
    holds: { add: '参加培训共    120人次，逐条 件件核对申请 人。' },
  },
  { rule: 'N-16', breaks: { add: '同比增长　%' }, holds: { add: '同比增长　12%' } },
  {
    rule: 'N-17',
    breaks: { add: '行政事业性收费12万元。' },
    holds: { add: '行政事业性收费12万元。', cells: { 'proactive/fees/amount': '12' } },
  },
  { rule: 'N-18', breaks: { other: '无其他需要报告的事项。' }, holds: {} },
  {
    rule: 'N-19',
    breaks: { add: '政府信息公开申请办结率100%。' },
    holds: { add: '政府信息公开申请按时答复率100%。' },
  },
  {
    rule: 'N-20',
    breaks: {
      swap: [['新收申请28件', '新收申请28件，同比增长50%']],
      last: { cells: received('7') },
    },
    holds: {
      swap: [['新收申请28件', '新收申请28件，同比增长100%']],
      last: { cells: received('7') },
    },
  },
  {
    rule: 'N-21',
    breaks: {
      other:
        '收取信息处理费300元。其中，甲局1件，收取100元；乙局1件，收取150元；丙局1件，收取60元。',
    },
    holds: {
      other: '对2件申请收取了信息处理费250元。其中，甲局1件，收取100元；乙局1件，收取150元。',
      cells: { 'proactive/fees/amount': '1' },
    },
  },
  {
    rule: 'N-21',
    breaks: {
      other: '对3件申请收取了信息处理费250元。其中，甲局1件，收取100元；乙局1件，收取150元。',
    },
    holds: {
      other: '对2件申请收取了信息处理费250元。其中，甲局1件，收取100元；乙局1件，收取150元。',
    },
  },
  {
    rule: 'T2-10',
    breaks: { other: '全年收取政府信息公开信息处理费3940元。' },
    holds: {
      other: '全年收取政府信息公开信息处理费3940元。',
      cells: { 'proactive/fees/amount': '0.394' },
    },
  },
  {
    rule: 'T2-13',
    breaks: { add: '在网站公示行政处罚9件。' },
    holds: { add: '在网站公示行政处罚8件。' },
  },
  {
    rule: 'T3-14',
    breaks: { cells: { 'requests/otherOutcome.feeUnpaid/naturalPerson': '1' } },
    holds: {
      cells: { 'requests/otherOutcome.feeUnpaid/naturalPerson': '1' },
      other: '发出信息处理费收费通知1件，总金额300元，申请人逾期没有缴纳。',
    },
  },
  {
    rule: 'T3-18',
    breaks: {
      swap: [['办结28件', '办结28件，其中不予公开1件']],
      cells: { 'requests/denied.thirdPartyRights/naturalPerson': '0' },
    },
    holds: { swap: [['办结28件', '办结28件，其中不予公开1件']] },
  },
  {
    rule: 'T4-07',
    breaks: { only: { 'disputes/review/upheld': '1' } },
    holds: { only: { 'disputes/review/upheld': '1', 'requests/received/naturalPerson': '1' } },
  },
  {
    rule: 'T4-09',
    breaks: {
      cells: { 'disputes/review/corrected': '1' },
      problems: '一是目录更新慢，有5个目录没有更新。下一步建立清单，按季核对。',
    },
    holds: { cells: { 'disputes/review/corrected': '1' } },
  },
  {
    rule: 'T4-10',
    breaks: { add: '行政复议均获维持。', cells: { 'disputes/review/corrected': '1' } },
    holds: { add: '行政复议均获维持。' },
    marks: '均获维持',
  },
  // structure
  {
    rule: 'F-02',
    breaks: {
      preface:
        '本报告包括概述、主动公开情况、依申请公开情况、复议诉讼情况、收费及减免情况和存在问题等六个部分。',
    },
    holds: {
      preface:
        '根据《政府信息公开条例》编制。本报告包括总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六个部分。',
    },
  },
  {
    rule: 'F-03',
    breaks: {
      overview:
        '本报告根据条例编制，统计期限为2025年1月1日至2025年12月31日，电子版可在网站下载。如有疑问请联系。',
    },
    holds: {},
  },
  {
    rule: 'F-04',
    breaks: {
      swap: [
        [
          '（五）监督保障\n组织业务培训2次、参加87人次，政府信息公开纳入科室年度考核，全年未发生责任追究。',
          '',
        ],
      ],
    },
    holds: {},
  },
  {
    rule: 'F-05',
    breaks: { type: 'township' },
    holds: { type: 'township', add: '社会评议满意度较高。' },
  },
  { rule: 'F-06', breaks: { add: '逐项公开事项内容。'.repeat(120) }, holds: { add: '逐项公开。' } },
  { rule: 'F-07', breaks: { overview: '（一）主动公开（二）依申请公开' }, holds: {} },
  {
    rule: 'F-08',
    breaks: {
      overview:
        '一些地区对主动公开重视不够，依申请公开答复不规范，信息管理和平台建设滞后，监督保障不到位。',
    },
    holds: { add: '部分地区还没有建立专栏。' },
  },
  {
    rule: 'F-10',
    breaks: { problems: '一是目录更新不够及时；二是答复文书说理不足，有1件被申请复议。' },
    holds: {},
  },
  {
    rule: 'F-11',
    breaks: {
      problems: '一是公开意识有待进一步提高；二是公开内容需进一步丰富完善。下一步，加强学习。',
    },
    holds: {},
  },
  { rule: 'F-12', breaks: { other: '。' }, holds: {} },
  {
    rule: 'F-13',
    breaks: {
      other: '无',
      cells: { 'requests/otherOutcome.feeUnpaid/naturalPerson': '1' },
    },
    holds: { other: '无' },
  },
  { rule: 'F-14', breaks: { add: 'XX局全年公开信息3条。' }, holds: { add: '引入LED屏和H5。' } },
  {
    rule: 'F-14',
    breaks: { other: '本年度发出信息处理费收费通知【 】件，总金额【 】元，实际收取【 】元。' },
    holds: { other: '本年度发出信息处理费收费通知2件，总金额80元，实际收取80元。' },
    marks: '【 】',
  },
  { rule: 'F-14', breaks: { add: '制发【填数字】件。' }, holds: { add: '制发〔2025〕3号文件。' } },
  { rule: 'F-14', breaks: { add: '总金额80】元。' }, holds: {} },
  { rule: 'F-14', breaks: { preface: '统计期限【' }, holds: {} },
  { rule: 'F-14', breaks: { add: '根据贵办通知要求，现报告如下。' }, holds: {} },
  { rule: 'F-15', breaks: { add: '办理群众留言92条。' }, holds: { add: '公开留言办理情况。' } },
  // names and dates
  {
    rule: 'F-17',
    breaks: { title: '示例市数据资源管理局2025年度政府信息公开工作年度报告' },
    holds: {},
  },
  {
    rule: 'F-19',
    breaks: { add: '2024年，我局公开信息3条。' },
    holds: { add: '2024年以来，我局公开信息3条。' },
  },
  {
    rule: 'F-22',
    breaks: { signature: '示例市大数据局' },
    holds: { signature: '示例市数据资源管理局' },
  },
  {
    rule: 'F-23',
    breaks: { add: '我委高度重视。' },
    holds: { add: '我局高度重视，我市统一部署。' },
  },
  {
    rule: 'F-24',
    breaks: { preface: '根据《政府信息公开条例》，本报告由样板县数据资源管理局编制。' },
    holds: { preface: '根据《政府信息公开条例》，本报告由示例市数据资源管理局编制。' },
  },
  // wording
  {
    rule: 'F-25',
    breaks: { add: '建立公开事项定期核对的工作制度。建立公开事项定期核对的工作制度。' },
    holds: { add: '建立公开事项定期核对的工作制度。建立公开事项的发布制度。' },
  },
  { rule: 'F-26', breaks: { add: '加强管理。。' }, holds: { add: '加强管理。' }, marks: '。。' },
  {
    rule: 'F-26',
    breaks: { add: '加强管理,注重实效。' },
    holds: { add: '共1,259条。' },
    marks: '理,',
  },
  {
    rule: 'F-27',
    breaks: { add: '加强府信息公开平台建设。' },
    holds: { add: '加强市政府政府信息公开平台建设。' },
    marks: '府信息公开',
  },
  { rule: 'F-27', breaks: { add: '落实审核审核制度。' }, holds: { add: '一步一步落实审核制度。' } },
  {
    rule: 'F-28',
    breaks: { preface: '根据《政府信息公开条例》和国办公开办函[2021]30号编制。' },
    holds: { preface: '根据《政府信息公开条例》和国办公开办函〔2021〕30号编制。' },
  },
  {
    rule: 'F-29',
    breaks: { preface: '根据《政府信息公开条例》（国务院令第492号）编制。' },
    holds: { preface: '根据《政府信息公开条例》（国务院令第711号）编制。' },
  },
  {
    rule: 'F-30',
    breaks: { preface: '根据《政府信息公开条例》编制。如有疑问，请与办公室联系。' },
    holds: {
      preface:
        '根据《政府信息公开条例》编制。如有疑问，请与办公室联系（地址：中心路1号，电话：023-61234567）。',
    },
  },
  {
    rule: 'F-31',
    breaks: { add: '已答复申请人（电话13912345678）。' },
    holds: { add: '咨询电话023-61234567。' },
  },
  {
    rule: 'F-33',
    breaks: { add: '一是抓培训。三是抓考核。' },
    holds: { add: '一是抓培训。二是统一是非标准。' },
  },
  { rule: 'F-34', breaks: { add: '公开规范性文件3份。' }, holds: { add: '公开规范性文件3件。' } },
  // last year
  {
    rule: 'Y-01',
    breaks: { last: { cells: { 'requests/carriedOut/naturalPerson': '2' } } },
    holds: { last: {} },
  },
  {
    rule: 'Y-02',
    breaks: {
      last: {},
    },
    holds: {
      last: {
        cells: {
          'requests/carriedOut/naturalPerson': '2',
          'requests/carriedOut/enterprise': '0',
        },
      },
    },
  },
  {
    rule: 'Y-03',
    breaks: { last: {} },
    holds: { last: { cells: { 'proactive/normativeDocuments/effective': '12' } } },
  },
  {
    rule: 'Y-04',
    breaks: {
      year: 2020,
      last: { year: 2019, only: {}, cells: { 'proactive/fees/lastYearItems': '3' } },
    },
    holds: {
      year: 2020,
      cells: { 'proactive/fees/lastYearItems': '3' },
      last: { year: 2019, cells: { 'proactive/fees/lastYearItems': '3' } },
    },
  },
  {
    rule: 'Y-05',
    breaks: {
      year: 2020,
      cells: { 'proactive/normativeDocuments/totalDisclosed': '3' },
      last: { year: 2019 },
    },
    holds: {
      year: 2020,
      cells: {
        'proactive/normativeDocuments/totalDisclosed': '3',
        'proactive/normativeDocuments/newlyDisclosed': '3',
      },
      last: { year: 2019 },
    },
  },
  {
    rule: 'Y-07',
    breaks: {
      year: 2021,
      last: { year: 2020, cells: { 'requests/carriedOut/naturalPerson': '2' } },
    },
    holds: {
      year: 2021,
      cells: { 'requests/carriedIn/naturalPerson': '2' },
      last: { year: 2020, cells: { 'requests/carriedOut/naturalPerson': '2' } },
    },
  },
  {
    rule: 'Y-08',
    breaks: { last: {} },
    holds: {
      last: {
        cells: { 'proactive/penalties/decisions': '8', 'requests/granted/naturalPerson': '11' },
      },
    },
  },
  {
    rule: 'Y-09',
    breaks: { last: {} },
    holds: {
      last: {
        overview: '全新的一年里，数据资源目录重新编制，平台改版上线，咨询窗口搬迁至新址。'.repeat(
          6,
        ),
        problems: '去年的问题主要是人员变动频繁，交接不畅，答复文书样式不一。'.repeat(6),
      },
    },
  },
  {
    rule: 'Y-11',
    breaks: {
      last: {
        problems:
          '目录不全。下一步，推动村居务公开，编制便民服务手册，建设流动查阅车，开展蒙汉双语公开。',
      },
    },
    holds: { last: {} },
  },
  {
    rule: 'Y-12',
    breaks: {
      swap: [['新收申请28件', '新收申请14件']],
      last: { cells: received('7') },
    },
    holds: { last: { cells: received('7'), overview: '全年没有变化。' } },
  },
  {
    rule: 'T2-08',
    breaks: {
      cells: { 'proactive/fees/amount': '3000' },
      last: { cells: { 'proactive/fees/amount': '3' } },
    },
    holds: {
      cells: { 'proactive/fees/amount': '2999' },
      last: { cells: { 'proactive/fees/amount': '3' } },
    },
  },
  {
    rule: 'T2-09',
    breaks: { last: { cells: { 'proactive/fees/amount': '3' } } },
    holds: { last: {} },
  },
  {
    rule: 'T2-12',
    breaks: { cells: { 'proactive/penalties/decisions': '0' }, last: {} },
    holds: { last: {} },
  },
  {
    rule: 'T3-22',
    breaks: { cells: { 'proactive/licensing/decisions': '1261' }, last: {} },
    holds: { cells: { 'proactive/licensing/decisions': '1260' }, last: {} },
  },
  {
    rule: 'T4-05',
    breaks: {
      cells: { 'disputes/review/upheld': '0', 'disputes/litigationAfterReview/upheld': '1' },
      last: { cells: { 'disputes/review/upheld': '0' } },
    },
    holds: {
      cells: { 'disputes/review/upheld': '0', 'disputes/litigationAfterReview/upheld': '1' },
      last: {},
    },
  },
  {
    rule: 'T4-06',
    breaks: { last: { cells: { 'disputes/litigationDirect/pending': '1' } } },
    holds: { last: { cells: { 'disputes/review/pending': '1' } } },
  },
  {
    rule: 'T4-08',
    breaks: { cells: { 'disputes/review/upheld': '57' }, last: {} },
    holds: { cells: { 'disputes/review/upheld': '56' }, last: {} },
  },
];

describe.each(EXAMPLES)('$rule', ({ rule, breaks, holds = {}, marks }) => {
  test('is told of what breaks it', () => {
    const { raw, findings } = findingsOf(breaks, rule);
    expect(findings.length).toBeGreaterThan(0);
    const words = findings.flatMap(({ places = [] }) =>
      places.map(({ field, start, end }) => {
        const text = field === 'preface' ? raw.preface : raw.narrative[field.split('.')[1] ?? ''];
        return text?.slice(start, end);
      }),
    );
    expect(words).not.toContain('');
    expect(words).not.toContain(undefined);
    if (marks) expect(words).toContain(marks);
  });

  test('is silent over what holds', () => {
    expect(findingsOf(holds, rule).findings.map(({ problem }) => problem)).toEqual([]);
  });
});

test('the sample in the format in force breaks no rule at all', () => {
  expect(checkAll(understood(SAMPLE_2021), 'finished')).toEqual([]);
});

test('every named rule has its example, here or beside the cell rules', () => {
  const known = new Set([...EXAMPLES.map(({ rule }) => rule), ...BASIC_RULES.map(({ id }) => id)]);
  expect([...TABLE_RULES, ...TEXT_RULES].filter(({ id }) => !known.has(id))).toEqual([]);
});

test('findings have keys of their own and known severities', () => {
  for (const { breaks, rule } of EXAMPLES) {
    const { raw } = findingsOf(breaks, rule);
    const findings = checkAll(understood(raw), 'finished');
    const keys = findings.map(({ key }) => key);
    expect(new Set(keys).size, `${rule}: ${keys.join(' | ')}`).toBe(keys.length);
    for (const { severity } of findings) expect(SEVERITIES).toContain(severity);
  }
});

describe('nothing is said against words that only look wrong', () => {
  test.each([
    '开展面对面对接和点对点对账。',
    '市大数据数据资源平台、政务服务服务窗口按时更新。',
    '示例市人民政府政府信息公开工作开展顺利，政府信息公开开展情况逐月核对。',
    '办理人大代表建议件、政协提案件全部公开。',
    '自二〇〇八年起建立制度，目的的确明确，现在在线办理。',
    '规范性文件件数逐件核对，建立平台台账，推进网站站群建设，审核合并并发布。',
    '窗口联系电话13912345678。',
    '引入LED屏、H5、5G和AI技术，开展“1+X”发布。',
    '依申请公开答复文书经“三审三校”，未发生因政府信息公开被纠错的行政复议。',
    '公开财政信息等5类共100条（教育10条、医疗20条、就业5条等）。',
    '2024年以来持续整改，较2024年增加3条。',
    '县区、乡镇和街道的公开专区由我局指导，我市统一标识。',
    '全市受理政府信息公开申请900件。',
    '解读政策3件，其中图解2件。',
  ])('%s', (add) => {
    const raw = applied(SAMPLE_2021, { add });
    const findings = checkAll(understood(raw), 'finished');
    expect(findings.map(({ rule, problem }) => `${rule} ${problem}`)).toEqual([]);
  });
});
