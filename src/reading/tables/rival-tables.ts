/**
 * Tables that a document holds more than once with other figures – last year's, a draft's. Which of them is
 * meant, nobody can tell from the file: none is called certain, each is handed on with where it stands.
 */
import { addressOf, type CellAddress } from '../../formats/cells.ts';
import { shortened } from '../../report/graphemes.ts';
import type { Line } from '../lines.ts';
import type { CellReading, TableReading } from './settle-rows.ts';
import type { ReadTable } from './table-items.ts';
import { allTableRegions, type Region, type TableId } from './table-regions.ts';

/** One of several tables of a kind. */
export interface RivalTable {
  readonly table: string;
  /** Where it stands, as a person finds it; empty where nothing tells. */
  readonly where: string;
  readonly cells: Readonly<Record<CellAddress, CellReading>>;
}

interface SeenTable {
  readonly region: Region & { readonly table: TableId };
  readonly read: ReadTable;
}

export interface WithRivals {
  readonly tables: readonly ReadTable[];
  readonly rivals: readonly RivalTable[];
}

/** Fewer figures are no table but its name in a list or a sentence. */
const FEWEST_FIGURES = 5;
/** So many lines before a table may say what year it is of. */
const LINES_BEFORE = 40;
const LONGEST_WHERE = 30;
const YEAR = /20\d{2}年?|上年|去年|底稿|草稿/;

function cellsIn(cells: TableReading): readonly (readonly [string, CellReading])[] {
  return [...cells].flatMap(([row, columns]) =>
    [...columns].map(([column, cell]) => [`${row}/${column}`, cell] as const),
  );
}

/** Lines of a sentence that runs over several: 其中结果维持 72 件，结果纠正 64 件. */
function isWordy(lines: readonly Line[], { from, to }: Region): boolean {
  return lines
    .slice(from, to)
    .some(({ kind, compact }) => kind === 'text' && /\d件/.test(compact) && /[，,]/.test(compact));
}

function toldIn({ cells }: ReadTable): number {
  return cellsIn(cells).filter(([, { text }]) => text !== '').length;
}

/** Of the one table as found first and as found among its blank copies, the one that says more. */
function fuller(one: ReadTable | undefined, other: ReadTable | undefined): ReadTable | undefined {
  if (!one || !other) return one ?? other;
  return toldIn(other) > toldIn(one) ? other : one;
}

/** A table shows figures; one whose figures cannot be told apart is still one, unless it is a sentence. */
function isFilled(lines: readonly Line[], { region, read }: SeenTable): boolean {
  const open = cellsIn(read.cells).filter(([, { certainty }]) => certainty === 'uncertain').length;
  return toldIn(read) >= FEWEST_FIGURES || (open >= FEWEST_FIGURES && !isWordy(lines, region));
}

/** Another figure in a cell both have, or one that cannot be told there. */
function differs(one: ReadTable, other: ReadTable): boolean {
  const figures = new Map(cellsIn(one.cells));
  return cellsIn(other.cells).some(([place, { text, source, certainty }]) => {
    const beside = figures.get(place);
    // What follows from sums alone was not seen in the table.
    if (!beside || source === '' || beside.source === '') return false;
    const isTold = certainty !== 'uncertain' && beside.certainty !== 'uncertain';
    return isTold ? text !== beside.text : source !== beside.source;
  });
}

function whereOf(lines: readonly Line[], { from, to }: Region): string {
  const grid = lines.slice(from, to).find((line) => line.kind === 'row');
  if (grid?.kind === 'row' && grid.grid.where) return grid.grid.where;
  const before = lines.slice(Math.max(0, from - LINES_BEFORE), from + 1).reverse();
  const told = before.find(({ kind, text }) => kind === 'text' && YEAR.test(text));
  return told ? `“${shortened(told.text.trim(), LONGEST_WHERE)}”后面` : '';
}

function rivalOf(lines: readonly Line[], { region, read }: SeenTable): RivalTable {
  const cells = cellsIn(read.cells).map(([place, cell]) => {
    const [row = '', column = ''] = place.split('/');
    return [addressOf(read.table, row, column), cell] as const;
  });
  return { table: read.table, where: whereOf(lines, region), cells: Object.fromEntries(cells) };
}

/** The table with every cell open; what the first of them says there is the source shown. */
function withoutCertainty(table: ReadTable, count: number): ReadTable {
  const cells = [...table.cells].map(([row, columns]) => {
    const open = [...columns].map(([column, { source }]): readonly [string, CellReading] => [
      column,
      { certainty: 'uncertain', text: '', note: `原文有 ${count} 份这样的表，数不一样`, source },
    ]);
    return [row, new Map(open)] as const;
  });
  return { ...table, cells: new Map(cells) };
}

/** Tables of one kind that contradict each other; none where there is one, or all say the same. */
function contradicting(seen: readonly SeenTable[]): readonly SeenTable[] {
  const different: SeenTable[] = [];
  for (const one of seen) {
    const isNew = different.every(({ read }) => differs(read, one.read));
    if (isNew) different.push(one);
  }
  return different.length > 1 ? different : [];
}

/**
 * The tables as read, and instead of those that have rivals none that is certain. `read` reads the lines
 * of a region as the table of a kind.
 */
export function withRivals(
  lines: readonly Line[],
  tables: readonly ReadTable[],
  read: (table: TableId, region: Region) => ReadTable,
): WithRivals {
  const regions = allTableRegions(lines);
  const isRepeated = regions.some(
    ({ table }, at) => regions.findIndex((one) => one.table === table) < at,
  );
  if (!isRepeated) return { tables, rivals: [] };
  const seen = regions
    .map((region): SeenTable => ({ region, read: read(region.table, region) }))
    .filter((one) => isFilled(lines, one));
  const kinds: readonly TableId[] = ['proactive', 'requests', 'disputes'];
  const settled = kinds.flatMap((kind) => {
    const own = seen.filter(({ region }) => region.table === kind);
    const rivals = contradicting(own);
    const [first] = rivals;
    // A table that stands before the one it should follow is found only here.
    const single = fuller(
      tables.find(({ table }) => table === kind),
      own[0]?.read,
    );
    const table = first ? withoutCertainty(first.read, rivals.length) : single;
    return table ? [{ table, rivals: rivals.map((one) => rivalOf(lines, one)) }] : [];
  });
  return {
    tables: settled.map(({ table }) => table),
    rivals: settled.flatMap(({ rivals }) => rivals),
  };
}
