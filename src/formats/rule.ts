/**
 * The closed set of kinds in which a relation between cells is written down as data. The numbers
 * behind a kind are judged in `checks/`; here stands only what must hold, where, and who says so.
 *
 * A *line* is one column of a table (its terms are rows) or one row (its terms are columns), so one
 * rule serves all seven columns of 表三 or both rows of 第二十条第（一）项.
 */
import type { AgencyType } from './agency.ts';

/** 错误, 提醒, 提示; and 未填, which is neutral while a report is being drafted. */
export type Severity = 'error' | 'reminder' | 'hint' | 'unfilled';

/** Cells of one table: the product of rows and columns; a missing list means all of them. */
export interface CellSelection {
  readonly table: string;
  readonly rows?: readonly string[];
  readonly columns?: readonly string[];
}

/** Where a relation is applied: along every named column (terms are rows) or row (terms are columns). */
export interface Lines {
  readonly table: string;
  readonly along: 'column' | 'row';
  /** Ids of the lines; missing means every line that has all the terms. */
  readonly lines?: readonly string[];
}

/** A sum of row or column ids on a line; a leading minus subtracts: `['issued', '-repealed']`. */
export type Terms = readonly string[];

/** How the two sides of a comparison are to stand to each other. */
export type Relation = '=' | '≤' | '≥' | '<' | '>';

/** Two sums, or a sum and a number, that must stand in a relation. */
export interface Comparison {
  readonly left: Terms;
  readonly relation: Relation;
  /** Other cells of the line, or a plain number. */
  readonly right: Terms | number;
}

interface RuleBase {
  /** The id of the catalogue, e.g. T3-01. */
  readonly id: string;
  readonly severity: Severity;
  /** The rule in one sentence, as the list of rules shows it. */
  readonly title: string;
  /** What to do about it: the last sentence of the message. */
  readonly advice: string;
  readonly source: string;
  /** The bodies it is for; missing means all. */
  readonly bodies?: readonly AgencyType[];
  /**
   * Not for a body whose name leaves open that it reports for a government: no name yet, the name of
   * a place, or the office of a government (办公厅、办公室).
   */
  readonly unlessForGovernment?: true;
  /** Ids of milder rules that say the same of the same cells and are silent beside this one. */
  readonly silences?: readonly string[];
  /** Stock sentences a clerk may choose from to say why the figures are right as they stand. */
  readonly explanations?: readonly string[];
  /** An error that a written reason settles, because the law leaves rare room for it. */
  readonly overridable?: true;
}

/** 勾稽: the sums of two groups of rows are equal in every column. Shown live beside the table. */
export type BalanceRule = RuleBase & {
  readonly kind: 'balance';
  readonly at: Lines;
  readonly left: Terms;
  readonly right: Terms;
  /** The term of the right side that is counted by itself to prove all others; never filled in. */
  readonly counted?: string;
};
/** A comparison that must hold on every line. */
export type ComparisonRule = RuleBase & {
  readonly kind: 'comparison';
  readonly at: Lines;
  readonly holds: Comparison;
};
/** A combination that must not occur: all comparisons true at once. */
export type ForbiddenRule = RuleBase & {
  readonly kind: 'forbidden';
  readonly at: Lines;
  readonly problem: string;
  readonly when: readonly Comparison[];
};
/** A computed cell for which a document stated another figure. */
export type StatedTotalRule = RuleBase & {
  readonly kind: 'statedTotal';
  readonly cells: CellSelection;
};
/** A computed line stated while all its addends are blank. */
export type TotalsOnlyRule = RuleBase & {
  readonly kind: 'totalsOnly';
  readonly cells: CellSelection;
};
/** Entered cells hold figures of their kind: no text, unit, decimal or unwanted sign. */
export type ReadableRule = RuleBase & { readonly kind: 'readable'; readonly cells: CellSelection };
/** Entered cells are neither blank nor a dash: zero is written 0. `error` cells weigh more. */
export type FilledRule = RuleBase & {
  readonly kind: 'filled';
  readonly cells: CellSelection;
  readonly errorRows?: readonly string[];
};
/** Figures for which this format has no cell. `rows` narrows it to rows of the other format. */
export type UnplacedRule = RuleBase & {
  readonly kind: 'unplaced';
  readonly table?: string;
  readonly rows?: readonly string[];
};
/** A part that makes up an unusual share of a whole; small wholes say nothing. */
export type ShareRule = RuleBase & {
  readonly kind: 'share';
  readonly at: Lines;
  readonly part: Terms;
  readonly whole: Terms;
  /** Whole per cent. */
  readonly atMost: number;
  /** The whole must reach this before its shares mean anything. */
  readonly from: number;
};
/** A column out of balance by exactly one cell's figure, or by two of its digits exchanged. */
export type SuspectRule = RuleBase & {
  readonly kind: 'suspect';
  readonly at: Lines;
  readonly left: Terms;
  readonly right: Terms;
};
/** A stated row total that comes out right when two neighbouring one-digit cells are read as one. */
export type SplitDigitsRule = RuleBase & {
  readonly kind: 'splitDigits';
  readonly cells: CellSelection;
};

/** A rule on cells, in any of its kinds. */
export type CellRule =
  | BalanceRule
  | ComparisonRule
  | ForbiddenRule
  | StatedTotalRule
  | TotalsOnlyRule
  | ReadableRule
  | FilledRule
  | UnplacedRule
  | ShareRule
  | SuspectRule
  | SplitDigitsRule;

/** The name of a kind of cell rule. */
export type CellRuleKind = CellRule['kind'];
