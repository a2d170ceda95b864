/**
 * Sums, shares and growth that the words themselves state: parts against their whole, percentages
 * recomputed, growth against last year. Several wholes are tried; only where none fits is it wrong.
 */

import Big from 'big.js';
import { builtPattern } from '../../report/built-pattern.ts';
import type { SeenNumber, TextPlace } from '../finding.ts';
import type { Found, TextContext, TextRule } from '../named-rule.ts';
import { type Addend, type Breakdown, breakdownsOf } from '../text/breakdowns.ts';
import { NUMERAL, readNumeral } from '../text/numerals.ts';
import { readingsOf } from '../text/readings.ts';
import { type FieldText, placeIn, sectionText } from '../text/report-text.ts';
import type { Meaning, StatedFigure } from '../text/stated-figures.ts';
import { figureFor } from './counted.ts';

const ZERO = new Big(0);

function sumOfParts(parts: readonly Addend[]): Big {
  return parts.reduce((sum, { value }) => sum.plus(value), ZERO);
}

/** A list may run on into other matters: its first parts may be all of it. */
function someBeginningFits({ whole, parts }: Breakdown): boolean {
  let sum = ZERO;
  return parts.some(({ value }, at) => {
    sum = sum.plus(value);
    return at > 0 && sum.eq(whole.value);
  });
}

/** So nearly complete a list of so many parts is meant to be complete. */
const NEARLY = new Big('0.03');
const MANY_PARTS = 4;

function isWrong(breakdown: Breakdown): boolean {
  const { whole, parts, isInexact, isOpen, isExhaustive } = breakdown;
  const sum = sumOfParts(parts);
  if (sum.gt(whole.value)) return !someBeginningFits(breakdown);
  if (isInexact || isOpen || sum.eq(whole.value)) return false;
  const missing = whole.value.minus(sum);
  const isNear = parts.length >= MANY_PARTS && missing.lte(whole.value.times(NEARLY));
  return isExhaustive || isNear;
}

function breakdownFound(field: FieldText, breakdown: Breakdown, index: number): Found {
  const { whole, parts, unit } = breakdown;
  const sum = sumOfParts(parts);
  const addends = parts.map(({ value }) => value.toFixed()).join(' ＋ ');
  const difference = sum.minus(whole.value).abs().toFixed();
  return {
    key: `${field.field} ${index}`,
    section: field.section,
    field: field.field,
    places: [whole, ...parts].map(({ at, end }) => placeIn(field, at, end)),
    problem: `“${whole.value.toFixed()}${unit}”的各部分 ${addends} ＝ ${sum.toFixed()}，相差 ${difference}`,
    numbers: [
      { label: '总数', value: whole.value.toFixed() },
      ...parts.map(({ value, label }): SeenNumber => ({ label, value: value.toFixed() })),
    ],
  };
}

function wrongBreakdowns(
  section: 'other' | 'overview',
): (context: TextContext) => readonly Found[] {
  return ({ text }) => {
    const field = sectionText(text, section);
    if (!field) return [];
    // Units that charged are all listed; other lists may name the chief parts only.
    const isComplete = section === 'other';
    return breakdownsOf(field)
      .map((one) => (isComplete ? { ...one, isExhaustive: true } : one))
      .filter(isWrong)
      .map((breakdown, index) => breakdownFound(field, breakdown, index));
  };
}

const CASES = builtPattern(`(${NUMERAL})件`);
const CASES_BEFORE = builtPattern(`(${NUMERAL})件[^。]{0,40}$`);
/** How far before a figure its case count or the beginning of its clause may stand. */
const REACH_OF_CLAUSE = 200;

/** Cases charged, unit by unit, against the number of cases said before the sum of money. */
function wrongFeeCases({ text }: TextContext): readonly Found[] {
  const field = sectionText(text, 'other');
  if (!field) return [];
  return breakdownsOf(field).flatMap(({ unit, whole, parts }) => {
    const from = Math.max(0, whole.at - REACH_OF_CLAUSE);
    const said = CASES_BEFORE.exec(field.text.slice(from, whole.at));
    const cases = said?.[1] && readNumeral(said[1]);
    const listed = parts.flatMap(({ at, label }) => {
      const end = at + label.length;
      const clauses = field.text.slice(Math.max(0, end - REACH_OF_CLAUSE), end).split(/[。；]/);
      const [, numeral = ''] = CASES.exec(clauses[clauses.length - 1] ?? '') ?? [];
      return readNumeral(numeral || '〇') ?? [];
    });
    const sum = listed.reduce((total, value) => total.plus(value), ZERO);
    if (unit !== '元' || !said || !cases || sum.eq(0) || sum.eq(cases)) return [];
    const at = from + said.index;
    return [
      {
        key: 'cases',
        section: field.section,
        field: field.field,
        places: [placeIn(field, at, at + `${said[1]}件`.length)],
        problem: `文中写收费 ${cases.toFixed()} 件，各单位相加是 ${sum.toFixed()} 件`,
        numbers: [
          { label: '总数', value: cases.toFixed() },
          { label: '各单位之和', value: sum.toFixed() },
        ],
      },
    ];
  });
}

