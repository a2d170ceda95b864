/**
 * What is on a PDF page, apart from any library: pieces of text with their places, and the ruled
 * lines of tables. Units are points, y grows downwards.
 */

export interface TextPiece {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** The line the letters stand on. */
  readonly baseline: number;
  readonly size: number;
}

/** A ruled line; horizontal ones have one y, vertical ones one x. */
export interface Rule {
  readonly direction: 'across' | 'down';
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface PdfPage {
  readonly pieces: readonly TextPiece[];
  readonly rules: readonly Rule[];
}

interface TextLine {
  readonly text: string;
  readonly top: number;
}

const SAME_LINE = 0.5;
const WORD_GAP = 0.28;

function byLine(pieces: readonly TextPiece[]): readonly (readonly TextPiece[])[] {
  const sorted = [...pieces].sort((one, other) => one.baseline - other.baseline);
  const lines: TextPiece[][] = [];
  for (const piece of sorted) {
    const last = lines[lines.length - 1];
    const near = last && Math.abs(last[0]!.baseline - piece.baseline) < piece.size * SAME_LINE;
    if (near) last.push(piece);
    else lines.push([piece]);
  }
  return lines;
}

function lineText(line: readonly TextPiece[]): string {
  const sorted = [...line].sort((one, other) => one.left - other.left);
  return sorted
    .map((piece, at) => {
      const before = sorted[at - 1];
      const isApart = before && piece.left - before.right > piece.size * WORD_GAP;
      return (isApart ? ' ' : '') + piece.text;
    })
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Pieces of text as printed lines, top to bottom. */
export function textLines(pieces: readonly TextPiece[]): readonly TextLine[] {
  return byLine(pieces).flatMap((line) => {
    const text = lineText(line);
    return text === '' ? [] : [{ text, top: Math.min(...line.map(({ baseline }) => baseline)) }];
  });
}
