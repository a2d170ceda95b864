/**
 * Several years of one body side by side: for every line of the tables that counts cases, its total
 * in each year. Lines are told by their printed labels, since two formats may split a row otherwise.
 *
 * 1. A total that is not known for certain is a gap, never 0.
 * 2. A group of rows counts as the sum of its rows, whatever rows a format gives it.
 */
import Big from 'big.js';
import { addressOf, leafColumns, leafRows, tableSections } from '../formats/cells.ts';
import { isRowGroup, type RowNode, type TableSection } from '../formats/format.ts';
import { type Report, valueAt } from '../report/report.ts';

/** One row of figures over the years. */
export interface SeriesLine {
  readonly section: string;
  /** The row or group as printed. */
  readonly label: string;
  /** One for each year of the series; undefined where the year does not tell. */
  readonly values: readonly (Big | undefined)[];
}

/** The figures of one body over several years, oldest first. */
export interface Series {
  readonly years: readonly number[];
  readonly lines: readonly SeriesLine[];
}

type Total = (row: string) => Big | undefined;

function totalOf(report: Report, { table }: TableSection): Total {
  const totals = table.blocks.flatMap(({ columns }) =>
    leafColumns(columns).filter(({ sumOf }) => sumOf),
  );
  return (row) => {
    const value = totals[0] && valueAt(report, addressOf(table.id, row, totals[0].id));
    return value?.state === 'known' ? value.value : undefined;
  };
}

function sumOfRows(nodes: readonly RowNode[], total: Total): Big | undefined {
  const values = leafRows(nodes)
    .filter(({ row }) => !row.sumOf)
    .map(({ row }) => total(row.id));
  return values.reduce(
    (sum, value) => (sum && value ? sum.plus(value) : undefined),
    new Big(0) as Big | undefined,
  );
}

/** A row, or a group of rows, as one line; a group at the outside is opened into its members. */
function linesOf(
  nodes: readonly RowNode[],
  total: Total,
  outside = true,
): readonly (readonly [string, Big | undefined])[] {
  return nodes.flatMap((node) => {
    if (!isRowGroup(node)) return [[node.label, total(node.id)] as const];
    if (outside) return linesOf(node.rows, total, false);
    return [[node.label, sumOfRows(node.rows, total)] as const];
  });
}

function countingSections({ format }: Report): readonly TableSection[] {
  return tableSections(format).filter(({ table }) =>
    table.blocks.some(({ columns }) => leafColumns(columns).some(({ sumOf }) => sumOf)),
  );
}

/** The series of reports of one body, oldest first; of two on the same year the later given counts. */
export function seriesOf(reports: readonly Report[]): Series {
  const byYear = new Map(reports.map((report) => [report.raw.year, report]));
  const years = [...byYear.keys()].sort((one, other) => one - other);
  const lines = new Map<string, { section: string; label: string; values: (Big | undefined)[] }>();
  years.forEach((year, at) => {
    const report = byYear.get(year)!;
    for (const section of countingSections(report)) {
      const rows = section.table.blocks.flatMap((block) => block.rows);
      for (const [label, value] of linesOf(rows, totalOf(report, section))) {
        const key = `${section.id} ${label}`;
        const line = lines.get(key) ?? {
          section: section.heading,
          label,
          values: years.map(() => undefined),
        };
        line.values[at] = value;
        lines.set(key, line);
      }
    }
  });
  return { years, lines: [...lines.values()] };
}
