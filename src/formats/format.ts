/**
 * The vocabulary in which a statutory form (统计格式) is described as data.
 *
 *   Format ─ sections ─┬─ narrative: text asked for by the notice
 *                      └─ table ─ blocks ─ rows (tree) × columns (tree) = cells
 *          └ rules     balances and other relations between cells
 *
 * Everything else – entry grid, totals, checks, print, files – is derived from such a literal, so
 * that a new statutory format is one new file. Nothing in this folder may know of a screen.
 *
 * 1. Row ids are unique within a table, column ids within a block.
 * 2. A leaf with `sumOf` is computed and never typed; all other leaves are entered.
 * 3. Labels are the printed wording, letter for letter.
 */
import type { CellRule } from './rule.ts';

/** What may be typed into a cell: a number of things, a change that may be negative, or money. */
export type FigureKind = 'count' | 'signedCount' | 'amount';

/** The unit of an amount; 2021 asks for 万元, the 2019 form prints none and bodies use 元. */
export type AmountUnit = '元' | '万元';

/** A column of a block. */
export interface ColumnLeaf {
  readonly id: string;
  readonly label: string;
  readonly kind?: FigureKind;
  readonly unit?: AmountUnit;
  /** Computed: the sum of these columns of the same block, in the same row. */
  readonly sumOf?: readonly string[];
  /** How many columns of the printed grid it covers where blocks of one table differ. */
  readonly span?: number;
}

/** Columns under one printed heading. */
export interface ColumnGroup {
  readonly label: string;
  readonly columns: readonly ColumnNode[];
}

/** A column or a group of them. */
export type ColumnNode = ColumnLeaf | ColumnGroup;

/** Help for one row: what is counted, on which legal ground, and the slip people make. */
export interface RowGuidance {
  readonly counts: string;
  readonly article?: string;
  readonly slip?: string;
}

/** A row of a block. */
export interface RowLeaf {
  readonly id: string;
  readonly label: string;
  /** The label as a sentence would say it: 本年新收, 结转下年. */
  readonly short?: string;
  /** Computed: the sum of these rows of the same block, in the same column. */
  readonly sumOf?: readonly string[];
  readonly guidance?: RowGuidance;
}

/** Rows under one printed label. */
export interface RowGroup {
  readonly label: string;
  readonly rows: readonly RowNode[];
}

/** A row or a group of them. */
export type RowNode = RowLeaf | RowGroup;

/** One stretch of a table with column heads of its own (表二 has four or five, the others one). */
export interface TableBlock {
  readonly title?: string;
  /** Text of the top left cell: 信息内容, or the printed note on the balance. */
  readonly corner: string;
  readonly columns: readonly ColumnNode[];
  readonly rows: readonly RowNode[];
}

/** A statutory table: its blocks, one below the other, and how it prints. */
export interface Table {
  readonly id: string;
  readonly caption: string;
  readonly blocks: readonly TableBlock[];
  /** `strip` prints all rows side by side as one line, as the form does with 表四. */
  readonly print: 'grid' | 'strip';
  /** Relative widths of the printed grid columns, label columns first. */
  readonly widths: readonly number[];
}

/** A sentence or heading the clerk can insert, with what the notice wants to read there. */
export interface Scaffold {
  readonly heading: string;
  readonly prompt: string;
}

/** A section that is text, with what the notice asks for in it. */
export interface NarrativeSection {
  readonly kind: 'narrative';
  readonly id: string;
  readonly heading: string;
  readonly aliases?: readonly string[];
  readonly asks: readonly string[];
  readonly scaffolds: readonly Scaffold[];
  /** Characters without spaces that the notice gives as a guide. */
  readonly guideLength?: number;
}

/** A section that is one table. */
export interface TableSection {
  readonly kind: 'table';
  readonly id: string;
  readonly heading: string;
  readonly aliases?: readonly string[];
  readonly table: Table;
}

/** A section of a report, in one of its two kinds. */
export type Section = NarrativeSection | TableSection;

/** The notice that issued a format; the date is an ISO date. */
export interface Notice {
  readonly title: string;
  readonly number: string;
  readonly date: string;
}

/** A statutory format as data: its sections, years and rules. */
export interface Format {
  readonly id: string;
  readonly name: string;
  readonly notice: Notice;
  /** First and last year reported on in this format; an open end is still in force. */
  readonly years: { readonly from: number; readonly to?: number };
  /** The notice only encouraged the format in these years: a missing section is no error. */
  readonly encouragedOnly?: readonly number[];
  readonly sections: readonly Section[];
  readonly rules: readonly CellRule[];
}

/** True for a group of rows. */
export function isRowGroup(node: RowNode): node is RowGroup {
  return 'rows' in node;
}

/** True for a group of columns. */
export function isColumnGroup(node: ColumnNode): node is ColumnGroup {
  return 'columns' in node;
}
