/**
 * 一图读懂 as one SVG of plain shapes: no library, since it is a handful of bars, and the same picture
 * must come out as file, as PNG and as a page of the paper. Last year's bars are striped, so that the
 * years differ without colour; stripes are rectangles, which every way of drawing knows. Every figure
 * carries the addresses of its cells, so that the picture is read back and added up again; a
 * description says the same in words.
 */
import type Big from 'big.js';
import { element, type Markup } from '../paper/markup.ts';
import type { Paper } from '../paper/paper.ts';
import type { Report } from '../report/report.ts';
import { type Chart, chartsOf, type Fact, factValue } from './infographic-facts.ts';
import { DRAFT_MARK } from './outline.ts';
import { writeXml } from './xml.ts';

/** Width of the infographic, in its own units. */
export const PICTURE_WIDTH = 720;

const EDGE = 40;
const LABEL_WIDTH = 190;
const BAR_WIDTH = 360;
const HEAD = 104;
const CHART_GAP = 24;
const FLOW_HEIGHT = 78;
/** From one bar to the next, and where last year's bar lies below this year's. */
const LINE = 32;
const LAST_LINE = 20;
const STRIPE = 3;

const INK = '#1b2430';
const ACCENT = '#1d4f91';
const MUTED = '#55606c';
const SOFT = '#e8eff8';
const RED = '#b3261e';
const FONT = '"Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", SimHei, sans-serif';
/** What stands for a figure that is not known. */
const UNKNOWN = '—';

type Attributes = Readonly<Record<string, string | number>>;

/** The reports a picture tells of: this year's, and the year before's where it is known. */
interface Years {
  readonly now: Report;
  readonly last: Report | undefined;
}

function shape(
  tag: string,
  attributes: Attributes,
  children: readonly (Markup | string)[] = [],
): Markup {
  const texts = Object.entries(attributes).map(([name, value]) => [name, String(value)]);
  return element(tag, Object.fromEntries(texts), children);
}

function words(x: number, y: number, text: string, attributes: Attributes = {}): Markup {
  return shape('text', { x, y, 'font-size': 16, fill: INK, ...attributes }, [text]);
}

/** What marks a figure: the cells it sums, of this year or of last. */
const MARKS = { now: 'data-cells', last: 'data-last-cells' } as const;

function figureText(value: Big | undefined): string {
  return value?.toFixed() ?? UNKNOWN;
}

function figure(x: number, y: number, fact: Fact, value: Big | undefined, size: number): Markup {
  const mark = { [MARKS.now]: fact.cells.join(' ') };
  const looks = { 'font-size': size, 'font-weight': 700, fill: ACCENT };
  return words(x, y, figureText(value), { ...mark, ...looks });
}

function lastFigure(x: number, y: number, fact: Fact, value: Big): Markup {
  const mark = { [MARKS.last]: fact.cells.join(' ') };
  return words(x, y, figureText(value), { ...mark, 'font-size': 12, fill: MUTED });
}

function bar(x: number, y: number, width: number, height: number): Markup {
  return shape('rect', { x, y, width: width.toFixed(1), height, fill: ACCENT });
}

/** A bar of stripes between two thin lines. */
function stripes(x: number, y: number, width: number, height: number): readonly Markup[] {
  const count = Math.ceil(width / (2 * STRIPE));
  const lines = Array.from({ length: count }, (_, at) => {
    const from = at * 2 * STRIPE;
    return bar(x + from, y, Math.min(STRIPE, width - from), height);
  });
  const edges = width > 0 ? [bar(x, y, width, 1), bar(x, y + height - 1, width, 1)] : [];
  return [...lines, ...edges];
}

interface Drawn {
  readonly marks: readonly Markup[];
  readonly height: number;
}

/** 「比上年 +12」 as shapes: the figure of last year stands alone, so that it can be read back. */
function comparison(x: number, y: number, fact: Fact, last: Big | undefined): readonly Markup[] {
  if (!last) return [];
  return [words(x, y, '上年', { 'font-size': 12, fill: MUTED }), lastFigure(x + 30, y, fact, last)];
}

function flow({ now, last }: Years, { facts }: Chart, top: number): Drawn {
  const width = (PICTURE_WIDTH - 2 * EDGE) / facts.length;
  const height = FLOW_HEIGHT + (last ? 20 : 0);
  const marks = facts.flatMap((fact, at) => {
    const x = EDGE + at * width;
    return [
      shape('rect', { x, y: top, width: width - 10, height: height - 8, fill: SOFT }),
      words(x + 14, top + 26, fact.label, { fill: MUTED }),
      figure(x + 14, top + 57, fact, factValue(now, fact), 26),
      ...comparison(x + 14, top + 79, fact, last && factValue(last, fact)),
    ];
  });
  return { marks, height };
}

/** Longest label at full size. */
const SHORT_LABEL = 11;

