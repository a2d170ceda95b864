/**
 * F-17 … F-24: names and years. One body, one name, one way to speak of itself; one report year.
 */

import { AGENCY_TYPES } from '../../formats/agency.ts';
import { builtPattern } from '../../report/built-pattern.ts';
import { agencyName, signatureNameOf, titleOf } from '../../report/raw-report.ts';
import { BASICS } from '../finding.ts';
import type { Found, TextContext, TextRule } from '../named-rule.ts';
import { type FieldText, findAll, placeIn, saysInOrder, sectionText } from '../text/report-text.ts';

function comparable(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '');
}

function doubledYear({ report: { raw } }: TextContext): readonly Found[] {
  if (!saysInOrder(comparable(titleOf(raw)), [/年度/, /年度报告/])) return [];
  return [
    {
      section: BASICS,
      field: 'title',
      problem: `标题“${titleOf(raw)}”重复了“年度”`,
      numbers: [{ label: '标题', value: titleOf(raw) }],
      fix: { label: '改为规范标题', change: { kind: 'field', field: 'title', text: '' } },
    },
  ];
}

/** 「2024年，我局……」: a year that opens a sentence is the year the sentence is about. */
const YEAR_AS_SUBJECT =
  /(?:^|[。！？；\n]|情况|方面|事项)(20\d\d)年(?:度)?(?=，|我|本|全|共|[^\d，。]{2,12}(?:坚持|认真|严格|主动公开|收到|未))/g;
const LONGEST_SENTENCE = 300;
const COMPARES = /相比|较|同比|以来|截至|印发|要点|自20|对比|增长|下降|上年|去年/;

function yearIsReportYear({ report: { raw }, text }: TextContext): readonly Found[] {
  return text.fields
    .filter(({ section }) => section !== BASICS)
    .flatMap((field) => {
      const wrong = [...field.text.matchAll(YEAR_AS_SUBJECT)].filter((match) => {
        const at = (match.index ?? 0) + match[0].length;
        const [sentence = ''] = field.text.slice(at, at + LONGEST_SENTENCE).split(/[。；\n]/, 1);
        return Number(match[1]) < raw.year && !COMPARES.test(sentence);
      });
      const [first] = wrong;
      if (!first) return [];
      const places = wrong.map((match) => {
        const at = (match.index ?? 0) + match[0].indexOf(match[1]!);
        return placeIn(field, at, at + 5);
      });
      return [
        {
          section: field.section,
          field: field.field,
          places,
          problem: `${field.name}写的是${first[1]}年的情况，报告年度是${raw.year}年`,
          numbers: [{ label: '文中', value: wrong.map(([, year]) => year).join('、') }],
        },
      ];
    });
}

/** 管委会 is 管理委员会; an office signs for its government; the name may go without its province. */
function isSameBody(name: string, signed: string): boolean {
  const [one, other] = [name, signed].map((text) => text.replace('管委会', '管理委员会')) as [
    string,
    string,
  ];
  return (
    one.startsWith(other) || other.startsWith(one) || one.replace(/^.{2,4}?[省市]/, '') === other
  );
}

function signedByTheBody({ report: { raw } }: TextContext): readonly Found[] {
  const name = comparable(raw.agency.name);
  const signed = comparable(signatureNameOf(raw));
  if (!name || isSameBody(name, signed)) return [];
  return [
    {
      section: BASICS,
      field: 'signature.name',
      problem: `落款是“${signatureNameOf(raw)}”，标题中的机关名称是“${agencyName(raw)}”`,
      numbers: [{ label: '落款', value: signed }],
      fix: {
        label: '落款改用机关全称',
        change: { kind: 'field', field: 'signature.name', text: '' },
      },
    },
  ];
}

