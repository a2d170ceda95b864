import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { check } from '../checks/check.ts';
import { NODE_TOOLS } from '../cli/node-tools.ts';
import { infographicOf } from '../export/infographic.ts';
import { writePlainText } from '../export/plain-text.ts';
import { writeWebFragment } from '../export/web-fragment.ts';
import { writeDocx } from '../export/write-docx.ts';
import { writeXlsx } from '../export/write-xlsx.ts';
import { writeReportHtml } from '../file/write-html.ts';
import { writeReportJson } from '../file/write-json.ts';
import { cellsOf, isEntered } from '../formats/cells.ts';
import { paperOf } from '../paper/paper.ts';
import { figureText, type Report } from '../report/report.ts';
import { SAMPLE_2019 } from '../samples/sample-2019.ts';
import { SAMPLE_2021 } from '../samples/sample-2021.ts';
import { CITY_2025, reportOf, understood } from '../testing/reports.ts';
import { readAny } from './read-any.ts';

const css = readFileSync(new URL('../paper/paper.css', import.meta.url), 'utf8');
const text = (words: string) => new TextEncoder().encode(words);
const paper = (report: Report) => paperOf(report, { draftMark: false });

const FORMS: Readonly<Record<string, (report: Report) => Uint8Array>> = {
  'a.json': (report) => text(writeReportJson(report, check(report, 'drafting'))),
  'a.html': (report) => text(writeReportHtml(report, [], { paper: paper(report), css, look: {} })),
  'with a picture.html': (report) => {
    const look = { picture: infographicOf(report, paper(report), undefined) };
    return text(writeReportHtml(report, [], { paper: paper(report), css, look }));
  },
  'a.docx': (report) => writeDocx(paper(report)),
  'a.xlsx': (report) => writeXlsx(report, paper(report)),
  'fragment.html': (report) => text(writeWebFragment(paper(report))),
  'a.txt': (report) => text(writePlainText(paper(report))),
};

const REPORTS: readonly (readonly [string, Report])[] = [
  ['a city', understood({ ...reportOf(CITY_2025), narrative: SAMPLE_2021.narrative })],
  ['the sample of 2021', understood(SAMPLE_2021)],
  ['the sample of 2019', understood(SAMPLE_2019)],
];

function figuresOf(report: Report): readonly (readonly [string, number | undefined])[] {
  return cellsOf(report.format)
    .filter(isEntered)
    .map(({ address }) => {
      const text = figureText(report, address);
      return [address, text === undefined ? undefined : Number(text)];
    });
}

describe.each(Object.keys(FORMS))('our own %s', (name) => {
  test.each(REPORTS)('of %s is read back with every figure and every word', async (_, report) => {
    const bytes = FORMS[name]?.(report) ?? new Uint8Array();
    const read = await readAny({ name, bytes }, NODE_TOOLS);
    if (!read.ok) throw new Error(read.failure.problem);
    const back = understood(read.value.report);
    expect(back.raw).toMatchObject({ year: report.raw.year, format: report.raw.format });
    expect(figuresOf(back)).toEqual(figuresOf(report));
    if (name.endsWith('.xlsx')) return;
    const words = (raw: Report['raw']) =>
      ['overview', 'problems', 'other'].map((id) => (raw.narrative[id] ?? '').replace(/\s/g, ''));
    expect(words(back.raw)).toEqual(words(report.raw));
  });
});
