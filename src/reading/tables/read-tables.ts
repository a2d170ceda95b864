/**
 * The three tables of a document: which printed form each follows, the rows found in it, and what
 * every cell holds. A table may follow the form of another year than its neighbour.
 */
import { leafRows } from '../../formats/cells.ts';
import type { Format } from '../../formats/format.ts';
import type { FormatRegistry } from '../../formats/registry.ts';
import type { Line } from '../lines.ts';
import { compact } from '../readers/plain-text.ts';
import { inFormOrder } from './column-order.ts';
import { readDisputes } from './disputes-table.ts';
import { type FigureRow, isLone, type TableItem } from './figure-rows.ts';
import { isNoise, textPieces } from './figure-tokens.ts';
import { placeRows } from './place-rows.ts';
import { type WithRivals, withRivals } from './rival-tables.ts';
import { isComplete, settleRows } from './settle-rows.ts';
import { soleTotals } from './sole-totals.ts';
import { itemsOf, type ReadTable, strayTexts } from './table-items.ts';
import type { Region, TableId, TableRegions } from './table-regions.ts';
import { type TableWords, tableOf, tableWords } from './table-words.ts';

/** Rows that a table has in this format and in no other. */
function ownRows(formats: FormatRegistry, format: Format, tableId: string): readonly string[] {
  const rowsOf = (one: Format) =>
    (tableOf(one, tableId)?.blocks ?? []).flatMap(({ rows }) =>
      leafRows(rows).map(({ row }) => row.id),
    );
  const others = new Set(formats.filter((one) => one !== format).flatMap(rowsOf));
  return rowsOf(format).filter((row) => !others.has(row));
}

function columnLabels(format: Format, tableId: string): readonly string[] {
  return (tableOf(format, tableId)?.blocks ?? []).flatMap(({ columns }) =>
    columns.flatMap((column) => ('columns' in column ? [] : [compact(column.label)])),
  );
}

/** The format whose column heads a table shows most of; undefined where it shows none. */
function formatByHeads(formats: FormatRegistry, tableId: string, text: string): Format | undefined {
  const scored = formats.map((format) => ({
    format,
    score: columnLabels(format, tableId).filter((label) => text.includes(label)).length,
  }));
  const best = scored.reduce((one, other) => (other.score > one.score ? other : one), scored[0]!);
  return best.score > 0 ? best.format : undefined;
}

/** The format to whose rows alone the labels of a table belong. */
function formatByRows(
  formats: FormatRegistry,
  tableId: string,
  items: readonly TableItem[],
): Format | undefined {
  const figured = items.filter((item): item is FigureRow => !isLone(item));
  const isSeen = (rows: readonly string[], among: readonly TableItem[]) =>
    rows.some((row) => among.some((item) => item.row === row));
  const own = formats.map((format) => ({ format, rows: ownRows(formats, format, tableId) }));
  // A label without figures may be a group's: （六）其他处理 heads three rows in one form.
  const several = own.find(({ rows }) => rows.length > 1 && isSeen(rows, items));
  return (several ?? own.find(({ rows }) => isSeen(rows, figured)))?.format;
}

interface Source {
  readonly formats: FormatRegistry;
  readonly lines: readonly Line[];
  /** The format of the report's year, for what the tables leave open. */
  readonly expected: Format;
}

function regionText(lines: readonly Line[]): string {
  return lines.map((line) => line.compact).join('');
}

function linesIn({ lines }: Source, region: Region): readonly Line[] {
  return lines.slice(region.from, region.to);
}

/** No table of a report has as many rows; what has is some other list of figures. */
const MOST_ITEMS = 1000;

/** The rows of a table, or none where they stand otherwise than in any form. */
function readableItems(
  lines: readonly Line[],
  words: TableWords,
): readonly TableItem[] | undefined {
  const items = inFormOrder(lines, words) ? itemsOf(lines, words) : undefined;
  return items && items.length <= MOST_ITEMS ? items : undefined;
}

/** Lines with figures of a table whose columns stand otherwise than in the form: none is read. */
function figureLines(lines: readonly Line[]): readonly string[] {
  return lines
    .filter(({ text }) => textPieces(text, 0).some((piece) => !isNoise(piece)))
    .map(({ text }) => text);
}

function readRequests(source: Source, region: Region): ReadTable & { readonly complete: boolean } {
  const { formats, expected } = source;
  const lines = linesIn(source, region);
  const first = tableWords(formats, expected, 'requests')!;
  const found = readableItems(lines, first);
  const items = found ?? [];
  const format = formatByRows(formats, 'requests', items) ?? expected;
  const words = tableWords(formats, format, 'requests')!;
  const placement = soleTotals(placeRows(items, words), words);
  const cells = settleRows(placement, words, false);
  return {
    table: 'requests',
    format,
    cells,
    strays: found ? strayTexts(placement) : figureLines(lines),
    complete: isComplete(cells, words),
  };
}

function readProactive(source: Source, region: Region, isWithoutGaps: boolean): ReadTable {
  const { formats, expected } = source;
  const lines = linesIn(source, region);
  const text = regionText(lines);
  const format = formatByHeads(formats, 'proactive', text) ?? expected;
  const words = tableWords(formats, format, 'proactive')!;
  const items = readableItems(lines, words);
  const placement = placeRows(items ?? [], words);
  return {
    table: 'proactive',
    format,
    cells: settleRows(placement, words, isWithoutGaps),
    strays: items ? strayTexts(placement) : figureLines(lines),
  };
}

function readKind(
  source: Source,
  table: TableId,
  region: Region,
  isWithoutGaps: boolean,
): ReadTable {
  if (table === 'requests') return readRequests(source, region);
  if (table === 'proactive') return readProactive(source, region, isWithoutGaps);
  const lines = linesIn(source, region);
  return readDisputes(lines, source.formats, source.expected, isWithoutGaps);
}

/** All tables of a document that can be found, and those that stand in it more than once. */
export function readTables(source: Source, regions: TableRegions): WithRivals {
  const { proactive, requests, disputes } = regions;
  const three = requests && readRequests(source, requests);
  const isWithoutGaps = three?.complete ?? false;
  const two = proactive && readKind(source, 'proactive', proactive, isWithoutGaps);
  const four = disputes && readKind(source, 'disputes', disputes, isWithoutGaps);
  const tables = [two, three, four].filter((table): table is ReadTable => table !== undefined);
  return withRivals(source.lines, tables, (table, region) =>
    readKind(source, table, region, isWithoutGaps),
  );
}
