/**
 * Rows of a paste in which nothing stands but 0 – as a rule only their total – while the other cells
 * are blank, as bodies with no applications print them. Counts are never negative, so the blanks can
 * mean nothing but 0; they are still asked about, once for all such rows.
 */
import { addressParts, cellAt, isEntered } from '../formats/cells.ts';
import type { Format } from '../formats/format.ts';
import { readFigure } from '../report/figure.ts';
import { EMPTY_TOTAL, WITH_BLANKS } from './paste-align.ts';
import type { PasteQuestion, Placed } from './paste-lines.ts';

/** The question asked where rows were pasted with a single 0. */
export const ZERO_ROWS: PasteQuestion = {
  id: 'zero rows',
  text: '有的行只写了 0，别的格空着：空着的格都填 0？',
};

/** The same figures, those of such rows under one question instead of any other. */
export function askedZeroRows(placed: readonly Placed[], format: Format): readonly Placed[] {
  const rows = new Map<string, Placed[]>();
  for (const one of placed) {
    const { row } = addressParts(one.address);
    const own = rows.get(row);
    if (own) own.push(one);
    else rows.set(row, [one]);
  }
  const asked = new Set([...rows.values()].filter((row) => isZeroRow(row, format)).flat());
  return placed.map((one) => (asked.has(one) ? underQuestion(one, format) : one));
}

/** One 0 at least, no other figure, a blank to fill, and the place of the total pasted with it. */
function isZeroRow(row: readonly Placed[], format: Format): boolean {
  const filled = row.filter(({ raw }) => raw.trim() !== '');
  const cells = row.map(({ address }) => cellAt(format, address));
  const hasTotal = cells.some((cell) => cell?.column.sumOf);
  const isCount = cells.every((cell) => cell?.kind === 'count');
  const isZero = filled.every(({ raw }) => {
    const figure = readFigure(raw, { kind: 'count' });
    return figure.state === 'known' && figure.value.eq(0);
  });
  return filled.length > 0 && filled.length < row.length && hasTotal && isCount && isZero;
}

/** Where a 0 stands in a row of nothing else is all the same; other doubts remain. */
function underQuestion(one: Placed, format: Format): Placed {
  const cell = cellAt(format, one.address);
  const isCertain = one.raw.trim() !== '' && !one.question;
  const isOther = one.question && one.question !== EMPTY_TOTAL && one.question !== WITH_BLANKS;
  return !cell || !isEntered(cell) || isCertain || isOther ? one : { ...one, question: ZERO_ROWS };
}
