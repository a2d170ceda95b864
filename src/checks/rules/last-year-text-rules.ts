/**
 * Words against last year's words: too much alike, figures left standing, promises not kept. Silent
 * where last year's report was not given.
 */
import type { Found, TextContext, TextRule } from '../named-rule.ts';
import { readingsOf } from '../text/readings.ts';
import { type FieldText, placeIn, sectionText } from '../text/report-text.ts';
import { similarity } from '../text/similarity.ts';

const REMARKABLE_SIMILARITY = 40;
const PENALIZED_SIMILARITY = 50;
/** Shorter texts are set phrases, alike from year to year. */
const SHORTEST_COMPARED = 120;

function textSimilar({ text, lastText }: TextContext): readonly Found[] {
  if (!lastText) return [];
  return ['overview', 'problems', 'other'].flatMap((section) => {
    const now = sectionText(text, section);
    const before = sectionText(lastText, section);
    if (!now || !before || Math.min(now.text.length, before.text.length) < SHORTEST_COMPARED)
      return [];
    const percent = Math.round(similarity(now.text, before.text) * 100);
    if (percent < REMARKABLE_SIMILARITY) return [];
    return [
      {
        section,
        field: now.field,
        ...(percent <= PENALIZED_SIMILARITY ? { severity: 'hint' as const } : {}),
        problem: `${now.name}与上年年报重复 ${percent}%`,
        numbers: [{ label: '重复率', value: `${percent}%` }],
      },
    ];
  });
}

const MEASURES = /(?:下一步|改进(?:措施|情况)|采取以下|将重点|整改措施)[\s\S]*/;
const COMMON = /政府信息|信息公开|政务公开|工作|加强|进一步|提升|提高|完善|单位|部门|公开/g;
const WORD = 4;
const FEWEST_WORDS = 10;

/** All runs of four characters. */
function wordsIn(text: string): readonly string[] {
  const count = Math.max(0, text.length - WORD + 1);
  return Array.from({ length: count }, (_, at) => text.slice(at, at + WORD));
}

/** Whether anything that last year promised is taken up in this year's words. */
function promisesForgotten({ text, lastText }: TextContext): readonly Found[] {
  const promised = lastText && MEASURES.exec(sectionText(lastText, 'problems')?.text ?? '')?.[0];
  const overview = sectionText(text, 'overview');
  if (!promised || !overview || overview.text.length < SHORTEST_COMPARED) return [];
  const words = promised
    .replace(/[^\u4e00-\u9fff]/g, '')
    .replace(COMMON, ' ')
    .split(' ')
    .flatMap(wordsIn);
  // A set: last year's words may be as many as this year's, and none of them be told.
  const told = new Set(wordsIn(overview.text + (sectionText(text, 'problems')?.text ?? '')));
  if (words.length < FEWEST_WORDS || words.some((word) => told.has(word))) return [];
  return [
    {
      section: 'overview',
      field: overview.field,
      problem: '上年年报第五部分提出的改进措施，本年文字没有提到',
    },
  ];
}

const CONTEXT = 6;
const FEWEST_STALE = 3;
const LARGE_FIGURE = 10;
/** What happens every month happens twelve times each year. */
const MONTHS = '12';

interface FigureInContext {
  readonly words: string;
  readonly at: number;
  readonly end: number;
}

function figuresInContext({ text }: FieldText): readonly FigureInContext[] {
  return [...text.matchAll(/(?<!\d)(\d+(?:\.\d+)?)(?:余|多)?[件条篇次场期个份]/g)]
    .filter((match) => Number(match[1]) >= LARGE_FIGURE && match[1] !== MONTHS)
    .map((match) => {
      const at = match.index ?? 0;
      const end = at + match[0].length;
      return { words: text.slice(Math.max(0, at - CONTEXT), end), at, end };
    });
}

/** Figures that stand in the very words of last year's text; the body may have left them there. */
function figuresStale(context: TextContext): readonly Found[] {
  const { text, lastText, lastYear, figures } = context;
  const now = sectionText(text, 'overview');
  const before = lastText && sectionText(lastText, 'overview');
  if (!lastYear || !now || !before) return [];
  const old = new Set(figuresInContext(before).map(({ words }) => words));
  const same = figuresInContext(now).filter(({ words }) => old.has(words));
  const wrong = figures.filter((figure) => {
    const fits = readingsOf(context.report, figure, context.stage).some(({ value }) =>
      value.eq(figure.value),
    );
    const isLast = readingsOf(lastYear, figure, 'finished').some(({ value }) =>
      value.eq(figure.value),
    );
    return !fits && isLast && figure.value.gt(1);
  });
  if (same.length < FEWEST_STALE && wrong.length === 0) return [];
  const places = [
    ...wrong.map(({ place }) => place),
    ...(same.length < FEWEST_STALE ? [] : same.map(({ at, end }) => placeIn(now, at, end))),
  ];
  const words = wrong[0]?.quote ?? same[0]?.words ?? '';
  return [
    {
      section: 'overview',
      field: now.field,
      places,
      problem: `${now.name}有 ${places.length} 个数与上年年报的文字相同，如“${words}”`,
      numbers: places.map((_, at) => ({ label: '文中', value: `${at + 1} ${words}` })),
    },
  ];
}

/** Rules on the text beside that of the year before. */
export const LAST_YEAR_TEXT_RULES: readonly TextRule[] = [
  {
    id: 'Y-09',
    severity: 'reminder',
    title: '文字与上年年报的重复率不超过一半',
    advice: '改写为本年的事实和数据。',
    source: '国办公开办函〔2021〕30号（内容雷同）；地方考核以 50% 为界',
    explanations: ['固定表述较多，事实和数据均为本年。'],
    judge: textSimilar,
  },
  {
    id: 'Y-11',
    severity: 'hint',
    title: '上年提出的改进措施，本年有交代',
    advice: '写明上年所提措施的落实情况。',
    source: '第五部分含义推得',
    judge: promisesForgotten,
  },
  {
    id: 'Y-12',
    severity: 'reminder',
    title: '文中没有沿用上年的数',
    advice: '核对这些数是不是本年的。',
    source: '实际年报中常见的缺漏',
    explanations: ['经核对，本年确与上年相同。'],
    judge: figuresStale,
  },
];
