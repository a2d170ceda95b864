/**
 * What a file says and the report made of it does not: the measure of a wrong acceptance. Reckoned from
 * the tables of the file alone, without the readers.
 */
import { check } from '../checks/check.ts';
import type { FileFigure } from '../file/report-file.ts';
import { type Cell, cellsOf, isEntered } from '../formats/cells.ts';
import type { RawReport } from '../report/raw-report.ts';
import { valueAt } from '../report/report.ts';
import { understood } from './reports.ts';

interface Said {
  readonly tables: Readonly<
    Record<string, Readonly<Record<string, Readonly<Record<string, FileFigure>>>>>
  >;
}

function figureIn({ tables }: Said, { table, row, column }: Cell): FileFigure {
  return tables[table.id]?.[row.id]?.[column.id] ?? null;
}

/** The addresses at which a file and the report read from it disagree, and nobody is told. */
export function unsaid(file: Said, raw: RawReport): readonly string[] {
  const report = understood(raw);
  const told = new Set(
    check(report, 'drafting').flatMap(({ severity, cells }) => (severity === 'error' ? cells : [])),
  );
  return cellsOf(report.format).flatMap((cell) => {
    const { address } = cell;
    const figure = figureIn(file, cell);
    const value = valueAt(report, address);
    if (value.state === 'known' && figure !== null && value.value.eq(figure)) return [];
    if (value.state !== 'known' && figure === null) return [];
    if (isEntered(cell)) {
      // Thirteen digits and more are kept as text, and told.
      const isTooLarge = value.state === 'unreadable' && value.reason === 'tooLarge';
      return isTooLarge && told.has(address) ? [] : [address];
    }
    if (figure === null || told.has(address)) return [];
    // A total without all its addends contradicts nothing; it is kept as the file states it.
    return value.state === 'partial' && raw.stated[address] === String(figure) ? [] : [address];
  });
}
