/**
 * Published reports pasted table by table: the fragment of the source that holds a table, at the first
 * cell of the table, and the whole source as well. They stand beside the repository; where they do not,
 * there is nothing to test. What a source tears may stay away, but no figure may go into a wrong cell.
 */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { type Cell, cellsOf, isEntered, tableSections } from '../formats/cells.ts';
import type { Format } from '../formats/format.ts';
import { formatById, STATUTORY_FORMATS } from '../formats/registry.ts';
import { readFigure } from '../report/figure.ts';
import { newReport } from '../report/raw-report.ts';
import { understand } from '../report/report.ts';
import { PUBLISHED_FOLDER } from '../testing/published-folder.ts';
import { pastedTexts, planPaste } from './paste-plan.ts';

const FOLDER = pathToFileURL(`${PUBLISHED_FOLDER}/`);
const ARE_HERE = existsSync(FOLDER);
/** Least share of the readable tables that must be pasted whole and right. */
const LEAST_SHARE = 0.95;

type Figures = Record<string, Record<string, Record<string, string | number | null>>>;

interface Source {
  readonly name: string;
  readonly format: Format;
  readonly text: string;
  readonly isHtml: boolean;
  readonly tables: Figures;
}

/** What some of the pieces without a transcription say, row by row. */
const PIECES: Readonly<Record<string, readonly [format: string, rows: Record<string, string>]>> = {
  p09_street_2019_fragment: [
    '2019',
    {
      ...zeros('proactive', ['rules', 'normativeDocuments', 'licensing', 'otherServices'], 3),
      ...zeros('proactive', ['penalties', 'coercion'], 3),
      ...zeros('proactive', ['fees', 'procurement'], 2),
      ...zeros('requests', ['received', 'carriedIn', 'granted'], 7),
    },
  ],
  p17_bureau_2019_jian4: [
    '2019',
    {
      ...zeros('proactive', ['rules', 'normativeDocuments', 'otherServices', 'coercion'], 3),
      'proactive/licensing': '6 -4 2',
      'proactive/penalties': '2 0 2',
      'proactive/fees': '0 0',
      'proactive/procurement': '6 52.15',
      ...zeros('requests', ['received', 'carriedIn', 'granted', 'partlyGranted'], 7),
    },
  ],
  p19_civil_affairs_2023_oldformat: [
    '2019',
    zeros('proactive', ['rules', 'normativeDocuments', 'licensing', 'otherServices'], 3),
  ],
  p23_wendeng_petition_2022_p8: [
    '2021',
    zeros('disputes', ['review', 'litigationDirect', 'litigationAfterReview'], 5),
  ],
  p27_huangpu_dapuqiao_2025_test_extract: [
    '2021',
    {
      ...zeros('proactive', ['rules', 'normativeDocuments'], 3),
      'requests/received': '19 0 0 0 0 0 19',
      'disputes/review': '0 1 0 3 4',
      'disputes/litigationDirect': '0 0 0 0 0',
      'disputes/litigationAfterReview': '1 0 0 1 2',
    },
  ],
  p37_pingtan_district_2020_word_html: ['2019', { 'requests/received': '20 0 0 0 0 1 21' }],
};

/** Tables whose source has no rows any more: nobody can paste them but by hand. */
const UNREADABLE: readonly (readonly [source: RegExp, table: RegExp, why: string])[] = [
  [/^pingtan-\d{4}\/source\.txt/, /./, 'all digits of a table run together'],
  [/^(?:huaian-2024|suqian-2023)/, /requests/, 'labels are torn from their figures by the page'],
  [/^shanghai-science-2024/, /./, 'rows and heads are torn into tables of their own'],
];

function zeros(table: string, rows: readonly string[], columns: number): Record<string, string> {
  return Object.fromEntries(
    rows.map((row) => [`${table}/${row}`, Array(columns).fill(0).join(' ')]),
  );
}

function formatOf(id: string): Format {
  return formatById(STATUTORY_FORMATS, id)!;
}

function pieceTables(format: Format, rows: Record<string, string>): Figures {
  const tables: Figures = {};
  for (const [at, figures] of Object.entries(rows)) {
    const [table = '', row = ''] = at.split('/');
    const columns = cellsOf(format).filter(
      (cell) => cell.table.id === table && cell.row.id === row,
    );
    const parts = figures.split(' ');
    tables[table] = {
      ...tables[table],
      [row]: Object.fromEntries(columns.map(({ column }, n) => [column.id, parts[n] ?? null])),
    };
  }
  return tables;
}

function sourcesIn(
  folder: string,
  named: string,
  read: (dir: URL) => Omit<Source, 'name' | 'text' | 'isHtml'>,
) {
  const dir = new URL(`${folder}/`, FOLDER);
  return ['source.html', 'source.txt', 'source.js_string.txt'].flatMap((file) => {
    const url = new URL(file, dir);
    if (!existsSync(url)) return [];
    const text = wholeTag(readFileSync(url, 'utf8'));
    return [{ ...read(dir), name: `${named}/${file}`, text, isHtml: /<table/.test(text) }];
  });
}

/** A piece of markup that was cut inside the first cell of a table gets back what was cut. */
function wholeTag(text: string): string {
  return /<\/td>/.test(text) && !/<table/.test(text) ? `<table><tr><td style="${text}` : text;
}

function sources(): readonly Source[] {
  if (!ARE_HERE) return [];
  const whole = readdirSync(FOLDER).filter((name) =>
    existsSync(new URL(`${name}/truth.json`, FOLDER)),
  );
  return [
    ...whole.flatMap((name) =>
      sourcesIn(name, name, (dir) => {
        const { format, tables } = JSON.parse(readFileSync(new URL('truth.json', dir), 'utf8'));
        return { format: formatOf(String(format)), tables };
      }),
    ),
    ...Object.entries(PIECES).flatMap(([name, [id, rows]]) =>
      sourcesIn(`partial/${name}`, name, () => ({
        format: formatOf(id),
        tables: pieceTables(formatOf(id), rows),
      })),
    ),
  ];
}

