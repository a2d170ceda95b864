/**
 * Our own Word file as its reader sees it: words and tables in order. Merges are taken from the
 * file's own gridSpan and vMerge, so that a writer that errs is found out.
 */
import type { Markup } from '../paper/markup.ts';
import { type Bytes, readOfficeFile } from './office-package.ts';
import { DRAFT_MARK, FROM_ABOVE, FROM_LEFT, type Matrix, type Outline } from './outline.ts';
import NAMES from './word-names.json';
import { childMarkup, childOf, markupBelow } from './xml.ts';

const BREAKS: Readonly<Record<string, string>> = { 'w:tab': '\t', 'w:br': '\n' };

function runText(run: Markup): string {
  return childMarkup(run)
    .map((piece) => (piece.tag === 'w:t' ? piece.children.join('') : (BREAKS[piece.tag] ?? '')))
    .join('');
}

function textOf(paragraph: Markup): string {
  return markupBelow(paragraph, 'w:r').map(runText).join('');
}

function cellTexts(cell: Markup): readonly string[] {
  const properties = childOf(cell, 'w:tcPr');
  const span = Number(childOf(properties, 'w:gridSpan')?.attributes['w:val'] ?? 1);
  const merge = childOf(properties, 'w:vMerge');
  const continued = merge !== undefined && merge.attributes['w:val'] !== 'restart';
  const text = markupBelow(cell, 'w:p').map(textOf).join('');
  // Words in a continued cell are hidden by Word; shown here, they are found to be too much.
  const first = continued && text === '' ? FROM_ABOVE : text;
  return [first, ...Array.from({ length: span - 1 }, () => FROM_LEFT)];
}

function matrix(table: Markup): Matrix {
  const rows = childMarkup(table).filter(({ tag }) => tag === 'w:tr');
  return rows.map((row) =>
    childMarkup(row)
      .filter(({ tag }) => tag === 'w:tc')
      .flatMap(cellTexts),
  );
}

function hasDraftMark(header: Markup | undefined): boolean {
  return header !== undefined && markupBelow(header, 'w:p').map(textOf).join('') === DRAFT_MARK;
}

/** What a Word file shows, as read back from it. */
export interface SeenDocx {
  readonly outline: Outline;
  /** 草稿 on odd and even pages. */
  readonly draftMark: boolean;
}

/** What the file shows, or undefined where it is no Word file of ours. */
export function readDocx(bytes: Bytes): SeenDocx | undefined {
  const part = readOfficeFile(bytes);
  const body = childOf(part?.(NAMES.mainPart), 'w:body');
  if (!part || !body) return undefined;
  const outline = childMarkup(body).flatMap((item): Outline => {
    if (item.tag === 'w:tbl') return [matrix(item)];
    const text = textOf(item);
    return text === '' ? [] : [text];
  });
  const headers = ['default', 'even'].map((pages) => part(`word/header-${pages}.xml`));
  return { outline, draftMark: headers.every(hasDraftMark) };
}
