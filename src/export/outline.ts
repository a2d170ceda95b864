/**
 * What a reader of a written document sees, in order, whatever the form: lines of words, and tables
 * as full rectangles in which a merged cell stands once and points from where it reaches. Every
 * writer's file is read back into this and compared with the paper it was made from.
 */
import { gridSlots } from '../formats/grid-slots.ts';
import type { Paper, PaperBlock } from '../paper/paper.ts';

/** Texts of a table; `FROM_LEFT` and `FROM_ABOVE` stand where a merged cell reaches. */
export type Matrix = readonly (readonly string[])[];

/** A document reduced to what must agree: its paragraphs and tables in order. */
export type Outline = readonly (string | Matrix)[];

/** Stands in a matrix where a merged cell reaches from the left. */
export const FROM_LEFT = '←';

/** Stands in a matrix where a merged cell reaches from above. */
export const FROM_ABOVE = '↑';

/** The mark at the head of a draft. */
export const DRAFT_MARK = '草稿';

interface SeenCell {
  readonly printed: string;
  readonly colSpan: number;
  readonly rowSpan: number;
}

/** A table as a full rectangle. */
export function matrixOf(rows: readonly { readonly cells: readonly SeenCell[] }[]): Matrix {
  return gridSlots(rows).map((line) =>
    line.map(({ cell, rowOffset, columnOffset }) => {
      if (columnOffset > 0) return FROM_LEFT;
      return rowOffset > 0 ? FROM_ABOVE : cell.printed;
    }),
  );
}

function blockOutline(block: PaperBlock): Outline {
  return block.kind === 'table' ? [matrixOf(block.rows), ...block.notes] : [block.text];
}

/** The paper as its reader sees it; the draft mark is the form's own matter. */
export function outlineOf({ title, preface, blocks, signature }: Paper): Outline {
  const signed = [signature.name, signature.date].filter((line) => line !== '');
  return [title, ...preface, ...blocks.flatMap(blockOutline), ...signed];
}

/** Line breaks belong to the setting of a text, not to its wording. */
function wording(text: string): string {
  return text.replace(/[\r\n]+/g, '');
}

function matrixDifference(seen: Matrix, expected: Matrix): string | undefined {
  if (seen.length !== expected.length) return '表格的行数';
  for (const [at, line] of expected.entries()) {
    const shown = seen[at] ?? [];
    if (shown.length !== line.length) return '表格的列数';
    const wrong = line.findIndex((text, column) => wording(text) !== wording(shown[column] ?? ''));
    if (wrong >= 0) return placeName(expected, at, wrong);
  }
  return undefined;
}

/** A place of a table by what stands to its left: 「（一）予以公开 第4列」. */
function placeName(matrix: Matrix, row: number, column: number): string {
  const labels = (matrix[row] ?? []).slice(0, column).filter((text) => HAS_WORDS.test(text));
  return `${labels[labels.length - 1] ?? `表格第${row + 1}行`} 第${column + 1}列`;
}

const HAS_WORDS = /[\u4e00-\u9fff]/;

/** The first thing in which what is seen differs from what it should be, in words. */
export function outlineDifference(seen: Outline, expected: Outline): string | undefined {
  for (const [at, item] of expected.entries()) {
    const shown = seen[at];
    if (typeof item === 'string') {
      if (typeof shown !== 'string' || wording(shown) !== wording(item)) return item || '正文';
    } else {
      if (typeof shown === 'string' || shown === undefined) return '表格';
      const wrong = matrixDifference(shown, item);
      if (wrong) return wrong;
    }
  }
  return seen.length > expected.length ? '正文多出的内容' : undefined;
}