const OUTCOMES: readonly Meaning[] = [
  'granted',
  'partlyGranted',
  'grantedOrPartly',
  'denied',
  'unavailable',
  'notProcessed',
  'otherOutcome',
];
const ALL_KINDS_OF_OUTCOME = 5;

/** All kinds of outcome given one by one make up what was concluded. */
function outcomesDoNotAddUp({ figures }: TextContext): readonly Found[] {
  const outcomes = OUTCOMES.flatMap(
    (meaning) => figures.find((figure) => figure.meaning === meaning) ?? [],
  );
  const concluded = figures.find(({ meaning }) => meaning === 'concluded');
  const kinds = outcomes.length + (outcomes.some(isJoint) ? 1 : 0);
  if (!concluded || kinds <= ALL_KINDS_OF_OUTCOME) return [];
  const sum = outcomes.reduce((total, { value }) => total.plus(value), ZERO);
  if (sum.eq(concluded.value)) return [];
  const addends = outcomes.map(({ value }) => value.toFixed()).join(' ＋ ');
  return [
    {
      key: 'outcomes',
      section: 'overview',
      field: concluded.place.field,
      places: [concluded, ...outcomes].map(({ place }) => place),
      problem: `“${concluded.quote}”，各种结果 ${addends} ＝ ${sum.toFixed()}，相差 ${sum.minus(concluded.value).abs().toFixed()}`,
      numbers: [
        { label: '办结', value: concluded.value.toFixed() },
        ...outcomes.map(({ value, quote }) => ({ label: quote, value: value.toFixed() })),
      ],
    },
  ];
}

function isJoint({ meaning }: StatedFigure): boolean {
  return meaning === 'grantedOrPartly';
}

const UNITS_OF_SHARES = '件|条|篇|份|起|个|项|次';
const COUNTED = builtPattern(`(${NUMERAL})(?:余|多)?(${UNITS_OF_SHARES})`, 'g');
const SHARE = builtPattern(
  `(${NUMERAL})(${UNITS_OF_SHARES})[^，。；：\\d]{0,6}[，（](?:约)?占(?:比)?[^，。；：\\d]{0,10}?(\\d+(?:\\.\\d+)?)%`,
  'g',
);
const TOLERANCE = new Big('0.1');
/** No report states more shares. */
const MOST_SHARES = 200;
/** How far before a share its whole may stand. */
const REACH = 240;

function wholesBefore(field: FieldText, at: number, unit: string): readonly Big[] {
  const before = field.text.slice(Math.max(0, at - REACH), at);
  return [...before.matchAll(COUNTED)].flatMap(([, numeral = '', one]) =>
    one === unit ? (readNumeral(numeral) ?? []) : [],
  );
}

function tableWholes({ report, stage }: TextContext): readonly Big[] {
  const rows = ['received', 'carriedIn', 'concluded'].map(
    (row) => figureFor(report, `requests/${row}/total`, stage) ?? ZERO,
  );
  const [received = ZERO, carriedIn = ZERO, concluded = ZERO] = rows;
  return [received, concluded, received.plus(carriedIn)];
}

function wrongShares(context: TextContext): readonly Found[] {
  const field = sectionText(context.text, 'overview');
  if (!field) return [];
  return [...field.text.matchAll(SHARE)].slice(0, MOST_SHARES).flatMap((match) => {
    const [all, numeral = '', unit = '', percent = ''] = match;
    const at = match.index ?? 0;
    const part = readNumeral(numeral);
    if (!part || /约占/.test(all)) return [];
    const wholes = [...wholesBefore(field, at, unit), ...tableWholes(context)].filter((whole) =>
      whole.gte(part),
    );
    const shareOf = (whole: Big) => part.times(100).div(whole);
    const positive = wholes.filter((whole) => whole.gt(0));
    if (positive.length === 0) return [];
    if (positive.some((whole) => shareOf(whole).minus(percent).abs().lte(TOLERANCE))) return [];
    const nearest = positive.reduce((best, whole) =>
      shareOf(whole).minus(percent).abs().lt(shareOf(best).minus(percent).abs()) ? whole : best,
    );
    return [
      {
        key: `share ${at}`,
        section: field.section,
        field: field.field,
        places: [placeIn(field, at, at + all.length)],
        problem: `文中写“${all}”，${part.toFixed()} 占 ${nearest.toFixed()} 应是 ${shareOf(nearest).toFixed(2)}%`,
        numbers: [
          { label: '文中', value: `${percent}%` },
          { label: '部分', value: part.toFixed() },
          { label: '总数', value: nearest.toFixed() },
        ],
      },
    ];
  });
}

