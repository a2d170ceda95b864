/**
 * 表四, which the form prints as one strip of fifteen figures and others as rows or columns. The
 * strip is read only whole; rows and columns are read by their labels.
 */
import { leafRows } from '../../formats/cells.ts';
import type { Format } from '../../formats/format.ts';
import type { FormatRegistry } from '../../formats/registry.ts';
import type { GridLine, Line } from '../lines.ts';
import { cellsInRow } from '../readers/document.ts';
import { compact } from '../readers/plain-text.ts';
import { cutDigits, type LineSum, mayHoldBlanks } from './cut-digits.ts';
import { hasLeadingNought, mayBeGlued, type PrintedFigure, type TableItem } from './figure-rows.ts';
import { holdsFigure, isFigureText, isNoise, textPieces } from './figure-tokens.ts';
import { gridRows } from './grid-rows.ts';
import { placeRows } from './place-rows.ts';
import { type CellReading, settleRows, type TableReading } from './settle-rows.ts';
import { itemsOf, type ReadTable, strayTexts } from './table-items.ts';
import { type TableWords, tableWords } from './table-words.ts';
import type { RowWords } from './vocabulary.ts';

const TABLE = 'disputes';

interface Strip {
  readonly figures: readonly PrintedFigure[];
  readonly source: string;
}

/** Runs of figures in running text with nothing between them. */
function textStrips(text: string): readonly Strip[] {
  const strips: PrintedFigure[][] = [[]];
  for (const piece of textPieces(text, 0)) {
    if (isNoise(piece)) strips.push([]);
    else strips[strips.length - 1]!.push({ text: piece.text, note: piece.note });
  }
  return strips
    .filter((figures) => figures.length > 0)
    .map((figures) => ({ figures, source: figures.map(({ text }) => text).join(' ') }));
}

/** A row of a grid that holds figures and nothing else, blanks kept where columns are true. */
function rowStrip(line: GridLine, width: number): Strip | undefined {
  const cells = cellsInRow(line.grid, line.row);
  if (!cells.every(({ text }) => isFigureText(text))) return undefined;
  const filled = cells.filter(({ text }) => text.trim() !== '');
  if (filled.length === 0 && cells.length !== width) return undefined;
  const taken = cells.length === width ? cells : filled;
  const figures = taken.map(({ text }) => ({ text: text.trim(), note: '' }));
  return { figures, source: line.text };
}

function stripsOf(lines: readonly Line[], width: number): readonly Strip[] {
  const strips: Strip[] = [];
  let text: string[] = [];
  const close = () => {
    strips.push(...textStrips(text.join('\n')));
    text = [];
  };
  for (const line of lines) {
    if (line.kind === 'text') text.push(line.text);
    else {
      close();
      const strip = rowStrip(line, width);
      const isFrame = cellsInRow(line.grid, line.row).length === 1;
      strips.push(...(strip ? [strip] : isFrame ? textStrips(line.text) : []));
    }
  }
  close();
  return strips;
}

/** A row of nothing but blanks is the strip only where no row holds figures. */
function filledFirst(strips: readonly Strip[]): readonly Strip[] {
  const filled = strips.filter(({ figures }) => figures.some(({ text }) => text !== ''));
  return filled.length > 0 ? filled : strips.slice(-1);
}

function uncertain(source: string): CellReading {
  return { certainty: 'uncertain', text: '', note: '', source };
}

/** The figures of a strip with their certainty; undefined where it cannot be a whole strip. */
function readStrip(
  { figures, source }: Strip,
  width: number,
  sums: readonly LineSum[],
  isWithoutGaps: boolean,
): readonly CellReading[] | undefined {
  if (figures.length === width && !figures.some(hasLeadingNought)) {
    return figures.map(({ text, note }) => ({ certainty: 'read', text, note, source }));
  }
  if (!mayBeGlued(figures, width)) return undefined;
  const runs = figures.map(({ text }) => text);
  const lines = sums.map(() => width / sums.length);
  const isTrusted = isWithoutGaps || !mayHoldBlanks(runs, lines);
  const ways = isTrusted ? (cutDigits(runs, width, sums) ?? []) : [];
  return Array.from({ length: width }, (_, at) => {
    const texts = [...new Set(ways.map((way) => way[at] ?? ''))];
    const [only] = texts;
    return texts.length === 1 && only !== undefined
      ? { certainty: 'derived', text: only, note: '', source }
      : uncertain(source);
  });
}

function stripSums(words: TableWords): readonly LineSum[] {
  const width = words.widthOf(words.rowIds[0] ?? '');
  return words.rowIds.flatMap((row, at) =>
    words.sumsOf(row).map(({ addends, total }) => ({
      total: total + at * width,
      addends: addends.map((one) => one + at * width),
    })),
  );
}

