/**
 * F-14, F-15, F-26 … F-34: the wording itself. Leftovers of templates, marks of punctuation, numbers
 * of documents, numbering, units, personal data.
 */
import { forAllMatches } from '../../report/built-pattern.ts';
import { BASICS } from '../finding.ts';
import type { Found, TextContext, TextRule } from '../named-rule.ts';
import { findAll, sectionText } from '../text/report-text.ts';
import { openBrackets } from './open-fields.ts';
import { inEveryField, matchesOf, patternFinding } from './pattern-matches.ts';

const NARRATIVES = ['overview', 'problems', 'other'];

const LEFTOVERS: readonly RegExp[] = [
  /该部分以表格(?:的)?形式报告/,
  /(?:表格|具体表格)如下[：。]?/,
  /(?<![A-Za-z+])[xX]{2,}(?![A-Za-z])/,
  /×{2,}|×(?=[年月日件条篇次个人万元份单局镇县市区省])|(?<!〇)〇{2,}(?=[局镇县市区])/,
  /某某(?!某)/,
  /20(?:__|□□|\?\?|？？)年/,
  /_{3,}|＿{2,}|□{2,}/,
  /[[〔（](?:填写|此处|请填|请在此|单位名称|机关名称|待补)[^\]〕）]{0,30}[\]〕）]/,
  /此处(?:填写|插入|省略)|请在此处?填写|待补充|（略）/,
  /根据贵[办局委厅单][^，。]{0,20}(?:要求|通知)?|现将[^，。]{0,30}(?:上报|报送)(?:如下|贵)/,
  /(?:^|\n)附件\d+[：:]?(?=\n|$)/,
];

const EXTRANEOUS: readonly RegExp[] = [
  /(?:群众|网民|网友|网络|领导信箱|信箱)?留言(?:信息)?\d+[件条]|(?:来信|来访|信访件|信访事项)[^，。；\d]{0,6}\d+[件批次]/,
  /招商引资[^，。；]{0,12}\d+|新闻稿(?:件)?\d+|工作简报\d+|信息宣传\d+/,
];

const DOUBLED_MARKS =
  /。{2,}|，{2,}|、{2,}|；{2,}|：{2,}|，。|。，|、。|，、|、，|；。|。；|：。|，；/;
const HALF_WIDTH = /[\u4e00-\u9fff”》）][,;:?!](?=[\u4e00-\u9fff“《（])/;
const BROKEN_YEAR = /2\s+0\s*\d\s*\d\s*年|20\s+\d\s*\d\s*年|20\d\s+\d\s*年/;
const MARKDOWN = /\*\*|(?:^|\n)#{1,4}\s|`/;

/** Looked for in the text as typed, since reading it makes these plain. */
function untidyMarks({ text }: TextContext): readonly Found[] {
  return text.fields.flatMap((field) => {
    const kinds: readonly (readonly [string, RegExp, string])[] = [
      ['marks', DOUBLED_MARKS, '标点重复'],
      ['half', HALF_WIDTH, '中文里用了半角标点'],
      ['year', BROKEN_YEAR, '年份中间有空格'],
      ['markdown', MARKDOWN, '留有排版符号'],
    ];
    return kinds.flatMap(([kind, pattern, name]) => {
      const all = [...field.raw.matchAll(forAllMatches(pattern))];
      if (all.length === 0) return [];
      const words = [...new Set(all.map(([word]) => word.trim()))];
      return [
        {
          key: `${field.field} ${kind}`,
          section: field.section,
          field: field.field,
          places: all.map((match) => ({
            field: field.field,
            start: match.index ?? 0,
            end: (match.index ?? 0) + match[0].length,
          })),
          problem: `${field.name}${name}（${all.length} 处）：“${words.slice(0, 3).join('”“')}”`,
          numbers: [{ label: name, value: `${all.length}` }],
        },
      ];
    });
  });
}

