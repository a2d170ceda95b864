import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkAll } from '../checks/check-all.ts';
import { NODE_TOOLS } from '../cli/node-tools.ts';
import { seriesOf } from '../compare/series.ts';
import { formatById } from '../formats/registry.ts';
import type { RawReport } from '../report/raw-report.ts';
import { type Report, understand } from '../report/report.ts';
import { ARE_PUBLISHED_HERE, PUBLISHED_FOLDER } from '../testing/published-folder.ts';
import { readAny } from './read-any.ts';
import type { Reading } from './reading.ts';

/** 上年结转 and 现行有效件数 against last year's report. */
const CONTINUITY = ['Y-01', 'Y-02', 'Y-03', 'Y-07'];

const FOLDER = PUBLISHED_FOLDER;
const YEARS = [2019, 2020, 2021, 2022, 2023, 2024, 2025];
/** The web page of the same report as the text of 2025, which has lost its separators. */
const SOURCES = YEARS.map((year) =>
  year === 2025 ? 'pingtan-2025-web/source.html' : `pingtan-${year}/source.txt`,
);

interface Truth {
  readonly tables: Readonly<
    Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>
  >;
}

/** As a clerk settles what the reader says it cannot tell: with the true figure. */
function settled({ report, cells }: Reading, path: string): RawReport {
  const folder = path.slice(0, path.indexOf('/'));
  const truth: Truth = JSON.parse(readFileSync(`${FOLDER}/${folder}/truth.json`, 'utf8'));
  const uncertain = Object.entries(cells).filter(([, cell]) => cell.certainty === 'uncertain');
  const figures = uncertain.flatMap(([address]) => {
    const [table = '', row = '', column = ''] = address.split('/');
    const figure = truth.tables[table]?.[row]?.[column] ?? null;
    return figure === null ? [] : [[address, String(figure)] as const];
  });
  return { ...report, cells: { ...report.cells, ...Object.fromEntries(figures) } };
}

async function reportIn(path: string): Promise<Report> {
  const bytes = new Uint8Array(readFileSync(`${FOLDER}/${path}`));
  const read = await readAny({ name: path, bytes }, NODE_TOOLS);
  if (!read.ok) throw new Error(read.failure.problem);
  const format = formatById(NODE_TOOLS.formats, read.value.report.format);
  if (!format) throw new Error('no format');
  return understand(settled(read.value, path), format);
}

describe.skipIf(!ARE_PUBLISHED_HERE)(
  '平潭 2019–2025, skipped where the reports are not at hand',
  () => {
    let reports: readonly Report[];
    beforeAll(async () => {
      reports = await Promise.all(SOURCES.map(reportIn));
    });

    test('loads as a series of seven years', () => {
      const { years, lines } = seriesOf(reports);
      expect(years).toEqual(YEARS);
      const line = (label: string) =>
        lines.find((one) => one.label.includes(label))?.values.map((value) => value?.toFixed());
      expect(line('本年新收')?.slice(1)).toEqual(['21', '70', '74', '81', '218', '154']);
      expect(line('结转下年度')).toEqual(['0', '0', '1', '0', '0', '0', '6']);
    });

    test('gives the findings on carry-over and documents in force that follow by hand', () => {
      const found = reports.flatMap((report, at) =>
        checkAll(report, 'finished', { lastYear: reports[at - 1] })
          .filter(({ rule }) => CONTINUITY.includes(rule))
          .map(({ rule, numbers }) => [
            report.raw.year,
            rule,
            ...numbers.map(({ value }) => value),
          ]),
      );
      // 2022: 665 ＋ 88 － 55 ＝ 698. 2023: 698 ＋ 77 － 132 ＝ 643, not 470. 2024: 470 ＋ 62 － 33 ＝ 499,
      // not 440. 2025: 440 ＋ 58 － 45 ＝ 453, not 546. What one year carried out the next carried in.
      expect(found).toEqual([
        [2023, 'Y-03', '698', '77', '132', '470'],
        [2024, 'Y-03', '470', '62', '33', '440'],
        [2025, 'Y-03', '440', '58', '45', '546'],
      ]);
    });
  },
);
