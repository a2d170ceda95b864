/** What the readers are handed on the command line: parsers that run in Node, and the PDF library. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { parseHTML } from 'linkedom';
import { STATUTORY_FORMATS } from '../formats/registry.ts';
import type { ReadingTools } from '../reading/read-any.ts';
import { CMAP_NAMES } from '../reading/readers/cmap-names.ts';
import type { PdfLibrary } from '../reading/readers/pdf-library.ts';

/** A page cut out of a site has no body of its own; the parser wants one. */
function wholePage(html: string): string {
  if (/<body[\s>]/i.test(html)) return html;
  return `<!DOCTYPE html><html><head></head><body>${html}</body></html>`;
}

export const NODE_TOOLS: ReadingTools = {
  formats: STATUTORY_FORMATS,
  parsePage: (html) => parseHTML(wholePage(html)).document,
  loadPdf: async () => (await import('pdfjs-dist/legacy/build/pdf.mjs')) as unknown as PdfLibrary,
  loadCMap: async (name) => {
    if (!CMAP_NAMES.some((one) => one === name)) return undefined;
    const path = createRequire(import.meta.url).resolve(`pdfjs-dist/cmaps/${name}.bcmap`);
    return new Uint8Array(await readFile(path));
  },
};
