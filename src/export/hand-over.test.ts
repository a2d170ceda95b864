import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { check, isDraft } from '../checks/check.ts';
import { digestOf } from '../file/digest.ts';
import { normalized } from '../file/report-file.ts';
import { cellsOf } from '../formats/cells.ts';
import { STATUTORY_FORMATS } from '../formats/registry.ts';
import type { RawReport } from '../report/raw-report.ts';
import { SAMPLE_2021 } from '../samples/sample-2021.ts';
import { openedAgain, parseHtml } from '../testing/html.ts';
import { damage } from '../testing/json.ts';
import { CITY_2025, reportOf, reports, understood } from '../testing/reports.ts';
import { type Content, type FileKind, type HandOverTools, prepareFile } from './hand-over.ts';

const css = readFileSync(new URL('../paper/paper.css', import.meta.url), 'utf8');
const tools: HandOverTools = {
  formats: STATUTORY_FORMATS,
  parseHtml,
  css,
  at: '2026年1月20日 09:30',
};

function prepared(kind: FileKind, raw: RawReport, spoil?: (text: string) => string) {
  const report = understood(raw);
  const spoiling = spoil
    ? { ...tools, spoil: (content: Content) => spoil(String(content)) }
    : tools;
  return prepareFile(kind, report, check(report, 'drafting'), spoiling);
}

function textOf(kind: FileKind, raw: RawReport): string {
  const file = prepared(kind, raw);
  if (!file.ok) throw new Error(file.failure.problem);
  return String(file.value.content);
}

function opened(text: string) {
  return openedAgain(text, STATUTORY_FORMATS);
}

const CITY = reportOf(CITY_2025);

describe.each(['json', 'html'] as const)('a report written as %s', (kind) => {
  test.each([2019, 2025])('and read back is the same report, whatever was typed (%i)', (year) => {
    fc.assert(
      fc.property(reports(year), (raw) => {
        const back = opened(textOf(kind, raw));
        const { format } = understood(raw);
        expect(back.ok && normalized(back.value, format)).toEqual(normalized(raw, format));
      }),
      { numRuns: 15 },
    );
  });

  test('keeps units, dashes and full-width digits as they were typed, and stated totals', () => {
    const raw: RawReport = {
      ...CITY,
      cells: {
        ...CITY.cells,
        'requests/granted/research': '12件',
        'requests/denied.stateSecret/research': '——',
        'requests/repeated/x': '5',
        'proactive/fees/amount': '3万元',
      },
      stated: { 'requests/received/total': '99' },
    };
    const back = opened(textOf(kind, raw));
    expect(back.ok && back.value.cells).toMatchObject({
      'requests/granted/research': '12件',
      'requests/denied.stateSecret/research': '——',
      'requests/repeated/x': '5',
    });
    expect(back.ok && back.value.stated).toEqual({ 'requests/received/total': '99' });
  });
});

describe('a writer that is broken', () => {
  const lie = (text: string) =>
    text.replace(/("enterprise": ?|&quot;enterprise&quot;:)129/, '$1128');

  test('is noticed when a figure in the JSON differs', () => {
    const file = prepared('json', CITY, lie);
    expect(file).toMatchObject({ ok: false });
    expect(!file.ok && file.failure.problem).toContain('（一）予以公开 · 商业企业');
  });

  test.each<[string, (text: string) => string, string]>([
    [
      'shows another figure than it carries',
      (text) => text.replace('>5345<', '>5346<'),
      '（一）予以公开 · 自然人',
    ],
    ['carries another figure than it shows', lie, '商业企业'],
    [
      'shows another heading',
      (text) => text.replace('>六、其他需要报告的事项<', '>六、其他<'),
      '六、其他需要报告的事项',
    ],
    ['loses a table', (text) => text.replace(/<table[\s\S]*?<\/table>/, ''), '表格'],
    [
      'loses a paragraph',
      (text) => text.replace(/<p class="paper-paragraph">.*?<\/p>/, ''),
      '正文',
    ],
  ])('is noticed when the page %s', (_, spoil, place) => {
    const raw = { ...CITY, narrative: { overview: '全年公开信息。', problems: '', other: '' } };
    const file = prepared('html', raw, (whole) => {
      const damaged = spoil(whole);
      expect(damaged).not.toBe(whole);
      return damaged;
    });
    expect(!file.ok && file.failure.problem).toContain(place);
  });

  test('every single damaged figure of a city is noticed', () => {
    for (const { table, row, column } of cellsOf(understood(CITY).format)) {
      const file = prepared('json', CITY, (text) => {
        const value = JSON.parse(text);
        const figures = value.tables[table.id][row.id];
        figures[column.id] = typeof figures[column.id] === 'string' ? '1' : figures[column.id] + 1;
        return JSON.stringify(value);
      });
      expect([table.id, row.id, column.id, file.ok]).toEqual([table.id, row.id, column.id, false]);
    }
  });
});