const GROWTH =
  /^[^。；]{0,16}?(?:同比|较上年|比上年|较去年|比去年|较上一年)[^，。；\d]{0,8}?(增长|增加|上升|提高|下降|减少|回落|降低)了?(\d+(?:\.\d+)?)%/;

function withoutFirstBracket(text: string): string {
  const open = text.indexOf('（');
  const close = open < 0 ? -1 : text.indexOf('）', open);
  return close < 0 ? text : text.slice(0, open) + text.slice(close + 1);
}

/** Growth stated right after a figure, against the same cell of last year's report. */
function wrongGrowth(context: TextContext): readonly Found[] {
  const { lastYear, figures } = context;
  const field = sectionText(context.text, 'overview');
  if (!lastYear || !field) return [];
  return figures.flatMap((figure) => {
    const rest = field.text.slice(figure.at, figure.at + REACH);
    const match = GROWTH.exec(withoutFirstBracket(rest));
    const [, verb = '', percent = ''] = match ?? [];
    const earlier = readingsOf(lastYear, figure, 'finished').filter(({ value }) => value.gt(0));
    if (!match || earlier.length === 0) return [];
    const sign = /下降|减少|回落|降低/.test(verb) ? -1 : 1;
    const growthFrom = (value: Big) => figure.value.minus(value).times(100).div(value).times(sign);
    if (earlier.some(({ value }) => growthFrom(value).minus(percent).abs().lte(TOLERANCE)))
      return [];
    const [first] = earlier;
    return [
      growthFound(field, figure, `${verb}${percent}%`, first!.value, growthFrom(first!.value)),
    ];
  });
}

function growthFound(
  field: FieldText,
  figure: StatedFigure,
  stated: string,
  before: Big,
  growth: Big,
): Found {
  const at = field.text.indexOf(stated, figure.at);
  const places: readonly TextPlace[] = [
    figure.place,
    ...(at < 0 ? [] : [placeIn(field, at, at + stated.length)]),
  ];
  return {
    key: `growth ${figure.meaning}`,
    section: field.section,
    field: field.field,
    places,
    problem: `文中写“${figure.quote}”${stated}，上年年报是 ${before.toFixed()}，应是 ${growth.toFixed(1)}%`,
    numbers: [
      { label: '本年', value: figure.value.toFixed() },
      { label: '上年', value: before.toFixed() },
      { label: '文中', value: stated },
    ],
  };
}

const ARITHMETIC = '算术';

/** Rules on sums, shares and growth that a text states, by its own numbers. */
export const ARITHMETIC_RULES: readonly TextRule[] = [
  {
    id: 'N-07',
    severity: 'hint',
    title: '文中的百分比算得对',
    advice: '核对百分比，或写明是占什么的比例。',
    source: ARITHMETIC,
    judge: wrongShares,
  },
  {
    id: 'N-13',
    severity: 'reminder',
    title: '文中的总数等于其中各项之和',
    advice: '核对总数和各项；有重复计算或没有列全的，写明。',
    source: ARITHMETIC,
    explanations: ['各项之间有交叉，不能相加。', '只列出主要的几项。'],
    judge: (context) => [...wrongBreakdowns('overview')(context), ...outcomesDoNotAddUp(context)],
  },
  {
    id: 'N-20',
    severity: 'hint',
    title: '文中的增减幅度与上年年报相符',
    advice: '核对增减幅度和上年的数。',
    source: ARITHMETIC,
    judge: wrongGrowth,
  },
  {
    id: 'N-21',
    severity: 'reminder',
    title: '信息处理费各单位之和等于总数',
    advice: '核对各单位的件数和金额。',
    source: ARITHMETIC,
    judge: (context) => [...wrongBreakdowns('other')(context), ...wrongFeeCases(context)],
  },
];
