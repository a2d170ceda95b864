/**
 * The report file (上报文件): its shape per format, and the way from a report into it and back. The
 * shape is derived from the format's cells, so that a new format has its schema for nothing.
 *
 * Computed cells are written with the rest; blank is null; counts are integers, amounts decimal text.
 * What cannot be said in `tables` stands beside it: `asTyped`, `stated`, `unplaced`.
 */
import * as z from 'zod/mini';
import { countFindings, type Finding, messageOf } from '../checks/finding.ts';
import {
  addressParts,
  type Cell,
  type CellAddress,
  cellAt,
  cellsOf,
  isEntered,
} from '../formats/cells.ts';
import type { Format } from '../formats/format.ts';
import { agencyName, type RawReport, standardTitle, titleOf } from '../report/raw-report.ts';
import {
  agencySchema,
  annotationSchemas,
  statusSchema,
  yearSchema,
} from '../report/raw-report-schema.ts';
import { figureText, type Report } from '../report/report.ts';
import { digestOf } from './digest.ts';
import { type Parts, partsOf } from './seal.ts';

/** What a report file says it is. */
export const FILE_KIND = 'gov-information-disclosure-annual-report';
/** Version 2 knows 已公布 and 更正版, and the fingerprints of the parts. */
export const FILE_VERSION = 2;
/** The versions this program reads. */
export const READABLE_VERSIONS = [1, FILE_VERSION] as const;

const LARGEST_COUNT = 999_999_999_999_999;
const DECIMAL = /^\d{1,12}(\.\d{1,6})?$/;
const DIGEST = /^sha256-[0-9a-f]{64}$/;

/** A text typed in a cell that is no figure. */
export interface CellText {
  readonly cell: string;
  readonly text: string;
}

/** A figure in a file: a count as a number, an amount as its text; null where there is no figure. */
export type FileFigure = number | string | null;

/** The figures of a file by table, row and column. */
export type FileTables = Readonly<
  Record<string, Readonly<Record<string, Readonly<Record<string, FileFigure>>>>>
>;

/** What was found when the file was written: counts by severity, and the list. */
export interface FileFindings {
  readonly error: number;
  readonly reminder: number;
  readonly hint: number;
  readonly unfilled: number;
  readonly list: readonly {
    readonly rule: string;
    readonly severity: Finding['severity'];
    readonly section: string;
    readonly cells: readonly string[];
    readonly message: string;
  }[];
}

/** The report as its file holds it, for people and programs outside. */
export type ReportFile = Pick<
  RawReport,
  | 'year'
  | 'agency'
  | 'status'
  | 'preface'
  | 'notes'
  | 'explanations'
  | 'remarks'
  | 'steps'
  | 'signature'
> & {
  readonly kind: typeof FILE_KIND;
  readonly version: (typeof READABLE_VERSIONS)[number];
  readonly format: string;
  readonly title: string;
  readonly narrative: Readonly<Record<string, string>>;
  readonly tables: FileTables;
  /** Entered cells whose text is not the plain figure: 12件, １２, ——. */
  readonly asTyped: readonly CellText[];
  /** Totals a document stated, beside the computed ones in `tables`. */
  readonly stated: readonly CellText[];
  /** Figures the format has no cell for. */
  readonly unplaced: readonly CellText[];
  readonly findings: FileFindings;
  readonly digest: string;
  /** Fingerprints of the parts; missing in files of version 1. */
  readonly parts?: Parts | undefined;
};

function figureSchema({ kind }: Cell): z.ZodMiniType<FileFigure> {
  if (kind === 'amount') return z.nullable(z.string().check(z.regex(DECIMAL)));
  const smallest = kind === 'signedCount' ? -LARGEST_COUNT : 0;
  return z.nullable(z.int().check(z.minimum(smallest), z.maximum(LARGEST_COUNT)));
}

/** Groups entries into objects of objects by the parts of their addresses. */
function nested<Leaf>(
  entries: readonly (readonly [CellAddress, Leaf])[],
): Record<string, Record<string, Record<string, Leaf>>> {
  const tables: Record<string, Record<string, Record<string, Leaf>>> = {};
  for (const [address, leaf] of entries) {
    const { table, row, column } = addressParts(address);
    const rows = tables[table] ?? {};
    rows[row] = { ...rows[row], [column]: leaf };
    tables[table] = rows;
  }
  return tables;
}

function tablesSchema(format: Format) {
  const tables = nested(cellsOf(format).map((cell) => [cell.address, figureSchema(cell)] as const));
  return z.strictObject(
    mapValues(tables, (rows) => z.strictObject(mapValues(rows, (row) => z.strictObject(row)))),
  );
}

function mapValues<In, Out>(
  record: Readonly<Record<string, In>>,
  map: (value: In) => Out,
): Record<string, Out> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}

const cellTexts = z.array(z.strictObject({ cell: z.string(), text: z.string() }));
const severity = z.enum(['error', 'reminder', 'hint', 'unfilled']);
const count = z.int().check(z.minimum(0));

const findingsSchema = z.strictObject({
  error: count,
  reminder: count,
  hint: count,
  unfilled: count,
  list: z.array(
    z.strictObject({
      rule: z.string(),
      severity,
      section: z.string(),
      cells: z.array(z.string()),
      message: z.string(),
    }),
  ),
});

