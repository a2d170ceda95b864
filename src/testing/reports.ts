/**
 * Reports for tests: the real figures carried by the project, empty ones, and random ones. Only
 * tests may import this folder.
 */
import fc from 'fast-check';
import city from '../../e2e/fixtures/city-2025.json';
import dadukou from '../../e2e/fixtures/dadukou-2019.json';
import type { AgencyType } from '../formats/agency.ts';
import { addressOf, cellAt, cellsOf, isEntered } from '../formats/cells.ts';
import type { Format } from '../formats/format.ts';
import { formatById, STATUTORY_FORMATS } from '../formats/registry.ts';
import { newReport, type RawReport } from '../report/raw-report.ts';
import { type Report, understand } from '../report/report.ts';

interface Fixture {
  readonly year: number;
  readonly tables: Readonly<
    Record<string, Readonly<Record<string, Readonly<Record<string, number | string | null>>>>>
  >;
}

export const CITY_2025: Fixture = city;
export const DADUKOU_2019: Fixture = dadukou;

/** The format a report is written in. */
export function formatOf(raw: RawReport): Format {
  const format = formatById(STATUTORY_FORMATS, raw.format);
  if (!format) throw new Error(`no format ${raw.format}`);
  return format;
}

/** An empty report of a year. */
export function emptyReport(year: number, type: AgencyType = 'municipalGovernment'): RawReport {
  const raw = newReport(STATUTORY_FORMATS, { name: '某市人民政府', type }, year);
  if (!raw) throw new Error(`no format for ${year}`);
  return raw;
}

/** A report with some cells filled. */
export function withCells(raw: RawReport, cells: Readonly<Record<string, string>>): RawReport {
  return { ...raw, cells: { ...raw.cells, ...cells } };
}

/** A report whose entered cells all hold 0. */
export function zeroReport(year: number, type?: AgencyType): RawReport {
  const raw = emptyReport(year, type);
  const entered = cellsOf(formatOf(raw)).filter(isEntered);
  return withCells(raw, Object.fromEntries(entered.map(({ address }) => [address, '0'])));
}

/** The entered figures of a fixture, typed into an empty report; its totals are left to be computed. */
export function reportOf(fixture: Fixture, type?: AgencyType): RawReport {
  const raw = emptyReport(fixture.year, type);
  const figures = Object.entries(fixture.tables).flatMap(([table, rows]) =>
    Object.entries(rows).flatMap(([row, columns]) =>
      Object.entries(columns).flatMap(([column, figure]) => {
        const address = addressOf(table, row, column);
        const cell = cellAt(formatOf(raw), address);
        return figure === null || !cell || !isEntered(cell)
          ? []
          : [[address, `${figure}`] as const];
      }),
    ),
  );
  return withCells(raw, Object.fromEntries(figures));
}

/** What a report says, in its own format. */
export function understood(raw: RawReport): Report {
  return understand(raw, formatOf(raw));
}

/** Texts as they get into cells: mostly figures, now and then blank, worded or wrong. */
export const cellTexts: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.nat(99_999).map(String) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('', '0', '１２', '1,259', '12件', '——', '无', '-3', '1.5'),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 12 }) },
);

/** Random reports of a year: any cell may hold any text, narratives are random too. */
export function reports(year: number): fc.Arbitrary<RawReport> {
  const raw = emptyReport(year);
  const addresses = cellsOf(formatOf(raw))
    .filter(isEntered)
    .map(({ address }) => address);
  return fc
    .record({
      cells: fc.dictionary(fc.constantFrom(...addresses), cellTexts, { maxKeys: addresses.length }),
      overview: fc.string({ unit: 'binary', maxLength: 80 }),
      preface: fc.string({ unit: 'grapheme', maxLength: 40 }),
      name: fc.string({ unit: 'grapheme', maxLength: 20 }),
    })
    .map(({ cells, overview, preface, name }) => ({
      ...raw,
      agency: { ...raw.agency, name },
      preface,
      narrative: { overview, problems: '', other: '' },
      cells: { ...cells },
    }));
}
