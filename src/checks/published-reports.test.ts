import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { cellAt } from '../formats/cells.ts';
import {
  PUBLISHED_REPORTS_ABSENT,
  type PublishedReport,
  publishedReports,
} from '../testing/published-reports.ts';
import { formatOf, understood } from '../testing/reports.ts';
import { checkAll } from './check-all.ts';
import type { Finding } from './finding.ts';

/**
 * What is found in reports as they were published, each line read by eye and marked: `right`, `false`,
 * or `copy` where the copy of the report we have is at fault and not the report.
 */
const GOLDEN = readFileSync(new URL('./published-reports.findings.tsv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => {
    const [mark = '', ...rest] = line.split('\t');
    return { mark, severity: rest[1] ?? '', line: rest.join('\t') };
  });

/** What is known to be wrong with a published report, and the rule that must say so. */
const KNOWN_FAULTS: readonly (readonly [string, string, string])[] = [
  ['dadukou-2019', 'F-01', '六、其他需要报告的事项'],
  ['dadukou-2019', 'F-04', '五个方面'],
  ['dadukou-2019', 'F-20', '2020年3月3日'],
  ['dadukou-2019', 'F-22', '区经信委'],
  ['dadukou-2019', 'F-23', '我局'],
  ['dadukou-2019', 'F-25', '取得'],
  ['dadukou-2019', 'F-26', '**'],
  ['dadukou-2019', 'T3-05', '空白'],
  ['dadukou-2019', 'T3-06', '只写了总计'],
  ['pingtan-2019', 'N-13', '2533'],
  ['pingtan-2019', 'N-16', '资质条'],
  ['pingtan-2019', 'F-25', '聚焦新中国成立70周年平潭专场新闻发布会'],
  ['pingtan-2020', 'T3-01', '自然人'],
  ['pingtan-2020', 'T3-02', '总计'],
  ['pingtan-2020', 'F-24', '江苏省'],
  ['pingtan-2020', 'N-13', '2603'],
  ['pingtan-2021', 'F-27', '审核审核'],
  ['pingtan-2022', 'F-27', '的的'],
  ['pingtan-2023', 'N-11', '393'],
  ['pingtan-2023', 'Y-03', '643'],
  ['pingtan-2023', 'F-33', '三是'],
  ['pingtan-2024', 'Y-03', '499'],
  ['pingtan-2024', 'F-27', '仍在不足'],
  ['pingtan-2025', 'Y-03', '453'],
  ['pingtan-2025-web', 'Y-03', '453'],
  ['shanghai-office-2019', 'N-06', '258'],
  ['shanghai-office-2019', 'N-06', '265'],
  ['shanghai-office-2019', 'N-13', '716'],
  ['shanghai-office-2019', 'T4-10', '均获维持'],
  ['shanghai-science-2024', 'N-19', '办理完成'],
  ['shanghai-science-2024', 'F-27', '审查管'],
];

const reports = publishedReports();

function lastYearOf({ raw, truth }: PublishedReport): PublishedReport | undefined {
  return reports.find(
    (other) => other.truth.agency === truth.agency && other.raw.year === raw.year - 1,
  );
}

function findingsOf(report: PublishedReport): readonly Finding[] {
  const last = lastYearOf(report);
  return checkAll(
    understood(report.raw),
    'finished',
    last ? { lastYear: understood(last.raw) } : {},
  );
}

function linesOf(report: PublishedReport): readonly string[] {
  return findingsOf(report).map(({ severity, rule, problem }) =>
    [report.id, severity, rule, problem.replace(/\s+/g, ' ')].join('\t'),
  );
}

describe.skipIf(PUBLISHED_REPORTS_ABSENT)('published reports', () => {
  test('give the findings that were read by eye, and no others', () => {
    const found = reports.flatMap(linesOf);
    expect(found).toEqual(GOLDEN.map(({ line }) => line));
  });

  test.each(KNOWN_FAULTS)('%s is told by %s of “%s”', (id, rule, words) => {
    const report = reports.find((one) => one.id === id)!;
    const told = findingsOf(report).filter((finding) => finding.rule === rule);
    expect(told.map(({ problem }) => problem).join('\n')).toContain(words);
  });

  test('every place lies in its text, and every cell in its format', () => {
    for (const report of reports) {
      const { format } = understood(report.raw);
      for (const { places = [], cells, rule } of findingsOf(report)) {
        for (const { field, start, end } of places) {
          const [, section = ''] = field.split('.');
          const text = field === 'preface' ? report.raw.preface : report.raw.narrative[section];
          expect(start, rule).toBeLessThan(end);
          expect(end, rule).toBeLessThanOrEqual(text?.length ?? 0);
        }
        for (const cell of cells) expect(cellAt(format, cell), `${rule} ${cell}`).toBeDefined();
      }
      expect(formatOf(report.raw).years.from).toBeLessThanOrEqual(report.raw.year);
    }
  });
});

test('no false alarm is an error, and at most one finding in ten is false', () => {
  const false_ = GOLDEN.filter(({ mark }) => mark === 'false');
  expect(false_.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(false_.filter(({ severity }) => severity === 'reminder').length * 10).toBeLessThanOrEqual(
    GOLDEN.length,
  );
  expect(new Set(GOLDEN.map(({ mark }) => mark))).toEqual(new Set(['right', 'copy']));
});
