/**
 * Figures that 总体情况 states about things the tables count, each with its meaning: 收到申请 3119 件,
 * 上年结转 34 件, 行政复议结果维持 72 件. Read clause by clause, and only where the words leave no doubt:
 * a figure not understood is left alone, since a false alarm costs more than a miss.
 *
 * What a meaning is compared with stands in `readings.ts`.
 */

import type Big from 'big.js';
import { builtPattern } from '../../report/built-pattern.ts';
import type { TextPlace } from '../finding.ts';
import { NUMERAL, readNumeral } from './numerals.ts';
import { type FieldText, headingsOf, placeIn, type Sentence } from './report-text.ts';

/** What a stated figure counts. */
export type Meaning =
  | 'carriedIn'
  | 'carriedOut'
  | 'received'
  | 'handled'
  | 'concluded'
  | 'naturalPerson'
  | 'legalPerson'
  | 'enterprise'
  | 'research'
  | 'socialOrganization'
  | 'legalService'
  | 'granted'
  | 'partlyGranted'
  | 'grantedOrPartly'
  | 'denied'
  | 'unavailable'
  | 'notProcessed'
  | 'otherOutcome'
  | 'review'
  | 'litigation'
  | 'disputeUpheld'
  | 'disputeCorrected'
  | 'disputeOther'
  | 'disputePending'
  | 'papersIssued'
  | 'papersRepealed'
  | 'papersEffective'
  | 'rulesIssued'
  | 'rulesRepealed'
  | 'rulesEffective';

/** A figure a text states, with what it counts and where it stands. */
export interface StatedFigure {
  readonly meaning: Meaning;
  readonly value: Big;
  /** The words with the figure, as a message quotes them. */
  readonly quote: string;
  readonly place: TextPlace;
  /** Index in the plain text of the field, to tell what stands before what. */
  readonly at: number;
  readonly sentence: Sentence;
  /** 行政复议 or 行政诉讼, for their results. */
  readonly dispute?: 'review' | 'litigation';
  /** 全市, 全县: the whole area, not the body itself. */
  readonly scope: 'area' | 'own' | 'plain';
}

interface Phrase {
  readonly meaning: Meaning;
  readonly topic: Topic;
  /** What stands right before the number. */
  readonly before: string;
  readonly unit: string;
  /** What must follow the unit. */
  readonly after?: string;
}

type Topic = 'requests' | 'disputes' | 'papers';

/** Words between a verb and its number: no punctuation, no other number. */
const GAP = '[^，。；：、（）\\d]{0,14}?';
const CASES = '(?:件|份|宗|起|例)';
const NEXT_YEAR = '(?:下一?年度?|次年|翌年|明年|20\\d\\d年度?)';
const PUT_OFF = '(?:结转|顺延|延续|延期|延迟|转)(?:至|到|入|往)?';
const LAST_YEAR = '(?:上一?年度?|去年|往年)';
const CLAUSE = '(?:^|[，、；：（。]|其中|申请中|涉及|来自|分别为)';

function phrases(
  topic: Topic,
  unit: string,
  entries: readonly (readonly [Meaning, string, string?])[],
): readonly Phrase[] {
  return entries.map(([meaning, before, after]) => ({
    meaning,
    topic,
    before,
    unit,
    ...(after ? { after } : {}),
  }));
}

