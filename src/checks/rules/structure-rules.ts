/**
 * F-02 … F-12: what the sections of a report must deal with. An absence is told once, where it is;
 * rules on what a section lacks wait until it holds something, since a blank one is F-01.
 */
import { AGENCY_TYPE_IDS, AGENCY_TYPES, type AgencyType } from '../../formats/agency.ts';
import type { Severity } from '../../formats/rule.ts';
import type { Report } from '../../report/report.ts';
import { BASICS } from '../finding.ts';
import type { Found, TextContext, TextRule } from '../named-rule.ts';
import {
  type FieldText,
  findAll,
  headingsOf,
  placeIn,
  saysInOrder,
  sectionText,
} from '../text/report-text.ts';

const GOVERNMENTS = AGENCY_TYPE_IDS.filter((type) => AGENCY_TYPES[type].government);
/** Governments whose reports cover many bodies run long as a matter of course. */
const WHOLE_AREAS: readonly AgencyType[] = GOVERNMENTS.filter((type) => type !== 'township');

/** What the 2021 notice asks for is only a hint in a year that was free to do otherwise. */
function mildly({ raw, format }: Report): { readonly severity?: Severity } {
  return format.encouragedOnly?.includes(raw.year) ? { severity: 'hint' } : {};
}

function about(field: FieldText, problem: string, part: Partial<Found> = {}): Found {
  return { section: field.section, field: field.field, problem, ...part };
}

/** The six parts as a preface may call them, in the order of the form. */
const PARTS: readonly (readonly [string, RegExp])[] = [
  ['总体情况', /总体情况|总体工作|基本情况/],
  ['主动公开', /主动公开/],
  ['收到和处理申请', /申请(?:的)?情况|依申请公开|处理[^，、；]{0,10}申请/],
  ['行政复议、行政诉讼', /复议|诉讼/],
  ['问题及改进', /问题/],
  ['其他需要报告的事项', /其他/],
];
/** What a sentence says, in this order, that tells what the report consists of. */
const PARTS_SENTENCE: readonly RegExp[] = [
  /包括|分为|共分|由|内容为/,
  /总体情况|概述|主动公开/,
  /、/,
  /部分|组成|方面|事项/,
];
const COUNTED_PARTS = /([一二三四五六七八九\d])个?(?:大?部分|个方面)/;

function prefaceNamesSixParts({ text, report }: TextContext): readonly Found[] {
  const preface = sectionText(text, BASICS);
  const sentence = preface?.sentences.find(({ text: words }) => saysInOrder(words, PARTS_SENTENCE));
  if (!preface || !sentence) return [];
  const count = COUNTED_PARTS.exec(sentence.text)?.[1];
  const missing = PARTS.filter(([, pattern]) => !pattern.test(sentence.text)).map(([name]) => name);
  const isSix = count === undefined || count === '六' || count === '6';
  if (isSix && missing.length === 0) return [];
  const what = missing.length > 0 ? `没有列出${missing.join('、')}` : `写的是“${count}个部分”`;
  return [
    about(preface, `引言介绍本报告的组成部分，${what}`, {
      ...mildly(report),
      places: [placeIn(preface, sentence.start, sentence.start + sentence.text.length)],
    }),
  ];
}

const TOPICS: readonly (readonly [string, RegExp, RegExp])[] = [
  ['主动公开', /主动公开/, /主动公开|公开[^。]{0,12}信息/],
  ['依申请公开', /依申请|公开申请/, /依申请|公开申请|申请公开/],
  [
    '政府信息管理',
    /信息(?:资源)?管理|信息资源/,
    /信息管理|公开属性|保密审查|审核发布|发布审核|审查|规范性文件|目录/,
  ],
  ['政府信息公开平台建设', /平台|载体|渠道|网站|新媒体/, /平台|网站|新媒体|专栏|公众号/],
  [
    '监督保障',
    /监督|保障|培训|考核|评议|组织领导/,
    /监督|保障|考核|培训|评议|组织领导|检查|工作机制/,
  ],
];
const MOST_TOPICS = 3;
const HEADING_REACH = 16;

interface Topics {
  /** The topics have headings of their own. */
  readonly areHeaded: boolean;
  readonly missing: readonly string[];
}

/** With headings of their own the topics are looked for there; else anywhere in the words. */
function topicsOf(overview: FieldText): Topics {
  const headings = headingsOf(overview).map(({ text }) => text.slice(0, HEADING_REACH));
  const headed = TOPICS.filter(([, heading]) => headings.some((text) => heading.test(text)));
  const areHeaded = headed.length >= MOST_TOPICS;
  const missing = TOPICS.filter((topic) =>
    areHeaded ? !headed.includes(topic) : !topic[2].test(overview.text),
  );
  return { areHeaded, missing: missing.map(([name]) => name) };
}