/** How a body calls itself, by the end of its name. Areas (我市、我县) are said by any of them. */
const SELF_REFERENCES: readonly (readonly [string, RegExp])[] = [
  ['局', /局(?:（.{0,40}）)?$|分局$/],
  ['委', /委员会$|委$|管委会$/],
  ['厅', /厅$/],
  ['办', /办公室$|办$|厅$|人民政府$/],
  ['镇', /镇(?:人民政府)?$/],
  ['乡', /乡(?:人民政府)?$|族乡/],
  ['街道', /街道(?:办事处)?$/],
  ['院', /院$/],
  ['中心', /中心$/],
];
const SELF =
  /(?:我|本)(局|委(?!员|托|派|任)|厅|办(?!法|理|事|公|学)|镇|乡(?!村)|街道|院|中心)(?!长)/g;
const GENERAL_NAMES = new Set(['院', '中心', '办']);

function selfReference({ report: { raw }, text }: TextContext): readonly Found[] {
  const name = comparable(raw.agency.name);
  const own = SELF_REFERENCES.filter(([, end]) => end.test(name)).map(([word]) => word);
  if (own.length === 0) return mixedSelfReference(text.fields);
  return text.fields
    .filter(({ section }) => section !== BASICS)
    .flatMap((field) => {
      const wrong = [...field.text.matchAll(SELF)].filter(
        ([, word = '']) => !own.includes(word) && !GENERAL_NAMES.has(word),
      );
      return wrong.length > 0 ? [selfFound(field, wrong, `机关名称是“${agencyName(raw)}”`)] : [];
    });
}

function selfFound(field: FieldText, wrong: readonly RegExpMatchArray[], against: string): Found {
  const words = [...new Set(wrong.map(([word]) => word))].join('”“');
  return {
    section: field.section,
    field: field.field,
    places: wrong.map((match) => {
      const at = match.index ?? 0;
      return placeIn(field, at, at + match[0].length);
    }),
    problem: `${field.name}自称“${words}”，${against}`,
    numbers: [{ label: '自称', value: words }],
  };
}

/** A name that tells nothing still has to go with one word throughout. */
function mixedSelfReference(fields: readonly FieldText[]): readonly Found[] {
  const uses = fields
    .filter(({ section }) => section !== BASICS)
    .flatMap((field) => [...field.text.matchAll(SELF)].map((match) => ({ field, match })));
  const counted = (word: string | undefined) =>
    uses.filter(({ match }) => match[1] === word).length;
  const words = [...new Set(uses.map(({ match }) => match[1]))].filter(
    (word) => word !== undefined && !GENERAL_NAMES.has(word),
  );
  if (words.length < 2) return [];
  const [usual] = [...words].sort((one, other) => counted(other) - counted(one));
  const [odd] = uses.filter(({ match }) => match[1] !== usual && words.includes(match[1]));
  return odd ? [selfFound(odd.field, [odd.match], `别处自称“我${usual}”`)] : [];
}

const PLACE_NAME = /[\u4e00-\u9fff]{2,7}?(?:省|自治区|市|县|区|旗|镇|乡|街道)/;
const MADE_BY = builtPattern(
  `(?:由|请与|请联系|联系)(${PLACE_NAME.source})(?:人民政府)?[\u4e00-\u9fff]{0,12}?(?:局|委员会|办公室|办公厅|政府|办事处)(?:[\u4e00-\u9fff]{0,6})(?:编制|联系|（)`,
);
const OTHER_SUBJECT =
  /(?:^|[。\n])(?:20\d\d年，?)?([\u4e00-\u9fff]{2,6}(?:镇|乡|街道|县|局))(?=坚持|严格按照|认真贯彻|深入贯彻|全面贯彻|高度重视|始终坚持|以习近平)/g;

function otherBodies({ report: { raw }, text }: TextContext): readonly Found[] {
  const name = comparable(raw.agency.name);
  if (!name) return [];
  const preface = sectionText(text, BASICS);
  const made = preface ? MADE_BY.exec(preface.text) : null;
  const place = made?.[1] ?? '';
  const own = PLACE_NAME.exec(name)?.[0];
  const isOther =
    own !== undefined && place !== '' && !name.includes(place) && !made?.[0].includes(own);
  const inPreface = preface && made && isOther ? [otherFound(preface, made, place)] : [];
  const overview = sectionText(text, 'overview');
  // A report on an area speaks of its bodies by name.
  const isOnArea = AGENCY_TYPES[raw.agency.type].government || /管委会|管理委员会/.test(name);
  const subjects = overview && !isOnArea ? [...overview.text.matchAll(OTHER_SUBJECT)] : [];
  const inOverview = subjects
    .filter(([, subject = '']) => !sharesName(name, subject))
    .slice(0, 1)
    .map((match) => otherFound(overview!, match, match[1]!));
  return [...inPreface, ...inOverview];
}

