/**
 * A TanStack table for `DataTable`: which features the app's tables have, and what a column may say of
 * its heads and cells beside what the library knows. Knows no report.
 */
import {
  type ColumnDef,
  type ReactTable,
  type RowData,
  type TableFeatures,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import type { HTMLAttributes, TdHTMLAttributes } from 'react';

/** How many columns and rows of the table a cell covers. */
export interface CellSpans {
  readonly colSpan: number;
  readonly rowSpan: number;
}

/** Attributes of a cell of the table, `data-` ones included. */
export type CellAttributes = TdHTMLAttributes<HTMLTableCellElement> & {
  readonly [name: `data-${string}`]: string | boolean | undefined;
};

/** What a column says of how it is laid out. Rows are named by their place in the data, from 0. */
export interface DataColumnMeta {
  /** Its cells are heads of their rows. */
  readonly isRowHead?: true;
  /** A group that is one cell over the whole head: the corner above the row heads. */
  readonly isCorner?: true;
  /** What a cell covers; undefined where another cell covers it. Without it every cell covers one place. */
  readonly spansOf?: (row: number) => CellSpans | undefined;
  readonly headAttributes?: HTMLAttributes<HTMLTableCellElement>;
  readonly cellAttributes?: (row: number) => CellAttributes;
}

/** Features of a table whose columns may carry `DataColumnMeta`. */
export type DataFeatures = TableFeatures & { columnMeta: DataColumnMeta };

export const DATA_FEATURES = tableFeatures({ columnMeta: {} as DataColumnMeta });

/** The model of a table as `DataTable` lays it out. */
export type DataTableModel<Features extends TableFeatures, Row extends RowData> = ReactTable<
  Features,
  Row
>;

/** A column of a table without features of its own. */
export type DataColumn<Row extends RowData> = ColumnDef<typeof DATA_FEATURES, Row>;

/**
 * The model of rows that are shown as they stand. `columns` must keep their identity, since what they
 * render is a component; `idOf` names a row where rows come and go.
 */
export function useDataTable<Row extends RowData>(
  columns: DataColumn<Row>[],
  data: readonly Row[],
  idOf?: (row: Row) => string,
): DataTableModel<typeof DATA_FEATURES, Row> {
  return useTable<typeof DATA_FEATURES, Row>({
    features: DATA_FEATURES,
    columns,
    data: data as Row[],
    ...(idOf ? { getRowId: idOf } : {}),
  });
}
