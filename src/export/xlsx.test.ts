import Big from 'big.js';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { cellsOf } from '../formats/cells.ts';
import { paperOf } from '../paper/paper.ts';
import type { RawReport } from '../report/raw-report.ts';
import { SAMPLE_2019 } from '../samples/sample-2019.ts';
import { SAMPLE_2021 } from '../samples/sample-2021.ts';
import { CITY_2025, reportOf, understood } from '../testing/reports.ts';
import { readXlsx, type SeenSheet, sheetsDifference } from './read-xlsx.ts';
import { cellName } from './sheet.ts';
import { writeXlsx } from './write-xlsx.ts';

const CITY = reportOf(CITY_2025);

function paperFor(raw: RawReport) {
  return paperOf(understood(raw), { draftMark: true });
}

function written(raw: RawReport) {
  return writeXlsx(understood(raw), paperFor(raw));
}

function sheetsFor(raw: RawReport): readonly SeenSheet[] {
  const sheets = readXlsx(written(raw));
  if (!sheets) throw new Error('no workbook');
  return sheets;
}

/** The stored value at a name; row 2 is the first of `rows`. */
function stored({ rows }: SeenSheet, name: string): string {
  const [, letter = '', row = ''] = /^([A-Z])(\d+)$/.exec(name) ?? [];
  return rows[Number(row) - 2]?.[letter.charCodeAt(0) - 65] ?? '';
}

function namesOf(ranges: string): readonly string[] {
  return ranges.split(',').flatMap((range) => {
    const [from = '', to = from] = range.split(':');
    const row = Number(from.slice(1));
    const first = from.charCodeAt(0) - 65;
    const length = to.charCodeAt(0) - 65 - first + 1;
    return Array.from({ length }, (_, at) => cellName(row, first + at));
  });
}

/** Excel's answer to the two kinds of formula we write, worked out from the stored values alone. */
function computed(sheet: SeenSheet, formula: string): string {
  const [, ranges = '', count = '', inner = ''] =
    /^IF\(COUNT\(([^)]*)\)=(\d+),(.*),""\)$/.exec(formula) ?? [];
  const numbers = namesOf(ranges).map((name) => stored(sheet, name));
  if (numbers.filter((text) => /^-?[\d.]+$/.test(text)).length !== Number(count)) return '';
  if (inner.startsWith('SUM')) {
    return numbers.reduce((sum, text) => sum.plus(text), new Big(0)).toFixed();
  }
  const [left = '', right = ''] = inner.slice(1, -1).split(')-(');
  const side = (names: string) =>
    names.split('+').reduce((sum, name) => sum.plus(stored(sheet, name)), new Big(0));
  return side(left).minus(side(right)).toFixed();
}

describe.each<[string, RawReport]>([
  ['a city of 2025', CITY],
  ['the sample of 2021', SAMPLE_2021],
  ['the sample of 2019, blanks and amounts in 元', SAMPLE_2019],
])('the workbook of %s', (_, raw) => {
  const sheets = sheetsFor(raw);

  test('shows the three tables of the paper with their merges', () => {
    expect(sheets).toHaveLength(3);
    expect(sheetsDifference(sheets, paperFor(raw))).toBeUndefined();
  });

  test('has a live formula for every total, and each gives the stored figure', () => {
    const totals = cellsOf(understood(raw).format).filter(({ addends }) => addends);
    const formulas = sheets.flatMap((sheet) =>
      [...sheet.formulas].map(([name, formula]) => [sheet, name, formula] as const),
    );
    const sums = formulas.filter(([, , formula]) => formula.includes('SUM('));
    expect(sums).toHaveLength(totals.length);
    for (const [sheet, name, formula] of formulas) {
      expect([name, computed(sheet, formula)]).toEqual([name, stored(sheet, name)]);
    }
  });
});

test('the balance stands below table three, one formula a column, and shows what is wrong', () => {
  const wrong = { ...CITY, cells: { ...CITY.cells, 'requests/carriedOut/enterprise': '7' } };
  const [, requests] = sheetsFor(wrong);
  const last = requests?.rows[requests.rows.length - 1] ?? [];
  expect(last[0]).toContain('勾稽');
  expect(last.slice(3)).toEqual(['0', '-1', '0', '0', '0', '0', '-1']);
});

test('words that look like a formula stay words', () => {
  const raw = {
    ...CITY,
    cells: { ...CITY.cells, 'requests/granted/research': '=HYPERLINK("http://x","y")' },
    notes: [{ cell: 'requests/granted/research', text: '=1+1' }],
  };
  const [, requests] = sheetsFor(raw);
  expect(requests?.rows.flat()).toContain('=HYPERLINK("http://x","y")');
  const formulas = [...(requests?.formulas.values() ?? [])];
  expect(formulas.filter((formula) => !formula.startsWith('IF(COUNT('))).toEqual([]);
  const xml = strFromU8(unzipSync(written(raw))['xl/styles.xml'] ?? new Uint8Array());
  expect(xml).toContain('quotePrefix="1"');
});

test('a figure that Excel would round is written as words', () => {
  const raw = {
    ...CITY,
    cells: { ...CITY.cells, 'proactive/fees/amount': '123456789012.345678' },
  };
  expect(sheetsFor(raw)[0]?.rows.flat()).toContain('123456789012.345678');
  expect(strFromU8(unzipSync(written(raw))['xl/worksheets/sheet1.xml']!)).toContain(
    '<t xml:space="preserve">123456789012.345678</t>',
  );
});

test('a figure changed in the file is found out', () => {
  const parts = unzipSync(written(CITY));
  const xml = strFromU8(parts['xl/worksheets/sheet2.xml']!);
  const changed = xml.replace('<v>5345</v>', '<v>5346</v>');
  expect(changed).not.toBe(xml);
  const sheets = readXlsx(
    Uint8Array.from(zipSync({ ...parts, 'xl/worksheets/sheet2.xml': strToU8(changed) })),
  );
  expect(sheetsDifference(sheets ?? [], paperFor(CITY))).toContain('（一）予以公开');
});
