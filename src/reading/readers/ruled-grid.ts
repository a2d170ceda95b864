/**
 * Tables found by their ruled lines: lines that touch belong to one table, places with no line
 * between them are one merged cell, and each piece of text falls into the cell it stands in. So a
 * blank cell is known to be blank.
 */
import type { DocumentCell, DocumentGrid } from './document.ts';
import { type PdfPage, type Rule, type TextPiece, textLines } from './pdf-page.ts';

/** Lines nearer than this are one. */
const NEAR = 3;
const MOST_LINES = 200;

export interface RuledTable {
  readonly top: number;
  readonly grid: DocumentGrid;
  readonly pieces: readonly TextPiece[];
}

function clustered(values: readonly number[]): readonly number[] {
  const sorted = [...values].sort((one, other) => one - other);
  const kept: number[] = [];
  for (const value of sorted) {
    if (kept.length === 0 || value - kept[kept.length - 1]! > NEAR) kept.push(value);
  }
  return kept;
}

function touches(one: Rule, other: Rule): boolean {
  if (one.direction === other.direction) {
    const isNear = Math.abs(one.at - other.at) <= NEAR;
    return isNear && one.from <= other.to + NEAR && other.from <= one.to + NEAR;
  }
  return (
    one.at >= other.from - NEAR &&
    one.at <= other.to + NEAR &&
    other.at >= one.from - NEAR &&
    other.at <= one.to + NEAR
  );
}

/** Rules that touch one another, table by table. */
function tablesOfRules(rules: readonly Rule[]): readonly (readonly Rule[])[] {
  const left = new Set(rules);
  const tables: Rule[][] = [];
  for (const first of rules) {
    if (!left.delete(first)) continue;
    const table = [first];
    for (let at = 0; at < table.length; at += 1) {
      for (const rule of left) {
        if (!touches(table[at]!, rule)) continue;
        left.delete(rule);
        table.push(rule);
      }
    }
    tables.push(table);
  }
  return tables;
}

function isRuled(
  rules: readonly Rule[],
  direction: Rule['direction'],
  at: number,
  along: number,
): boolean {
  return rules.some(
    (rule) =>
      rule.direction === direction &&
      Math.abs(rule.at - at) <= NEAR &&
      rule.from <= along + NEAR / 2 &&
      rule.to >= along - NEAR / 2,
  );
}

interface Box {
  readonly row: number;
  readonly column: number;
  readonly rowEnd: number;
  readonly columnEnd: number;
}

/** The merged boxes of a table's raster, found by walking over missing lines. */
function boxesOf(
  rules: readonly Rule[],
  xs: readonly number[],
  ys: readonly number[],
): readonly Box[] {
  const rows = ys.length - 1;
  const columns = xs.length - 1;
  const middleX = (column: number) => (xs[column]! + xs[column + 1]!) / 2;
  const middleY = (row: number) => (ys[row]! + ys[row + 1]!) / 2;
  const seen = new Set<number>();
  const boxes: Box[] = [];
  for (let start = 0; start < rows * columns; start += 1) {
    if (seen.has(start)) continue;
    seen.add(start);
    const places = [start];
    for (let at = 0; at < places.length; at += 1) {
      const row = Math.floor(places[at]! / columns);
      const column = places[at]! % columns;
      const open = [
        column + 1 < columns && !isRuled(rules, 'down', xs[column + 1]!, middleY(row))
          ? places[at]! + 1
          : -1,
        row + 1 < rows && !isRuled(rules, 'across', ys[row + 1]!, middleX(column))
          ? places[at]! + columns
          : -1,
        column > 0 && !isRuled(rules, 'down', xs[column]!, middleY(row)) ? places[at]! - 1 : -1,
        row > 0 && !isRuled(rules, 'across', ys[row]!, middleX(column))
          ? places[at]! - columns
          : -1,
      ];
      for (const next of open) {
        if (next < 0 || seen.has(next)) continue;
        seen.add(next);
        places.push(next);
      }
    }
    const own = places.map((place) => [Math.floor(place / columns), place % columns] as const);
    boxes.push({
      row: Math.min(...own.map(([row]) => row)),
      column: Math.min(...own.map(([, column]) => column)),
      rowEnd: Math.max(...own.map(([row]) => row)) + 1,
      columnEnd: Math.max(...own.map(([, column]) => column)) + 1,
    });
  }
  return boxes;
}

function isInside(
  piece: TextPiece,
  box: Box,
  xs: readonly number[],
  ys: readonly number[],
): boolean {
  const x = (piece.left + piece.right) / 2;
  const y = piece.baseline - piece.size * 0.35;
  return x >= xs[box.column]! && x < xs[box.columnEnd]! && y >= ys[box.row]! && y < ys[box.rowEnd]!;
}

function tableOf(rules: readonly Rule[], pieces: readonly TextPiece[]): RuledTable | undefined {
  const xs = clustered(rules.filter(({ direction }) => direction === 'down').map(({ at }) => at));
  const ys = clustered(rules.filter(({ direction }) => direction === 'across').map(({ at }) => at));
  if (xs.length < 3 || ys.length < 2 || xs.length > MOST_LINES || ys.length > MOST_LINES)
    return undefined;
  const rows: (DocumentCell | undefined)[][] = ys.slice(1).map(() => []);
  const taken: TextPiece[] = [];
  for (const box of boxesOf(rules, xs, ys)) {
    const own = pieces.filter((piece) => isInside(piece, box, xs, ys));
    taken.push(...own);
    const text = textLines(own)
      .map((line) => line.text)
      .join('\n');
    const cell: DocumentCell = { text, ...box };
    for (let row = box.row; row < box.rowEnd; row += 1) {
      for (let column = box.column; column < box.columnEnd; column += 1)
        rows[row]![column] ??= cell;
    }
  }
  return { top: ys[0]!, grid: { kind: 'grid', columns: 'exact', rows }, pieces: taken };
}

/** The ruled tables of a page. */
export function ruledTables({ rules, pieces }: PdfPage): readonly RuledTable[] {
  return tablesOfRules(rules).flatMap((table) => tableOf(table, pieces) ?? []);
}