test('a report is a draft on paper until it is final and free of errors and gaps', () => {
  const report = understood(SAMPLE_2021);
  const final = understood({ ...SAMPLE_2021, status: 'final' });
  expect(isDraft(report, [])).toBe(true);
  expect(isDraft(final, [])).toBe(false);
  expect(isDraft(final, check(understood({ ...CITY, status: 'final' }), 'drafting'))).toBe(true);
});

test('a file is named after body and year', () => {
  const file = prepared('json', { ...CITY, agency: { ...CITY.agency, name: '某市/某局' } });
  expect(file.ok && file.value.name).toBe('某市 某局_2025年_政府信息公开工作年度报告.json');
});

describe('a file that is not taken', () => {
  const value = () => JSON.parse(textOf('json', { ...CITY, status: 'final' }));
  const changed = (path: string, member: unknown) => {
    const file = value();
    damage(file, path, member);
    return JSON.stringify(file);
  };
  const nested = `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`;

  test.each<[string, string, string]>([
    ['half a file', textOf('json', CITY).slice(0, 900), '文件内容不完整'],
    ['another JSON', '{"name":"预算"}', '这不是年报通的上报文件'],
    ['a list', '{"kind":["x"]}', '这不是年报通的上报文件'],
    ['a newer version', changed('version', 3), '新版年报通'],
    ['a format nobody knows', changed('format', '2031'), '2031'],
    ['a year of another format', changed('year', 2019), '不符'],
    [
      'a figure edited after 定稿',
      changed('tables.requests.granted.enterprise', 130),
      '定稿以后被改动过',
    ],
    ['a word edited after 定稿', changed('preface', '改'), '定稿以后被改动过'],
    [
      'a figure that is none',
      changed('tables.requests.granted.enterprise', 'x'),
      '（一）予以公开 · 商业企业',
    ],
    ['a member nobody knows', changed('extra', true), '不认识的“extra”这一项'],
    ['a member nobody knows inside one', changed('findings.extra', 1), '“findings › extra”'],
    ['a member without a name', changed('', true), '不认识的“（没有名字）”'],
    ['a member with an endless name', changed('x'.repeat(90), 1), `“${'x'.repeat(40)}…”`],
    ['a member that is only called reading', changed('reading', { cells: 1 }), '“reading”'],
    ['a deep nest', nested, '层次太深'],
    ['keys into the making of objects', '{"kind":1,"__proto__":{"polluted":true}}', '不允许的内容'],
  ])('%s gets one clear sentence', (_, text, sentence) => {
    const result = opened(text);
    expect(result.ok).toBe(false);
    if (result.ok) return;
    expect(result.failure.problem).toContain(sentence);
    expect(`${result.failure.problem}${result.failure.advice}`).toMatch(/没有改动。$/);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test('beside what was said of its reading, the figures that count are its own', () => {
    const file = value();
    const cell = { certainty: 'read', text: '99999', note: '', source: '99999' };
    const reading = {
      cells: { 'requests/granted/enterprise': cell },
      printed: { requests: { granted: { enterprise: 99999 } } },
      stated: { 'requests/granted/total': '99999' },
      missing: [],
      notUnderstood: ['九、本县自行增加的一行 | 3'],
      setAside: [],
      proposed: [],
    };
    const plain = opened(JSON.stringify(file));
    expect(plain.ok).toBe(true);
    expect(opened(JSON.stringify({ ...file, reading }))).toEqual(plain);
    file.tables.requests.granted.enterprise = 130;
    const edited = opened(JSON.stringify({ ...file, reading }));
    expect(!edited.ok && edited.failure.problem).toContain('定稿以后被改动过');
    const other = opened(JSON.stringify({ ...value(), reading: { ...reading, more: 1 } }));
    expect(!other.ok && other.failure.problem).toContain('不认识的“reading”');
  });

  test('a draft that was edited by hand is taken: only a 定稿 is sealed', () => {
    const file = JSON.parse(textOf('json', CITY));
    file.preface = '手工改的前言';
    expect(opened(JSON.stringify(file))).toMatchObject({
      ok: true,
      value: { preface: '手工改的前言' },
    });
  });

  test('a total that is not the sum of its cells is kept as stated, for the checks to show', () => {
    const file = JSON.parse(textOf('json', CITY));
    file.tables.requests.received.total = 1;
    expect(opened(JSON.stringify(file))).toMatchObject({
      ok: true,
      value: { stated: { 'requests/received/total': '1' } },
    });
  });

  test('any damage to a sealed file is refused or changes nothing that is said', () => {
    const text = textOf('json', { ...CITY, status: 'final' });
    fc.assert(
      fc.property(
        fc.nat(text.length - 1),
        fc.string({ minLength: 1, maxLength: 3 }),
        (at, junk) => {
          const damaged = text.slice(0, at) + junk + text.slice(at + junk.length);
          const result = opened(damaged);
          if (!result.ok) return;
          const { findings: _, ...said } = JSON.parse(damaged);
          expect(said.digest).toBe(digestOf(said));
        },
      ),
      { numRuns: 60 },
    );
  });
});
