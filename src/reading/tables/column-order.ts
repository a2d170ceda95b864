/**
 * Whether the column heads of a table stand in the order of the form. In running text a figure is
 * known by its place in the row alone; where the heads stand otherwise, nothing there may be read.
 */
import type { Line } from '../lines.ts';
import type { TableWords } from './table-words.ts';
import type { ColumnWords } from './vocabulary.ts';

const SHORTEST_TOLD = 4;

function wholeForms({ forms }: ColumnWords): readonly string[] {
  return forms.filter((form) => form.length >= SHORTEST_TOLD);
}

/** 法律服务 may be all that a broken line left of 法律服务机构, whose rest stands elsewhere. */
function isPiece(form: string, { forms }: ColumnWords): boolean {
  return forms.some((one) => one !== form && one.includes(form));
}

/** True where the heads that are found whole follow one another as in the form. */
function wholeHeadsInOrder(columns: readonly ColumnWords[], text: string): boolean {
  const told = columns.filter((column) => wholeForms(column).length > 0);
  const found = told.map((column) => wholeForms(column).find((form) => text.includes(form)));
  const isTorn = found.includes(undefined);
  const places = told.flatMap((column, at) => {
    const form = found[at];
    return form === undefined || (isTorn && isPiece(form, column)) ? [] : [text.indexOf(form)];
  });
  return places.every((place, at) => at === 0 || place > places[at - 1]!);
}

/** True where the pieces of heads on one line can stand under heads in the order of the form. */
function piecesInOrder(columns: readonly ColumnWords[], { kind, text }: Line): boolean {
  if (kind === 'row' || /\d/.test(text)) return true;
  let last = -1;
  for (const piece of text.split(/\s+/)) {
    const under = columns.flatMap(({ forms }, at) =>
      piece.length > 1 && forms.some((form) => form.includes(piece)) ? [at] : [],
    );
    if (under.length === 0) continue;
    const next = under.find((at) => at >= last);
    if (next === undefined) return false;
    last = next;
  }
  return true;
}

/**
 * False where two heads, each found whole, stand the other way round than in the form, or where the
 * pieces of heads broken over several lines do so on one of them.
 */
export function inFormOrder(lines: readonly Line[], words: TableWords): boolean {
  const text = lines.map((line) => line.compact).join('');
  const rows = new Set(words.rowIds.map((row) => words.columnsOf(row)));
  return [...rows].every(
    (columns) =>
      wholeHeadsInOrder(columns, text) && lines.every((line) => piecesInOrder(columns, line)),
  );
}
