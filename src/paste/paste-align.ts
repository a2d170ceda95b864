/**
 * A pasted table laid upon a statutory one by its labels: which figure belongs to which cell. Works
 * on whole tables with heads, on rows with their labels, on parts, turned or printed as a strip.
 *
 *   head line   信息内容   本年制发件数  本年废止件数      a line with column labels
 *   figures     规章       3             5                 a line with a row label, figures right of it
 *
 * 1. A figure is placed by the labels of its row and column; by its position only where the number of
 *    figures in the row is exactly that of the form.
 * 2. Under a column head that this table does not have nothing is placed: it is another format.
 * 3. What is likely but not certain carries a question; what fits nowhere is unmatched. Nothing is dropped.
 */
import Big from 'big.js';
import { addressOf, type CellAddress, leafColumns, leafRows } from '../formats/cells.ts';
import type { AmountUnit, ColumnLeaf, Table, TableBlock } from '../formats/format.ts';
import { readFigure } from '../report/figure.ts';
import { type ClipboardTable, transposed } from './clipboard-table.ts';
import { isFigureLike } from './clipboard-words.ts';
import {
  type Alignment,
  hasWords,
  type LineSlot,
  NOTHING,
  type PastedLine,
  type PasteQuestion,
  type Placed,
  slotsOfLine,
} from './paste-lines.ts';
import { alignStrip } from './paste-strip.ts';
import { type Named, type StatutoryLabels, statutoryLabels } from './statutory-labels.ts';

type RowName = Named<{ readonly id: string; readonly label: string }>;

interface FigureLine {
  readonly name: RowName;
  readonly text: string;
  /** The position behind its label. */
  readonly from: number;
  readonly slots: readonly LineSlot[];
}

/** Lays pasted tables upon a statutory table by their labels; nothing is placed where none is known. */
export function alignByLabels(tables: readonly ClipboardTable[], table: Table): Alignment {
  const parts = tables.map((one) => alignTable(one, table));
  return withoutConflicts({
    placed: parts.flatMap(({ placed }) => placed),
    unmatched: parts.flatMap(({ unmatched }) => unmatched),
  });
}

/** The way of reading that places most. */
function alignTable(pasted: ClipboardTable, table: Table): Alignment {
  const labels = statutoryLabels(table);
  const other = transposed(pasted);
  const readings = [
    alignGrid(pasted, table, labels),
    ...(pasted.running ? [] : [alignGrid(other, table, labels)]),
    ...(table.print === 'strip' ? [alignStrip(pasted, table, labels)] : []),
    ...(table.print === 'strip' ? [alignStrip(other, table, labels)] : []),
  ];
  return readings.reduce((best, one) => (one.placed.length > best.placed.length ? one : best));
}

function columnCount(line: PastedLine, labels: StatutoryLabels): number {
  return new Set(line.filter((piece) => piece && labels.isColumn(piece.text))).size;
}

/** The label of a line and the cells right of it; undefined for a head line or one of bare figures. */
function figureLine(line: PastedLine, labels: StatutoryLabels): FigureLine | undefined {
  if (columnCount(line, labels) > 1) return undefined;
  const named = slotsOfLine(line, 0)
    .filter(({ cell }) => cell.text !== '' && !isFigureLike(cell.text))
    .flatMap(({ cell: piece, at }) => {
      const name = labels.rowOf(piece.text);
      return name ? [{ name, text: piece.text, end: line.lastIndexOf(piece) + 1, at }] : [];
    });
  const found = [...named].reverse().find(({ name }) => name.sure) ?? named[named.length - 1];
  if (!found) return undefined;
  const slots = slotsOfLine(line, found.end);
  const { name, text, end } = found;
  return slots.length > 0 ? { name, text, from: end, slots } : undefined;
}

/** A line over figures: column labels, or several words that might be those of another table. */
function isHead(line: PastedLine, labels: StatutoryLabels): boolean {
  const words = new Set(line.filter((piece) => piece?.text && !isFigureLike(piece.text)));
  return words.size > 1 || [...words].some((piece) => piece && labels.isColumn(piece.text));
}

