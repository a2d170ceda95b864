/**
 * 一图读懂: what the picture tells, as labelled sums of cells. Taken from the form itself – its balance
 * gives the flow, the sums behind its totals give the parts – so that a new form has its picture too.
 */
import Big from 'big.js';
import { rowName, termId } from '../checks/line.ts';
import {
  addressOf,
  type CellAddress,
  cellsOf,
  leafColumns,
  leafRows,
  tableSections,
} from '../formats/cells.ts';
import type { Format, TableBlock, TableSection } from '../formats/format.ts';
import { figureText, type Report } from '../report/report.ts';

/** One figure of the picture: the sum of these cells. */
export interface Fact {
  readonly label: string;
  readonly cells: readonly CellAddress[];
}

/** A chart of the infographic and the figures it shows. */
export interface Chart {
  readonly title: string;
  readonly kind: 'flow' | 'bars';
  readonly facts: readonly Fact[];
}

/** The sum of the cells of a fact; undefined while one of them is not known. */
export function factValue(report: Report, { cells }: Fact): Big | undefined {
  let sum = new Big(0);
  for (const address of cells) {
    const text = figureText(report, address);
    if (text === undefined) return undefined;
    sum = sum.plus(text);
  }
  return sum;
}

/** The column that sums the others, and those it sums. */
function totalColumn(block: TableBlock) {
  return leafColumns(block.columns).find(({ sumOf }) => sumOf);
}

function flowChart(format: Format, { table, heading }: TableSection): readonly Chart[] {
  return format.rules.flatMap((rule) => {
    if (rule.kind !== 'balance' || rule.at.table !== table.id || rule.at.along !== 'column')
      return [];
    const facts = [...rule.left, ...rule.right].flatMap((term) => {
      const cells = cellsOf(format).filter(
        (cell) => cell.table.id === table.id && cell.row.id === termId(term) && cell.column.sumOf,
      );
      return cells.map((cell) => ({ label: rowName(cell), cells: [cell.address] }));
    });
    return facts.length > 0 ? [{ title: heading, kind: 'flow', facts } as const] : [];
  });
}

/** The parts of a row: its first one, which is what came in. */
function columnChart({ table }: TableSection, block: TableBlock): readonly Chart[] {
  const total = totalColumn(block);
  const [first] = leafRows(block.rows);
  if (!total?.sumOf || !first) return [];
  const columns = leafColumns(block.columns).filter(({ id }) => total.sumOf?.includes(id));
  const facts = columns.map(({ id, label }) => ({
    label,
    cells: [addressOf(table.id, first.row.id, id)],
  }));
  return [{ title: `${first.row.short ?? first.row.label}：按申请人`, kind: 'bars', facts }];
}

/** The parts of a computed row by their innermost group, or by themselves where they have none. */
function rowChart({ table }: TableSection, block: TableBlock): readonly Chart[] {
  const total = totalColumn(block);
  const places = leafRows(block.rows);
  const sum = places.find(({ row }) => row.sumOf);
  if (!total || !sum?.row.sumOf) return [];
  const groups = new Map<string, CellAddress[]>();
  for (const { row, groups: around } of places) {
    if (!sum.row.sumOf.includes(row.id)) continue;
    const label = around.length > sum.groups.length ? (around[around.length - 1] ?? '') : row.label;
    groups.set(label, [...(groups.get(label) ?? []), addressOf(table.id, row.id, total.id)]);
  }
  const facts = [...groups].map(([label, cells]) => ({
    label: label.replace(/^（[^）]+）|（[^\n]*/g, ''),
    cells,
  }));
  return [{ title: `${sum.row.short ?? sum.row.label}：按办理结果`, kind: 'bars', facts }];
}

/** A strip is told row by row: all cells of a row that its total sums. */
function stripCharts({ table, heading }: TableSection): readonly Chart[] {
  const facts = table.blocks.flatMap((block) => {
    const total = totalColumn(block);
    if (!total) return [];
    return leafRows(block.rows).map(({ row, groups }) => ({
      label: [...groups, row.label].join(' '),
      cells: [addressOf(table.id, row.id, total.id)],
    }));
  });
  return facts.length > 0 ? [{ title: heading, kind: 'bars', facts }] : [];
}

/** The charts of a form, in the order of the paper. */
export function chartsOf(format: Format): readonly Chart[] {
  return tableSections(format).flatMap((section) => {
    if (section.table.print === 'strip') return stripCharts(section);
    const parts = section.table.blocks.flatMap((block) => [
      ...columnChart(section, block),
      ...rowChart(section, block),
    ]);
    return [...flowChart(format, section), ...parts];
  });
}
