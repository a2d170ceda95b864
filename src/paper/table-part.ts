/**
 * The lines of a table that stand on one page, with merges that still hold: a label over several
 * lines is cut where the page ends and stands again at the head of the next one, as clerks print it.
 */
import { gridSlots } from '../formats/grid-slots.ts';
import type { PaperTable } from './flow.ts';
import type { PaperCell, PaperRow } from './paper.ts';

/** The lines from one to another of a list, their merged cells cut to what is left of them. */
function rowsBetween(rows: readonly PaperRow[], from: number, to: number): readonly PaperRow[] {
  const slots = gridSlots(rows);
  return rows.slice(from, to).map((row, at): PaperRow => {
    const cells = (slots[from + at] ?? []).flatMap(({ cell, rowOffset, columnOffset }) => {
      const begins = rowOffset === 0 || at === 0;
      if (columnOffset > 0 || !begins) return [];
      const left = cell.rowSpan - rowOffset;
      const cut: PaperCell = { ...cell, rowSpan: Math.min(left, to - from - at) };
      return [cut];
    });
    return { head: row.head, cells };
  });
}

/** The lines of a table below its repeated head. */
export function bodyRows({ rows }: PaperTable): readonly PaperRow[] {
  return rows.filter(({ head }) => !head);
}

/** A table with its head and only some of the lines below it. */
export function tablePart(table: PaperTable, from: number, to: number): PaperTable {
  const body = bodyRows(table);
  if (from === 0 && to === body.length) return table;
  const heads = table.rows.filter(({ head }) => head);
  return { ...table, rows: [...heads, ...rowsBetween(body, from, to)] };
}
