/**
 * One block of a statutory table as TanStack columns: its row labels with the merges of the printed
 * form under one corner, then its column tree, every leaf of it a column of figures. Knows nothing of
 * what figures say.
 */
import type { CSSProperties } from 'react';
import { addressOf, type RowPlace } from '../formats/cells.ts';
import { type ColumnNode, isColumnGroup, type Table, type TableBlock } from '../formats/format.ts';
import { type GridCell, rowDepth, rowLabels } from '../formats/grid.ts';
import type { CellAttributes, CellSpans, DataColumn } from '../ui/use-data-table.ts';
import styles from './entry-block.module.css';
import { FigureCell } from './figure-cell.tsx';

type EntryColumn = DataColumn<RowPlace>;

/** Widths at standard type size of one, two or three label columns. */
const LABEL_WIDTHS: readonly (readonly number[])[] = [[], [280], [110, 170], [34, 78, 236]];

/** The widths of the label columns of a block, in pixels at standard type size. */
export function labelWidths(block: TableBlock): readonly number[] {
  return LABEL_WIDTHS[rowDepth(block.rows)] ?? [];
}

/** Widths grow with the type. */
export function rem(pixels: number): string {
  return `${pixels / 16}rem`;
}

function figureColumn(table: Table, node: ColumnNode, path: string): EntryColumn {
  const headAttributes = { className: styles.head };
  if (isColumnGroup(node)) {
    return {
      id: `${path}${node.label}`,
      header: node.label,
      meta: { headAttributes },
      columns: node.columns.map((child) => figureColumn(table, child, `${path}${node.label}/`)),
    };
  }
  return {
    id: node.id,
    header: node.label,
    meta: { headAttributes },
    cell: ({ row }) => <FigureCell address={addressOf(table.id, row.original.row.id, node.id)} />,
  };
}

/** The label that begins at a depth on a row; undefined where the one above or left covers it. */
function labelAt(labels: readonly GridCell[], depth: number, depths: number): GridCell | undefined {
  const leaf = labels[labels.length - 1];
  const first = depths - (leaf?.colSpan ?? 1) - labels.length + 1;
  return labels[depth - first];
}

function labelColumn(block: TableBlock, depth: number, widths: readonly number[]): EntryColumn {
  const lines = rowLabels(block.rows);
  const at = (row: number) => labelAt(lines[row] ?? [], depth, widths.length);
  const left = rem(widths.slice(0, depth).reduce((sum, width) => sum + width, 0));
  return {
    id: `label ${depth}`,
    cell: ({ row }) => at(row.index)?.text,
    meta: {
      isRowHead: true,
      spansOf: (row): CellSpans | undefined => {
        const label = at(row);
        return label && { colSpan: label.colSpan, rowSpan: label.rowSpan };
      },
      cellAttributes: (row): CellAttributes => ({
        className: styles.label,
        style: { left } satisfies CSSProperties,
        'data-group': (at(row)?.rowSpan ?? 1) > 1 || undefined,
      }),
    },
  };
}

/** The columns of one block of a table. */
export function entryColumns(table: Table, block: TableBlock): EntryColumn[] {
  const widths = labelWidths(block);
  const labels: EntryColumn = {
    id: 'labels',
    header: block.corner,
    meta: { isCorner: true, headAttributes: { className: styles.corner } },
    columns: widths.map((_, depth) => labelColumn(block, depth, widths)),
  };
  return [labels, ...block.columns.map((node) => figureColumn(table, node, ''))];
}
