/**
 * What is found of a table before it is known for certain: rows of figures in reading order, with
 * the label that stands beside them or none. `place-rows.ts` gives each its place in the form.
 */

/** A figure as printed, with the remark in brackets behind it. */
export interface PrintedFigure {
  readonly text: string;
  readonly note: string;
}

/**
 * clear: as many figures as the row has columns, each in its own place. glued: digits of several
 * cells run together. broken: too few or too many to know which is which.
 */
export type RowState = 'clear' | 'glued' | 'broken';

export interface FigureRow {
  /** The row of the form it is labelled with; undefined where its label is torn away. */
  readonly row: string | undefined;
  readonly state: RowState;
  /** In column order where clear, else as they follow one another. */
  readonly figures: readonly PrintedFigure[];
  /** The stretch of the source it was read from. */
  readonly source: string;
  /** Words beside figures without a label of their own: what a broken label left there. */
  readonly words: string;
  /** The last digit may be the number of the label behind it: `…0 02重复申请`. */
  readonly looseDigit?: boolean;
  /** Its figures begin on a line below its label, where they might be another row's. */
  readonly below?: boolean;
  /** Its figures stand one a line: of several rows they may be printed row by row or column by column. */
  readonly oneALine?: boolean;
  /** Stands under a head or beside a label that the form lacks: it is no row's. */
  readonly foreign?: boolean;
  /** For a row of a grid: whether its blanks stand in true columns. */
  readonly columns?: 'exact' | 'separated';
}

/** A label that stands alone, its figures torn away or missing. */
export interface LoneLabel {
  readonly row: string;
  readonly lone: true;
}

export type TableItem = FigureRow | LoneLabel;

export function isLone(item: TableItem): item is LoneLabel {
  return 'lone' in item;
}

/** How many columns the figures of a row have. */
export type WidthOf = (row: string) => number;

const DIGITS = /^\d+$/;

/** True for figures in which the cells of a row of this width may have run together. */
export function mayBeGlued(figures: readonly PrintedFigure[], width: number): boolean {
  const digits = figures.reduce((sum, { text }) => sum + text.replace(/\D/g, '').length, 0);
  return figures.length > 0 && figures.length < width && digits >= width;
}

/** No whole number begins with a nought: 01 is two cells, or a row number and a cell. */
export function hasLeadingNought({ text }: PrintedFigure): boolean {
  return DIGITS.test(text) && text.length > 1 && text.startsWith('0');
}