/** In this order: a number once taken by a phrase is not taken again. */
const PHRASES: readonly Phrase[] = [
  ...phrases('requests', CASES, [
    ['carriedIn', `${LAST_YEAR}(?:结转|转入|遗留|转结)${GAP}`],
    ['carriedIn', `结转${LAST_YEAR}${GAP}`],
    ['carriedIn', '', `(?:申请)?(?:为|系|是)?${LAST_YEAR}(?:结转|转入)`],
    ['carriedOut', `${PUT_OFF}${NEXT_YEAR}${GAP}`],
    ['carriedOut', '', `[^，。；：、（）\\d]{0,12}${PUT_OFF}${NEXT_YEAR}`],
    ['grantedOrPartly', `予以公开(?:及|和|与|或|、)部分公开${GAP}`],
    ['partlyGranted', `${CLAUSE}(?:予以)?部分公开(?:答复)?(?:的)?(?:有|为|共)?`],
    ['denied', `${CLAUSE}不予公开(?:答复)?(?:的)?(?:有|为|共)?`],
    ['granted', `${CLAUSE}(?:予以|同意|全部)公开(?:答复)?(?:的)?(?:有|为|共)?`],
    ['unavailable', `${CLAUSE}[^，。；：、（）\\d]{0,12}无法提供(?:的)?(?:有|为|共)?`],
    ['notProcessed', `${CLAUSE}不予处理(?:的)?(?:有|为|共)?`],
    ['otherOutcome', `${CLAUSE}作?其他处理(?:（[^（）\\d]*）)?(?:的)?(?:有|为|共)?`],
    ['concluded', '(?:办结|答复|办复|办理完毕)(?:了)?[^，。；：、（）\\d中]{0,14}?'],
    ['naturalPerson', `${CLAUSE}自然人(?:提出|提交)?(?:的)?(?:申请)?(?:有|为|共)?`],
    ['naturalPerson', '', '(?:申请)?(?:为|是|系|来自)自然人'],
    [
      'legalPerson',
      `${CLAUSE}法人(?:或|和|及|、)其他组织(?:提出|提交)?(?:的)?(?:申请)?(?:有|为|共)?`,
    ],
    ['enterprise', `${CLAUSE}商业企业(?:提出|提交)?(?:的)?(?:申请)?(?:有|为|共)?`],
    ['research', `${CLAUSE}科研机构(?:申请)?(?:有|为|共)?`],
    ['socialOrganization', `${CLAUSE}社会公益组织(?:申请)?(?:有|为|共)?`],
    ['legalService', `${CLAUSE}法律服务机构(?:申请)?(?:有|为|共)?`],
    ['received', `(?:新收|收到|接收|接到|收取)(?:了)?${GAP}`],
    ['received', '(?:接收|收到)[^。；\\d]{0,14}申请(?:共计|合计|共|总计)?'],
    ['handled', `(?:受理|收办|办理|处理)(?:了)?${GAP}`],
    [
      'handled',
      '(?:信息公开申请|依申请公开)(?:事项|件|数量|总量|总数|案件)*(?:共计|合计|共|总计)?(?:有|为|达)?',
    ],
  ]),
  ...phrases('disputes', CASES, [
    ['disputeUpheld', '(?:结果)?维持(?:原[^，。；：、（）\\d]{0,6})?(?:的)?(?:有|为)?'],
    ['disputeCorrected', '(?:结果)?(?:纠正|纠错)(?:的)?(?:有|为)?'],
    ['disputeOther', '其他结果(?:的)?(?:有|为)?'],
    ['disputePending', '(?:尚未审结|未审结|正在审理)(?:的)?(?:有|为)?'],
    ['review', '行政复议(?:案件|申请|事项|案|数|数量)*(?:共计|合计|总计|共)?(?:有|为|达)?'],
    ['review', '(?<!后)复议(?:案件|申请|案|数)?'],
    ['litigation', '行政诉讼(?:案件|事项|案|数|数量)*(?:共计|合计|总计|共)?(?:有|为|达)?'],
    ['litigation', '(?<![议接])诉讼(?:案件|案|数)?'],
    ['review', '', '[^，。；：、（）\\d]{0,16}?行政复议(?!.{0,6}(?:维持|纠正|撤销))'],
    ['litigation', '', '[^，。；：、（）\\d]{0,16}?行政诉讼(?!.{0,6}(?:维持|纠正|撤销|胜诉|败诉))'],
  ]),
  ...phrases('papers', '件', [
    ['papersEffective', '现行有效(?:的)?(?:行政)?规范性文件(?:共计|共|总计)?(?:有|为)?'],
    ['papersEffective', '规范性文件[^，。；：、（）\\d]{0,4}现行有效(?:的)?(?:有|为|共)?'],
    [
      'papersIssued',
      '(?:制发|制定|新制定|出台|印发)(?:了)?(?:的)?[^，。；：、（）\\d]{0,8}?规范性文件(?:共计|共)?',
    ],
    [
      'papersIssued',
      '(?:制发|制定|新制定|出台|印发)(?:了)?',
      '[^，。；：、（）\\d]{0,4}规范性文件',
    ],
    ['papersRepealed', '废止(?:了)?(?:的)?[^，。；：、（）\\d]{0,6}?规范性文件(?:共计|共)?'],
    ['papersRepealed', '废止(?:了)?', '[^，。；：、（）\\d]{0,4}规范性文件'],
    ['rulesEffective', '现行有效(?:的)?(?:政府)?规章(?:共计|共|总计)?(?:有|为)?'],
    ['rulesIssued', '(?:制发|制定|新制定|出台)(?:了)?(?:的)?(?:政府)?规章(?:共计|共)?'],
    ['rulesRepealed', '废止(?:了)?(?:的)?(?:政府)?规章(?:共计|共)?'],
  ]),
];

