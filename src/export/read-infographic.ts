/** The figures of 一图读懂 as a stranger sees them: in the SVG file, and on the page of a printable file. */

import type { HtmlDocument } from '../file/visible-parts.ts';
import type { DrawnFigure } from './infographic.ts';
import { markupBelow, readXml } from './xml.ts';

/** What is seen in an SVG file of ours; undefined where it is none. */
export function figuresInSvg(text: string): readonly DrawnFigure[] | undefined {
  const root = readXml(text);
  return (
    root &&
    markupBelow(root, 'text').map(({ attributes, children }) => ({
      attributes,
      text: children.join(''),
    }))
  );
}

const MARKS = ['data-cells', 'data-last-cells'] as const;

/** What is seen of the picture on a page; undefined where the page has none. */
export function figuresOnPage(page: HtmlDocument): readonly DrawnFigure[] | undefined {
  if (!page.querySelector('.paper-picture svg')) return undefined;
  return Array.from(page.querySelectorAll('.paper-picture text'), (shape) => ({
    attributes: Object.fromEntries(
      MARKS.flatMap((mark) => {
        const cells = shape.getAttribute(mark);
        return cells === null ? [] : [[mark, cells] as const];
      }),
    ),
    text: shape.textContent ?? '',
  }));
}