const digest = z.string().check(z.regex(DIGEST));

/** The schema of the file of one format. */
export function reportFileSchema(format: Format) {
  const narrative = format.sections.filter(({ kind }) => kind === 'narrative');
  return z.strictObject({
    kind: z.literal(FILE_KIND),
    version: z.literal(READABLE_VERSIONS),
    format: z.literal(format.id),
    year: yearSchema,
    agency: agencySchema,
    status: statusSchema,
    title: z.string(),
    preface: z.string(),
    narrative: z.strictObject(
      Object.fromEntries(narrative.map(({ id }) => [id, z.string()] as const)),
    ),
    tables: tablesSchema(format),
    asTyped: cellTexts,
    stated: cellTexts,
    unplaced: cellTexts,
    ...annotationSchemas,
    findings: findingsSchema,
    digest,
    parts: z.optional(z.record(z.string(), digest)),
  });
}

function fileFigure(report: Report, cell: Cell): FileFigure {
  const text = figureText(report, cell.address);
  if (text === undefined) return null;
  return cell.kind === 'amount' ? text : Number(text);
}

function typedOtherwise(report: Report): readonly CellText[] {
  return cellsOf(report.format)
    .filter(isEntered)
    .map(({ address }) => ({ cell: address, text: report.raw.cells[address] ?? '' }))
    .filter(({ cell, text }) => text !== (figureText(report, cell) ?? ''));
}

function fileFindings(findings: readonly Finding[]): FileFindings {
  return {
    ...countFindings(findings),
    list: findings.map((finding) => ({
      rule: finding.rule,
      severity: finding.severity,
      section: finding.section,
      cells: finding.cells,
      message: messageOf(finding),
    })),
  };
}

/** The file of a report with what the checks said of it; `version` only to tell an older fingerprint. */
export function toReportFile(
  report: Report,
  findings: readonly Finding[],
  version: ReportFile['version'] = FILE_VERSION,
): ReportFile {
  const { raw, format } = report;
  const narrative = format.sections.filter(({ kind }) => kind === 'narrative');
  const stated = Object.entries(raw.stated).filter(([address]) => cellAt(format, address));
  const file = {
    kind: FILE_KIND,
    version,
    format: format.id,
    year: raw.year,
    agency: raw.agency,
    status: raw.status,
    title: titleOf(raw),
    preface: raw.preface,
    narrative: Object.fromEntries(narrative.map(({ id }) => [id, raw.narrative[id] ?? ''])),
    tables: nested(
      cellsOf(format).map((cell) => [cell.address, fileFigure(report, cell)] as const),
    ),
    asTyped: typedOtherwise(report),
    stated: stated.map(([cell, text]) => ({ cell, text })),
    unplaced: report.unplaced.map(([cell, text]) => ({ cell, text })),
    notes: raw.notes,
    explanations: raw.explanations,
    remarks: raw.remarks,
    steps: raw.steps,
    signature: raw.signature,
    findings: fileFindings(findings),
  } as const;
  return { ...file, digest: digestOf(file), parts: partsOf(file) };
}

/** A text of nothing says nothing of its cell: a blank cell has no text at all. */
function textByCell(texts: readonly CellText[]): Record<string, string> {
  const said = texts.filter(({ text }) => text !== '');
  return Object.fromEntries(said.map(({ cell, text }) => [cell, text]));
}

function enteredTexts(file: ReportFile, format: Format): Record<string, string> {
  return Object.fromEntries(
    cellsOf(format).flatMap(({ address, table, row, column, addends }) => {
      const figure = file.tables[table.id]?.[row.id]?.[column.id] ?? null;
      return addends || figure === null ? [] : [[address, String(figure)] as const];
    }),
  );
}

/** The report a file holds, as it was typed. */
export function fromReportFile(file: ReportFile, format: Format): RawReport {
  const { year, agency, status, preface, narrative, notes, explanations, remarks, signature } =
    file;
  const { steps } = file;
  const isStandard = file.title === standardTitle(agencyName({ agency }), year);
  const cells = { ...enteredTexts(file, format), ...textByCell(file.asTyped) };
  return {
    format: format.id,
    year,
    agency,
    status,
    title: isStandard ? '' : file.title,
    preface,
    narrative,
    cells: { ...cells, ...textByCell(file.unplaced) },
    stated: textByCell(file.stated),
    notes,
    explanations,
    remarks,
    ...(steps ? { steps } : {}),
    signature,
  };
}

/** A report in the one form in which two that say the same are equal. */
export function normalized(raw: RawReport, format: Format): RawReport {
  const filled = (texts: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''));
  const isStandard = titleOf(raw) === standardTitle(agencyName(raw), raw.year);
  const narrative = format.sections.flatMap(({ id, kind }) =>
    kind === 'narrative' ? [[id, raw.narrative[id] ?? ''] as const] : [],
  );
  return {
    ...raw,
    title: isStandard ? '' : raw.title.trim(),
    narrative: Object.fromEntries(narrative),
    cells: filled(raw.cells),
    stated: filled(raw.stated),
  };
}
