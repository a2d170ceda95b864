/**
 * The cells (格) that the row and column trees of a format cross in: address, spoken name, kind, and
 * for a computed cell its addends. Derived once per format and kept, since formats never change.
 *
 * Addresses read `table/row/column` and are public: the report file carries their three parts.
 */
import {
  type AmountUnit,
  type ColumnLeaf,
  type ColumnNode,
  type FigureKind,
  type Format,
  isColumnGroup,
  isRowGroup,
  type RowLeaf,
  type RowNode,
  type Table,
  type TableBlock,
  type TableSection,
} from './format.ts';
import { memoise } from './memoise.ts';

/** The address of a cell: ids of table, row and column, joined by slashes. */
export type CellAddress = `${string}/${string}/${string}`;

/** A cell of a format, entered or computed, with all it belongs to. */
export interface Cell {
  readonly address: CellAddress;
  /** Its place among all cells of the format, from 0: values of a report are an array by it. */
  readonly index: number;
  readonly table: Table;
  readonly section: TableSection;
  readonly block: TableBlock;
  readonly row: RowLeaf;
  readonly column: ColumnLeaf;
  readonly kind: FigureKind;
  readonly unit: AmountUnit | undefined;
  /** Cells it is the sum of; undefined for an entered cell. */
  readonly addends: readonly CellAddress[] | undefined;
  /** What a screen reader says: 「三、（三）1.属于国家秘密 · 自然人」. */
  readonly name: string;
}

/** The address of a cell. */
export function addressOf(table: string, row: string, column: string): CellAddress {
  return `${table}/${row}/${column}`;
}

/** The three parts of an address. */
export function addressParts(address: CellAddress): {
  readonly table: string;
  readonly row: string;
  readonly column: string;
} {
  const [table = '', row = '', column = ''] = address.split('/');
  return { table, row, column };
}

/** The sections of a format that are tables, in printed order. */
export function tableSections(format: Format): readonly TableSection[] {
  return format.sections.filter((section) => section.kind === 'table');
}

/** A row of a block and the groups around it. */
export interface RowPlace {
  readonly row: RowLeaf;
  /** Labels of the groups around the row, outermost first. */
  readonly groups: readonly string[];
}

/** The leaf rows of a tree in printed order, each with the groups it stands in. */
export function leafRows(
  nodes: readonly RowNode[],
  groups: readonly string[] = [],
): readonly RowPlace[] {
  return nodes.flatMap((node) =>
    isRowGroup(node) ? leafRows(node.rows, [...groups, node.label]) : [{ row: node, groups }],
  );
}

/** The leaf columns of a tree in printed order. */
export function leafColumns(nodes: readonly ColumnNode[]): readonly ColumnLeaf[] {
  return nodes.flatMap((node) => (isColumnGroup(node) ? leafColumns(node.columns) : [node]));
}

/** The number a label begins with: 三、 or （一）. */
export const ORDINAL = /^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)/;

/** A group adds its number to a row's name, or its whole label where it has none. */
function spokenPrefix(group: string): string {
  return ORDINAL.exec(group)?.[0] ?? `${group} `;
}

/** A row as it is spoken of, with the numbers of its groups: 「三、（三）1.属于国家秘密」. */
export function spokenRow({ row, groups }: RowPlace): string {
  return groups.map(spokenPrefix).join('') + row.label;
}

function addendsOf(
  table: Table,
  row: RowLeaf,
  column: ColumnLeaf,
): readonly CellAddress[] | undefined {
  if (column.sumOf) return column.sumOf.map((id) => addressOf(table.id, row.id, id));
  return row.sumOf?.map((id) => addressOf(table.id, id, column.id));
}

function blockCells(section: TableSection, block: TableBlock): readonly Omit<Cell, 'index'>[] {
  const { table } = section;
  return leafRows(block.rows).flatMap((place) =>
    leafColumns(block.columns).map((column) => ({
      address: addressOf(table.id, place.row.id, column.id),
      table,
      section,
      block,
      row: place.row,
      column,
      kind: column.kind ?? 'count',
      unit: column.unit,
      addends: addendsOf(table, place.row, column),
      name: `${spokenRow(place)} · ${column.label}`,
    })),
  );
}

interface CellIndex {
  readonly cells: readonly Cell[];
  readonly byAddress: ReadonlyMap<string, Cell>;
}

const indexOf = memoise((format: Format): CellIndex => {
  const cells = tableSections(format)
    .flatMap((section) => section.table.blocks.flatMap((block) => blockCells(section, block)))
    .map((cell, index): Cell => ({ ...cell, index }));
  return { cells, byAddress: new Map(cells.map((cell) => [cell.address, cell])) };
});

/** All cells of a format, section by section, row by row, in printed order. */
export function cellsOf(format: Format): readonly Cell[] {
  return indexOf(format).cells;
}

/** The cell at an address, or undefined where this format has none. */
export function cellAt(format: Format, address: string): Cell | undefined {
  return indexOf(format).byAddress.get(address);
}

const addendsIn = memoise((format: Format) =>
  cellsOf(format).map((cell) =>
    (cell.addends ?? []).flatMap((address) => cellAt(format, address) ?? []),
  ),
);

/** The cells a computed cell is the sum of; none for an entered one. */
export function addendCells(format: Format, cell: Cell): readonly Cell[] {
  return addendsIn(format)[cell.index] ?? [];
}

/** True for a cell a person fills; computed cells are never typed. */
export function isEntered(cell: Cell): boolean {
  return cell.addends === undefined;
}

/** The computed cells of a format, every sum after the sums it is made of. */
export const sumsOf = memoise((format: Format): readonly Cell[] => {
  const sums = new Set<Cell>();
  const place = (cell: Cell) => {
    if (!cell.addends || sums.has(cell)) return;
    for (const addend of addendCells(format, cell)) place(addend);
    sums.add(cell);
  };
  for (const cell of cellsOf(format)) place(cell);
  return [...sums];
});

/** A sum's addends with theirs: every cell, entered or computed, that counts in it. */
function countedIn(format: Format, sum: Cell): readonly Cell[] {
  return addendCells(format, sum).flatMap((addend) => [addend, ...countedIn(format, addend)]);
}

const sumsByCell = memoise((format: Format) => {
  const sums = cellsOf(format).map(() => new Set<Cell>());
  for (const sum of sumsOf(format)) {
    for (const { index } of countedIn(format, sum)) sums[index]?.add(sum);
  }
  return sums.map((set) => [...set]);
});

/** The sums a cell counts in, directly or through other sums, every sum after its own. */
export function sumsOver(format: Format, cell: Cell): readonly Cell[] {
  return sumsByCell(format)[cell.index] ?? [];
}