function overviewHasFiveTopics({ text, report }: TextContext): readonly Found[] {
  const overview = sectionText(text, 'overview');
  if (!overview) return [];
  const { missing, areHeaded } = topicsOf(overview);
  if (missing.length === 0 && areHeaded) return [];
  if (missing.length === 0) {
    const names = TOPICS.map(([name]) => name).join('、');
    return [about(overview, `${overview.name}没有按${names}五个方面分写`, { severity: 'hint' })];
  }
  return [
    about(overview, `${overview.name}没有写${missing.join('、')}`, {
      ...mildly(report),
      numbers: missing.map((value) => ({ label: '缺', value })),
    }),
  ];
}

const PREFACE_WORDS =
  /统计期限|统计时限|电子版|编制(?:完成)?(?:了)?(?:并公布|并向社会公布)?本(?:年度)?报告|如(?:对本报告)?有(?:任何)?疑问/;

function overviewIsPreface({ text }: TextContext): readonly Found[] {
  const overview = sectionText(text, 'overview');
  if (!overview || topicsOf(overview).missing.length < MOST_TOPICS) return [];
  const [words] = findAll(overview, PREFACE_WORDS);
  if (!words) return [];
  return [
    about(overview, `${overview.name}写的是引言的内容（“${words.text}”），没有写工作情况`, {
      places: [words.place],
    }),
  ];
}

const GOVERNMENT_TOPICS: readonly (readonly [string, RegExp])[] = [
  ['工作考核', /考核|考评/],
  ['社会评议', /评议|评估|测评|满意度/],
  ['责任追究', /责任追究|追责|问责|追究.{0,6}责任/],
];

function governmentTopics({ text, report }: TextContext): readonly Found[] {
  const overview = sectionText(text, 'overview');
  if (!overview) return [];
  const missing = GOVERNMENT_TOPICS.filter(([, pattern]) => !pattern.test(overview.text));
  if (missing.length === 0) return [];
  return [
    about(overview, `${overview.name}没有写${missing.map(([name]) => name).join('、')}情况`, {
      ...mildly(report),
      numbers: missing.map(([value]) => ({ label: '缺', value })),
    }),
  ];
}

const GUIDE_LENGTH = 1000;
const LONG_FOR_A_GOVERNMENT = 1500;

function overviewLength({ text, report }: TextContext): readonly Found[] {
  const overview = sectionText(text, 'overview');
  const length = overview ? overview.raw.replace(/\s/g, '').length : 0;
  if (!overview || length <= GUIDE_LENGTH) return [];
  const isShortEnough =
    WHOLE_AREAS.includes(report.raw.agency.type) && length <= LONG_FOR_A_GOVERNMENT;
  return [
    about(overview, `${overview.name}有 ${length} 字，原则上不超过 ${GUIDE_LENGTH} 字`, {
      ...(isShortEnough ? { severity: 'hint' as const } : mildly(report)),
      numbers: [{ label: '字数', value: `${length}` }],
    }),
  ];
}

const SHORTEST_OVERVIEW = 150;

function overviewTooThin({ text, report }: TextContext): readonly Found[] {
  const overview = sectionText(text, 'overview');
  const length = overview?.text.length ?? 0;
  if (!overview) return [];
  const figures = overview.text.replace(/20\d\d年?|〔\d+〕|\d{1,20}号/g, '');
  const hasFigures = /\d|[一二两三四五六七八九十](?:件|条|次|场|期|个)/.test(figures);
  if (length >= SHORTEST_OVERVIEW && hasFigures) return [];
  const what = length < SHORTEST_OVERVIEW ? `只有 ${length} 字` : '没有一个数字';
  return [
    about(overview, `${overview.name}${what}`, {
      ...mildly(report),
      numbers: [{ label: '字数', value: `${length}` }],
    }),
  ];
}

const NOBODY_IN_PARTICULAR = /(?:一些|部分|个别|有的|某些)(?:地区|地方|部门和地区)[^。；]{0,30}/;

function overviewNamesNoFact({ text }: TextContext): readonly Found[] {
  const overview = sectionText(text, 'overview');
  if (!overview) return [];
  const [words] = findAll(overview, NOBODY_IN_PARTICULAR);
  if (!words || /\d(?:件|条|篇|期|次|个|场)/.test(overview.text)) return [];
  return [about(overview, `“${words.text}”没有说明是本机关的什么情况`, { places: [words.place] })];
}

/** Shorter words on problems are told as such (F-09). */
const SHORTEST_PROBLEMS = 10;

const TELLS_PROBLEMS =
  /问题|不足|短板|差距|薄弱|不够|有待|欠缺|仍需|还需|尚未|弱项|有限|偏少|偏低|滞后|不强|不高|不到位|不及时|不规范|缺乏/;
const TELLS_MEASURES =
  /下一步|改进|措施|今后|将(?!来)|整改|针对|20\d\d年，|已(?:经)?(?:建立|修订|完成|更新|组织)/;

