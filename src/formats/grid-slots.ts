/**
 * A printed grid as a full rectangle: every crossing of a line with a column, and the cell that
 * covers it. Writers whose format names merged cells one by one (Word, Excel, plain text) go from
 * here, so that nobody counts spans a second time.
 */

/** What must be known of a cell to place it. */
interface Spanning {
  readonly colSpan: number;
  readonly rowSpan: number;
}

/** One crossing; both offsets are 0 where its cell begins. */
export interface GridSlot<Cell extends Spanning> {
  readonly cell: Cell;
  readonly rowOffset: number;
  readonly columnOffset: number;
}

function spread<Cell extends Spanning>(
  slots: GridSlot<Cell>[][],
  cell: Cell,
  row: number,
  column: number,
): void {
  for (let rowOffset = 0; rowOffset < cell.rowSpan; rowOffset += 1) {
    for (let columnOffset = 0; columnOffset < cell.colSpan; columnOffset += 1) {
      const line = slots[row + rowOffset];
      if (line) line[column + columnOffset] = { cell, rowOffset, columnOffset };
    }
  }
}

/** The slots of a grid, line by line, every line with the same number of columns. */
export function gridSlots<Cell extends Spanning>(
  rows: readonly { readonly cells: readonly Cell[] }[],
): readonly (readonly GridSlot<Cell>[])[] {
  const slots: GridSlot<Cell>[][] = rows.map(() => []);
  rows.forEach(({ cells }, row) => {
    let column = 0;
    for (const cell of cells) {
      while (slots[row]?.[column]) column += 1;
      spread(slots, cell, row, column);
    }
  });
  return slots;
}

/** True where a cell begins, and not where it merely reaches. */
export function isStart({ rowOffset, columnOffset }: GridSlot<Spanning>): boolean {
  return rowOffset === 0 && columnOffset === 0;
}
