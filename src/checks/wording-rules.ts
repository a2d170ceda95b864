/**
 * F-14, F-15, F-25 … F-34: the wording itself. Leftovers of templates, sentences written twice, slips
 * of the keyboard, marks of punctuation, numbering, units, personal data.
 */
import { BASICS } from './finding.ts';
import type { Found, TextContext, TextRule } from './named-rule.ts';
import { type FieldText, findAll, placeIn, sectionText } from './text/report-text.ts';

interface Hit {
  readonly text: string;
  readonly at: number;
  readonly end: number;
}

function hitsOf(field: FieldText, patterns: readonly RegExp[]): readonly Hit[] {
  return patterns
    .flatMap((pattern) => findAll(field, pattern))
    .map(({ text, at }) => ({ text, at, end: at + text.length }))
    .sort((one, other) => one.at - other.at);
}

/** One finding for a field with all its hits; none where there is no hit. */
function toldOf(
  field: FieldText,
  hits: readonly Hit[],
  problem: (words: string) => string,
): readonly Found[] {
  if (hits.length === 0) return [];
  const words = [...new Set(hits.map(({ text }) => text.trim()))];
  return [
    {
      section: field.section,
      field: field.field,
      places: hits.map(({ at, end }) => placeIn(field, at, end)),
      problem: problem(words.slice(0, 4).join('”“')),
      numbers: words.map((value) => ({ label: '文中', value })),
    },
  ];
}

function inEveryField(
  patterns: readonly RegExp[],
  problem: (field: FieldText, words: string) => string,
  sections?: readonly string[],
): (context: TextContext) => readonly Found[] {
  return ({ text }) =>
    text.fields
      .filter(({ section }) => !sections || sections.includes(section))
      .flatMap((field) => toldOf(field, hitsOf(field, patterns), (words) => problem(field, words)));
}

const NARRATIVES = ['overview', 'problems', 'other'];

const LEFTOVERS: readonly RegExp[] = [
  /该部分以表格(?:的)?形式报告/,
  /(?:表格|具体表格|附表)如下[：。]?/,
  /(?<![A-Za-z+])[xX]{2,}(?![A-Za-z])/,
  /×{1,}(?=[年月日件条篇次个人万元份单局镇县市区省])|×{2,}|〇〇+/,
  /某某|某(?=[局镇县市区省](?:人民政府|[，。、年]))/,
  /20(?:__|□□|\?\?|？？)年/,
  /_{3,}|＿{2,}|□{2,}/,
  /[[【〔（](?:填写|此处|请填|请在此|单位名称|机关名称|删除|注：|示例|待补)[^\]】〕）]{0,30}[\]】〕）]/,
  /此处(?:填写|插入|省略)|请填写|请在此|待补充|（略）/,
  /根据贵[办局委厅单][^，。]{0,20}(?:要求|通知)?|现将[^，。]{0,30}(?:上报|报送)(?:如下|贵)|特此(?:报告|上报)/,
  /(?:^|\n)附件\d*[：:]?(?=\n|$)/,
];

const EXTRANEOUS: readonly RegExp[] = [
  /(?:群众|网民|网友|网络|领导信箱|信箱)?留言(?:信息)?\d+[件条]|(?:来信|来访|信访件|信访事项)[^，。；\d]{0,6}\d+[件批次]/,
  /招商引资[^，。；]{0,12}\d+|新闻稿(?:件)?\d+|工作简报\d+|信息宣传\d+/,
];

const CONTRAST =
  /(?:虽然)?[^。；：，\n]{0,40}取得[^。；：，]{2,16}(?:进展|成绩|成效|进步)，但[^。；：\n]{0,60}/g;

/** The same concession twice: what happens when last year's opening is left before this year's. */
function openedTwice({ text }: TextContext): readonly Found[] {
  const problems = sectionText(text, 'problems');
  if (!problems) return [];
  const all = [...problems.text.matchAll(CONTRAST)].map((match) => ({
    text: match[0].slice(0, 30),
    at: match.index ?? 0,
    end: (match.index ?? 0) + match[0].length,
  }));
  if (all.length < 2) return [];
  return toldOf(problems, all, (words) => `同样的意思写了两遍：“${words}”`).map((found) => ({
    ...found,
    key: 'opened twice',
  }));
}

const SHORTEST_SENTENCE = 15;

function bareSentence(text: string): string {
  return text
    .replace(/^(?:（[一二三四五六七八九十]+）|[一二三四五六]是|\d+[.、])/, '')
    .replace(/[。！？；]$/, '');
}

/** A sentence that stands in the report twice, word for word. */
function sentencesTwice({ text }: TextContext): readonly Found[] {
  const seen = new Map<string, FieldText>();
  const found: Found[] = [];
  for (const field of text.fields.filter(({ section }) => section !== BASICS)) {
    const again: Hit[] = [];
    for (const sentence of field.sentences) {
      const bare = bareSentence(sentence.text);
      if (bare.length < SHORTEST_SENTENCE) continue;
      if (seen.has(bare)) {
        again.push({ text: bare, at: sentence.start, end: sentence.start + sentence.text.length });
      } else seen.set(bare, field);
    }
    found.push(
      ...toldOf(field, again, (words) => `${field.name}有重复的句子：“${words.slice(0, 40)}”`).map(
        (one) => ({ ...one, key: `${field.field} sentences` }),
      ),
    );
  }
  return found;
}

