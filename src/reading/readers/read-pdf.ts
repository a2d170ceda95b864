/**
 * A PDF with text as a document: ruled tables become grids, all else printed lines. What cannot be read –
 * a font without a known character map, a page that is a picture, pages beyond the limit – is told, never
 * passed over in silence.
 */
import { failure, type Result, success } from '../../report/result.ts';
import type { Block, ReportDocument } from './document.ts';
import type { CMapSource, LoadCMap, PdfHandle, PdfLibrary, PdfPageHandle } from './pdf-library.ts';
import { type PdfPage, type TextPiece, textLines } from './pdf-page.ts';
import { rulesOf } from './pdf-rules.ts';
import { pagesToRead, textOfPage } from './pdf-span.ts';
import { Cancelled, type Step } from './progress.ts';
import { ruledTables } from './ruled-grid.ts';

async function piecesOf(page: PdfPageHandle): Promise<readonly TextPiece[]> {
  const { items } = await page.getTextContent();
  const { height } = page.getViewport({ scale: 1 });
  return items.flatMap(({ str, width = 0, transform = [] }) => {
    if (str === undefined || str.trim() === '') return [];
    const [, , c = 0, d = 0, left = 0, bottom = 0] = transform;
    const size = Math.hypot(c, d) || 10;
    return [{ text: str, left, right: left + width, baseline: height - bottom, size }];
  });
}

/** The blocks of one page from top to bottom. */
export function pageBlocks(page: PdfPage): readonly Block[] {
  const tables = ruledTables(page);
  const inside = new Set(tables.flatMap(({ pieces }) => pieces));
  const lines = textLines(page.pieces.filter((piece) => !inside.has(piece)));
  const placed = [
    ...tables.map(({ top, grid }) => ({ top, block: grid as Block })),
    ...lines.map(({ top, text }) => ({ top, block: { kind: 'paragraph', text } as Block })),
  ];
  return placed.sort((one, other) => one.top - other.top).map(({ block }) => block);
}

/** Pieces that are no letters: private and control characters, where a font has no map to letters. */
function isUndecoded({ text }: TextPiece): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
  const marks = text.match(/[\u0000-\u0008\u000e-\u001f\ue000-\uf8ff\ufffd]/g)?.length ?? 0;
  return marks > 1 && marks * 2 > text.length;
}

interface ReadPage extends PdfPage {
  readonly number: number;
  readonly isPicture: boolean;
  readonly undecoded: number;
}

async function readPage(
  number: number,
  page: PdfPageHandle,
  ops: PdfLibrary['OPS'],
): Promise<ReadPage> {
  const pieces = await piecesOf(page);
  const drawn = await page.getOperatorList();
  const { height } = page.getViewport({ scale: 1 });
  const isPicture = pieces.length === 0 && drawn.fnArray.some((fn) => fn === ops.paintImageXObject);
  const undecoded = pieces.filter(isUndecoded).length;
  return { number, pieces, rules: rulesOf(drawn, height, ops), isPicture, undecoded };
}

/** Character maps as pdf.js asks for them; those that are not at hand are noted. */
function cMapsFrom(load: LoadCMap, lacking: Set<string>): new () => CMapSource {
  return class {
    readonly fetch: CMapSource['fetch'] = async ({ name }) => {
      const cMapData = await load(name);
      if (!cMapData) {
        lacking.add(name);
        throw new Error(`no character map ${name}`);
      }
      return { cMapData, isCompressed: true };
    };
  };
}

function numbersOf(pages: readonly ReadPage[]): string {
  const numbers = pages.map(({ number }) => number);
  const more = numbers.length > 8 ? `等 ${numbers.length} ` : ' ';
  return `第 ${numbers.slice(0, 8).join('、')}${more}页`;
}

function leftOutOf(
  pages: readonly ReadPage[],
  lacking: ReadonlySet<string>,
  skipped: readonly string[],
): readonly string[] {
  const pictures = pages.filter(({ isPicture }) => isPicture);
  const undecoded = pages.filter((page) => page.undecoded > 0);
  return [
    ...skipped,
    ...[...lacking].map((name) => `字体编码 ${name} 解不出来，用它写的文字没有读`),
    ...(pictures.length > 0 ? [`${numbersOf(pictures)}是图片，没有读`] : []),
    ...(undecoded.length > 0 ? [`${numbersOf(undecoded)}有文字的字体解不出来`] : []),
  ];
}

async function readPages(
  pdf: PdfHandle,
  ops: PdfLibrary['OPS'],
  step: Step,
): Promise<{ readonly pages: readonly ReadPage[]; readonly skipped: readonly string[] }> {
  const texts = async (number: number): Promise<string> => textOfPage(await pdf.getPage(number));
  const span = await pagesToRead(pdf.numPages, texts, step);
  const pages: ReadPage[] = [];
  for (let number = span.from; number <= span.to; number += 1) {
    await step({ done: number - span.from, of: span.to - span.from + 1 });
    pages.push(await readPage(number, await pdf.getPage(number), ops));
  }
  return { pages, skipped: span.skipped };
}

function noText(leftOut: readonly string[], lacking: ReadonlySet<string>): Result<never> {
  if (lacking.size > 0) {
    return failure(
      `这个 PDF 的字体解不出来（${[...lacking].join('、')}），读不到文字`,
      '用 Word 原件，或用阅读器打开后另外打印成 PDF。',
    );
  }
  const told = leftOut.filter((one) => !one.includes('是图片'));
  return failure(
    ['这个 PDF 是扫描件或图片，没有可读的文字', ...told].join('；'),
    '换用带文字的 PDF，或用 Word 原件。',
  );
}

/** The document of a PDF file; throws `Cancelled` where it was called off. */
export async function readPdf(
  bytes: Uint8Array,
  library: PdfLibrary,
  loadCMap: LoadCMap,
  step: Step,
): Promise<Result<ReportDocument>> {
  const lacking = new Set<string>();
  const task = library.getDocument({
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    verbosity: 0,
    useWorkerFetch: false,
    CMapReaderFactory: cMapsFrom(loadCMap, lacking),
  });
  try {
    const { pages, skipped } = await readPages(await task.promise, library.OPS, step);
    const leftOut = leftOutOf(pages, lacking, skipped);
    if (pages.every(({ pieces }) => pieces.length === 0)) return noText(leftOut, lacking);
    return success({ blocks: pages.flatMap(pageBlocks), wrapped: true, leftOut });
  } catch (reason) {
    if (reason instanceof Cancelled) throw reason;
    return failure('这个 PDF 打不开，可能已损坏或加了密码', '用阅读器打开后另存一份，再试一次。');
  } finally {
    await task.destroy();
  }
}
