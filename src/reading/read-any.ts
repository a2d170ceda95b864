/**
 * Any file a report may come in, told by what stands in it and not by its name, as a reading. The
 * parsers and the PDF library are handed in; heavy readers are loaded only when one is needed.
 */

import { DEEPEST_PAGE, isTooDeep } from '../file/markup-depth.ts';
import { readReportHtml } from '../file/read-html.ts';
import { readReportJson } from '../file/read-json.ts';
import type { HtmlDocument } from '../file/visible-parts.ts';
import { REPORT_META } from '../file/write-html.ts';
import type { FormatRegistry } from '../formats/registry.ts';
import { failure, type Result } from '../report/result.ts';
import { readingOfReport } from './own-report.ts';
import { LARGEST_SOURCE, tooLarge } from './read-failure.ts';
import { decodeText } from './readers/decode-text.ts';
import type { ReportDocument } from './readers/document.ts';
import type { LoadCMap, PdfLibrary } from './readers/pdf-library.ts';
import type { Step } from './readers/progress.ts';
import { readPlainText } from './readers/read-plain-text.ts';
import { readSeparated } from './readers/read-separated.ts';
import { type Page, readWebPage } from './readers/read-web-page.ts';
import type { Reading } from './reading.ts';
import { recognise } from './recognise.ts';

export interface ReadingTools {
  readonly formats: FormatRegistry;
  /** An inert HTML parser: it runs no script and fetches nothing. */
  readonly parsePage: (html: string) => Page & HtmlDocument;
  readonly loadPdf: () => Promise<PdfLibrary>;
  readonly loadCMap: LoadCMap;
  /** Hears how far a long reading has come; nobody does on the command line. */
  readonly step?: Step;
  /** Reads what a page of ours shows, not the data it carries: for pages somebody may have edited. */
  readonly asShown?: boolean;
}

export interface SourceFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Web pages and texts are never this long; a log or a dump of data is. */
const LARGEST_WORDS = 8 * 1024 * 1024;

/** What a file is, by its first bytes. */
type Kind = 'zip' | 'pdf' | 'oldOffice' | 'picture' | 'richText' | 'archive' | 'text';

const MAGIC: readonly (readonly [Kind, readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['oldOffice', [0xd0, 0xcf, 0x11, 0xe0]],
  ['picture', [0xff, 0xd8, 0xff]],
  ['picture', [0x89, 0x50, 0x4e, 0x47]],
  ['picture', [0x47, 0x49, 0x46, 0x38]],
  ['richText', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
];

/** A web archive begins like a letter: header lines, among them its MIME version. */
const LETTER_HEAD = /^\s{0,8}(?:from|subject|date|mime-version|content-type|snapshot-[a-z-]+):/i;

function kindOf(bytes: Uint8Array): Kind {
  const known = MAGIC.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte));
  if (known) return known[0];
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2000));
  return LETTER_HEAD.test(head) && /multipart\/related|text\/html/i.test(head) ? 'archive' : 'text';
}

/** So many sentences of what was not read stand in one of failure. */
const MOST_TOLD = 3;

function understood(document: Result<ReportDocument>, { formats }: ReadingTools): Result<Reading> {
  if (!document.ok) return document;
  const reading = recognise(document.value, formats);
  const { leftOut = [] } = document.value;
  if (reading.ok || leftOut.length === 0) return reading;
  // What was not read may be where the report stands.
  const { problem, advice } = reading.failure;
  return failure(`${problem}（${leftOut.slice(0, MOST_TOLD).join('；')}）`, advice);
}

function readPage(html: string, tools: ReadingTools): Result<Reading> {
  if (isTooDeep(html)) {
    return failure(
      `网页的标签套了 ${DEEPEST_PAGE} 层以上，不是年报`,
      '在浏览器里打开这个网页，复制正文，存为文本文件再打开。',
    );
  }
  if (!tools.asShown && html.includes(`name="${REPORT_META}"`)) {
    // A file of ours that was altered is told to be so, and not read as if it were a stranger's.
    const own = readReportHtml(html, tools.formats, tools.parsePage);
    return own.ok ? readingOfReport(own.value, tools.formats) : own;
  }
  return recognise(readWebPage(html, tools.parsePage), tools.formats);
}

const HTML = /^\s*(?:<!doctype|<html|<\?xml)|<(?:table|div|body|p)[\s>]/i;

function isBinary(text: string): boolean {
  const head = text.slice(0, 4000);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is counted.
  return (head.match(/[\u0000-\u0008\u000e-\u001f\ufffd]/g) ?? []).length > head.length / 20;
}

function readWords(name: string, text: string, tools: ReadingTools): Result<Reading> {
  if (text.length > LARGEST_WORDS) {
    return failure(`“${name}”太大，不是年报`, '选择年报的网页、Word、Excel、PDF 或文本文件。');
  }
  if (text.trim() === '') return failure(`“${name}”是空文件`, '选择有内容的文件。');
  if (isBinary(text)) {
    return failure(`“${name}”的格式读不了`, '另存为 Word、Excel、PDF、网页或文本文件再打开。');
  }
  const start = text.trimStart();
  if (start.startsWith('{')) {
    const own = readReportJson(start, tools.formats);
    return own.ok ? readingOfReport(own.value, tools.formats) : own;
  }
  if (HTML.test(text)) return readPage(text, tools);
  const isSeparated = /\.csv$/i.test(name);
  return recognise(isSeparated ? readSeparated(text) : readPlainText(text), tools.formats);
}

async function readZip(bytes: Uint8Array, tools: ReadingTools): Promise<Result<Reading>> {
  const { readOffice } = await import('./readers/read-office.ts');
  return understood(readOffice(bytes), tools);
}

const REFUSED: Readonly<Partial<Record<Kind, readonly [string, string]>>> = {
  oldOffice: [
    '这是旧版 Office 文件（.doc 或 .xls）',
    '用 Word 或 WPS 打开后另存为 .docx 或 .xlsx。',
  ],
  picture: ['这是图片，没有可读的文字', '换用带文字的 PDF、Word 或网页。'],
  richText: ['这是 RTF 文件', '用 Word 或 WPS 打开后另存为 .docx。'],
};

const unheard: Step = () => Promise.resolve();

/**
 * The reading of a file, or one sentence why there is none. Changes nothing; throws `Cancelled` where
 * it was called off.
 */
export async function readAny(file: SourceFile, tools: ReadingTools): Promise<Result<Reading>> {
  const { name, bytes } = file;
  if (bytes.length > LARGEST_SOURCE) {
    return tooLarge(name);
  }
  const kind = kindOf(bytes);
  const refused = REFUSED[kind];
  if (refused) return failure(...refused);
  if (kind === 'zip') return readZip(bytes, tools);
  if (kind === 'pdf') {
    const { readPdf } = await import('./readers/read-pdf.ts');
    const library = await tools.loadPdf();
    const step = tools.step ?? unheard;
    return understood(await readPdf(bytes, library, tools.loadCMap, step), tools);
  }
  if (kind === 'archive') {
    const { pageOfArchive } = await import('./readers/read-web-archive.ts');
    const page = pageOfArchive(bytes);
    return page.ok ? readPage(page.value, tools) : page;
  }
  return readWords(name, decodeText(bytes), tools);
}
