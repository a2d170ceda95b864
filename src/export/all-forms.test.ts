import { readFileSync } from 'node:fs';
import Big from 'big.js';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { check } from '../checks/check.ts';
import { STATUTORY_FORMATS } from '../formats/registry.ts';
import { choiceOf, withPicture } from '../paper/paper-choice.ts';
import type { RawReport } from '../report/raw-report.ts';
import type { Report } from '../report/report.ts';
import { parseHtml } from '../testing/html.ts';
import { CITY_2025, DADUKOU_2019, reportOf, reports, understood } from '../testing/reports.ts';
import { type Content, type FileKind, prepareFile, preparePackage } from './hand-over.ts';

const css = readFileSync(new URL('../paper/paper.css', import.meta.url), 'utf8');
const tools = { formats: STATUTORY_FORMATS, parseHtml, css, at: '2026年1月20日 09:30' };
const CITY: RawReport = {
  ...reportOf(CITY_2025),
  narrative: { overview: '全年公开信息。\n（一）主动公开', problems: '', other: '' },
};

function prepared(kind: FileKind, raw: RawReport, spoil?: (content: string) => string) {
  const report = understood(raw);
  const spoiling = spoil && { spoil: (content: Content) => spoil(String(content)) };
  return prepareFile(kind, report, check(report, 'drafting'), { ...tools, ...spoiling });
}

function textOf(kind: FileKind, raw: RawReport): string {
  const file = prepared(kind, raw);
  if (!file.ok) throw new Error(file.failure.problem);
  return String(file.value.content);
}

describe.each(['docx', 'xlsx', 'fragment', 'text', 'proof', 'picture'] as const)(
  'a report as %s',
  (kind) => {
    test.each([2019, 2025])('is handed over whatever was typed (%i)', (year) => {
      fc.assert(
        fc.property(reports(year), (raw) => {
          const file = prepared(kind, raw);
          expect(file.ok ? '' : file.failure.problem).toBe('');
        }),
        { numRuns: 6 },
      );
    });
  },
);

describe('a form that is spoiled on the way is not handed over', () => {
  test.each<[FileKind, (text: string) => string, string]>([
    ['fragment', (text) => text.replace('>5345<', '>5346<'), '（一）予以公开'],
    ['fragment', (text) => text.replace(' rowspan="8"', ''), '表格'],
    ['fragment', (text) => text.replace('全年公开信息', '全年公开'), '全年公开信息'],
    ['fragment', (text) => text.replace('<p>草稿</p>', ''), '草稿'],
    ['text', (text) => text.replace('\t5345\t', '\t5346\t'), '三、本年度办理结果'],
    ['text', (text) => text.replace('全年公开信息', '全年公开'), '全年公开信息'],
    ['picture', (text) => text.replace('>13612<', '>13611<'), '自然人'],
    ['proof', (text) => text.replace('>5345<', '>5346<'), '（一）予以公开 · 自然人'],
    ['proof', (text) => text.replace('5345 ＋', '5346 ＋'), '（一）予以公开 · 总计'],
  ])('%s', (kind, spoil, place) => {
    const file = prepared(kind, CITY, (text) => {
      expect(spoil(text)).not.toBe(text);
      return spoil(text);
    });
    expect(!file.ok && file.failure.problem).toContain(place);
  });
});

test('the fragment for a web site says what its tables are and nothing about looks', () => {
  const html = textOf('fragment', CITY);
  expect(html).not.toMatch(/ (?:class|style|id)=|<(?:span|div|style|col)\b/);
  const page = parseHtml(`<!doctype html><body>${html}</body>`);
  const captions = Array.from(page.querySelectorAll('caption'), ({ textContent }) => textContent);
  expect(captions).toHaveLength(3);
  expect(Array.from(page.querySelectorAll('th:not([scope])'))).toEqual([]);
});

