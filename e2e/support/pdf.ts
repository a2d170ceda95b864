/**
 * A PDF as its reader sees it, page by page, and the preview beside it. Read by pdf.js, which gives
 * turned text whole and keeps a hyphen at the end of a line; pdftotext does neither.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { readableText } from '../../src/reading/readers/plain-text.ts';

const FOLDER = new URL('../../test-results/pdf/', import.meta.url);

/** Some fonts write 门 and 工 as radicals into a PDF; they are seen through. */
function plain(text: string): string {
  return readableText(text).normalize('NFKC');
}

/** The pieces of text of each page of a PDF, which is kept to be looked at. */
export async function pdfPages(
  name: string,
  pdf: Uint8Array,
): Promise<readonly (readonly string[])[]> {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(new URL(`${name}.pdf`, FOLDER), pdf);
  const task = getDocument({ data: new Uint8Array(pdf), useSystemFonts: true, verbosity: 0 });
  const document = await task.promise;
  const numbers = Array.from({ length: document.numPages }, (_, at) => at + 1);
  const pages = await Promise.all(
    numbers.map(async (number) => {
      const { items } = await (await document.getPage(number)).getTextContent();
      return items.map((item) => ('str' in item ? plain(item.str) : ''));
    }),
  );
  await task.destroy();
  return pages;
}

/** Every character of a text, in an order that says nothing: labels down the page are torn in a PDF. */
export function charactersOf(text: string): string {
  return [...plain(text).replace(/\s/g, '')].sort().join('');
}

function counted(words: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Figures that a page does not hold as often as they are named. */
export function figuresLost(
  figures: readonly string[],
  pieces: readonly string[],
): readonly string[] {
  const held = counted(pieces.join(' ').match(/-?\d+(?:\.\d+)?/g) ?? []);
  const named = counted(figures.filter((figure) => /^-?\d+(?:\.\d+)?$/.test(figure)));
  return [...named]
    .filter(([figure, count]) => (held.get(figure) ?? 0) < count)
    .map(([one]) => one);
}

/** A page of the preview as it is seen. */
export interface SeenPage {
  readonly text: string;
  readonly figures: readonly string[];
}

/** Runs in the page, old browsers included: what each sheet of the preview shows. */
export function seenPages(): SeenPage[] {
  const frames = document.querySelectorAll('article [data-page]');
  return Array.from(frames, (frame) => {
    const marks = Array.from(
      frame.querySelectorAll('.paper-draft-mark:empty'),
      (mark) => getComputedStyle(mark, '::before').content,
    );
    const figures = Array.from(frame.querySelectorAll('td[data-cell]'), (cell) =>
      (cell.textContent || '').trim(),
    );
    const described = Array.from(
      frame.querySelectorAll('svg title, svg desc'),
      (one) => one.textContent || '',
    );
    const text = `${frame.textContent}${marks.join('').replace(/"/g, '')}`;
    return { text: described.reduce((all, one) => all.replace(one, ''), text), figures };
  });
}
