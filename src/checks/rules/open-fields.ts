/**
 * What a template leaves open: 【 】, and a unit that has no number before it. Says where, and never
 * what should stand there.
 *
 * 1. A blank may be all that stands for the number, so these are looked for in the text as typed.
 * 2. A space inside a word – texts taken from a page are full of them – is no open field: a single one
 *    counts only behind words that a number must follow.
 */

import { builtPattern } from '../../report/built-pattern.ts';
import type { Found, TextContext } from '../named-rule.ts';
import { type FieldText, findAll } from '../text/report-text.ts';

type Place = NonNullable<Found['places']>[number];

/** A pair, or one bracket of it that was left. */
const BRACKETS = /【[^【】\n]*】|[【】]/g;

const COUNTED = '人次|批次|万元|亿元|[件条篇期份次起元宗场]';
const UNIT = `(?:${COUNTED}|[人个项名家类%％])`;
const STOP = '(?=[，。；、）,;]|[^\\S\\n]*(?:\\n|$))';
const NUMBER_BEHIND = '[^\\s\\d０-９一二三四五六七八九十百千万亿零〇两几数多余半若干]';

/** In the text as typed: a gap as wide as a number, or a space where only a number can stand. */
const GAPS: readonly RegExp[] = [
  builtPattern(`(?<=${NUMBER_BEHIND})(?:\\u3000|[^\\S\\n]{2,})${UNIT}${STOP}`, 'g'),
  builtPattern(`(?<=金额|收取|通知|收到|受理|办结|制发|共|计)[^\\S\\n](?:${COUNTED})${STOP}`, 'g'),
];

/** In the plain text: a unit that begins its clause, or follows the name of what is counted. */
const BARE: readonly RegExp[] = [
  builtPattern(`(?<=^|[，。；])(?:${COUNTED})(?=[，。；）])`),
  /(?:总金额|收取金额|实际收取|收费通知)(?:为|共)?(?:万元|[件元份])(?=[，。；、）])/,
];

function placesOf(field: FieldText, patterns: readonly RegExp[]): readonly Place[] {
  return patterns.flatMap((pattern) =>
    [...field.raw.matchAll(pattern)].map((match) => {
      const start = match.index ?? 0;
      return { field: field.field, start, end: start + match[0].length };
    }),
  );
}

/** Where the text has a unit and no number before it, in the order of the text. */
export function unitsWithoutNumber(field: FieldText): readonly Place[] {
  const bare = BARE.flatMap((pattern) => findAll(field, pattern).map(({ place }) => place));
  const gaps = placesOf(field, GAPS);
  const isTold = ({ start, end }: Place) => gaps.some((gap) => gap.start < end && start < gap.end);
  return [...gaps, ...bare.filter((place) => !isTold(place))].sort(
    (one, other) => one.start - other.start,
  );
}

/** The words around a place, so that it is found again: from the mark before it to its end. */
function wordsAt({ raw }: FieldText, { start, end }: Place): string {
  const before = raw.slice(Math.max(0, start - 8), start);
  const clause = before.split(/[，。；、\n]/);
  return `${clause[clause.length - 1]}${raw.slice(start, end)}`;
}

/** What places in a field are told as: a few of them with the words before. */
export function quoted(field: FieldText, places: readonly Place[]): string {
  const words = [...new Set(places.map((place) => wordsAt(field, place).trim()))];
  return words.slice(0, 4).join('”“');
}

/** 【 】 that was not filled in, one finding for each field. */
export function openBrackets({ text }: TextContext): readonly Found[] {
  return text.fields.flatMap((field) => {
    const places = placesOf(field, [BRACKETS]);
    if (places.length === 0) return [];
    return [
      {
        key: `F-14 ${field.field} brackets`,
        section: field.section,
        field: field.field,
        places,
        problem: `${field.name}有 ${places.length} 处【 】没有填：“${quoted(field, places)}”`,
      },
    ];
  });
}