describe('the proof sheet', () => {
  const page = parseHtml(textOf('proof', CITY));
  const rowsOf = (label: string) =>
    Array.from(page.querySelectorAll(`table[aria-label="${label}"] tbody tr`), (row) =>
      Array.from(row.querySelectorAll('td'), ({ textContent }) => textContent ?? ''),
    );

  test('carries totals that are the sums beside them and those a city printed', () => {
    const printed = Object.values(CITY_2025.tables).flatMap((rows) =>
      Object.entries(rows).flatMap(([row, columns]) =>
        row === 'concluded' ? Object.values(columns) : 'total' in columns ? [columns.total] : [],
      ),
    );
    const rows = rowsOf('合计核算');
    for (const [name, parts = '', total] of rows) {
      const sum = parts.split(' ＋ ').reduce((so, part) => so.plus(part), new Big(0));
      expect([name, sum.toFixed()]).toEqual([name, total]);
    }
    expect(rows.map(([, , total]) => total).sort()).toEqual(printed.map(String).sort());
  });

  test('carries both sides of every balance', () => {
    const { received, carriedIn, concluded, carriedOut } = CITY_2025.tables.requests!;
    const rows = rowsOf('勾稽核算');
    expect(rows).toHaveLength(7);
    rows.forEach(([, left = '', right = '', state], at) => {
      const column = Object.keys(received!)[at]!;
      const of = (row: typeof received) => Number(row?.[column]);
      expect(left.match(/\d+/g)?.map(Number)).toEqual([
        of(received),
        of(carriedIn),
        of(received) + of(carriedIn),
      ]);
      expect(right.match(/\d+/g)?.map(Number)).toEqual([
        of(concluded),
        of(carriedOut),
        of(concluded) + of(carriedOut),
      ]);
      expect(state).toBe('平');
    });
  });

  test('shows what is wrong, what was said to it, the fingerprint and where to sign', () => {
    const raw: RawReport = {
      ...CITY,
      cells: { ...CITY.cells, 'requests/carriedOut/enterprise': '7' },
      explanations: [
        {
          rule: 'T3-22',
          cells: ['requests/received/naturalPerson'],
          numbers: [],
          text: '新设窗口',
          by: '张三',
        },
      ],
    };
    const text = textOf('proof', raw);
    expect(text).toContain('不平，差 -1');
    expect(text).toContain('新设窗口');
    expect(text).toMatch(/sha256-[0-9a-f]{64}/);
    for (const name of ['填报人', '校对人', '审核人', '签发人']) expect(text).toContain(name);
  });
});

test('the package holds every form, the same bytes as handed over alone', () => {
  const report = understood(reportOf(DADUKOU_2019));
  const zip = preparePackage(report, check(report, 'drafting'), tools);
  if (!zip.ok) throw new Error(zip.failure.problem);
  const names = Object.keys(unzipSync(zip.value.content as Uint8Array));
  expect(names).toHaveLength(8);
  expect(names.map((name) => name.replace(/^.*年_/, ''))).toEqual([
    '政府信息公开工作年度报告.json',
    '政府信息公开工作年度报告.html',
    '政府信息公开工作年度报告.docx',
    '政府信息公开工作年度报告.xlsx',
    '网站正文.html',
    '政府信息公开工作年度报告.txt',
    '校对单.html',
    '一图读懂.svg',
  ]);
  expect(zip.value.name).toMatch(/全套材料\.zip$/);
});

describe('the picture', () => {
  const root = parseHtml(
    `<!doctype html><body>${textOf('picture', CITY).replace(/<\?.*\?>/, '')}</body>`,
  );
  const desc = root.querySelector('desc')?.textContent ?? '';

  test('says in words what it shows: what came in, by whom, with what result, and disputes', () => {
    expect(desc).toContain('本年新收 14069，上年结转 560，办理总计 13810，结转下年 819');
    expect(desc).toContain('自然人 13612，商业企业 252');
    expect(desc).toContain('予以公开 5548，部分公开 2168，不予公开 730');
    expect(desc).toContain('行政复议 790');
  });

  test('of results adds up to the total a city printed', () => {
    const results = /按办理结果：(.*?)。/.exec(desc)?.[1]?.match(/\d+/g) ?? [];
    const sum = results.reduce((so, part) => so + Number(part), 0);
    expect(sum).toBe(CITY_2025.tables.requests?.concluded?.total);
  });

  test('lays last year beside this one where it is the year before, and is read back', () => {
    const report = understood(CITY);
    const last = understood({ ...CITY, year: 2024 });
    const write = (lastYear: Report) => {
      const file = prepareFile('picture', report, [], { ...tools, lastYear });
      if (!file.ok) throw new Error(file.failure.problem);
      return String(file.value.content);
    };
    expect(write(last)).toContain('自然人 13612（上年 13612）');
    expect(write(last)).toContain('2024年');
    expect(write(understood({ ...CITY, year: 2023 }))).not.toContain('上年 13612');
    const spoil = (content: Content) =>
      String(content).replace(/(data-last-cells="[^"]*received\/naturalPerson"[^>]*>)\d+/, '$11');
    const wrong = prepareFile('picture', report, [], { ...tools, lastYear: last, spoil });
    expect(!wrong.ok && wrong.failure.problem).toContain('自然人');
  });

  test('is the last page of the printable file where it was chosen, and is read back there', () => {
    const choice = withPicture(choiceOf('web'), true);
    const report = understood(CITY);
    const write = (spoil?: (content: Content) => Content) =>
      prepareFile('html', report, [], { ...tools, choice, ...(spoil ? { spoil } : {}) });
    const whole = write();
    expect(whole.ok && String(whole.value.content)).toContain('class="paper-picture"');
    const left = prepareFile('html', report, [], { ...tools, choice: withPicture(choice, false) });
    expect(left.ok && String(left.value.content)).not.toContain('class="paper-picture"');
    for (const spoil of [
      (content: Content) => String(content).replace(/<div class="paper-picture">.*<\/div>/, ''),
      (content: Content) => String(content).replace(/(data-cells="[^"]*"[^>]*>)14069</, '$114068<'),
    ]) {
      expect(write(spoil).ok).toBe(false);
    }
  });
});