const NOTICE_NUMBER = /国办公开办函[^，。；、》]{0,3}?(20\d\d)[^\d，。；、》]{0,2}(\d+)号/g;
const KNOWN_NOTICES = new Set([
  '国办公开办函〔2021〕30号',
  '国办公开办函〔2019〕60号',
  '国办公开办函〔2019〕61号',
]);
const WRONG_BRACKETS = /[\u4e00-\u9fff]{1,8}[[（【{]20\d\d[\]）】}]\d+号/;

function referenceNumbers({ text, report }: TextContext): readonly Found[] {
  const own = report.format.notice.number;
  return text.fields.flatMap((field) => {
    const notices = [...field.text.matchAll(NOTICE_NUMBER)]
      .filter(
        ([number, year]) =>
          !KNOWN_NOTICES.has(number) && (year === own.slice(7, 11) || !KNOWN_NOTICES.has(number)),
      )
      .map((match) => ({
        text: match[0],
        at: match.index ?? 0,
        end: (match.index ?? 0) + match[0].length,
      }));
    const brackets = matchesOf(field, [WRONG_BRACKETS]).filter(
      ({ at }) => !notices.some((notice) => notice.at <= at && at < notice.end),
    );
    return patternFinding(
      field,
      [...notices, ...brackets],
      (words) => `${field.name}的文号“${words}”写法不对`,
    );
  });
}

const OUTDATED = /第492号|492号令|2008年5月1日起施行/;
const BASIS = /《(?:中华人民共和国)?政府信息公开条例》|《条例》/;

function outdatedBasis({ text }: TextContext): readonly Found[] {
  const preface = sectionText(text, BASICS);
  if (!preface) return [];
  const [old] = findAll(preface, OUTDATED);
  if (old) {
    return [
      {
        section: BASICS,
        field: preface.field,
        places: [old.place],
        problem: `引言引用的“${old.text}”是修订前的条例`,
      },
    ];
  }
  if (BASIS.test(preface.text) || !/根据|依据|按照/.test(preface.text)) return [];
  return [
    {
      section: BASICS,
      field: preface.field,
      problem: '引言没有把《中华人民共和国政府信息公开条例》列为编制依据',
    },
  ];
}

function contactMissing({ text }: TextContext): readonly Found[] {
  const preface = sectionText(text, BASICS);
  if (!preface || !/联系|疑问|咨询/.test(preface.text)) return [];
  const lacks = [
    ...(/\d{3,4}-?\d{7,8}|\d{7,8}|电话/.test(preface.text) ? [] : ['电话']),
    ...(/地址|路|号|大楼|大厦/.test(preface.text) ? [] : ['地址']),
  ];
  if (lacks.length === 0) return [];
  return [
    { section: BASICS, field: preface.field, problem: `引言的联系方式缺${lacks.join('、')}` },
  ];
}

const PERSONAL: readonly RegExp[] = [
  /(?<!\d)\d{17}[\dXx](?!\d)/,
  /(?<=(?:申请人|当事人|本人)[^。；]{0,30})(?<!\d)1[3-9]\d{9}(?!\d)/,
  /申请人[\u4e00-\u9fff]{1,3}(?:先生|女士)/,
];

const COUNTERS: readonly (readonly [RegExp, string])[] = [
  [/规范性文件(?:共|共计)?\d+(?:条|份|篇|个)/, '件'],
  [/公开申请(?:共|共计)?\d+(?:条|份|篇|个|次)/, '件'],
];

function counters({ text }: TextContext): readonly Found[] {
  const overview = sectionText(text, 'overview');
  if (!overview) return [];
  return patternFinding(
    overview,
    matchesOf(
      overview,
      COUNTERS.map(([pattern]) => pattern),
    ),
    (words) => `“${words}”的量词应为“件”`,
  );
}

const NUMERALS = '一二三四五六七八九十';
const NUMBERINGS: readonly (readonly [string, RegExp])[] = [
  ['headings', /(?<=(?:^|[\n。；：])（)[一二三四五六七八九十](?=）)/g],
  ['items', /(?:(?<=^|[\n。；：，、）])[二三四五六七八九十]|(?<![统唯单同万专])一)(?=是)/g],
];