const COMPILED = PHRASES.map((phrase) => ({
  ...phrase,
  pattern: builtPattern(
    `(${phrase.before})(${NUMERAL})(余|多)?${phrase.unit}${phrase.after ? `(?:${phrase.after})` : ''}`,
    'g',
  ),
}));

/** A number that is said not to be exact is compared with nothing. */
const INEXACT_BEFORE = /(?:近|约|超|超过|逾|不足|至少|数|第|每|平均)$/;
const LONGEST_INEXACT = 4;
const INEXACT_AFTER = /^(?:左右|以上|以内|次)/;
/** Other things that are received, handled or answered. */
const OTHER_MATTERS =
  /咨询|来电|来信|投诉|举报|工单|建议|提案|信访|留言|热线|意见|补正|征求|协查|更正|许可|处罚|培训|诉求|线索|事项清单|信息处理费/;
const MATTERS = builtPattern(`${OTHER_MATTERS.source}|复议|诉讼`, 'g');
/** Part of a whole: a channel, a manner, a time within the year. */
const PARTIAL =
  /(?:网络|网上|网站|平台|邮寄|信函|邮件|传真|当面|现场|窗口|口头|电话|延期|超期|逾期|提前|当场|上半年|下半年|季度|[^\d]\d{1,2}月(?!\d{1,2}日))/;
const WHOLE = /共|总|合计|各类/;
const LONGER_THAN_A_YEAR = /以来|历年|近[两二三四五\d]年|累计至今/;
const ABOUT_REQUESTS = /信息公开申请|依申请公开|公开申请|申请公开/;
const ABOUT_DISPUTES = /复议|诉讼/;
const ABOUT_PAPERS = /规范性文件|规章/;
const AREA = /全(?:市|县|区|省|州|盟|旗|镇|乡|街道|系统)|各级|各县/;
const OWN =
  /本级|本单位|(?:市|县|区|省|州|旗)(?:人民)?政府(?:办公[室厅])?(?=共|代表|收到|受理|办理|办结|新收)/;

function isAbout(topic: Topic, sentence: Sentence, inRequestsPart: boolean): boolean {
  if (topic === 'disputes') return ABOUT_DISPUTES.test(sentence.text);
  if (topic === 'papers') return ABOUT_PAPERS.test(sentence.text);
  return inRequestsPart || ABOUT_REQUESTS.test(sentence.text);
}

/** Whether a place in 总体情况 stands under its heading 依申请公开. */
function requestsPart(field: FieldText): (at: number) => boolean {
  const headings = headingsOf(field);
  const first = headings.findIndex(({ text }) => /依申请|公开申请/.test(text));
  const heading = headings[first];
  if (!heading) return () => false;
  const mark = (text: string) => (text.startsWith('（') ? '（' : '、');
  const next = headings.slice(first + 1).find(({ text }) => mark(text) === mark(heading.text));
  return (at) => at >= heading.at && at < (next?.at ?? Number.POSITIVE_INFINITY);
}

interface Reader {
  readonly field: FieldText;
  readonly year: number;
  readonly sentence: Sentence;
  /** Numbers of this sentence that have a meaning already, by their index in it. */
  readonly taken: Set<number>;
}

/** The year a number belongs to is named before it, or is the year reported on. */
function isOfYear({ year, sentence }: Reader, meaning: Meaning, at: number): boolean {
  if (meaning === 'carriedIn' || meaning === 'carriedOut') return true;
  const years = sentence.text.slice(0, at).match(/20\d\d(?=年)/g) ?? [];
  const last = years[years.length - 1];
  return last === undefined || Number(last) === year;
}

/** Whether other matters have taken the place of applications as what the sentence speaks of. */
function isLeftForOthers(before: string): boolean {
  const others = [...before.matchAll(MATTERS)];
  const last = others[others.length - 1]?.index ?? -1;
  return last > Math.max(before.lastIndexOf('申请'), before.lastIndexOf('依申请'));
}

function isWhole({ sentence }: Reader, phrase: Phrase, at: number, end: number): boolean {
  const clauseStart = Math.max(
    sentence.text.lastIndexOf('，', at),
    sentence.text.lastIndexOf('；', at),
    sentence.text.lastIndexOf('（', at),
  );
  const clause = sentence.text.slice(clauseStart + 1, end);
  if (LONGER_THAN_A_YEAR.test(sentence.text.slice(0, end))) return false;
  if (phrase.topic === 'disputes') return !/备案|未经复议|复议后/.test(clause);
  if (phrase.topic === 'papers')
    return (
      !/备案|清理|公开|发布|解读/.test(clause.slice(0, -4)) || /现行有效|本年度?制发/.test(clause)
    );
  if (OTHER_MATTERS.test(clause) || /复议|诉讼/.test(clause)) return false;
  if (isLeftForOthers(sentence.text.slice(0, at))) return false;
  return !PARTIAL.test(sentence.text.slice(clauseStart + 1, at)) || WHOLE.test(clause);
}

