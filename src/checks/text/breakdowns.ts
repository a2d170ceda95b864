/**
 * Lists of parts in running text: 「3607件（市政府349件、……）」, 「318条，其中网站200条、微信118条」. Gives the
 * whole, the parts and where they stand; whether they add up is judged elsewhere.
 */

import type Big from 'big.js';
import { builtPattern } from '../../report/built-pattern.ts';
import { NUMERAL, readNumeral } from './numerals.ts';
import type { FieldText } from './report-text.ts';

/** A figure in a list of parts, with its label and place. */
export interface Addend {
  readonly value: Big;
  /** Index in the plain text of the field: from the label to the unit. */
  readonly at: number;
  readonly end: number;
  readonly label: string;
}

/** A whole that a sentence parts into figures of one unit. */
export interface Breakdown {
  readonly unit: string;
  readonly whole: Addend;
  readonly parts: readonly Addend[];
  /** A part or the whole is said not to be exact (余, 近): only too large a sum is wrong. */
  readonly isInexact: boolean;
  /** The list ends with 等: it names some parts only. */
  readonly isOpen: boolean;
  /** The list is meant to be complete: in brackets without 其中, or its last part is 其他. */
  readonly isExhaustive: boolean;
}

const UNITS = '件|条|篇|期|份|次|场|个|项|起|元|万元|人次|人|家|名';
const WHOLE = builtPattern(
  `(${NUMERAL})(余|多)?(${UNITS})[^，。；：（）\\d]{0,14}?(?:([，：；。]?其中[：，]?)|，?（其中[：，]?|（)`,
  'g',
);
const PART = builtPattern(`(${NUMERAL})(余|多)?(${UNITS})`, 'g');
/** A clause that begins a new statement is no part of the list. */
const NEW_STATEMENT = /办结|答复|结转|受理|收到|同比|较上年|占比|合计|共计|总计|全年|本年|截至/;

/** No list of a report is longer, and none has more of them. */
const LONGEST_LIST = 1000;
const MOST_LISTS = 100;

/** The text of a list: to the closing bracket, or to the end of the sentence. */
function listEnd(text: string, start: number, isBracketed: boolean): number {
  let depth = 0;
  const last = Math.min(text.length, start + LONGEST_LIST);
  for (let at = start; at < last; at += 1) {
    const character = text[at];
    if (character === '（') depth += 1;
    if (character === '）') {
      if (depth === 0 && isBracketed) return at;
      depth -= 1;
    }
    if (depth < 0 || (!isBracketed && depth === 0 && /[。！？\n]/.test(character ?? ''))) return at;
    if (isBracketed && /[！？\n]/.test(character ?? '')) return at;
  }
  return last;
}

/** The list without what stands in brackets of its own, at the same indices. */
function withoutInner(list: string): string {
  return list.replace(/（[^（）]*）/g, (inner) => '　'.repeat(inner.length));
}

interface PartsFound {
  readonly parts: readonly Addend[];
  readonly isInexact: boolean;
}

function partsOf(list: string, start: number, unit: string): PartsFound {
  const outer = withoutInner(list);
  const parts: Addend[] = [];
  let isInexact = false;
  for (const clause of outer.matchAll(/[^，、；：]+/g)) {
    if (NEW_STATEMENT.test(clause[0]) && parts.length > 0) break;
    const numbers = [...clause[0].matchAll(PART)].filter(([, , , one]) => one === unit);
    const [match] = numbers;
    const value = match && readNumeral(match[1] ?? '');
    if (numbers.length > 1) return { parts: [], isInexact };
    if (!match || !value) continue;
    const at = start + (clause.index ?? 0);
    const label = clause[0].slice(0, match.index);
    isInexact ||= match[2] !== undefined || /近|约|超/.test(label.slice(-2));
    parts.push({ value, label, at, end: at + (match.index ?? 0) + match[0].length });
  }
  return { parts, isInexact };
}

/** Every list of two or more parts with the whole it stands after. */
export function breakdownsOf({ text }: FieldText): readonly Breakdown[] {
  return [...text.matchAll(WHOLE)].slice(0, MOST_LISTS).flatMap((match) => {
    const [all, numeral = '', more, unit = '', among] = match;
    const value = readNumeral(numeral);
    const at = match.index ?? 0;
    const isBracketed = among === undefined;
    if (!value || /\d/.test(text[at - 1] ?? '')) return [];
    const start = at + all.length;
    const list = text.slice(start, listEnd(text, start, isBracketed));
    const { parts, isInexact } = partsOf(list, start, unit);
    if (parts.length < 2) return [];
    const isNamedPart = isBracketed ? /其中|含|包括/.test(all + list.slice(0, 4)) : true;
    const last = parts[parts.length - 1];
    const isOpen = /^[^，。；]{0,6}等(?![级次候待])/.test(list.slice((last?.end ?? start) - start));
    return [
      {
        unit,
        whole: {
          value,
          label: '',
          at,
          end: at + numeral.length + (more?.length ?? 0) + unit.length,
        },
        parts,
        isInexact: isInexact || more !== undefined || /近|约|超|逾$/.test(text.slice(at - 2, at)),
        isOpen,
        isExhaustive:
          !isOpen &&
          (/其他|其它|其余/.test(last?.label ?? '') || (!isNamedPart && parts.length > 2)),
      },
    ];
  });
}