function stripCells(cells: readonly CellReading[], words: TableWords): TableReading {
  let at = 0;
  return new Map(
    words.rowIds.map((row) => [
      row,
      new Map(words.columnsOf(row).map(({ column }) => [column, cells[at++]!] as const)),
    ]),
  );
}

/** Heads in the order of the form: a strip printed otherwise must not be read as one. */
function isStripOrder(text: string, words: TableWords): boolean {
  const labels = words.table.blocks.flatMap(({ rows }) =>
    leafRows(rows).map(({ row }) => text.indexOf(compact(row.label))),
  );
  const results = (words.columnsOf(words.rowIds[0] ?? '') ?? []).map(({ forms }) =>
    Math.max(-1, text.indexOf(forms[0] ?? '')),
  );
  return [labels, results].every((places) => {
    const found = places.filter((place) => place >= 0);
    return found.every((place, at) => at === 0 || place > found[at - 1]!);
  });
}

/** Rows and columns changed over: results down, kinds of case across. */
function turnedWords(words: TableWords): TableWords {
  const results = words.columnsOf(words.rowIds[0] ?? '');
  const rows: readonly RowWords[] = results.map(({ column, forms }) => ({
    row: column,
    number: undefined,
    forms,
    heads: column === 'total' ? [] : [forms[0] ?? ''],
    needsNumber: column === 'total',
  }));
  const columns = words.rows.map(({ row, forms }) => ({ column: row, forms }));
  return {
    ...words,
    rows,
    rowIds: results.map(({ column }) => column),
    columnsOf: () => columns,
    widthOf: () => columns.length,
    columnGroups: ['行政诉讼', '行政复议诉讼'],
    sumsOf: () => [],
  };
}

function turnedBack(reading: TableReading): TableReading {
  const turned = new Map<string, Map<string, CellReading>>();
  for (const [column, cells] of reading) {
    for (const [row, cell] of cells) {
      turned.set(row, (turned.get(row) ?? new Map()).set(column, cell));
    }
  }
  return turned;
}

interface Labelled {
  readonly cells: TableReading;
  readonly strays: readonly string[];
}

function labelled(items: readonly TableItem[], words: TableWords): Labelled {
  const placement = placeRows(items, words);
  return { cells: settleRows(placement, words, false), strays: strayTexts(placement) };
}

function byLabels(lines: readonly Line[], words: TableWords): Labelled {
  const reading = labelled(itemsOf(lines, words), words);
  if (reading.cells.size > 0) return reading;
  const turned = turnedWords(words);
  const rows = lines.filter((line): line is GridLine => line.kind === 'row');
  const [first] = rows;
  if (!first) return reading;
  const items = gridRows(
    first.grid,
    rows.filter(({ grid }) => grid === first.grid).map(({ row }) => row),
    turned,
  );
  const { cells, strays } = labelled(items, turned);
  return { cells: turnedBack(cells), strays };
}

function allUncertain(words: TableWords, source: string): TableReading {
  return new Map(
    words.rowIds.map((row) => [
      row,
      new Map(words.columnsOf(row).map(({ column }) => [column, uncertain(source)] as const)),
    ]),
  );
}

/** Rows of grids that hold figures and are not among the strips that were read. */
function otherRows(lines: readonly Line[], read: readonly Strip[]): readonly string[] {
  const sources = new Set(read.map(({ source }) => source));
  return lines.flatMap((line) => {
    if (line.kind === 'text' || sources.has(line.text)) return [];
    const cells = cellsInRow(line.grid, line.row);
    const hasFigures = cells.length > 1 && cells.some(({ text }) => holdsFigure(text));
    return hasFigures ? [line.text] : [];
  });
}

/** 表四 of a report; `isWithoutGaps` says that the document leaves no cell blank elsewhere. */
export function readDisputes(
  lines: readonly Line[],
  formats: FormatRegistry,
  format: Format,
  isWithoutGaps: boolean,
): ReadTable {
  const words = tableWords(formats, format, TABLE)!;
  const width = words.rowIds.reduce((sum, row) => sum + words.widthOf(row), 0);
  const text = lines.map((line) => line.compact).join('');
  const strips = filledFirst(stripsOf(lines, width));
  const inOrder = isStripOrder(text, words) ? strips : [];
  const read = inOrder.flatMap((strip) => {
    const cells = readStrip(strip, width, stripSums(words), isWithoutGaps);
    return cells ? [{ strip, cells }] : [];
  });
  const [only] = read;
  if (only && read.length === 1) {
    const strays = otherRows(lines, [only.strip]);
    return { table: TABLE, format, cells: stripCells(only.cells, words), strays };
  }
  const source = strips.map((strip) => strip.source).join('；');
  const unknown = { cells: allUncertain(words, source), strays: otherRows(lines, strips) };
  const found = read.length > 1 ? unknown : byLabels(lines, words);
  const isFound = found.cells.size > 0 || strips.length === 0;
  return { table: TABLE, format, ...(isFound ? found : unknown) };
}