/** Eight characters or more, words among them, at once repeated. */
const REPEATED_AT_ONCE = /(?=[^\n]{0,6}[\u4e00-\u9fff]{2})([^\n]{8,90})\1/;

function phrasesTwice({ text }: TextContext): readonly Found[] {
  return text.fields.flatMap((field) =>
    toldOf(
      field,
      hitsOf(field, [REPEATED_AT_ONCE]),
      (words) => `${field.name}有连写两遍的话：“${words}”`,
    ).map((found) => ({ ...found, key: `${field.field} phrases` })),
  );
}

const DOUBLED_MARKS =
  /。{2,}(?!。)|，{2,}|、{2,}|；{2,}|：{2,}|，。|。，|、。|，、|、，|；。|。；|：。|，；/;
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
      const all = [...field.raw.matchAll(new RegExp(pattern.source, 'g'))];
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

/** Slips that really occur in headings and set phrases. */
const SLIPS: readonly RegExp[] = [
  /(?<!政)府信息公开/,
  /政府信公开|政府信息公(?!开|布|示|告|平|共|众|务|文|室|司)|政府信息开公/,
  /依申公开|依请公开|依申请公(?!开|布|民)/,
  /主动公(?!开|布|示|告|共|益)/,
  /行政法复议|行政复仪|行政诉讼讼|行政复议议/,
  /信息公开条列|公开条理/,
  /仍在不足|任存在|存在在|尚存在着问题问题/,
  /审查管(?=[，。；])|信息管(?=[，。；])|规范性文(?=[，。；])/,
  /规范性文件件|政务公开开|信息公开开|平台台|网站站/,
  /(?<!目)的的(?!确)|了了(?!解)|在在|和和(?!气|美|睦|谐)|并并|与与|对对(?!口|方)|及及(?!时)/,
];
/** A word of two characters or more written twice in a row; names of bodies may meet like that. */
const DOUBLED_WORD = /([\u4e00-\u9fff]{2,6})\1/g;
const MAY_MEET = /^(?:政府|一.|逐.|人民|[一二三四五六七八九十]+|.{0,1}(?:步步|层层|项项))$/;

function slips({ text }: TextContext): readonly Found[] {
  return text.fields.flatMap((field) => {
    const doubled = [...field.text.matchAll(DOUBLED_WORD)]
      .filter(([, word = '']) => !MAY_MEET.test(word) && word[0] !== word[1] && word.length < 8)
      .map((match) => ({
        text: match[0],
        at: match.index ?? 0,
        end: (match.index ?? 0) + match[0].length,
      }));
    const hits = [...hitsOf(field, SLIPS), ...doubled];
    return toldOf(field, hits, (words) => `${field.name}有错漏或重复的字：“${words}”`);
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
    const brackets = hitsOf(field, [WRONG_BRACKETS]).filter(
      ({ at }) => !notices.some((notice) => notice.at <= at && at < notice.end),
    );
    return toldOf(
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
        problem: `前言引用的“${old.text}”是修订前的条例`,
      },
    ];
  }
  if (BASIS.test(preface.text) || !/根据|依据|按照/.test(preface.text)) return [];
  return [
    {
      section: BASICS,
      field: preface.field,
      problem: '前言没有把《中华人民共和国政府信息公开条例》列为编制依据',
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
    { section: BASICS, field: preface.field, problem: `前言的联系方式缺${lacks.join('、')}` },
  ];
}

const PERSONAL: readonly RegExp[] = [
  /(?<!\d)\d{17}[\dXx](?!\d)/,
  /(?<!\d)1[3-9]\d{9}(?!\d)/,
  /申请人[\u4e00-\u9fff]{1,3}(?:先生|女士)/,
];

const COUNTERS: readonly (readonly [RegExp, string])[] = [
  [/规范性文件(?:共|共计)?\d+(?:条|份|篇|个)/, '件'],
  [/公开申请(?:共|共计)?\d+(?:条|份|篇|个|次)/, '件'],
];

function counters({ text }: TextContext): readonly Found[] {
  const overview = sectionText(text, 'overview');
  if (!overview) return [];
  return toldOf(
    overview,
    hitsOf(
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
          if (number === 1 || number === before + 1) return [];
          const at = (match.index ?? 0) - (kind === 'headings' ? 1 : 0);
          const end = (match.index ?? 0) + 2;
          return [{ text: field.text.slice(at, end), at, end }];
        });
        return toldOf(
          field,
          broken.slice(0, 3),
          (words) => `${field.name}的序号不连续，“${words}”前面缺了一项或重复`,
        ).map((found) => ({ ...found, key: `${field.field} ${kind}` }));
      }),
    );
}

const FOUND_IN_REPORTS = '实际年报中常见的缺漏';

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
    id: 'F-25',
    severity: 'reminder',
    title: '没有重复的句子',
    advice: '删去重复的一处。',
    source: FOUND_IN_REPORTS,
    judge: (context) => [
      ...openedTwice(context),
      ...sentencesTwice(context),
      ...phrasesTwice(context),
    ],
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
    id: 'F-27',
    severity: 'reminder',
    title: '固定用语没有错漏字',
    advice: '改正这几个字；确实无误的不必改。',
    source: FOUND_IN_REPORTS,
    explanations: ['文字无误。'],
    judge: slips,
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
    title: '前言的联系方式齐全',
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
