/**
 * A report file from outside as a report, or one sentence why not. Strict where the file speaks of
 * this format; figures the format has no cell for are kept as unplaced, so that a check shows them.
 */
import * as z from 'zod/mini';
import { type Cell, cellAt, cellsOf, isEntered } from '../formats/cells.ts';
import type { Format } from '../formats/format.ts';
import { type FormatRegistry, formatById, formatForYear } from '../formats/registry.ts';
import { readFigure } from '../report/figure.ts';
import { shortened } from '../report/graphemes.ts';
import type { RawReport } from '../report/raw-report.ts';
import { figureText, understand } from '../report/report.ts';
import { failure, type Result, success } from '../report/result.ts';
import { STATE_RULES } from '../report/status.ts';
import { brokenSeal } from './broken-seal.ts';
import { withoutReading } from './reading-member.ts';
import {
  FILE_KIND,
  FILE_VERSION,
  type FileFigure,
  fromReportFile,
  type ReportFile,
  reportFileSchema,
} from './report-file.ts';
import { FORBIDDEN_KEYS, parseSafely } from './safe-json.ts';
import { editedParts } from './seal.ts';

const UNCHANGED = '现有草稿没有改动。';

const headSchema = z.object({
  kind: z.literal(FILE_KIND),
  version: z.int(),
  format: z.string(),
});

const figure = z.union([z.number(), z.string(), z.null()]);
const looseSchema = z.looseObject({
  tables: z.record(z.string(), z.record(z.string(), z.record(z.string(), figure))),
  unplaced: z.array(z.object({ cell: z.string(), text: z.string() })),
});

type Loose = z.infer<typeof looseSchema>;
type Issue = z.core.$ZodIssue;

/** Moves figures at addresses the format lacks out of the tables, so that the rest can be strict. */
function setUnplacedApart(file: Loose, format: Format): Loose {
  const unplaced = [...file.unplaced];
  const tables = Object.fromEntries(
    Object.entries(file.tables).flatMap(([table, rows]) => {
      const known = Object.entries(rows).flatMap(([row, columns]) => {
        const own = Object.entries(columns).filter(([column, value]) => {
          const cell = `${table}/${row}/${column}`;
          if (cellAt(format, cell)) return true;
          unplaced.push({ cell, text: String(value ?? '') });
          return false;
        });
        return own.length > 0 ? [[row, Object.fromEntries(own)] as const] : [];
      });
      return known.length > 0 ? [[table, Object.fromEntries(known)] as const] : [];
    }),
  );
  return { ...file, tables, unplaced: unplaced.filter(({ text }) => text.trim() !== '') };
}

function refuse(problem: string): Result<never> {
  return failure(problem, `向出具文件的单位核实，或重新导出。${UNCHANGED}`);
}

function strictFile(value: unknown, format: Format): Result<ReportFile> {
  const loose = looseSchema.safeParse(value);
  if (!loose.success) return refuse('文件缺少表格数据');
  const parsed = reportFileSchema(format).safeParse(setUnplacedApart(loose.data, format));
  if (parsed.success) {
    const wrong = contradiction(parsed.data, format);
    if (wrong === undefined) return success(parsed.data);
    return refuse(`文件的“${cellAt(format, wrong)?.name ?? wrong}”这一项前后不一致`);
  }
  return refuse(misfit(parsed.error.issues[0], format));
}

const LONGEST_NAME = 40;

/** A member's name as a sentence can show it, whatever somebody called it. */
function shownName(name: PropertyKey): string {
  const text = String(name);
  if (text.trim() === '') return '（没有名字）';
  return shortened(text, LONGEST_NAME);
}

/** What does not fit the schema, in one sentence that names the member. */
function misfit(issue: Issue | undefined, format: Format): string {
  const path = issue?.path ?? [];
  if (issue?.code === 'unrecognized_keys') {
    const member = [...path, ...issue.keys.slice(0, 1)].map(shownName).join(' › ');
    return `文件里有不认识的“${member}”这一项`;
  }
  const cell = cellAt(format, path.slice(1).map(String).join('/'));
  return `文件的“${cell?.name ?? path.map(shownName).join(' › ')}”这一项不合规格`;
}

