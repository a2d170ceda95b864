/**
 * Row labels broken over lines with their figures between the halves, as text taken from a PDF has
 * them:
 *
 *     2.其他法律行政法规禁
 *                 0  0  0  0  0  0  0
 *     止公开
 *
 * Such a label is put together on the line of its figures. Only where the pieces make up one whole
 * label of the form, with pieces of a group's label and nothing else left out, is a line touched.
 */

import { compact } from '../readers/plain-text.ts';
import type { WidthOf } from './figure-rows.ts';
import { isFigureText } from './figure-tokens.ts';
import type { RowWords } from './vocabulary.ts';

interface BrokenLine {
  readonly text: string;
  /** Pieces of text before the figures. */
  pieces: readonly string[];
  /** The figures that end the line. */
  readonly figures: readonly string[];
}

/** No label of the form takes more lines above or below its figures. */
const MOST_LINES = 8;

/** More ways to begin a label than any of the form has pieces. */
const MOST_PARTS = 200;

function letters(text: string): string {
  return compact(text).replace(/[^\u4e00-\u9fff\d]/g, '');
}

function brokenLine(text: string): BrokenLine {
  const all = text.split(/[\s\u3000]+/).filter((piece) => piece !== '');
  let from = all.length;
  while (from > 0 && isFigureText(all[from - 1]!)) from -= 1;
  return { text, pieces: all.slice(0, from), figures: all.slice(from) };
}

/** Rows by the letters of their whole labels, with their number and, where that suffices, without. */
function rowsByLabel(words: readonly RowWords[]): ReadonlyMap<string, string> {
  return new Map(
    words.flatMap(({ row, number, forms, needsNumber }) =>
      forms.flatMap((form) => {
        const bare = letters(form);
        const plain = needsNumber ? [] : [[bare, row] as const];
        return number ? [[number + bare, row] as const, ...plain] : plain;
      }),
    ),
  );
}

/** Some pieces of a label, by line and place, and the letters they make up. */
interface Part {
  readonly letters: string;
  readonly pieces: readonly Piece[];
}

interface Piece {
  readonly line: number;
  readonly at: number;
  readonly text: string;
}

type IsGroup = (text: string) => boolean;

/** What the pieces from a row of figures on may be of its label; those of a group may be left out. */
function partsOf(pieces: readonly Piece[], side: 'above' | 'below', isGroup: IsGroup): Part[] {
  const parts: Part[] = [];
  let open: readonly Part[] = [{ letters: '', pieces: [] }];
  // Pieces without letters make no part, and would be taken along without end.
  const near = side === 'above' ? pieces.slice(-MOST_PARTS).reverse() : pieces.slice(0, MOST_PARTS);
  for (const piece of near) {
    const own = letters(piece.text);
    const grown = open.map((part) =>
      side === 'above'
        ? { letters: own + part.letters, pieces: [piece, ...part.pieces] }
        : { letters: part.letters + own, pieces: [...part.pieces, piece] },
    );
    parts.push(...grown.filter((part) => part.letters !== ''));
    open = isGroup(own) ? [...grown, ...open] : grown;
    if (open.length > 64 || parts.length > MOST_PARTS) break;
  }
  return parts;
}

function piecesOf(lines: readonly BrokenLine[], line: number): readonly Piece[] {
  return (lines[line]?.pieces ?? []).map((text, at) => ({ line, at, text }));
}

function isWordsOnly(line: BrokenLine | undefined): boolean {
  return line !== undefined && line.figures.length === 0;
}

function piecesAbove(lines: readonly BrokenLine[], at: number): readonly Piece[] {
  let from = at;
  while (from > 0 && at - from < MOST_LINES && isWordsOnly(lines[from - 1])) from -= 1;
  return lines.slice(from, at + 1).flatMap((_, offset) => piecesOf(lines, from + offset));
}

function piecesBelow(lines: readonly BrokenLine[], at: number): readonly Piece[] {
  let to = at + 1;
  while (to - at <= MOST_LINES && isWordsOnly(lines[to])) to += 1;
  return lines.slice(at + 1, to).flatMap((_, offset) => piecesOf(lines, at + 1 + offset));
}

/** A single number between the halves of a label may be a page's, if another number follows them. */
function mayBePageNumber(lines: readonly BrokenLine[], at: number, { pieces }: Part): boolean {
  const last = pieces[pieces.length - 1]!;
  const isEnd = lines[last.line]?.pieces.length === last.at + 1;
  const next = lines[last.line + 1];
  const isNumber = next !== undefined && next.figures.length > 0 && next.pieces.length === 0;
  return lines[at]?.figures.length === 1 && isEnd && isNumber;
}

/** The two halves of the one label that a line of figures stands in the middle of. */
function labelAround(
  lines: readonly BrokenLine[],
  at: number,
  rows: ReadonlyMap<string, string>,
  isGroup: IsGroup,
  widthOf: WidthOf,
): readonly Piece[] | undefined {
  const upper = partsOf(piecesAbove(lines, at), 'above', isGroup);
  const lower = partsOf(piecesBelow(lines, at), 'below', isGroup);
  const found = upper.flatMap((one) =>
    lower.flatMap((other) => {
      const row = rows.get(one.letters + other.letters);
      const fits = row !== undefined && widthOf(row) === lines[at]?.figures.length;
      return fits && !mayBePageNumber(lines, at, other)
        ? [{ row, pieces: [...one.pieces, ...other.pieces] }]
        : [];
    }),
  );
  const isOne = new Set(found.map(({ row }) => row)).size === 1;
  return isOne
    ? found.reduce((one, other) => (other.pieces.length > one.pieces.length ? other : one)).pieces
    : undefined;
}

function without({ pieces }: BrokenLine, used: readonly number[]): readonly string[] {
  return pieces.filter((_, at) => !used.includes(at));
}

/** The text with every label that is broken round its figures put on their line. */
export function withWholeLabels(
  text: string,
  words: readonly RowWords[],
  groups: readonly string[],
  widthOf: WidthOf,
): string {
  const lines = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(brokenLine);
  const rows = rowsByLabel(words);
  const groupLetters = groups.map(letters);
  const isGroup = (piece: string) => groupLetters.some((group) => group.includes(piece));
  const labels = new Map<number, string>();
  const touched = new Set<number>();
  lines.forEach(({ figures }, at) => {
    const label = figures.length > 0 && labelAround(lines, at, rows, isGroup, widthOf);
    if (!label) return;
    labels.set(at, label.map((piece) => piece.text).join(''));
    for (const line of new Set(label.map((piece) => piece.line))) {
      const used = label.filter((piece) => piece.line === line).map((piece) => piece.at);
      lines[line]!.pieces = without(lines[line]!, used);
      touched.add(line);
    }
  });
  if (labels.size === 0) return text;
  return lines
    .flatMap((line, at) => {
      const label = labels.get(at);
      if (label !== undefined) return [line.pieces.join(' '), `${label} ${line.figures.join(' ')}`];
      return [touched.has(at) ? line.pieces.join(' ') : line.text];
    })
    .filter((line) => line !== '')
    .join('\n');
}