/** 区教育局 stands for ××区教育局, 省教育局 does not stand for ××镇. */
function sharesName(name: string, subject: string): boolean {
  const core = subject.replace(/^(?:我|本|全|该|各)?(?:省|市|县|区|镇|乡)?/, '');
  return core === '' || name.includes(core) || /^(?:我|本|各|全)/.test(subject);
}

function otherFound(field: FieldText, match: RegExpMatchArray, other: string): Found {
  const at = (match.index ?? 0) + match[0].indexOf(other);
  return {
    key: `${field.field} ${other}`,
    section: field.section,
    field: field.field,
    places: [placeIn(field, at, at + other.length)],
    problem: `${field.name}出现了别的名称“${other}”`,
    numbers: [{ label: '名称', value: other }],
  };
}

const PROVINCES =
  '北京市|天津市|上海市|重庆市|河北省|山西省|辽宁省|吉林省|黑龙江省|江苏省|浙江省|安徽省|福建省|江西省|山东省|河南省|湖北省|湖南省|广东省|海南省|四川省|贵州省|云南省|陕西省|甘肃省|青海省|内蒙古自治区|广西壮族自治区|西藏自治区|宁夏回族自治区|新疆维吾尔自治区';

const NAMED_PROVINCE = builtPattern(PROVINCES, 'g');
const PROVINCIAL_DOCUMENT = builtPattern(`《(?:${PROVINCES})[^》]{2,40}》`);

/** A document of another province in the text of a body whose province the report itself names. */
function otherProvince({ report: { raw }, text }: TextContext): readonly Found[] {
  const own = new Set(
    [raw.agency.name, raw.preface].flatMap(
      (words) => comparable(words).match(NAMED_PROVINCE) ?? [],
    ),
  );
  if (own.size === 0) return [];
  return text.fields
    .filter(({ section }) => section !== BASICS)
    .flatMap((field) =>
      findAll(field, PROVINCIAL_DOCUMENT)
        .filter(({ text: title }) => ![...own].some((province) => title.includes(province)))
        .slice(0, 1)
        .map(({ text: title, place }) => ({
          key: `${field.field} province`,
          section: field.section,
          field: field.field,
          severity: 'hint' as const,
          places: [place],
          problem: `${field.name}引用了外地文件${title}`,
          numbers: [{ label: '文件', value: title }],
        })),
    );
}

/** Rules on how a report names itself, its year and its body. */
export const NAMING_RULES: readonly TextRule[] = [
  {
    id: 'F-17',
    severity: 'hint',
    title: '标题不重复“年度”',
    advice: '写成“××××年政府信息公开工作年度报告”。',
    source: '通行写法',
    judge: doubledYear,
  },
  {
    id: 'F-19',
    severity: 'reminder',
    title: '文中说的是报告年度',
    advice: '核对是否沿用了往年的文字。',
    source: '报告年度推得',
    explanations: ['此处叙述往年的情况。'],
    judge: yearIsReportYear,
  },
  {
    id: 'F-22',
    severity: 'reminder',
    title: '落款与标题的机关名称一致',
    advice: '落款用机关全称。',
    source: '通行写法',
    judge: signedByTheBody,
  },
  {
    id: 'F-23',
    severity: 'reminder',
    title: '自称与机关名称相符，前后一致',
    advice: '统一改为本机关的自称。',
    source: '实际年报中常见的缺漏',
    judge: selfReference,
  },
  {
    id: 'F-24',
    severity: 'reminder',
    title: '文中没有别的机关和外地的名称',
    advice: '核对是否从别处抄来；确属引用的不必改。',
    source: '实际年报中常见的缺漏',
    explanations: ['确属引用或参照外地文件。'],
    judge: (context) => [...otherBodies(context), ...otherProvince(context)],
  },
];