/** True where a text means the figure that stands in the table, or both are none. */
function isSaid(text: string, figure: FileFigure, cell: Cell): boolean {
  const read = readFigure(text, cell);
  return read.state === 'known' ? figure !== null && read.value.eq(figure) : figure === null;
}

/**
 * The first cell of which a list beside the tables says what cannot be: a cell that stands in it twice,
 * that belongs in another list, or that has another figure in its table. Taken on trust, such a list
 * would put its figure in the place of the one everybody sees.
 */
function contradiction(file: ReportFile, format: Format): string | undefined {
  const { asTyped, stated, unplaced } = file;
  const twice = [asTyped, stated, unplaced].flatMap((list) =>
    list.filter(({ cell }, at) => list.findIndex((one) => one.cell === cell) !== at),
  );
  const forbidden = unplaced.filter(({ cell }) => FORBIDDEN_KEYS.has(cell));
  const misplaced = [
    ...unplaced.filter(({ cell }) => cellAt(format, cell)),
    ...stated.filter(({ cell }) => !cellAt(format, cell)),
  ];
  const untrue = asTyped.filter(({ cell: address, text }) => {
    const cell = cellAt(format, address);
    if (!cell || !isEntered(cell)) return true;
    return !isSaid(text, file.tables[cell.table.id]?.[cell.row.id]?.[cell.column.id] ?? null, cell);
  });
  return [...twice, ...forbidden, ...misplaced, ...untrue][0]?.cell;
}

/** Totals in the file that are not the sums of its cells: kept as stated, for the checks to show. */
function wrongTotals(file: ReportFile, raw: RawReport, format: Format): Record<string, string> {
  const report = understand(raw, format);
  return Object.fromEntries(
    cellsOf(format).flatMap(({ address, table, row, column, addends }) => {
      const stated = file.tables[table.id]?.[row.id]?.[column.id] ?? null;
      if (!addends || stated === null || String(stated) === figureText(report, address)) return [];
      return [[address, String(stated)] as const];
    }),
  );
}

function reportOf(file: ReportFile, format: Format): RawReport {
  const raw = fromReportFile(file, format);
  return { ...raw, stated: { ...raw.stated, ...wrongTotals(file, raw, format) } };
}

/** Sealed by its state, or by its last step: whoever edits a 定稿 may edit its state first. */
function isSealed({ status, steps = [] }: RawReport): boolean {
  const last = steps[steps.length - 1];
  return STATE_RULES[status].isSealed || (last !== undefined && STATE_RULES[last.status].isSealed);
}

/**
 * Reads the parsed JSON of a report file, or of a line of `npm run read` that holds one; a broken seal
 * is a failure that carries what was read.
 */
export function readReportValue(given: unknown, formats: FormatRegistry): Result<RawReport> {
  const isObject = typeof given === 'object' && given !== null;
  const value = isObject ? withoutReading(given) : given;
  const head = headSchema.safeParse(value);
  if (!head.success) {
    return failure('这不是年报通的上报文件', `选择由年报通导出的 JSON 或 HTML 文件。${UNCHANGED}`);
  }
  if (head.data.version > FILE_VERSION) {
    return failure('文件由新版年报通导出，这一版读不了', `换用新版年报通打开。${UNCHANGED}`);
  }
  const format = formatById(formats, head.data.format);
  if (!format) {
    return failure(`文件的统计格式“${head.data.format}”不认识`, `换用新版年报通打开。${UNCHANGED}`);
  }
  const file = strictFile(value, format);
  if (!file.ok) return file;
  if (formatForYear(formats, file.value.year)?.id !== format.id) {
    return refuse(`文件的报告年度 ${file.value.year} 与统计格式“${format.name}”不符`);
  }
  const raw = reportOf(file.value, format);
  const parts = editedParts(value as object, file.value, format);
  return isSealed(raw) && parts.length > 0 ? brokenSeal(raw, parts, file.value) : success(raw);
}

/** Reads the text of a report file. Changes nothing; every refusal is one sentence. */
export function readReportJson(text: string, formats: FormatRegistry): Result<RawReport> {
  const parsed = parseSafely(text);
  return parsed.ok ? readReportValue(parsed.value, formats) : parsed;
}
