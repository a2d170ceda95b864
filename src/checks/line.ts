/**
 * One line of a table under a rule: a column whose terms are rows, or a row whose terms are columns.
 * Gives sums with their numbers, or nothing while a number is not known.
 */
import type Big from 'big.js';
import { addressOf, type Cell, type CellAddress, cellAt, cellsOf } from '../formats/cells.ts';
import type { Format } from '../formats/format.ts';
import type { Lines, Terms } from '../formats/rule.ts';
import type { CellValue } from '../report/cell-values.ts';
import { type Report, valueAt } from '../report/report.ts';

export interface Line {
  readonly id: string;
  readonly label: string;
  readonly along: Lines['along'];
  /** The cell of a term on this line. */
  readonly cellOf: (term: string) => Cell | undefined;
}

export interface SeenTerm {
  readonly label: string;
  readonly address: CellAddress;
  readonly value: Big;
  readonly negative: boolean;
}

export interface Expression {
  readonly terms: readonly SeenTerm[];
  readonly sum: Big;
}

/** A row as a sentence would say it: its short name, else the label without its number. */
export function rowName(cell: Cell): string {
  return cell.row.short ?? cell.row.label.replace(/^(?:\d+\.|（.）)/, '');
}

function lineIds(format: Format, { table, along, lines }: Lines): readonly string[] {
  if (lines) return lines;
  const cells = cellsOf(format).filter((cell) => cell.table.id === table);
  return [...new Set(cells.map((cell) => (along === 'column' ? cell.column.id : cell.row.id)))];
}

function lineOf(format: Format, { table, along }: Lines, id: string): Line | undefined {
  const cells = new Map<string, Cell | undefined>();
  const cellOf = (term: string) => {
    if (!cells.has(term)) {
      const address = along === 'column' ? addressOf(table, term, id) : addressOf(table, id, term);
      cells.set(term, cellAt(format, address));
    }
    return cells.get(term);
  };
  const sample = cellsOf(format).find(
    (cell) => cell.table.id === table && (along === 'column' ? cell.column.id : cell.row.id) === id,
  );
  if (!sample) return undefined;
  return { id, along, cellOf, label: along === 'column' ? sample.column.label : rowName(sample) };
}

/** A term without its sign. */
export function termId(term: string): string {
  return term.startsWith('-') ? term.slice(1) : term;
}

function hasTerms(line: Line, terms: Terms): boolean {
  return terms.every((term) => line.cellOf(termId(term)));
}

const LINES = new WeakMap<Format, Map<string, readonly Line[]>>();

/** The lines of a format on which all the terms have cells; kept, since formats never change. */
export function linesOf(format: Format, lines: Lines, terms: Terms): readonly Line[] {
  const known = LINES.get(format) ?? new Map<string, readonly Line[]>();
  LINES.set(format, known);
  const key = [lines.table, lines.along, lines.lines?.join(), terms.join()].join(' ');
  const found =
    known.get(key) ??
    lineIds(format, lines).flatMap((id) => {
      const line = lineOf(format, lines, id);
      return line && hasTerms(line, terms) ? [line] : [];
    });
  known.set(key, found);
  return found;
}

/** A term of a line with its cell. */
type TermCell = Pick<SeenTerm, 'label' | 'address' | 'negative'>;

/** The cells of some terms on a line, and the sum over the values they had when last asked for. */
interface Evaluation {
  /** Undefined where a term has no cell on the line. */
  readonly cells: readonly TermCell[] | undefined;
  values: readonly CellValue[];
  expression: Expression | undefined;
}

const EVALUATIONS = new WeakMap<Line, WeakMap<Terms, Evaluation>>();

function termCell(line: Line, term: string): TermCell | undefined {
  const cell = line.cellOf(termId(term));
  if (!cell) return undefined;
  const label = line.along === 'column' ? rowName(cell) : cell.column.label;
  return { label, address: cell.address, negative: term.startsWith('-') };
}

function evaluationOf(line: Line, terms: Terms): Evaluation {
  const ofLine = EVALUATIONS.get(line) ?? new WeakMap<Terms, Evaluation>();
  const known = ofLine.get(terms);
  if (known) return known;
  const cells = terms.flatMap((term) => termCell(line, term) ?? []);
  const isWhole = cells.length === terms.length && cells.length > 0;
  const evaluation = { cells: isWhole ? cells : undefined, values: [], expression: undefined };
  ofLine.set(terms, evaluation);
  EVALUATIONS.set(line, ofLine);
  return evaluation;
}

function expressionOf(
  cells: readonly TermCell[],
  values: readonly CellValue[],
): Expression | undefined {
  const terms: SeenTerm[] = [];
  let sum: Big | undefined;
  for (const [at, cell] of cells.entries()) {
    const value = values[at];
    if (value?.state !== 'known') return undefined;
    terms.push({ ...cell, value: value.value });
    const signed = cell.negative ? value.value.times(-1) : value.value;
    sum = sum ? sum.plus(signed) : signed;
  }
  return sum && { terms, sum };
}

/**
 * The sum of terms on a line with the numbers it is made of; undefined while one is not known. The
 * same object as last time where no cell of it says anything else.
 */
export function evaluate(report: Report, line: Line, terms: Terms): Expression | undefined {
  const last = evaluationOf(line, terms);
  if (!last.cells) return undefined;
  const values = last.cells.map(({ address }) => valueAt(report, address));
  if (last.values.length === 0 || values.some((value, at) => value !== last.values[at])) {
    last.values = values;
    last.expression = expressionOf(last.cells, values);
  }
  return last.expression;
}
