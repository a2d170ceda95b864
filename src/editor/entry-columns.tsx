/**
 * The column trees of the format as TanStack columns. Built once per block: the table model is
 * handed the same columns at every render.
 */
import { type ColumnDef, tableFeatures } from '@tanstack/react-table';
import { addressOf, type RowPlace } from '../formats/cells.ts';
import { type Block, type ColumnNode, isColumnGroup, type Table } from '../formats/format.ts';
import { FigureCell } from './figure-cell.tsx';

export const ENTRY_FEATURES = tableFeatures({});

export type EntryColumn = ColumnDef<typeof ENTRY_FEATURES, RowPlace>;

function columnFor(table: Table, node: ColumnNode, path: string): EntryColumn {
  if (isColumnGroup(node)) {
    return {
      id: `${path}${node.label}`,
      header: node.label,
      columns: node.columns.map((child) => columnFor(table, child, `${path}${node.label}/`)),
    };
  }
  return {
    id: node.id,
    header: node.label,
    cell: ({ row }) => <FigureCell address={addressOf(table.id, row.original.row.id, node.id)} />,
  };
}

const COLUMNS = new WeakMap<Block, EntryColumn[]>();

/** The columns of one block of a table; the same array each time. */
export function entryColumns(table: Table, block: Block): EntryColumn[] {
  const known = COLUMNS.get(block);
  if (known) return known;
  const columns = block.columns.map((node) => columnFor(table, node, ''));
  COLUMNS.set(block, columns);
  return columns;
}
