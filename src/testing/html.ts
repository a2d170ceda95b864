/** An HTML parser for tests in Node, where there is no DOMParser to hand in. */
import { parseHTML } from 'linkedom';
import type { ParseHtml } from '../exchange/read-html.ts';

export const parseHtml: ParseHtml = (html) =>
  parseHTML(html).document as unknown as ReturnType<ParseHtml>;
