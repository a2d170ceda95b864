/**
 * One line of a table under a rule: a column whose terms are rows, or a row whose terms are columns.
 * Gives sums with their numbers, or nothing while a number is not known.
 */
import type Big from 'big.js';
import { addressOf, type Cell, type CellAddress, cellAt, cellsOf } from '../formats/cells.ts';
import type { Format } from '../formats/format.ts';
import type { Lines, Terms } from '../formats/rule.ts';
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
  const cellOf = (term: string) =>
    cellAt(format, along === 'column' ? addressOf(table, term, id) : addressOf(table, id, term));
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

/** The sum of terms on a line with the numbers it is made of; undefined while one is not known. */
export function evaluate(report: Report, line: Line, terms: Terms): Expression | undefined {
  const seen: SeenTerm[] = [];
  for (const term of terms) {
    const cell = line.cellOf(termId(term));
    const value = cell && valueAt(report, cell.address);
    if (!cell || value?.state !== 'known') return undefined;
    const label = line.along === 'column' ? rowName(cell) : cell.column.label;
    seen.push({ label, address: cell.address, value: value.value, negative: term.startsWith('-') });
  }
  const [first, ...rest] = seen;
  if (!first) return undefined;
  const start = first.negative ? first.value.times(-1) : first.value;
  const sum = rest.reduce(
    (total, { value, negative }) => (negative ? total.minus(value) : total.plus(value)),
    start,
  );
  return { terms: seen, sum };
}
