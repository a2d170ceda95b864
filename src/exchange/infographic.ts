/**
 * 一图读懂 as one SVG of plain shapes: no library, since it is a handful of bars, and the same picture
 * must come out as file and as PNG. Every figure carries the addresses of its cells, so that the
 * picture is read back and added up again; a description says the same in words.
 */
import type Big from 'big.js';
import { element, type Markup } from '../paper/markup.ts';
import type { Paper } from '../paper/paper.ts';
import type { Report } from '../report/report.ts';
import { type Chart, chartsOf, type Fact, factValue } from './infographic-facts.ts';
import { DRAFT_MARK } from './outline.ts';
import { descendantsOf, readXml, writeXml } from './xml.ts';

export const PICTURE_WIDTH = 720;

const EDGE = 40;
const LINE = 34;
const LABEL_WIDTH = 190;
const BAR_WIDTH = 360;
const HEAD = 96;
const CHART_GAP = 26;
const FLOW_HEIGHT = 84;

const INK = '#1b2430';
const ACCENT = '#1d4f91';
const MUTED = '#55606c';
const SOFT = '#e8eff8';
const RED = '#b3261e';
const FONT = '"Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", SimHei, sans-serif';
/** What stands for a figure that is not known. */
const UNKNOWN = '—';

type Attributes = Readonly<Record<string, string | number>>;

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

function figure(x: number, y: number, fact: Fact, value: Big | undefined, size: number): Markup {
  const text = value?.toFixed() ?? UNKNOWN;
  return words(x, y, text, {
    'data-cells': fact.cells.join(' '),
    'font-size': size,
    'font-weight': 700,
    fill: ACCENT,
  });
}

interface Drawn {
  readonly marks: readonly Markup[];
  readonly height: number;
}

function flow(report: Report, { facts }: Chart, top: number): Drawn {
  const width = (PICTURE_WIDTH - 2 * EDGE) / facts.length;
  const marks = facts.flatMap((fact, at) => {
    const x = EDGE + at * width;
    return [
      shape('rect', { x, y: top, width: width - 10, height: FLOW_HEIGHT - 14, rx: 4, fill: SOFT }),
      words(x + 14, top + 26, fact.label, { fill: MUTED }),
      figure(x + 14, top + 58, fact, factValue(report, fact), 26),
    ];
  });
  return { marks, height: FLOW_HEIGHT };
}

function bars(report: Report, { facts }: Chart, top: number): Drawn {
  const values = facts.map((fact) => factValue(report, fact));
  const most = Math.max(1, ...values.map((value) => Number(value ?? 0)));
  const marks = facts.flatMap((fact, at) => {
    const y = top + at * LINE;
    const length = (Number(values[at] ?? 0) / most) * BAR_WIDTH;
    const x = EDGE + LABEL_WIDTH;
    return [
      words(EDGE, y + 21, fact.label, { 'font-size': fact.label.length > 11 ? 13 : 16 }),
      shape('rect', { x, y: y + 5, width: length.toFixed(1), height: 22, fill: ACCENT }),
      figure(x + length + 8, y + 22, fact, values[at], 16),
    ];
  });
  return { marks, height: facts.length * LINE };
}

const DRAW = { flow, bars } as const satisfies Record<Chart['kind'], typeof flow>;

function drawn(report: Report, charts: readonly Chart[]): Drawn {
  const marks: Markup[] = [];
  let y = HEAD;
  for (const chart of charts) {
    const heading = { 'font-size': 19, 'font-weight': 700 };
    marks.push(words(EDGE, y + 20, chart.title, heading));
    const { marks: own, height } = DRAW[chart.kind](report, chart, y + 34);
    marks.push(...own);
    y += 34 + height + CHART_GAP;
  }
  return { marks, height: y };
}

function inWords(report: Report, { title, facts }: Chart): string {
  const parts = facts.map(
    (fact) => `${fact.label} ${factValue(report, fact)?.toFixed() ?? '未填'}`,
  );
  return `${title}：${parts.join('，')}。`;
}

/** The text of the SVG file. */
export function writeInfographic(report: Report, { title, draftMark }: Paper): string {
  const charts = chartsOf(report.format);
  const { marks, height } = drawn(report, charts);
  const titleSize = Math.min(
    26,
    Math.floor((PICTURE_WIDTH - 2 * EDGE - 80) / Math.max(1, title.length)),
  );
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
  const root = shape('svg', attributes, [
    shape('title', { id: 'title' }, [`一图读懂：${title}`]),
    shape('desc', { id: 'desc' }, [charts.map((chart) => inWords(report, chart)).join('')]),
    shape('rect', { x: 0, y: 0, width: PICTURE_WIDTH, height, fill: '#ffffff' }),
    words(EDGE, 34, '一图读懂', { fill: MUTED }),
    ...mark,
    words(EDGE, 70, title, { 'font-size': titleSize, 'font-weight': 700 }),
    ...marks,
  ]);
  return writeXml(root);
}

/** The first figure of the picture that its cells do not give, in words. */
export function infographicDifference(text: string, report: Report): string | undefined {
  const root = readXml(text);
  if (!root) return '图';
  const shown = descendantsOf(root, 'text').filter(({ attributes }) => attributes['data-cells']);
  const facts = chartsOf(report.format).flatMap((chart) => chart.facts);
  if (shown.length !== facts.length) return '图中的数';
  const wrong = facts.find((fact, at) => {
    const value = factValue(report, fact)?.toFixed() ?? UNKNOWN;
    return shown[at]?.children.join('') !== value;
  });
  return wrong?.label;
}
