/**
 * Figures in running text: where each begins and ends, with sign, unit and bracketed note, as
 * printed. What they mean is left to `report/figure.ts`.
 */
import { builtPattern } from '../../report/built-pattern.ts';
import { halfWidth } from '../readers/plain-text.ts';

export interface FigureToken {
  /** As printed, without the note. */
  readonly text: string;
  /** A remark in brackets right behind it: 其中修订 16 件. */
  readonly note: string;
  /** The line of the text it stands on, counted from 0. */
  readonly line: number;
}

/** Text between figures that is neither blank nor separator. */
export interface Noise {
  readonly noise: string;
  readonly line: number;
}

export type CellToken = FigureToken | Noise;

export function isNoise(piece: CellToken): piece is Noise {
  return 'noise' in piece;
}

const UNIT = '万元|亿元|元|万|件次|件|条|个|项|笔|份|人|宗|起';
const NUMBER = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?';
const FIGURE = builtPattern(
  [
    `(?:(?:增加|减少|增|减)[ \\t]*|[+\\-−－–][ \\t]?)?(?:${NUMBER})(?:[ \\t]*(?:${UNIT})(?![a-z0-9]))?`,
    '(?<![^\\s|\\d])(?:[-—–―]+|/|无)(?![^\\s|\\d])',
  ].join('|'),
  'g',
);
const NOTE = /^\s*\(([^()\n]{1,40}\n?[^()\n]{0,20})\)/;
const SEPARATORS = /[\s|│丨]+/g;

/** The pieces of a text in order. Lines are counted from the beginning of the text. */
export function textPieces(text: string, firstLine: number): readonly CellToken[] {
  const plain = halfWidth(text);
  const pieces: CellToken[] = [];
  let done = 0;
  let line = firstLine;
  let counted = 0;
  const lineAt = (place: number) => {
    for (; counted < place; counted += 1) if (plain[counted] === '\n') line += 1;
    return line;
  };
  const addNoise = (end: number) => {
    const noise = plain.slice(done, end).replace(SEPARATORS, ' ').trim();
    if (noise) pieces.push({ noise, line: lineAt(Math.max(counted, done)) });
  };
  FIGURE.lastIndex = 0;
  for (let match = FIGURE.exec(plain); match; match = FIGURE.exec(plain)) {
    addNoise(match.index);
    const end = match.index + match[0].length;
    const note = NOTE.exec(plain.slice(end, end + 80));
    pieces.push({
      text: text.slice(match.index, end).trim(),
      note: note?.[1]?.trim() ?? '',
      line: lineAt(match.index),
    });
    done = end + (note?.[0].length ?? 0);
    FIGURE.lastIndex = done;
  }
  addNoise(plain.length);
  return pieces;
}

/** True for a text that is one figure, a dash or nothing: what a cell for figures holds. */
export function isFigureText(text: string): boolean {
  const pieces = textPieces(text, 0);
  return pieces.length === 0 || (pieces.length === 1 && !isNoise(pieces[0]!));
}

/** True for a cell that holds one figure with a digit in it: no dash, no blank. */
export function holdsFigure(text: string): boolean {
  return isFigureText(text) && /\d/.test(halfWidth(text));
}
