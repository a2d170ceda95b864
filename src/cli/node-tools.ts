/** What the readers are handed on the command line: parsers that run in Node, and the PDF library. */
import { parseHTML } from 'linkedom';
import { STATUTORY_FORMATS } from '../formats/registry.ts';
import type { ReadingTools } from '../reading/read-any.ts';
import type { PdfLibrary } from '../reading/read-pdf.ts';

/** A page cut out of a site has no body of its own; the parser wants one. */
function wholePage(html: string): string {
  if (/<body[\s>]/i.test(html)) return html;
  return `<!DOCTYPE html><html><head></head><body>${html}</body></html>`;
}

export const NODE_TOOLS: ReadingTools = {
  formats: STATUTORY_FORMATS,
  parsePage: (html) => parseHTML(wholePage(html)).document,
  loadPdf: async () => (await import('pdfjs-dist/legacy/build/pdf.mjs')) as unknown as PdfLibrary,
};
