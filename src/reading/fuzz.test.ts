/**
 * Pages, archives and pasted reports with damage by the thousand, through the door every file comes in
 * by: each is refused with a sentence, or gives a report that obeys the schema and hides no wrong total.
 * `npm run fuzz` is the long run.
 */
import fc from 'fast-check';
import { strFromU8, strToU8 } from 'fflate';
import { expect, test } from 'vitest';
import { check } from '../checks/check.ts';
import { NODE_TOOLS } from '../cli/node-tools.ts';
import { writeReportHtml } from '../file/write-html.ts';
import { cellsOf, isEntered } from '../formats/cells.ts';
import { FORMAT_2019 } from '../formats/format-2019.ts';
import { FORMAT_2021 } from '../formats/format-2021.ts';
import { paperOf } from '../paper/paper.ts';
import { readFigure } from '../report/figure.ts';
import { rawReportSchema } from '../report/raw-report-schema.ts';
import { valueAt } from '../report/report.ts';
import type { Result } from '../report/result.ts';
import { inTimeLater, runs, SEED } from '../testing/fuzzing.ts';
import {
  damagedPage,
  damagedText,
  damagedValue,
  jsonText,
  type Stroke,
  strokes,
} from '../testing/mutations.ts';
import { REPORT_FILES, REPORTS } from '../testing/report-files.ts';
import { understood } from '../testing/reports.ts';
import { unsaid } from '../testing/unsaid.ts';
import { LAYOUTS, withTotals } from './layouts.fixture.ts';
import { readAny } from './read-any.ts';
import type { Reading } from './reading.ts';

function read(text: string): Promise<Result<Reading>> {
  const bytes = strToU8(text);
  return inTimeLater(() => readAny({ name: 'a.html', bytes }, NODE_TOOLS));
}

/** Totals as printed that are not the sums of the cells as read, without anybody being told. */
function hiddenTotals({ report: raw }: Reading): readonly string[] {
  const report = understood(raw);
  const told = new Set(check(report, 'drafting').flatMap(({ cells }) => cells));
  return cellsOf(report.format).flatMap((cell) => {
    const printed = readFigure(raw.stated[cell.address] ?? '', cell);
    const sum = valueAt(report, cell.address);
    if (!cell.addends || printed.state !== 'known' || sum.state !== 'known') return [];
    return printed.value.eq(sum.value) || told.has(cell.address) ? [] : [cell.address];
  });
}

/** A refusal with its sentence, or a whole report; true for the latter. */
function expectWhole(result: Result<Reading>): result is { ok: true; value: Reading } {
  if (!result.ok) {
    expect(result.failure.problem).not.toBe('');
    expect(result.failure.advice).not.toBe('');
    return false;
  }
  const { report } = result.value;
  expect(rawReportSchema.safeParse(report)).toEqual({ success: true, data: report });
  expect(hiddenTotals(result.value)).toEqual([]);
  return true;
}

const PAGES = REPORTS.map((raw) => {
  const report = understood(raw);
  const paper = paperOf(report, { draftMark: raw.status !== 'final' });
  return writeReportHtml(report, [], { paper, css: '', look: {} });
});

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
}

/** How a page of ours is damaged: as text, in the file it carries, or after that was taken out. */
const WAYS = ['page', 'carried', 'stripped'] as const;
const CARRIED = /(<meta name="nianbaotong-report" content=")[^"]*/;

function damagedFile(which: number, way: (typeof WAYS)[number], all: readonly Stroke[]): string {
  const page = PAGES[which] ?? '';
  if (way === 'page') return damagedPage(page, all);
  if (way === 'stripped')
    return damagedPage(page.replace(CARRIED, '<meta name="x" content="'), all);
  const json = jsonText(damagedValue(REPORT_FILES[which], all), all[0] as Stroke);
  return page.replace(CARRIED, (_, head: string) => head + escaped(json));
}

/** The file a page carries, where a reader of our own would find it whole. */
function carriedBy(html: string): Parameters<typeof unsaid>[0] | undefined {
  const meta = NODE_TOOLS.parsePage(html).querySelector('meta[name="nianbaotong-report"]');
  const json = meta?.getAttribute('content');
  return json ? JSON.parse(json) : undefined;
}

test(`a damaged page of ours is refused, or is a whole report (seed ${SEED})`, async () => {
  let accepted = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.nat(PAGES.length - 1),
      fc.constantFrom(...WAYS),
      strokes,
      async (which, way, all) => {
        const html = damagedFile(which, way, all);
        const result = await read(html);
        if (!expectWhole(result)) return;
        accepted += 1;
        const isOurs = result.value.document.blocks.length === 0;
        const carried = isOurs ? carriedBy(html) : undefined;
        if (carried) expect(unsaid(carried, result.value.report)).toEqual([]);
      },
    ),
    runs(10_000, 90),
  );
  expect(accepted).toBeGreaterThan(10);
});

function figuresOf(format: typeof FORMAT_2021) {
  const entered = cellsOf(format).filter(isEntered);
  return withTotals(
    format,
    Object.fromEntries(entered.map(({ address }, at) => [address, String((at * 7) % 23)])),
  );
}

/** What a clipboard holds of a published report: its page, or its text. */
const PASTED = LAYOUTS.filter(({ file }) => /\.(?:html|txt|csv|md)$/.test(file)).flatMap(
  ({ print }) =>
    [FORMAT_2019, FORMAT_2021].map((format) => strFromU8(print(format, figuresOf(format)))),
);

test(`a damaged report that is pasted is refused, or is a whole report (seed ${SEED})`, async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(PASTED.length - 1), strokes, async (which, all) => {
      const text = PASTED[which] ?? '';
      const damaged = text.startsWith('<') ? damagedPage(text, all) : damagedText(text, all);
      expectWhole(await read(damaged));
    }),
    runs(2500, 60),
  );
});
