/**
 * The paper as plain text, for forms and letters that take nothing else: one line a paragraph, one
 * line a row with tabs between its cells, so that a table goes into a spreadsheet as it is.
 */
import type { Paper } from '../paper/paper.ts';
import { DRAFT_MARK, FROM_ABOVE, FROM_LEFT, type Outline, outlineOf } from './outline.ts';

function cellText(text: string): string {
  return text === FROM_LEFT || text === FROM_ABOVE ? '' : text.replace(/[\t\r\n]+/g, ' ');
}

function linesOf(outline: Outline): readonly string[] {
  return outline.flatMap((item) =>
    typeof item === 'string'
      ? [item.replace(/[\t\r\n]+/g, ' ')]
      : item.map((row) => row.map(cellText).join('\t')),
  );
}

/** The text, its lines ended as Windows ends them. */
export function writePlainText(paper: Paper): string {
  const mark = paper.draftMark ? [DRAFT_MARK] : [];
  return [...mark, ...linesOf(outlineOf(paper)), ''].join('\r\n');
}

/** The first line or cell in which the text differs from the paper; undefined where it is true. */
export function plainTextDifference(text: string, paper: Paper): string | undefined {
  const seen = text.split('\r\n').map((line) => line.split('\t'));
  const mark: Outline = paper.draftMark ? [DRAFT_MARK] : [];
  const expected = [...mark, ...outlineOf(paper), ''].flatMap((item) =>
    typeof item === 'string' ? [[item]] : item,
  );
  if (seen.length !== expected.length) return '行数';
  for (const [row, cells] of expected.entries()) {
    const wrong = cells.findIndex((cell, column) => seen[row]?.[column] !== cellText(cell));
    if (wrong >= 0 || seen[row]?.length !== cells.length) return cells[0];
  }
  return undefined;
}
