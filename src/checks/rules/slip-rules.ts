/**
 * F-25 and F-27: what was written twice, and slips of the keyboard in set phrases.
 */
import { BASICS } from '../finding.ts';
import type { Found, TextContext, TextRule } from '../named-rule.ts';
import { type FieldText, sectionText } from '../text/report-text.ts';
import { matchesOf, type PatternMatch, patternFinding } from './pattern-matches.ts';

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
  return patternFinding(problems, all, (words) => `同样的意思写了两遍：“${words}”`).map(
    (found) => ({
      ...found,
      key: 'opened twice',
    }),
  );
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
    const again: PatternMatch[] = [];
    for (const sentence of field.sentences) {
      const bare = bareSentence(sentence.text);
      if (bare.length < SHORTEST_SENTENCE) continue;
      if (seen.has(bare)) {
        again.push({ text: bare, at: sentence.start, end: sentence.start + sentence.text.length });
      } else seen.set(bare, field);
    }
    found.push(
      ...patternFinding(
        field,
        again,
        (words) => `${field.name}有重复的句子：“${words.slice(0, 40)}”`,
      ).map((one) => ({ ...one, key: `${field.field} sentences` })),
    );
  }
  return found;
}

/** Eight characters or more, words among them, at once repeated. */
const REPEATED_AT_ONCE = /(?=[^\n]{0,6}[\u4e00-\u9fff]{2})([^\n]{8,90})\1/;

function phrasesTwice({ text }: TextContext): readonly Found[] {
  return text.fields.flatMap((field) =>
    patternFinding(
      field,
      matchesOf(field, [REPEATED_AT_ONCE]),
      (words) => `${field.name}有连写两遍的话：“${words}”`,
    ).map((found) => ({ ...found, key: `${field.field} phrases` })),
  );
}

/** Slips that really occur in headings and set phrases. */
const SLIPS: readonly RegExp[] = [
  /(?<![政省市州县区乡镇旗])府信息公开/,
  /政府信公开|政府信息公(?!开|布|示|告|平|共|众|务|文|室|司|报)|政府信息开公/,
  /依申公开|依请公开|依申请公(?!开|布|民|示|告)/,
  /主动公(?!开|布|示|告|共|益|正|平)/,
  /行政法复议|行政复仪|行政诉讼讼|行政复议议/,
  /信息公开条列/,
  /仍在不足|任存在|存在在|尚存在着问题问题/,
  /审查管(?=[，。；])|信息管(?=[，。；])|规范性文(?=[，。；])/,
  /规范性文件件(?!数)|平台台(?!账)|网站站(?!点|群|内|外|长)/,
  /(?<![目标])的的(?!确)|了了(?!解)|(?<!现)在在(?![线建职岗校])|和和(?!气|美|睦|谐)|(?<![合兼])并并|与与|对对(?!口|方)|及及(?!时)/,
];
/** A word of two characters or more written twice in a row; names of bodies may meet like that. */
const DOUBLED_WORD = /([\u4e00-\u9fff]{2,6})\1/g;
const MAY_MEET =
  /^(?:政府|人民|数据|媒体|服务|一.|逐.|.对|.把|[一二三四五六七八九十]+|.?(?:步步|层层|项项))$/;

/** A pair of letters may be the end and the beginning of words that may meet: 务服 of 服务服务. */
function mayMeet(word: string): boolean {
  return MAY_MEET.test(word) || (word.length === 2 && MAY_MEET.test(`${word[1]}${word[0]}`));
}

function slips({ text }: TextContext): readonly Found[] {
  return text.fields.flatMap((field) => {
    // What surrounds a page may get into 引言; there names of columns meet.
    const words = field.section === BASICS ? '' : field.text;
    const doubled = [...words.matchAll(DOUBLED_WORD)]
      .filter(([, word = '']) => !mayMeet(word) && word[0] !== word[1] && word.length < 8)
      .map((match) => ({
        text: match[0],
        at: match.index ?? 0,
        end: (match.index ?? 0) + match[0].length,
      }));
    const hits = [...matchesOf(field, SLIPS), ...doubled];
    return patternFinding(field, hits, (words) => `${field.name}有错漏或重复的字：“${words}”`);
  });
}

const FOUND_IN_REPORTS = '实际年报中常见的缺漏';

/** Rules on slips of the pen: doubled sentences, words and marks. */
export const SLIP_RULES: readonly TextRule[] = [
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
    id: 'F-27',
    severity: 'reminder',
    title: '固定用语没有错漏字',
    advice: '改正这几个字；确实无误的不必改。',
    source: FOUND_IN_REPORTS,
    explanations: ['文字无误。'],
    judge: slips,
  },
];