function problemsAndMeasures({ text }: TextContext): readonly Found[] {
  const problems = sectionText(text, 'problems');
  if (!problems || problems.text.length < SHORTEST_PROBLEMS) return [];
  const lacks = [
    ...(TELLS_PROBLEMS.test(problems.text) ? [] : ['存在的问题']),
    ...(TELLS_MEASURES.test(problems.text) ? [] : ['改进情况']),
  ];
  if (lacks.length === 0) return [];
  return [
    about(problems, `${problems.name}没有写${lacks.join('和')}`, {
      numbers: lacks.map((value) => ({ label: '缺', value })),
    }),
  ];
}

const VAGUE =
  /(?:有待|还需|仍需|尚需|需|需要)(?:进一步|继续|不断)?[^，。；]{0,12}(?:加强|提高|提升|完善|改进|强化|优化|规范|创新)|不够[^，。；]{0,8}|不足|欠缺/;
const CONCRETE = /\d|《|如[：，]?|例如|由于|因为|[一二两三四五六七八九十]个/;
const LONGEST_PHRASE = 34;
const PROBLEM_ITEM = /(?:[一二三四五六]是|[①-⑥])[^；。]+/g;

function problemsVague({ text }: TextContext): readonly Found[] {
  const problems = sectionText(text, 'problems');
  if (!problems) return [];
  const [told = ''] = problems.text.split(/下一步|针对|改进(?:措施|情况)|采取以下/);
  const items = told.match(PROBLEM_ITEM) ?? [];
  const isVague = (item: string) =>
    item.length < LONGEST_PHRASE && VAGUE.test(item) && !CONCRETE.test(item.slice(2));
  if (items.length < 2 || !items.every(isVague)) return [];
  const at = problems.text.indexOf(items[0]!);
  return [
    about(problems, `${problems.name}所列 ${items.length} 个问题都只有笼统的一句`, {
      places: [placeIn(problems, at, at + items[0]!.length)],
    }),
  ];
}

const NO_WORDS = /^[\s。.、\-—–/／\\*…略]*$/;

function otherMattersInWords({ text }: TextContext): readonly Found[] {
  const other = sectionText(text, 'other');
  if (!other || !NO_WORDS.test(other.text)) return [];
  return [about(other, `${other.name}只写了“${other.raw.trim()}”`)];
}

const NOTICE = '国办公开办函〔2021〕30号（一）总体情况';

/** Rules on the parts of a report: headings, numbering and what each must speak of. */
export const STRUCTURE_RULES: readonly TextRule[] = [
  {
    id: 'F-02',
    severity: 'reminder',
    title: '引言列出的组成部分与六个部分一致',
    advice: '按六个部分的标题改写。',
    source: '统计格式',
    judge: prefaceNamesSixParts,
  },
  {
    id: 'F-03',
    severity: 'reminder',
    title: '引言不写进第一部分',
    advice: '把引言移到标题下面，第一部分写五个方面的工作情况。',
    source: NOTICE,
    silences: ['F-04', 'F-07'],
    judge: overviewIsPreface,
  },
  {
    id: 'F-04',
    severity: 'reminder',
    title: '第一部分写到五个方面',
    advice: '补写缺少的方面，各用一个小标题。',
    source: NOTICE,
    judge: overviewHasFiveTopics,
  },
  {
    id: 'F-05',
    severity: 'reminder',
    title: '政府的年报写明工作考核、社会评议和责任追究结果情况',
    advice: '在监督保障部分补写；没有发生责任追究的也要写明。',
    source: '条例第五十条第（四）项',
    bodies: GOVERNMENTS,
    judge: governmentTopics,
  },
  {
    id: 'F-06',
    severity: 'reminder',
    title: '第一部分原则上不超过一千字',
    advice: '删去一般性的叙述，留下事实和数据。',
    source: '各地转发的编制要求',
    explanations: ['汇总本地区各机关情况，内容较多。'],
    judge: overviewLength,
  },
  {
    id: 'F-07',
    severity: 'reminder',
    title: '第一部分有事实和数据',
    advice: '写明公开了哪些信息、各多少条，收到多少件申请。',
    source: '地方编制要求',
    judge: overviewTooThin,
  },
  {
    id: 'F-08',
    severity: 'hint',
    title: '第一部分说的是本机关',
    advice: '改写为本机关的事实。',
    source: '实际年报中常见的缺漏',
    judge: overviewNamesNoFact,
  },
  {
    id: 'F-10',
    severity: 'reminder',
    title: '第五部分既写问题，也写改进',
    advice: '问题和改进措施都要写，互相对应。',
    source: '第五部分标题',
    silences: ['F-11'],
    judge: problemsAndMeasures,
  },
  {
    id: 'F-11',
    severity: 'hint',
    title: '第五部分的问题具体',
    advice: '写清在哪个环节、表现是什么，避免笼统模糊。',
    source: '地方编制要求',
    judge: problemsVague,
  },
  {
    id: 'F-12',
    severity: 'reminder',
    title: '第六部分用文字写明',
    advice: '没有其他事项时写“无其他需要报告的事项”。',
    source: '实际年报中常见的缺漏',
    judge: otherMattersInWords,
  },
];
