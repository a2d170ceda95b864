/**
 * Where a remark is pinned: a cell, a section, or the basics. Says its name, and finds it from what a
 * person pointed at on the paper.
 */
import { BASICS } from '../checks/finding.ts';
import { cellAt } from '../formats/cells.ts';
import type { Format } from '../formats/format.ts';
import { BASICS_HEADING } from './findings-summary.ts';

export interface Pin {
  readonly place: string;
  /** The words that were marked on the paper. */
  readonly quote?: string | undefined;
}

const LONGEST_QUOTE = 120;

/** A place as people call it. */
export function placeName(format: Format, place: string): string {
  if (place === BASICS) return BASICS_HEADING;
  const section = format.sections.find(({ id }) => id === place);
  return section?.heading ?? cellAt(format, place)?.name ?? place;
}

/** The section a place belongs to. */
export function sectionOfPlace(format: Format, place: string): string {
  return cellAt(format, place)?.section.id ?? place;
}

/** The heading above an element of the paper, on its page or an earlier one. */
function headingAbove(element: Element): string | undefined {
  const paper = element.closest('.paper');
  const headings = Array.from(paper?.querySelectorAll('.paper-heading') ?? []);
  const above = headings.filter(
    (heading) =>
      heading.contains(element) ||
      heading.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  return above[above.length - 1]?.textContent ?? undefined;
}

/** What was pointed at on the paper, with the words marked there. */
export function pinAt(format: Format, target: Element, marked: string): Pin {
  const cell = target.closest('[data-cell]')?.getAttribute('data-cell');
  if (cell) return { place: cell };
  const heading = headingAbove(target);
  const place = format.sections.find((section) => section.heading === heading)?.id ?? BASICS;
  const quote = marked.trim().slice(0, LONGEST_QUOTE);
  return quote ? { place, quote } : { place };
}
