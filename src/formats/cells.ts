/**
 * The cells (格) that the row and column trees of a format cross in: address, spoken name, kind, and
 * for a computed cell its addends. Derived once per format and kept, since formats never change.
 *
 * Addresses read `table/row/column` and are public: the report file carries their three parts.
 */
import {
  type AmountUnit,
  type Block,
  type ColumnLeaf,
  type ColumnNode,
  type FigureKind,
  type Format,
  isColumnGroup,
  isRowGroup,
  type RowLeaf,
  type RowNode,
  type Table,
  type TableSection,
} from './format.ts';

export type CellAddress = `${string}/${string}/${string}`;

export interface Cell {
  readonly address: CellAddress;
  readonly table: Table;
  readonly section: TableSection;
  readonly block: Block;
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

function blockCells(section: TableSection, block: Block): readonly Cell[] {
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

const INDEXES = new WeakMap<Format, CellIndex>();

function indexOf(format: Format): CellIndex {
  const known = INDEXES.get(format);
  if (known) return known;
  const cells = tableSections(format).flatMap((section) =>
    section.table.blocks.flatMap((block) => blockCells(section, block)),
  );
  const index = { cells, byAddress: new Map(cells.map((cell) => [cell.address, cell])) };
  INDEXES.set(format, index);
  return index;
}

/** All cells of a format, section by section, row by row, in printed order. */
export function cellsOf(format: Format): readonly Cell[] {
  return indexOf(format).cells;
}

/** The cell at an address, or undefined where this format has none. */
export function cellAt(format: Format, address: string): Cell | undefined {
  return indexOf(format).byAddress.get(address);
}

const ADDENDS = new WeakMap<Cell, readonly Cell[]>();

/** The cells a computed cell is the sum of; none for an entered one. */
export function addendCells(format: Format, cell: Cell): readonly Cell[] {
  const cells =
    ADDENDS.get(cell) ?? (cell.addends ?? []).flatMap((address) => cellAt(format, address) ?? []);
  ADDENDS.set(cell, cells);
  return cells;
}

/** True for a cell a person fills; computed cells are never typed. */
export function isEntered(cell: Cell): boolean {
  return cell.addends === undefined;
}

/** A computed cell and every entered cell that counts in it, directly or through other sums. */
export interface SumOverCells {
  readonly cell: Cell;
  readonly entered: ReadonlySet<CellAddress>;
}

const SUMS = new WeakMap<Format, readonly SumOverCells[]>();

function orderedSums(format: Format): readonly SumOverCells[] {
  const sums = new Map<CellAddress, SumOverCells>();
  const enteredIn = (cell: Cell): ReadonlySet<CellAddress> => {
    if (!cell.addends) return new Set([cell.address]);
    const known = sums.get(cell.address);
    if (known) return known.entered;
    const entered = new Set(addendCells(format, cell).flatMap((addend) => [...enteredIn(addend)]));
    sums.set(cell.address, { cell, entered });
    return entered;
  };
  for (const cell of cellsOf(format)) enteredIn(cell);
  return [...sums.values()];
}

/** The computed cells of a format, every sum after the sums it is made of. */
export function sumsOf(format: Format): readonly SumOverCells[] {
  const known = SUMS.get(format) ?? orderedSums(format);
  SUMS.set(format, known);
  return known;
}
