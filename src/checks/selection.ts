/** Which cells a rule on a selection of cells is about. */
import { type Cell, cellsOf } from '../formats/cells.ts';
import type { Format } from '../formats/format.ts';
import type { CellSelection } from '../formats/rule.ts';

/** True for a cell of the selection. */
export function isSelected(cell: Cell, { table, rows, columns }: CellSelection): boolean {
  return (
    cell.table.id === table &&
    (!rows || rows.includes(cell.row.id)) &&
    (!columns || columns.includes(cell.column.id))
  );
}

/** The cells of a selection in the order of the paper. */
export function selectedCells(format: Format, selection: CellSelection): readonly Cell[] {
  return cellsOf(format).filter((cell) => isSelected(cell, selection));
}

/** Cells row by row. */
export function inRows(cells: readonly Cell[]): readonly (readonly Cell[])[] {
  const rows = new Map<Cell['row'], Cell[]>();
  for (const cell of cells) rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell]);
  return [...rows.values()];
}
