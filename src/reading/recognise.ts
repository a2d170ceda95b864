/**
 * A document made a report: its tables by their printed words, its sections by their headings.
 * Nothing is repaired: totals stay as stated, a figure that cannot be told stays blank and is said
 * to be uncertain. Deterministic; knows no file type.
 */
import { addressOf, type Cell, type CellAddress, cellAt, cellsOf } from '../formats/cells.ts';
import type { Format } from '../formats/format.ts';
import { type FormatRegistry, formatForYear } from '../formats/registry.ts';
import { readFigure } from '../report/figure.ts';
import type { RawReport } from '../report/raw-report.ts';
import { figureText, understand } from '../report/report.ts';
import { failure, type Result, success } from '../report/result.ts';
import { agencyTypeOf } from './agency-type.ts';
import { type Line, linesOf } from './lines.ts';
import { isFurniture } from './page-furniture.ts';
import type { ReportDocument } from './readers/document.ts';
import type { Reading } from './reading.ts';
import { type Sections, sectionsOf } from './sections.ts';
import { amountUnits, withUnit } from './tables/amount-unit.ts';
import { printedTables } from './tables/printed-tables.ts';
import { readTables } from './tables/read-tables.ts';
import type { CellReading } from './tables/settle-rows.ts';
import type { ReadTable } from './tables/table-items.ts';
import { tableRegions } from './tables/table-regions.ts';
import { announcedAgency, type TitleMatter, titleMatter, yearFromText } from './title-matter.ts';

type CellReadings = Record<CellAddress, CellReading>;

/** Cells of several tables by address; the unit a column head states goes with its figures. */
function cellsByAddress(tables: readonly ReadTable[], lines: readonly Line[]): CellReadings {
  const units = amountUnits(lines);
  const cells: CellReadings = {};
  for (const { table, format, cells: rows } of tables) {
    for (const [row, columns] of rows) {
      for (const [column, reading] of columns) {
        const address = addressOf(table, row, column);
        cells[address] = withUnit(reading, cellAt(format, address), units);
      }
    }
  }
  return cells;
}

/** The cell of an address in the format its table was printed in. */
function cellOfPrinted(address: string, tables: readonly ReadTable[]): Cell | undefined {
  return tables.map(({ format }) => cellAt(format, address)).find((cell) => cell !== undefined);
}

/** The format a report is written in: that of its table two, which tells them apart most clearly. */
function formatOf(tables: readonly ReadTable[], expected: Format): Format {
  const byId = (id: string) => tables.find(({ table }) => table === id);
  return (byId('proactive') ?? byId('requests'))?.format ?? expected;
}

interface Parts {
  readonly format: Format;
  readonly title: TitleMatter;
  readonly year: number;
  readonly sections: Sections;
  readonly cells: CellReadings;
  /** The body's name where the title lacks it: as announced in the preface, or as signed. */
  readonly otherName: string;
}

function isKept({ certainty, text }: CellReading): boolean {
  return certainty !== 'uncertain' && text !== '';
}

function reportWithoutTotals({
  format,
  title,
  year,
  sections,
  cells,
  otherName,
}: Parts): RawReport {
  const agency = title.agency || otherName;
  const kept = Object.entries(cells).filter(
    ([address, reading]) => isKept(reading) && cellAt(format, address)?.addends === undefined,
  );
  return {
    format: format.id,
    year,
    agency: { name: agency, type: agencyTypeOf(agency) },
    status: 'draft',
    title: title.title,
    preface: sections.preface,
    narrative: sections.narrative,
    cells: Object.fromEntries(kept.map(([address, { text }]) => [address, text])),
    stated: {},
    notes: Object.entries(cells).flatMap(([cell, { note }]) =>
      note === '' ? [] : [{ cell, text: note }],
    ),
    explanations: [],
    remarks: [],
    signature: { name: sections.signature.name, date: sections.signature.date },
  };
}

/** Totals as printed. */
function statedTotals(
  cells: CellReadings,
  tables: readonly ReadTable[],
): Record<CellAddress, string> {
  return Object.fromEntries(
    Object.entries(cells).flatMap(([address, reading]) => {
      const cell = cellOfPrinted(address, tables);
      return cell?.addends && isKept(reading) ? [[address, reading.text] as const] : [];
    }),
  );
}

