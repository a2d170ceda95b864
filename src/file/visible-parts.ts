/** What a reader sees of a page of ours, and what is asked of a parsed page to tell it. */
import { tableSections } from '../formats/cells.ts';
import type { Format } from '../formats/format.ts';
import { gridOf } from '../formats/grid.ts';

/** What is asked of an element of a parsed page. */
export interface HtmlElement {
  readonly tagName: string;
  readonly textContent: string | null;
  readonly getAttribute: (name: string) => string | null;
  readonly querySelectorAll: (selector: string) => ArrayLike<HtmlElement>;
}

/** What is asked of a parsed page. */
export interface HtmlDocument {
  readonly querySelector: (selector: string) => HtmlElement | null;
  readonly querySelectorAll: (selector: string) => ArrayLike<HtmlElement>;
}

/** Parses HTML into a document that runs nothing and loads nothing. */
export type ParseHtml = (html: string) => HtmlDocument;

function textsOf(elements: ArrayLike<HtmlElement>): readonly string[] {
  return Array.from(elements, ({ textContent }) => textContent ?? '');
}

/** The figures a reader sees, by address; undefined where a table has not its number of figures. */
export function visibleFigures(
  page: HtmlDocument,
  format: Format,
): ReadonlyMap<string, string> | undefined {
  const tables = Array.from(page.querySelectorAll('table.paper-table'));
  const figures = new Map<string, string>();
  for (const [at, { table }] of tableSections(format).entries()) {
    const shown = textsOf(tables[at]?.querySelectorAll('.paper-figure') ?? []);
    const addresses = gridOf(table).rows.flatMap(({ cells }) =>
      cells.flatMap(({ address }) => address ?? []),
    );
    if (shown.length !== addresses.length) return undefined;
    addresses.forEach((address, place) => {
      figures.set(address, shown[place] ?? '');
    });
  }
  return figures;
}

/** Title, headings and paragraphs as a reader sees them, in order. */
export function visibleWords(page: HtmlDocument): readonly string[] {
  const selector = '.paper-title, .paper-heading, .paper-subheading, .paper-paragraph';
  return textsOf(page.querySelectorAll(selector));
}