function namesColumn(line: PastedLine, labels: StatutoryLabels): boolean {
  return line.some((piece) => piece && labels.isColumn(piece.text));
}

function hasFigures(line: PastedLine): boolean {
  return line.some((piece) => piece && piece.text !== '' && isFigureLike(piece.text));
}

function textsOf(line: PastedLine): readonly string[] {
  return [...new Set(line)].flatMap((piece) => piece?.text || []);
}

function alignGrid(pasted: ClipboardTable, table: Table, labels: StatutoryLabels): Alignment {
  const parts: Alignment[] = [];
  let heads: PastedLine[] = [];
  // Kept as heads are met: they may be many, and are asked about at every line of figures.
  let isHeaded = false;
  let lastWasHead = false;
  let named = false;
  for (const line of pasted.rows) {
    const figures = figureLine(line, labels);
    if (figures) {
      parts.push(alignLine(figures, { heads, isHeaded, table, labels, running: pasted.running }));
      lastWasHead = false;
      named = true;
    } else if (!pasted.running && hasWords(line) && hasFigures(line)) {
      parts.push({
        placed: [],
        unmatched: [{ raw: textsOf(line).join(' '), reason: '名称在本表没有' }],
      });
    } else if (lastWasHead && hasWords(line)) {
      heads.push(line);
      isHeaded ||= namesColumn(line, labels);
    } else if (pasted.running || isHead(line, labels)) {
      heads = [line];
      isHeaded = namesColumn(line, labels);
      lastWasHead = true;
    }
  }
  return parts.every(({ placed }) => placed.length === 0) && !named
    ? NOTHING
    : {
        placed: parts.flatMap(({ placed }) => placed),
        unmatched: parts.flatMap(({ unmatched }) => unmatched),
      };
}

interface Surroundings {
  readonly heads: readonly PastedLine[];
  /** Whether a column of the table is named in the heads. */
  readonly isHeaded: boolean;
  readonly table: Table;
  readonly labels: StatutoryLabels;
  readonly running: boolean;
}

function alignLine(line: FigureLine, around: Surroundings): Alignment {
  const filled = line.slots.filter(({ cell }) => cell.text !== '');
  const heads = around.running || areShifted(line, around) ? [] : around.heads;
  const over = new Map(line.slots.map((slot) => [slot, headOver(slot, line, heads, around)]));
  const foreign = filled.flatMap((slot) => over.get(slot)?.foreign ?? []);
  if (foreign[0] !== undefined) return unmatchedLine(line, `表头“${foreign[0]}”在本表没有`);
  const columns = line.slots.flatMap((slot) => over.get(slot)?.column ?? []);
  const isComplete = filled.every((slot) => over.get(slot)?.column);
  const isDistinct = new Set(columns.map(({ leaf }) => leaf.id)).size === columns.length;
  if (filled.length > 0 && isComplete && isDistinct) return alignByHeads(line, around.table, over);
  return alignByCount(line, around);
}

/**
 * True where a column is named above the row's own label: a copy that began in the middle of the head
 * has lost the cells before it, and what is left of the head stands over the wrong figures.
 */
function areShifted({ name, from }: FigureLine, { heads, labels }: Surroundings): boolean {
  return heads.some((head) =>
    head.slice(0, from).some((piece) => piece && labels.columnOf(piece.text, name.block)?.sure),
  );
}

function alignByHeads(
  line: FigureLine,
  table: Table,
  over: ReadonlyMap<LineSlot, Head | undefined>,
): Alignment {
  const hasEmptyTotal = line.slots.some(
    (slot) => over.get(slot)?.column?.leaf.sumOf && slot.cell.text === '',
  );
  const placed = line.slots.flatMap((slot) => {
    const head = over.get(slot);
    if (!head?.column) return [];
    const one = placedAt(line, table, slot, head.column, head.text);
    return [hasEmptyTotal && !one.question ? { ...one, question: EMPTY_TOTAL } : one];
  });
  return { placed, unmatched: [] };
}

/** A row with figures but no total has often lost a cell, and its figures stand one column off. */
export const EMPTY_TOTAL: PasteQuestion = {
  id: 'empty total',
  text: '有的行各格有数、总计却是空的，可能错了一列：照表头对到各列？',
};