const HEADINGS: Readonly<Record<string, readonly [begin: RegExp, end: RegExp]>> = {
  proactive: [
    /[一二三四五六⼀-⿕]、主动公开政府信息情况/g,
    /[一二三四五六⼀-⿕]、收到和处理政府信息公开申请情况/g,
  ],
  requests: [
    /[一二三四五六⼀-⿕]、收到和处理政府信息公开申请情况/g,
    /[一二三四五六⼀-⿕]、[^，。\n]{0,14}政复议[^，。\n]{0,9}诉讼情况/g,
  ],
  disputes: [
    /[一二三四五六⼀-⿕]、[^，。\n]{0,14}政复议[^，。\n]{0,9}诉讼情况/g,
    /主要问题|存在[^，。\n]{0,6}问题|^1、/gm,
  ],
};
const TABLES = Object.keys(HEADINGS);

/** The part of a source that holds a table, as somebody marks and copies it. */
function fragmentOf(source: Source, table: string): string {
  const { text, isHtml } = source;
  if (isHtml) {
    const tables = text.split(/(?=<table)/).filter((part) => part.startsWith('<table'));
    return tables.length === TABLES.length ? (tables[TABLES.indexOf(table)] ?? '') : text;
  }
  const [begin, end] = HEADINGS[table]!;
  const starts = [...text.matchAll(begin)];
  const start = starts[starts.length - 1];
  const rest = start ? text.slice(start.index + start[0].length) : text;
  const stop = [...rest.matchAll(end)].find(({ index }) => index > 20);
  return rest.slice(0, stop?.index);
}

function pasteInto(source: Source, table: string, text: string, isHtml: boolean, yes: boolean) {
  const { format } = source;
  const section = tableSections(format).find((one) => one.table.id === table)!;
  const raw = newReport(
    STATUTORY_FORMATS,
    { name: '某局', type: 'department' },
    format.years.to ?? 2025,
  )!;
  const first = cellsOf(format).find((cell) => cell.section === section)!;
  const plan = planPaste(
    { html: isHtml ? text : '', text: isHtml ? '' : text },
    { report: understand(raw, format), table: section.table, focus: first.address },
    (html) => parseHTML(html).document,
  );
  return pastedTexts(plan, new Set(yes ? plan.questions.map(({ id }) => id) : []));
}

/** A blank in a row whose total is 0 can mean nothing but 0. */
function truthOf({ tables }: Source, { table, row, column }: Cell): string | number | undefined {
  const figures = tables[table.id]?.[row.id];
  const total = figures?.total;
  return figures?.[column.id] ?? (total != null && Number(total) === 0 ? 0 : undefined);
}

interface Score {
  readonly right: number;
  readonly wrong: readonly string[];
  readonly missing: readonly string[];
}

function scoreOf(source: Source, table: string, texts: Readonly<Record<string, string>>): Score {
  const own = cellsOf(source.format).filter((cell) => cell.table.id === table && isEntered(cell));
  const judged = own.map((cell) => {
    const wanted = truthOf(source, cell);
    const figure = readFigure(texts[cell.address] ?? '', cell);
    if (figure.state !== 'known')
      return { cell, verdict: wanted === undefined ? 'blank' : 'missing' };
    const isRight = wanted !== undefined && figure.value.eq(wanted);
    return { cell, verdict: isRight ? 'right' : 'wrong' };
  });
  const of = (verdict: string) =>
    judged.filter((one) => one.verdict === verdict).map(({ cell }) => cell.address);
  return { right: of('right').length, wrong: of('wrong'), missing: of('missing') };
}

const CASES = sources().flatMap((source) =>
  Object.keys(source.tables).map((table) => ({ source, table, name: `${source.name} ${table}` })),
);

function isReadable({ source, table }: (typeof CASES)[number]): boolean {
  return !UNREADABLE.some(([name, one]) => name.test(source.name) && one.test(table));
}

describe.skipIf(!ARE_HERE)('published reports', () => {
  test.each(CASES)('$name: no figure in a wrong cell', ({ source, table }) => {
    const fragment = pasteInto(source, table, fragmentOf(source, table), source.isHtml, false);
    expect(scoreOf(source, table, fragment).wrong).toEqual([]);
    const whole = pasteInto(source, table, source.text, source.isHtml, false);
    expect(scoreOf(source, table, whole).wrong).toEqual([]);
  });

  test('tables that can be read are pasted whole, whatever is asked answered with yes', () => {
    const scored = CASES.filter(isReadable).map(({ source, table, name }) => {
      const texts = pasteInto(source, table, fragmentOf(source, table), source.isHtml, true);
      return { name, score: scoreOf(source, table, texts) };
    });
    const right = scored.filter(({ score }) => score.missing.length + score.wrong.length === 0);
    const rest = scored
      .filter((one) => !right.includes(one))
      .map(
        ({ name, score }) => `${name}: ${score.right} right, missing ${score.missing.slice(0, 4)}`,
      );
    const share = right.length / scored.length;
    const words = [
      `${right.length} of ${scored.length} tables whole (${Math.round(share * 100)} %)`,
      ...rest,
    ];
    process.stdout.write(`published tables pasted: ${words.join('\n  ')}\n`);
    expect(scored.flatMap(({ score }) => score.wrong)).toEqual([]);
    expect(share).toBeGreaterThanOrEqual(LEAST_SHARE);
  });
});
