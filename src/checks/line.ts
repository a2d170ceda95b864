/**
 * One line of a table under a rule: a column whose terms are rows, or a row whose terms are columns.
 * Gives sums with their numbers, or nothing while a number is not known.
 */
import type Big from 'big.js';
import { addressOf, type Cell, type CellAddress, cellAt, cellsOf } from '../formats/cells.ts';
import type { Format } from '../formats/format.ts';
import { memoise } from '../formats/memoise.ts';
import type { Lines, Terms } from '../formats/rule.ts';
import { cellValue, type Report } from '../report/report.ts';

/** A row or column of a table along which a rule of several terms is judged. */
export interface RuleLine {
  readonly id: string;
  readonly label: string;
  readonly along: Lines['along'];
  /** The cell of a term on this line. */
  readonly cellOf: (term: string) => Cell | undefined;
}

/** One term of an expression with the cell and the value it had. */
export interface SeenTerm {
  readonly label: string;
  readonly address: CellAddress;
  readonly value: Big;
  readonly negative: boolean;
}

/** The terms of one side of a rule and their signed sum. */
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

function lineOf(format: Format, { table, along }: Lines, id: string): RuleLine | undefined {
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

function hasTerms(line: RuleLine, terms: Terms): boolean {
  return terms.every((term) => line.cellOf(termId(term)));
}

const knownLines = memoise((_format: Format) => new Map<string, readonly RuleLine[]>());

/** The lines of a format on which all the terms have cells. */
export function ruleLinesOf(format: Format, lines: Lines, terms: Terms): readonly RuleLine[] {
  const known = knownLines(format);
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

/** The cells of some terms on a line; terms without a cell there give none. */
export function termCells(line: RuleLine, terms: Terms): readonly Cell[] {
  return terms.flatMap((term) => line.cellOf(termId(term)) ?? []);
}

function seenTerm(report: Report, line: RuleLine, term: string): SeenTerm | undefined {
  const cell = line.cellOf(termId(term));
  if (!cell) return undefined;
  const value = cellValue(report, cell);
  if (value.state !== 'known') return undefined;
  const label = line.along === 'column' ? rowName(cell) : cell.column.label;
  return { label, address: cell.address, negative: term.startsWith('-'), value: value.value };
}

/** The sum of terms on a line with the numbers it is made of; undefined while one is not known. */
export function evaluate(report: Report, line: RuleLine, terms: Terms): Expression | undefined {
  const seen: SeenTerm[] = [];
  let sum: Big | undefined;
  for (const term of terms) {
    const one = seenTerm(report, line, term);
    if (!one) return undefined;
    seen.push(one);
    const signed = one.negative ? one.value.times(-1) : one.value;
    sum = sum ? sum.plus(signed) : signed;
  }
  return sum && { terms: seen, sum };
}
