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
  type Block,
  type ColumnLeaf,
  type ColumnNode,
  isColumnGroup,
  isRowGroup,
  type RowNode,
  type Table,
} from '../formats/format.ts';

/** A row or column that a text names. */
export interface Named<Leaf> {
  readonly leaf: Leaf;
  readonly block: Block;
  readonly sure: boolean;
}

export interface StatutoryLabels {
  readonly rowOf: (
    text: string,
  ) => Named<{ readonly id: string; readonly label: string }> | undefined;
  readonly columnOf: (text: string, block: Block) => Named<ColumnLeaf> | undefined;
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
  return [...text].slice(1).map((character, at) => `${[...text][at]}${character}`);
}

/** How alike two texts are, from 0 to 1, by the pairs of characters they share. */
function likeness(one: string, other: string): number {
  const rest = [...pairsOf(other)];
  const all = pairsOf(one).length + rest.length;
  const shared = pairsOf(one).filter((pair) => {
    const at = rest.indexOf(pair);
    if (at >= 0) rest.splice(at, 1);
    return at >= 0;
  });
  return all === 0 ? 0 : (2 * shared.length) / all;
}

interface Candidate<Leaf> {
  readonly leaf: Leaf;
  readonly block: Block;
  readonly forms: readonly string[];
}

/** The candidate a text names: the printed form, then the form without number, then one alike. */
function find<Leaf>(text: string, candidates: readonly Candidate<Leaf>[]): Named<Leaf> | undefined {
  const wanted = formsOf(text);
  for (const form of wanted) {
    const found = candidates.filter(({ forms }) => forms.includes(form));
    if (found.length === 1) return { leaf: found[0]!.leaf, block: found[0]!.block, sure: true };
  }
  const bare = wanted[1] ?? wanted[0] ?? '';
  const near = candidates
    .map((candidate) => ({ candidate, score: likeness(bare, candidate.forms[1] ?? '') }))
    .filter(({ score }) => score >= ALIKE)
    .sort((one, other) => other.score - one.score);
  const [best, next] = near;
  if (!best || (next && next.score === best.score)) return undefined;
  return { leaf: best.candidate.leaf, block: best.candidate.block, sure: false };
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

const LABELS = new WeakMap<Table, StatutoryLabels>();

/** The labels of a table; kept, since a table never changes. */
export function statutoryLabels(table: Table): StatutoryLabels {
  const known = LABELS.get(table);
  if (known) return known;
  const rows = table.blocks.flatMap((block) =>
    leafRows(block.rows).map(({ row }) => ({ leaf: row, block, forms: formsOf(row.label) })),
  );
  const columns = table.blocks.flatMap((block) =>
    leafColumns(block.columns).map((leaf) => ({ leaf, block, forms: formsOf(leaf.label) })),
  );
  const printed = printedLabels(table);
  const forms = new Set(printed.flatMap(formsOf));
  const heads = new Set(columns.flatMap((column) => column.forms));
  const labels: StatutoryLabels = {
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
  LABELS.set(table, labels);
  return labels;
}
