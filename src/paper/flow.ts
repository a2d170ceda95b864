/**
 * The paper as what flows over its pages: items in their order, each one element when shown, in
 * stretches that share a kind of page – upright text, a wide table turned on a page of its own, the
 * picture. Pages are cut from here (`pages.ts`), elements are made from here (`markup.ts`).
 */
import type { Grid } from '../formats/grid.ts';
import type { Paper, PaperBlock } from './paper.ts';

/** A block of the paper that is a table. */
export type PaperTable = Extract<PaperBlock, { kind: 'table' }>;

/** One thing that is set on a page, as pages are filled. */
export type PaperItem =
  | { readonly kind: 'title' | 'heading' | 'subheading' | 'note'; readonly text: string }
  | {
      readonly kind: 'paragraph';
      readonly text: string;
      /** Its first line stands on the page before. */
      readonly continues?: boolean;
      /** Its last line stands on the page after. */
      readonly goesOn?: boolean;
    }
  | { readonly kind: 'table'; readonly table: PaperTable }
  | { readonly kind: 'signature'; readonly lines: readonly string[] }
  | { readonly kind: 'picture' };

/** Items that are set on pages of one kind, one after the other. */
export interface PageRun {
  readonly page: 'upright' | 'turned' | 'picture';
  readonly items: readonly PaperItem[];
}

/** Which tables stand on a turned page: none, the strip of 四, or every table of many columns. */
export const TURNS = ['none', 'strip', 'wide'] as const;

/** Which tables are printed on turned pages. */
export type Turned = (typeof TURNS)[number];

/** What the flow of a paper depends on beside the paper. */
export interface FlowOptions {
  readonly turned?: Turned;
  /** True where 一图读懂 is the last page. */
  readonly picture?: boolean;
}

/** From so many columns on, they are too narrow for long figures at full size. */
const NARROW = 8;

/** True for a table whose columns are narrow. */
export function isNarrow({ columnCount }: Grid): boolean {
  return columnCount >= NARROW;
}

/** True where a table is to stand on a turned page. */
export function isTurned({ grid }: PaperTable, turned: Turned): boolean {
  if (turned === 'none') return false;
  return turned === 'wide' ? isNarrow(grid) : grid.table.print === 'strip';
}

function blockItems(block: PaperBlock): readonly PaperItem[] {
  if (block.kind !== 'table') return [block];
  const notes = block.notes.map((text) => ({ kind: 'note', text }) as const);
  return [{ kind: 'table', table: block }, ...notes];
}

function upright(items: readonly PaperItem[]): readonly PageRun[] {
  return items.length > 0 ? [{ page: 'upright', items }] : [];
}

/** The blocks of a paper as stretches: a turned table takes the heading above it along. */
function blockStretches(
  before: readonly PaperItem[],
  blocks: readonly PaperBlock[],
  turned: Turned,
): readonly PageRun[] {
  const at = blocks.findIndex((block) => block.kind === 'table' && isTurned(block, turned));
  if (at < 0) return upright([...before, ...blocks.flatMap(blockItems)]);
  const from = at > 0 && blocks[at - 1]?.kind === 'heading' ? at - 1 : at;
  return [
    ...upright([...before, ...blocks.slice(0, from).flatMap(blockItems)]),
    { page: 'turned', items: blocks.slice(from, at + 1).flatMap(blockItems) },
    ...blockStretches([], blocks.slice(at + 1), turned),
  ];
}

function withSignature(stretches: readonly PageRun[], lines: readonly string[]) {
  if (lines.length === 0) return stretches;
  const signature: PaperItem = { kind: 'signature', lines };
  const last = stretches[stretches.length - 1];
  if (last?.page !== 'upright') return [...stretches, ...upright([signature])];
  return [...stretches.slice(0, -1), { ...last, items: [...last.items, signature] }];
}

/** The stretches of a paper. */
export function stretchesOf(
  { title, preface, blocks, signature }: Paper,
  { turned = 'none', picture = false }: FlowOptions = {},
): readonly PageRun[] {
  const head: readonly PaperItem[] = [
    { kind: 'title', text: title },
    ...preface.map((text) => ({ kind: 'paragraph', text }) as const),
  ];
  const lines = [signature.name, signature.date].filter((line) => line !== '');
  const words = withSignature(blockStretches(head, blocks, turned), lines);
  return picture ? [...words, { page: 'picture', items: [{ kind: 'picture' }] }] : words;
}