/** Numbers of headings and 一是、二是 run on by one or begin again. */
function numbering({ text }: TextContext): readonly Found[] {
  return text.fields
    .filter(({ section }) => section !== BASICS)
    .flatMap((field) =>
      NUMBERINGS.flatMap(([kind, pattern]) => {
        let last = 0;
        const broken = [...field.text.matchAll(pattern)].flatMap((match) => {
          const number = NUMERALS.indexOf(match[0]) + 1;
          const before = last;
          last = number;
          // The first number may have been lost with a heading.
          if (number === 1 || before === 0 || number === before + 1) return [];
          const at = (match.index ?? 0) - (kind === 'headings' ? 1 : 0);
          const end = (match.index ?? 0) + 2;
          return [{ text: field.text.slice(at, end), at, end }];
        });
        return patternFinding(
          field,
          broken.slice(0, 3),
          (words) => `${field.name}的序号不连续，“${words}”前面缺了一项或重复`,
        ).map((found) => ({ ...found, key: `${field.field} ${kind}` }));
      }),
    );
}

const FOUND_IN_REPORTS = '实际年报中常见的缺漏';

/** Rules on the wording itself: leftovers, marks, numbering, documents cited, personal data. */
export const WORDING_RULES: readonly TextRule[] = [
  {
    id: 'F-14',
    severity: 'error',
    title: '没有模板和来文的残留',
    advice: '删去或改写这些字。',
    source: FOUND_IN_REPORTS,
    judge: inEveryField(LEFTOVERS, (field, words) => `${field.name}留有模板的字“${words}”`),
  },
  {
    id: 'F-14',
    severity: 'error',
    title: '模板留的【 】都已填写',
    advice: '把【 】换成内容，或删去这句。',
    source: '本程序的提纲和通行的模板以【 】留空',
    judge: openBrackets,
  },
  {
    id: 'F-15',
    severity: 'hint',
    title: '第一部分不写政府信息公开以外的事',
    advice: '删去与政府信息公开无关的内容。',
    source: '国办公开办函〔2021〕30号（不宜泛化）',
    judge: inEveryField(
      EXTRANEOUS,
      (field, words) => `${field.name}写到“${words}”，不属于条例第五十条要求的内容`,
      ['overview'],
    ),
  },
  {
    id: 'F-26',
    severity: 'hint',
    title: '标点和数字写法整齐',
    advice: '改正标点，删去多余的符号和空格。',
    source: FOUND_IN_REPORTS,
    judge: untidyMarks,
  },
  {
    id: 'F-28',
    severity: 'hint',
    title: '文号写法规范',
    advice: '年份用六角括号〔 〕，文号写全。',
    source: '公文格式',
    judge: referenceNumbers,
  },
  {
    id: 'F-29',
    severity: 'hint',
    title: '编制依据是现行的条例',
    advice: '依据写《中华人民共和国政府信息公开条例》（国务院令第711号）。',
    source: '条例（2019年修订）',
    judge: outdatedBasis,
  },
  {
    id: 'F-30',
    severity: 'hint',
    title: '引言的联系方式齐全',
    advice: '补写地址和电话，并核对是否仍然有效。',
    source: '通行写法',
    judge: contactMissing,
  },
  {
    id: 'F-31',
    severity: 'error',
    title: '不写申请人的个人信息',
    advice: '删去姓名、证件号码和手机号码。',
    source: '条例第十五条推得',
    judge: inEveryField(
      PERSONAL,
      (field, words) => `${field.name}出现个人信息“${words}”`,
      NARRATIVES,
    ),
  },
  {
    id: 'F-33',
    severity: 'hint',
    title: '序号连续',
    advice: '核对序号。',
    source: '公文格式',
    judge: numbering,
  },
  {
    id: 'F-34',
    severity: 'hint',
    title: '文件和申请以“件”计',
    advice: '量词改为“件”。',
    source: '表二、表三所印单位',
    judge: counters,
  },
];
