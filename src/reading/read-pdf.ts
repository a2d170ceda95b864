/**
 * A PDF with text as a document. The library is handed in and loaded by whoever calls; here stand
 * only the few calls made of it. Ruled tables become grids, all else printed lines.
 */
import { failure, type Result, success } from '../report/result.ts';
import type { Block, ReportDocument } from './document.ts';
import { type PdfPage, type Rule, type TextPiece, textLines } from './pdf-page.ts';
import { Cancelled, type Step } from './progress.ts';
import { ruledTables } from './ruled-grid.ts';

type Matrix = readonly [number, number, number, number, number, number];

interface PdfTextItem {
  readonly str?: string;
  readonly width?: number;
  readonly transform?: readonly number[];
}

interface PdfPageHandle {
  readonly getViewport: (options: { scale: number }) => { readonly height: number };
  readonly getTextContent: () => Promise<{ readonly items: readonly PdfTextItem[] }>;
  readonly getOperatorList: () => Promise<{
    readonly fnArray: readonly number[];
    readonly argsArray: readonly unknown[];
  }>;
}

interface PdfHandle {
  readonly numPages: number;
  readonly getPage: (number: number) => Promise<PdfPageHandle>;
}

/** What is asked of pdf.js. */
export interface PdfLibrary {
  readonly getDocument: (source: {
    data: Uint8Array;
    isEvalSupported: boolean;
    useSystemFonts: boolean;
    disableFontFace: boolean;
    verbosity: number;
  }) => { readonly promise: Promise<PdfHandle>; readonly destroy: () => Promise<void> };
  readonly OPS: Readonly<Record<string, number>>;
}

const MOST_PAGES = 80;
const THIN = 2.5;

function times(one: Matrix, other: Matrix): Matrix {
  const [a, b, c, d, e, f] = one;
  const [g, h, i, j, k, l] = other;
  return [
    a * g + c * h,
    b * g + d * h,
    a * i + c * j,
    b * i + d * j,
    a * k + c * l + e,
    b * k + d * l + f,
  ];
}

function across(y: number, x1: number, x2: number): Rule {
  return { direction: 'across', at: y, from: Math.min(x1, x2), to: Math.max(x1, x2) };
}

function down(x: number, y1: number, y2: number): Rule {
  return { direction: 'down', at: x, from: Math.min(y1, y2), to: Math.max(y1, y2) };
}

/** A rectangle as the lines it draws: a thin one is a line, a wide one has four. */
function rulesOfBox(x1: number, y1: number, x2: number, y2: number): readonly Rule[] {
  const isFlat = Math.abs(y2 - y1) < THIN;
  const isThin = Math.abs(x2 - x1) < THIN;
  if (isFlat && isThin) return [];
  if (isFlat) return [across((y1 + y2) / 2, x1, x2)];
  if (isThin) return [down((x1 + x2) / 2, y1, y2)];
  return [across(y1, x1, x2), across(y2, x1, x2), down(x1, y1, y2), down(x2, y1, y2)];
}

function rulesOfLine(x1: number, y1: number, x2: number, y2: number): readonly Rule[] {
  if (Math.abs(y2 - y1) < 1) return [across(y1, x1, x2)];
  return Math.abs(x2 - x1) < 1 ? [down(x1, y1, y2)] : [];
}

type Point = readonly [number, number];

/** How many numbers each step of a path takes besides those it draws straight. */
function pathRules(
  steps: readonly number[],
  numbers: readonly number[],
  ops: PdfLibrary['OPS'],
  place: (x: number, y: number) => Point,
): readonly Rule[] {
  const rules: Rule[] = [];
  let at = 0;
  let last: Point = [0, 0];
  let first: Point = [0, 0];
  const point = (offset: number) => place(numbers[at + offset] ?? 0, numbers[at + offset + 1] ?? 0);
  for (const step of steps) {
    if (step === ops.rectangle) {
      const [x, y, width = 0, height = 0] = numbers.slice(at, at + 4);
      rules.push(
        ...rulesOfBox(...place(x ?? 0, y ?? 0), ...place((x ?? 0) + width, (y ?? 0) + height)),
      );
      at += 4;
    } else if (step === ops.moveTo || step === ops.lineTo) {
      const next = point(0);
      if (step === ops.lineTo) rules.push(...rulesOfLine(...last, ...next));
      else first = next;
      last = next;
      at += 2;
    } else if (step === ops.curveTo) at += 6;
    else if (step === ops.curveTo2 || step === ops.curveTo3) at += 4;
    else if (step === ops.closePath) rules.push(...rulesOfLine(...last, ...first));
  }
  return rules;
}

async function rulesOf(page: PdfPageHandle, ops: PdfLibrary['OPS']): Promise<readonly Rule[]> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const { height } = page.getViewport({ scale: 1 });
  const rules: Rule[] = [];
  const saved: Matrix[] = [];
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  const place = (x: number, y: number): Point => [
    matrix[0] * x + matrix[2] * y + matrix[4],
    height - (matrix[1] * x + matrix[3] * y + matrix[5]),
  ];
  fnArray.forEach((fn, at) => {
    const args = argsArray[at];
    if (fn === ops.save) saved.push(matrix);
    else if (fn === ops.restore) matrix = saved.pop() ?? matrix;
    else if (fn === ops.transform) matrix = times(matrix, args as Matrix);
    else if (fn === ops.constructPath) {
      const [steps, numbers] = args as [readonly number[], readonly number[]];
      if (Array.isArray(steps)) rules.push(...pathRules(steps, numbers, ops, place));
    }
  });
  return rules;
}

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

async function readPages(
  pdf: PdfHandle,
  ops: PdfLibrary['OPS'],
  step: Step,
): Promise<readonly PdfPage[]> {
  const pages: PdfPage[] = [];
  const last = Math.min(pdf.numPages, MOST_PAGES);
  for (let number = 1; number <= last; number += 1) {
    await step({ done: number - 1, of: last });
    const page = await pdf.getPage(number);
    pages.push({ pieces: await piecesOf(page), rules: await rulesOf(page, ops) });
  }
  return pages;
}

/** The document of a PDF file. */
export async function readPdf(
  bytes: Uint8Array,
  library: PdfLibrary,
  step: Step,
): Promise<Result<ReportDocument>> {
  const task = library.getDocument({
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    verbosity: 0,
  });
  try {
    const pages = await readPages(await task.promise, library.OPS, step);
    if (pages.every(({ pieces }) => pieces.length === 0)) {
      return failure(
        '这个 PDF 是扫描件或图片，没有可读的文字',
        '换用带文字的 PDF，或用 Word 原件。',
      );
    }
    return success({ blocks: pages.flatMap(pageBlocks), wrapped: true });
  } catch (reason) {
    if (reason instanceof Cancelled) throw reason;
    return failure('这个 PDF 打不开，可能已损坏或加了密码', '用阅读器打开后另存一份，再试一次。');
  } finally {
    await task.destroy();
  }
}