interface Head {
  readonly text: string;
  readonly column?: Named<ColumnLeaf>;
  /** Words over the figure that are no label of this table. */
  readonly foreign?: string;
}

/** The nearest head above a figure that says something about its column. */
function headOver(
  { at }: LineSlot,
  { name: { block } }: FigureLine,
  heads: readonly PastedLine[],
  { labels }: Surroundings,
): Head | undefined {
  for (const line of [...heads].reverse()) {
    const text = line[at]?.text ?? '';
    if (text === '') continue;
    const column = labels.columnOf(text, block);
    if (column) return { text, column };
    if (!labels.isPrinted(text) && !isFigureLike(text)) return { text, foreign: text };
    // A head of another block stands above: this block has none of its own here.
    if (isColumnElsewhere(text, block, labels)) return { text, foreign: text };
  }
  return undefined;
}

function isColumnElsewhere(text: string, block: TableBlock, labels: StatutoryLabels): boolean {
  return labels.isPrinted(text) && labels.isColumn(text) && !labels.columnOf(text, block);
}

/** The unit a head prints in brackets where it is not the one of the form. */
function otherUnit(head: string, { unit }: ColumnLeaf): AmountUnit | undefined {
  if (!unit) return undefined;
  const stated = /[(:](万元|元)\)?/.exec(head.normalize('NFKC'))?.[1] as AmountUnit | undefined;
  return stated === unit ? undefined : stated;
}

function placedAt(
  { name, text }: FigureLine,
  table: Table,
  { cell: piece }: LineSlot,
  column: Named<ColumnLeaf>,
  head: string,
): Placed {
  const unit = piece.text === '' ? undefined : otherUnit(head, column.leaf);
  return {
    address: addressOf(table.id, name.leaf.id, column.leaf.id),
    raw: unit && /^[\d,.]+$/.test(piece.text) ? `${piece.text}${unit}` : piece.text,
    ...questionPart(name.sure ? undefined : likeQuestion(text, name.leaf.label)),
    ...questionPart(column.sure ? undefined : likeQuestion(head, column.leaf.label)),
  };
}

function questionPart(question: PasteQuestion | undefined): { readonly question?: PasteQuestion } {
  return question ? { question } : {};
}

function likeQuestion(text: string, label: string): PasteQuestion {
  return { id: `like ${text}`, text: `“${text}”当作“${label}”来填？` };
}

/** By position, where the row has exactly as many figures as the form. */
function alignByCount(line: FigureLine, around: Surroundings): Alignment {
  const columns = leafColumns(line.name.block.columns);
  const entered = columns.filter(({ sumOf }) => !sumOf);
  const filled = line.slots.filter(({ cell }) => cell.text !== '');
  if (filled.length === 0) return NOTHING;
  if (filled.length === columns.length) {
    const question = headQuestion(line, around) ?? sumQuestion(line, filled, columns, around);
    return { placed: zipped(line, around.table, filled, columns, question), unmatched: [] };
  }
  const isFree = !around.isHeaded && !around.running;
  if (isFree && line.slots.length === columns.length) {
    const question = both(headQuestion(line, around), WITH_BLANKS);
    return { placed: zipped(line, around.table, line.slots, columns, question), unmatched: [] };
  }
  if (isFree && line.slots.length === entered.length) {
    const withoutTotals: PasteQuestion = {
      id: 'without totals',
      text: `粘贴的行各有 ${entered.length} 格，表上连总计是 ${columns.length} 格：按没有总计来填？`,
    };
    const question = both(headQuestion(line, around), withoutTotals);
    return { placed: zipped(line, around.table, line.slots, entered, question), unmatched: [] };
  }
  return unmatchedLine(line, `有 ${filled.length} 个数，表上这一行是 ${columns.length} 格，对不上`);
}

/** A row that is doubtful in two ways is one question. */
function both(first: PasteQuestion | undefined, second: PasteQuestion): PasteQuestion {
  if (!first) return second;
  return { id: `${first.id}, ${second.id}`, text: `${first.text}${second.text}` };
}

