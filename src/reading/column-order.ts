/**
 * Whether the column heads of a table stand in the order of the form. In running text a figure is
 * known by its place in the row alone; where the heads stand otherwise, nothing there may be read.
 */
import type { TableWords } from './table-words.ts';

const SHORTEST_TOLD = 4;

/** False where two heads, each found once, stand the other way round than in the form. */
export function inFormOrder(compactTable: string, words: TableWords): boolean {
  const rows = new Set(words.rowIds.map((row) => words.columnsOf(row)));
  return [...rows].every((columns) => {
    const places = columns.flatMap(({ forms }) => {
      const form = forms.find((one) => one.length >= SHORTEST_TOLD && compactTable.includes(one));
      return form === undefined ? [] : [compactTable.indexOf(form)];
    });
    return places.every((place, at) => at === 0 || place > places[at - 1]!);
  });
}