/** A report keeps the stated totals that its cells do not give. */
function withStated(raw: RawReport, format: Format, stated: Record<string, string>): RawReport {
  const report = understand(raw, format);
  const kept = Object.entries(stated).filter(([address, text]) => {
    const cell = cellAt(format, address);
    if (!cell) return false;
    const figure = readFigure(text, cell);
    return figure.state !== 'known' || figure.text !== figureText(report, address);
  });
  return { ...raw, stated: Object.fromEntries(kept) };
}

function missingParts(parts: Parts, yearFound: boolean): readonly string[] {
  const { format, title, sections, cells, otherName } = parts;
  const fields = [
    ...(title.agency || otherName ? [] : ['agency.name']),
    ...(yearFound ? [] : ['year']),
    ...format.sections.flatMap(({ id, kind }) =>
      kind === 'narrative' && !sections.narrative[id] ? [`narrative.${id}`] : [],
    ),
  ];
  const addresses = cellsOf(format)
    .filter(({ address }) => cells[address] === undefined)
    .map(({ address }) => address);
  return [...fields, ...addresses];
}

function proposedParts({ title, sections, otherName }: Parts): readonly string[] {
  return [
    'agency.type',
    ...(!title.agency && otherName ? ['agency.name'] : []),
    ...sections.byPlace.map((section) => `narrative.${section}`),
  ];
}

/** A report shows one of its tables, or its title and a heading. */
function isReport(
  lines: readonly Line[],
  tables: readonly ReadTable[],
  title: TitleMatter,
): boolean {
  if (tables.some(({ cells }) => cells.size > 0)) return true;
  const headings = new Set(
    lines.flatMap((line) => (line.kind === 'text' ? (line.heading ?? []) : [])),
  );
  const isTitled = title.year !== undefined || headings.size > 0;
  const speaks = lines.some(({ compact }) => /依申请公开|主动公开/.test(compact));
  return headings.size >= 3 || (title.title !== '' && isTitled && speaks);
}

/** The report in a document, or one sentence why there is none. */
export function recognise(document: ReportDocument, formats: FormatRegistry): Result<Reading> {
  const lines = linesOf(document, formats);
  const regions = tableRegions(lines);
  const firstTable = Math.min(
    ...[regions.proactive, regions.requests, regions.disputes].map(
      (one) => one?.from ?? lines.length,
    ),
  );
  const title = titleMatter(lines, firstTable, document.title ?? '');
  const year = title.year ?? yearFromText(lines);
  const latest = formats[formats.length - 1];
  const expected = (year === undefined ? undefined : formatForYear(formats, year)) ?? latest;
  if (!expected) return failure('没有可用的统计格式', '更新年报通。');
  const { tables, rivals } = readTables({ formats, lines, expected }, regions);
  if (!isReport(lines, tables, title)) {
    return failure(
      '没有找到政府信息公开工作年度报告的内容',
      '确认打开的是年报正文；扫描件或图片里的表格读不出来。',
    );
  }
  const format = formatOf(tables, expected);
  const cells = cellsByAddress(tables, lines);
  const sections = sectionsOf(lines, regions, format, {
    titleLines: title.lines,
    agency: title.agency,
    wrapped: document.wrapped,
  });
  const otherName = announcedAgency(lines) || sections.signature.name;
  const parts = { format, title, year: year ?? format.years.from, sections, cells, otherName };
  const stated = statedTotals(cells, tables);
  return success({
    document,
    report: withStated(reportWithoutTotals(parts), format, stated),
    cells,
    stated,
    printed: printedTables(cells, (address) => cellOfPrinted(address, tables), format),
    missing: missingParts(parts, year !== undefined),
    notUnderstood: tables.flatMap(({ strays }) => strays),
    setAside: lines.filter(isFurniture).map(({ text }) => text.trim()),
    proposed: proposedParts(parts),
    leftOut: document.leftOut ?? [],
    rivals,
  });
}
