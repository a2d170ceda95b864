/** Files out, and the parsers and libraries that reading foreign files in takes. */
import type { HandOverFile } from '../export/hand-over.ts';
import { STATUTORY_FORMATS } from '../formats/registry.ts';
import type { ReadingTools } from '../reading/read-any.ts';
import type { PdfLibrary } from '../reading/readers/pdf-library.ts';
import { inertDocument } from './trusted-types.ts';

/** Hands a finished file to the browser's downloads. */
export function saveFile({ name, mime, content }: HandOverFile): void {
  const type = typeof content === 'string' ? `${mime};charset=utf-8` : mime;
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the blob after this task; revoking at once would empty the file.
  window.setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** PDF files are read on this thread: a worker of its own would need a laxer policy. */
async function loadPdf(): Promise<PdfLibrary> {
  await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  return (await import('pdfjs-dist/legacy/build/pdf.mjs')) as unknown as PdfLibrary;
}

const POLICY = /<meta\s+http-equiv\s*=\s*["']?content-security-policy["']?[^<>]*>/gi;

/**
 * An inert page. Chromium 80 takes the policy of a page it only parses for this page's own, and then
 * loads no style sheet any more: it is left out.
 */
export function parsePage(html: string): Document {
  return inertDocument(html.replace(POLICY, ''), 'text/html');
}

/** What readers of foreign files need; loaded when first asked for. */
export async function loadReadingTools(): Promise<ReadingTools> {
  return {
    formats: STATUTORY_FORMATS,
    parsePage,
    loadPdf,
    loadCMap: async (name) => (await import('./character-maps.ts')).loadCMap(name),
  };
}
