/** Which page of a draft shows a place: a cell, a field, or the page itself. */
import { BASICS } from '../checks/finding.ts';
import { cellAt } from '../formats/cells.ts';
import type { Format } from '../formats/format.ts';

export const CHECK_PAGE = 'check';
export const PREVIEW_PAGE = 'preview';
/** 核对公布的网页. */
export const PUBLISHED_PAGE = 'published';

/** The page of a cell address or field id; a page stays what it is. */
export function pageOfPlace(format: Format, place: string): string {
  const cell = cellAt(format, place);
  if (cell) return cell.section.id;
  if (place.startsWith('narrative.')) return place.slice('narrative.'.length);
  return isPage(format, place) ? place : BASICS;
}

/** The pages of a draft in the order of the guide. */
export function pagesOf(format: Format): readonly string[] {
  return [BASICS, ...format.sections.map(({ id }) => id), CHECK_PAGE, PREVIEW_PAGE];
}

/** True for a page a draft has. */
export function isPage(format: Format, page: string): boolean {
  return page === PUBLISHED_PAGE || pagesOf(format).includes(page);
}
