/**
 * The printed labels of a table as they come back from other programs: without their numbers, with
 * other brackets, with blanks between the characters, or with a slip of the pen. Derived from the
 * format; no label stands here.
 *
 * 1. A label is `sure` where it is the printed one but for number, blanks and punctuation.
 * 2. One that is only alike is never sure and must be asked about.
 */

import { leafColumns, leafRows } from '../formats/cells.ts';
import {
  type ColumnLeaf,
  type ColumnNode,
  isColumnGroup,
  isRowGroup,
  type RowNode,
  type Table,
  type TableBlock,
} from '../formats/format.ts';
import { memoise } from '../formats/memoise.ts';

/** A row or column that a text names. */
export interface Named<Leaf> {
  readonly leaf: Leaf;
  readonly block: TableBlock;
  readonly sure: boolean;
}

/** The printed labels of a table, looked up by a text that may be written otherwise. */
export interface StatutoryLabels {
  readonly rowOf: (
    text: string,
  ) => Named<{ readonly id: string; readonly label: string }> | undefined;
  readonly columnOf: (text: string, block: TableBlock) => Named<ColumnLeaf> | undefined;
  /** True for the label of a column of any block. */
  readonly isColumn: (text: string) => boolean;
  /** True for any printed label of the table: row, column, group, block title or corner. */
  readonly isPrinted: (text: string) => boolean;
  /** All printed labels, longest first. */
  readonly printed: readonly string[];
}

/** Texts this alike are taken for the same label, if asked. */
const ALIKE = 0.75;

const ORDINAL = /^\s*(?:[一二三四五六七八九十]+\s*[、,.]|\([一二三四五六七八九十]+\)|\d+\s*[.、)])/;

/** A label without blanks and punctuation, in one form of every character. */
export function plainLabel(text: string): string {
  return text.normalize('NFKC').replace(/[\s\p{P}\p{S}]/gu, '');
}

/** A label without its number. */
export function bareLabel(text: string): string {
  return text.normalize('NFKC').replace(ORDINAL, '');
}

/** A label without the remark in brackets behind it. */
function headOf(text: string): string {
  return text.normalize('NFKC').replace(/\([^()]*\)\s*$/, '');
}

/** The forms in which a label may be written, all plain. */
function formsOf(label: string): readonly string[] {
  const bare = bareLabel(label);
  return [label, bare, headOf(bare)].map(plainLabel).filter((form) => form !== '');
}

function pairsOf(text: string): readonly string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));
}

/** How alike two texts are, from 0 to 1, by the pairs of characters they share. */
function likeness(one: readonly string[], other: readonly string[]): number {
  const rest = [...other];
  const shared = one.filter((pair) => {
    const at = rest.indexOf(pair);
    if (at >= 0) rest.splice(at, 1);
    return at >= 0;
  });
  return (2 * shared.length) / Math.max(1, one.length + other.length);
}

interface Candidate<Leaf> {
  readonly leaf: Leaf;
  readonly block: TableBlock;
  readonly forms: readonly string[];
  /** Of the label without its number. */
  readonly pairs: readonly string[];
}

function candidate<Leaf extends { readonly label: string }>(
  leaf: Leaf,
  block: TableBlock,
): Candidate<Leaf> {
  const forms = formsOf(leaf.label);
  return { leaf, block, forms, pairs: pairsOf(forms[1] ?? '') };
}

/** The candidate a text names: the printed form, then the form without number, then one alike. */
function find<Leaf>(text: string, candidates: readonly Candidate<Leaf>[]): Named<Leaf> | undefined {
  const wanted = formsOf(text);
  for (const form of wanted) {
    const found = candidates.filter(({ forms }) => forms.includes(form));
    if (found.length === 1) return { leaf: found[0]!.leaf, block: found[0]!.block, sure: true };
  }
  const pairs = pairsOf(wanted[1] ?? '');
  const near = candidates
    // Texts of very different length cannot be alike; most pasted texts end here.
    .filter((one) => Math.abs(one.pairs.length - pairs.length) * 2 < one.pairs.length)
    .map((one) => ({ one, score: likeness(pairs, one.pairs) }))
    .filter(({ score }) => score >= ALIKE)
    .sort((left, right) => right.score - left.score);
  const [best, next] = near;
  if (!best || (next && next.score === best.score)) return undefined;
  return { leaf: best.one.leaf, block: best.one.block, sure: false };
}

function columnLabels(nodes: readonly ColumnNode[]): readonly string[] {
  return nodes.flatMap((node) =>
    isColumnGroup(node) ? [node.label, ...columnLabels(node.columns)] : [node.label],
  );
}

function rowLabels(nodes: readonly RowNode[]): readonly string[] {
  return nodes.flatMap((node) =>
    isRowGroup(node) ? [node.label, ...rowLabels(node.rows)] : [node.label],
  );
}

function printedLabels({ blocks }: Table): readonly string[] {
  const labels = blocks.flatMap((block) => [
    block.title ?? '',
    block.corner,
    ...columnLabels(block.columns),
    ...rowLabels(block.rows),
  ]);
  return [...new Set(labels.filter((label) => label !== ''))].sort(
    (one, other) => other.length - one.length,
  );
}

/** The labels of a table. */
export const statutoryLabels = memoise((table: Table): StatutoryLabels => {
  const rows = table.blocks.flatMap((block) =>
    leafRows(block.rows).map(({ row }) => candidate(row, block)),
  );
  const columns = table.blocks.flatMap((block) =>
    leafColumns(block.columns).map((leaf) => candidate(leaf, block)),
  );
  const printed = printedLabels(table);
  const forms = new Set(printed.flatMap(formsOf));
  const heads = new Set(columns.flatMap((column) => column.forms));
  return {
    rowOf: (text) => find(text, rows),
    columnOf: (text, block) =>
      find(
        text,
        columns.filter((column) => column.block === block),
      ),
    isColumn: (text) => formsOf(text).some((form) => heads.has(form)),
    isPrinted: (text) => formsOf(text).some((form) => forms.has(form)),
    printed,
  };
});