function bars({ now, last }: Years, { facts }: Chart, top: number): Drawn {
  const values = facts.map((fact) => factValue(now, fact));
  const before = facts.map((fact) => last && factValue(last, fact));
  const most = Math.max(1, ...[...values, ...before].map((value) => Number(value ?? 0)));
  const lengthOf = (value: Big | undefined) => (Number(value ?? 0) / most) * BAR_WIDTH;
  const line = LINE + (last ? LAST_LINE : 0);
  const x = EDGE + LABEL_WIDTH;
  const marks = facts.flatMap((fact, at) => {
    const y = top + at * line;
    const [length, earlier] = [lengthOf(values[at]), before[at]];
    return [
      words(EDGE, y + 20, fact.label, { 'font-size': fact.label.length > SHORT_LABEL ? 13 : 16 }),
      shape('rect', { x, y: y + 4, width: BAR_WIDTH, height: 20, fill: SOFT }),
      bar(x, y + 4, length, 20),
      figure(x + Math.max(length, 0) + 8, y + 20, fact, values[at], 16),
      ...(earlier
        ? [
            ...stripes(x, y + 28, lengthOf(earlier), 10),
            lastFigure(x + lengthOf(earlier) + 8, y + 37, fact, earlier),
          ]
        : []),
    ];
  });
  return { marks, height: facts.length * line };
}

const DRAW = { flow, bars } as const satisfies Record<Chart['kind'], typeof flow>;

function drawn(years: Years, charts: readonly Chart[]): Drawn {
  const marks: Markup[] = [];
  let y = HEAD;
  for (const chart of charts) {
    const heading = { 'font-size': 19, 'font-weight': 700 };
    marks.push(words(EDGE, y + 20, chart.title, heading));
    const { marks: own, height } = DRAW[chart.kind](years, chart, y + 34);
    marks.push(...own);
    y += 34 + height + CHART_GAP;
  }
  return { marks, height: y };
}

function factInWords({ now, last }: Years, fact: Fact): string {
  const value = factValue(now, fact)?.toFixed() ?? '未填';
  const before = last && factValue(last, fact);
  return `${fact.label} ${value}${before ? `（上年 ${before.toFixed()}）` : ''}`;
}

function inWords(years: Years, { title, facts }: Chart): string {
  return `${title}：${facts.map((fact) => factInWords(years, fact)).join('，')}。`;
}

/** Which bar is which year. */
function legend({ now, last }: Years): readonly Markup[] {
  if (!last) return [];
  const y = 84;
  return [
    bar(EDGE, y, 28, 10),
    words(EDGE + 34, y + 10, `${now.raw.year}年`, { 'font-size': 13 }),
    ...stripes(EDGE + 100, y, 28, 10),
    words(EDGE + 134, y + 10, `${last.raw.year}年`, { 'font-size': 13 }),
  ];
}

/** Titles longer than a line are set smaller; nothing is left out. */
function titleWords(title: string): Markup {
  const room = PICTURE_WIDTH - 2 * EDGE;
  const size = Math.min(26, Math.floor(room / Math.max(1, title.length)));
  return words(EDGE, 68, title, { 'font-size': size, 'font-weight': 700 });
}

/** Last year's report where it is the year before: any other would not be 上年. */
function yearsOf(now: Report, last: Report | undefined): Years {
  return { now, last: last?.raw.year === now.raw.year - 1 ? last : undefined };
}

/** The picture as an SVG element. */
export function infographicOf(
  report: Report,
  { title, draftMark }: Paper,
  lastYear: Report | undefined,
): Markup {
  const years = yearsOf(report, lastYear);
  const charts = chartsOf(report.format);
  const { marks, height } = drawn(years, charts);
  const mark = draftMark
    ? [words(PICTURE_WIDTH - EDGE, 34, DRAFT_MARK, { 'text-anchor': 'end', fill: RED })]
    : [];
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    role: 'img',
    'aria-labelledby': 'title desc',
    lang: 'zh-CN',
    width: PICTURE_WIDTH,
    height,
    viewBox: `0 0 ${PICTURE_WIDTH} ${height}`,
    'font-family': FONT,
  };
  return shape('svg', attributes, [
    shape('title', { id: 'title' }, [`一图读懂：${title}`]),
    shape('desc', { id: 'desc' }, [charts.map((chart) => inWords(years, chart)).join('')]),
    shape('rect', { x: 0, y: 0, width: PICTURE_WIDTH, height, fill: '#ffffff' }),
    words(EDGE, 34, '一图读懂', { fill: MUTED }),
    ...mark,
    titleWords(title),
    ...legend(years),
    ...marks,
  ]);
}

/** The text of the SVG file. */
export function writeInfographic(
  report: Report,
  paper: Paper,
  lastYear: Report | undefined,
): string {
  return writeXml(infographicOf(report, paper, lastYear));
}

/** A figure that is seen in the picture, and what marks it. */
export interface DrawnFigure {
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
}

function wrongFact(
  seen: readonly DrawnFigure[],
  mark: string,
  expected: readonly (readonly [Fact, string])[],
): string | undefined {
  const shown = seen.filter(({ attributes }) => attributes[mark] !== undefined);
  if (shown.length !== expected.length) return '图中的数';
  return expected.find(([, text], at) => shown[at]?.text !== text)?.[0].label;
}

/** The first figure of the picture that its cells do not give, in words. */
export function infographicDifference(
  seen: readonly DrawnFigure[],
  report: Report,
  lastYear: Report | undefined,
): string | undefined {
  const { last } = yearsOf(report, lastYear);
  const facts = chartsOf(report.format).flatMap((chart) => chart.facts);
  const current = facts.map((fact) => [fact, figureText(factValue(report, fact))] as const);
  const earlier = facts.flatMap((fact) => {
    const value = last && factValue(last, fact);
    return value ? [[fact, figureText(value)] as const] : [];
  });
  return wrongFact(seen, MARKS.now, current) ?? wrongFact(seen, MARKS.last, earlier);
}
