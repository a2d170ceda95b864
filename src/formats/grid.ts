/**
 * A table as the form prints it: rows of cells with their merges (rowspan, colspan), derived from
 * the trees of the format. Shared by everything that shows or writes a whole table, so that the
 * merges stand nowhere else.
 */
import { addressOf, type CellAddress, leafColumns, leafRows } from './cells.ts';
import {
  type ColumnLeaf,
  type ColumnNode,
  isColumnGroup,
  isRowGroup,
  type RowNode,
  type Table,
  type TableBlock,
} from './format.ts';
import { memoise } from './memoise.ts';

/** What a printed cell is. */
export type GridRole = 'blockTitle' | 'corner' | 'columnHead' | 'rowHead' | 'figure';

/** A printed cell, with the rows and columns it spans. */
export interface GridCell {
  readonly role: GridRole;
  /** Printed wording; empty for a figure. */
  readonly text: string;
  readonly address?: CellAddress;
  readonly colSpan: number;
  readonly rowSpan: number;
}

/** A row of the printed table. */
export interface GridRow {
  /** Head rows are repeated on every page the table reaches. */
  readonly head: boolean;
  readonly cells: readonly GridCell[];
}

/** A table as it is printed: heads, labels and figure cells with their spans. */
export interface Grid {
  readonly table: Table;
  readonly columnCount: number;
  /** Widths of the grid columns as shares of 1. */
  readonly widths: readonly number[];
  readonly rows: readonly GridRow[];
}

function columnDepth(nodes: readonly ColumnNode[]): number {
  return Math.max(
    ...nodes.map((node) => (isColumnGroup(node) ? 1 + columnDepth(node.columns) : 1)),
  );
}

/** How many label columns the row tree needs. */
export function rowDepth(nodes: readonly RowNode[]): number {
  return Math.max(...nodes.map((node) => (isRowGroup(node) ? 1 + rowDepth(node.rows) : 1)));
}

function columnSpan(node: ColumnNode): number {
  if (!isColumnGroup(node)) return node.span ?? 1;
  return node.columns.reduce((sum, child) => sum + columnSpan(child), 0);
}

/** Head cells of a column tree, one list per printed line; a leaf reaches down to the last line. */
export function headLines(columns: readonly ColumnNode[]): readonly (readonly GridCell[])[] {
  const depth = columnDepth(columns);
  const lines: GridCell[][] = Array.from({ length: depth }, () => []);
  const place = (node: ColumnNode, level: number): void => {
    const isGroup = isColumnGroup(node);
    lines[level]?.push({
      role: 'columnHead',
      text: node.label,
      colSpan: columnSpan(node),
      rowSpan: isGroup ? 1 : depth - level,
    });
    if (isGroup) for (const child of node.columns) place(child, level + 1);
  };
  for (const node of columns) place(node, 0);
  return lines;
}

/** Label cells of a row tree, one list per leaf row: those that begin on that row. */
export function rowLabels(rows: readonly RowNode[]): readonly (readonly GridCell[])[] {
  const depth = rowDepth(rows);
  const lines: GridCell[][] = [];
  const place = (node: RowNode, level: number, begun: readonly GridCell[]): void => {
    if (isRowGroup(node)) {
      const rowSpan = leafRows(node.rows).length;
      const label: GridCell = { role: 'rowHead', text: node.label, colSpan: 1, rowSpan };
      node.rows.forEach((child, at) => {
        place(child, level + 1, at === 0 ? [...begun, label] : []);
      });
    } else {
      const label: GridCell = {
        role: 'rowHead',
        text: node.label,
        colSpan: depth - level,
        rowSpan: 1,
      };
      lines.push([...begun, label]);
    }
  };
  for (const node of rows) place(node, 0, []);
  return lines;
}

function figure(table: Table, row: string, column: ColumnLeaf): GridCell {
  return {
    role: 'figure',
    text: '',
    address: addressOf(table.id, row, column.id),
    colSpan: column.span ?? 1,
    rowSpan: 1,
  };
}

function blockRows(table: Table, block: TableBlock, columnCount: number): readonly GridRow[] {
  const title: GridRow[] = block.title
    ? [
        {
          head: false,
          cells: [{ role: 'blockTitle', text: block.title, colSpan: columnCount, rowSpan: 1 }],
        },
      ]
    : [];
  const head = headLines(block.columns);
  const corner: GridCell = {
    role: 'corner',
    text: block.corner,
    colSpan: rowDepth(block.rows),
    rowSpan: head.length,
  };
  const labels = rowLabels(block.rows);
  // Only a table of one block has a head that may stand above every page of it.
  const repeats = table.blocks.length === 1;
  return [
    ...title,
    ...head.map((cells, at) => ({ head: repeats, cells: at === 0 ? [corner, ...cells] : cells })),
    ...leafRows(block.rows).map(({ row }, at) => ({
      head: false,
      cells: [
        ...(labels[at] ?? []),
        ...leafColumns(block.columns).map((column) => figure(table, row.id, column)),
      ],
    })),
  ];
}

/** The row tree turned into column heads, as a strip prints it. */
function stripColumns(
  rows: readonly RowNode[],
  columns: readonly ColumnNode[],
): readonly ColumnNode[] {
  return rows.map((node) => ({
    label: node.label,
    columns: isRowGroup(node) ? stripColumns(node.rows, columns) : columns,
  }));
}

function stripRows(table: Table): readonly GridRow[] {
  const blocks = table.blocks;
  const heads = headLines(blocks.flatMap((block) => stripColumns(block.rows, block.columns)));
  const figures = blocks.flatMap((block) =>
    leafRows(block.rows).flatMap(({ row }) =>
      leafColumns(block.columns).map((column) => figure(table, row.id, column)),
    ),
  );
  return [...heads.map((cells) => ({ head: true, cells })), { head: false, cells: figures }];
}

/** The printed grid of a table. */
export const gridOf = memoise((table: Table): Grid => {
  const sum = table.widths.reduce((total, width) => total + width, 0);
  const columnCount = table.widths.length;
  const rows =
    table.print === 'strip'
      ? stripRows(table)
      : table.blocks.flatMap((block) => blockRows(table, block, columnCount));
  return { table, columnCount, widths: table.widths.map((width) => width / sum), rows };
});