/** Rows lose cells on the way; with gaps in it, a row's places are likely but not certain. */
export const WITH_BLANKS: PasteQuestion = {
  id: 'with blanks',
  text: '有的行里有空格，又没有表头：照粘贴的次序对到各列？',
};

/** In running text heads have no place over figures: strange words before a row are asked about. */
function headQuestion({ name, text }: FigureLine, around: Surroundings): PasteQuestion | undefined {
  const { labels, heads } = around;
  if (!name.sure) return likeQuestion(text, name.leaf.label);
  if (!around.running) return undefined;
  if (leafRows(name.block.rows)[0]?.row.id !== name.leaf.id) return undefined;
  const texts = heads.flat().map((piece) => piece?.text ?? '');
  const strangeAt = texts.map((text) => labels.isPrinted(text)).lastIndexOf(false);
  const strange = texts[strangeAt];
  const behind = texts.slice(strangeAt + 1).map((text) => labels.columnOf(text, name.block));
  const isWhole = leafColumns(name.block.columns).every(({ id }) =>
    behind.some((named) => named?.leaf.id === id),
  );
  if (strange === undefined || isWhole) return undefined;
  return {
    id: `heads ${name.leaf.id}`,
    text: `“${name.leaf.label}”前面有“${strange.slice(0, 20)}”，表头和本表一样吗？`,
  };
}

/** Running text may have lost a figure and caught another: the row's own total tells. */
function sumQuestion(
  { name, text }: FigureLine,
  slots: readonly LineSlot[],
  columns: readonly ColumnLeaf[],
  { running }: Surroundings,
): PasteQuestion | undefined {
  const figures = new Map(
    columns.map(({ id }, at) => [id, readFigure(slots[at]?.cell.text ?? '', { kind: 'count' })]),
  );
  const agrees = columns.every(({ id, sumOf }) => {
    const total = figures.get(id);
    if (!sumOf || total?.state !== 'known') return true;
    const parts = sumOf.map((part) => figures.get(part));
    const sum = parts.reduce(
      (all, part) => (part?.state === 'known' ? all.plus(part.value) : all),
      new Big(0),
    );
    return sum.eq(total.value);
  });
  if (!running || agrees) return undefined;
  return { id: `sum ${name.leaf.id}`, text: `“${text}”的总计和各格之和不等：照样填？` };
}

function zipped(
  { name }: FigureLine,
  table: Table,
  slots: readonly LineSlot[],
  columns: readonly ColumnLeaf[],
  question: PasteQuestion | undefined,
): readonly Placed[] {
  return slots.map(({ cell: piece }, at) => ({
    address: addressOf(table.id, name.leaf.id, columns[at]?.id ?? ''),
    raw: piece.text,
    ...questionPart(question),
  }));
}

function unmatchedLine({ text, slots }: FigureLine, reason: string): Alignment {
  const texts = slots.map(({ cell }) => cell.text).filter((one) => one !== '');
  // Words alone are the head of something else, not a figure that is lost.
  const raw = texts.some(isFigureLike) ? texts : [];
  return {
    placed: [],
    unmatched: raw.length > 0 ? [{ raw: raw.join(' '), reason: `${text}：${reason}` }] : [],
  };
}

/** A cell that is named twice with different figures is nobody's: both are unmatched. */
function withoutConflicts({ placed, unmatched }: Alignment): Alignment {
  const byAddress = new Map<CellAddress, Placed[]>();
  for (const one of placed) {
    const known = byAddress.get(one.address) ?? [];
    if (one.raw === '' && known.length > 0) continue;
    const others = known.filter(({ raw }) => raw !== '' && raw !== one.raw);
    byAddress.set(one.address, [...others, one]);
  }
  const groups = [...byAddress.values()];
  return {
    placed: groups.filter((group) => group.length === 1).flat(),
    unmatched: [
      ...unmatched,
      ...groups
        .filter((group) => group.length > 1)
        .map((group) => ({
          raw: group.map(({ raw }) => raw).join(' '),
          reason: '同一格出现了几个不同的数',
        })),
    ],
  };
}