function disputeOf(sentence: Sentence, at: number): 'review' | 'litigation' | undefined {
  const before = sentence.text.slice(0, at);
  const review = before.lastIndexOf('复议');
  const litigation = before.lastIndexOf('诉讼');
  if (review < 0 && litigation < 0) return undefined;
  return review > litigation ? 'review' : 'litigation';
}

function scopeOf(sentence: Sentence, at: number): StatedFigure['scope'] {
  const before = sentence.text.slice(0, at);
  if (OWN.test(before)) return 'own';
  return AREA.test(before) ? 'area' : 'plain';
}

function figureOf(
  reader: Reader,
  phrase: Phrase,
  match: RegExpMatchArray,
): StatedFigure | undefined {
  const { field, sentence, taken } = reader;
  const [all, before = '', numeral = '', more] = match;
  const start = match.index ?? 0;
  const at = start + before.length;
  const value = readNumeral(numeral);
  const isInexact =
    more !== undefined ||
    INEXACT_BEFORE.test(sentence.text.slice(Math.max(0, at - LONGEST_INEXACT), at)) ||
    INEXACT_AFTER.test(sentence.text.slice(start + all.length));
  if (!value || isInexact || taken.has(at) || /\d/.test(sentence.text[at - 1] ?? '')) return;
  if (!isOfYear(reader, phrase.meaning, at) || !isWhole(reader, phrase, at, start + all.length)) {
    return undefined;
  }
  const dispute = phrase.meaning.startsWith('dispute') ? disputeOf(sentence, at) : undefined;
  if (phrase.meaning.startsWith('dispute') && !dispute) return undefined;
  taken.add(at);
  const quote = all.replace(/^(?:[，、；：（。]|其中|涉及|来自|申请中|分别为)+/, '');
  const from = sentence.start + start + all.length - quote.length;
  return {
    meaning: phrase.meaning,
    value,
    quote,
    place: placeIn(field, from, sentence.start + start + all.length),
    at: sentence.start + at,
    sentence,
    scope: scopeOf(sentence, at),
    ...(dispute ? { dispute } : {}),
  };
}

function figuresOfSentence(
  field: FieldText,
  year: number,
  sentence: Sentence,
  inRequestsPart: boolean,
): readonly StatedFigure[] {
  if (!/[\d零〇一二两三四五六七八九十百千]/.test(sentence.text)) return [];
  const reader: Reader = { field, year, sentence, taken: new Set() };
  return COMPILED.filter(({ topic }) => isAbout(topic, sentence, inRequestsPart)).flatMap(
    (phrase) =>
      [...sentence.text.matchAll(phrase.pattern)].flatMap(
        (match) => figureOf(reader, phrase, match) ?? [],
      ),
  );
}

const TOTALS: readonly Meaning[] = ['received', 'handled', 'concluded'];

/** Of several totals of one kind in a sentence only the first is the whole; the rest are its parts. */
function withoutParts(figures: readonly StatedFigure[]): readonly StatedFigure[] {
  const nameOf = ({ meaning, sentence }: StatedFigure) => `${meaning} ${sentence.start}`;
  const first = new Map<string, number>();
  for (const figure of figures) {
    const known = first.get(nameOf(figure)) ?? figure.at;
    first.set(nameOf(figure), Math.min(known, figure.at));
  }
  return figures.filter(
    (figure) => !TOTALS.includes(figure.meaning) || first.get(nameOf(figure)) === figure.at,
  );
}

/** No report states more of them. */
const MOST_FIGURES = 1000;

/** The figures 总体情况 states, in the order of the text. */
export function statedFigures(field: FieldText, year: number): readonly StatedFigure[] {
  const isInRequestsPart = requestsPart(field);
  const figures: StatedFigure[] = [];
  for (const sentence of field.sentences) {
    figures.push(...figuresOfSentence(field, year, sentence, isInRequestsPart(sentence.start)));
    if (figures.length > MOST_FIGURES) break;
  }
  return [...withoutParts(figures)].sort((one, other) => one.at - other.at);
}
