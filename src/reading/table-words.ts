/**
 * What the readers of a table need to know of it, derived from the format: its rows, the columns of
 * each, the sums each line keeps.
 */
import { leafColumns, leafRows } from '../formats/cells.ts';
import type { Block, ColumnNode, FigureKind, Format, Table } from '../formats/format.ts';
import { isColumnGroup, isRowGroup, type RowNode } from '../formats/format.ts';
import type { FormatRegistry } from '../formats/registry.ts';
import type { LineSum } from './cut-digits.ts';
import type { GridWords } from './grid-rows.ts';
import type { TableShape } from './place-rows.ts';
import { compact } from './plain-text.ts';
import { type ColumnWords, columnWords, rowWords } from './vocabulary.ts';

export interface TableWords extends GridWords, TableShape {
  readonly format: Format;
  readonly table: Table;
  /** Labels of the groups of rows, in every format. */
  readonly rowGroups: readonly string[];
  readonly kindOf: (row: string, column: string) => FigureKind;
  /** The sums along one row. */
  readonly sumsOf: (row: string) => readonly LineSum[];
}

/** The table of a format with this id. */
export function tableOf(format: Format, id: string): Table | undefined {
  return format.sections.flatMap((section) =>
    section.kind === 'table' && section.table.id === id ? [section.table] : [],
  )[0];
}

function columnGroupLabels(nodes: readonly ColumnNode[]): readonly string[] {
  return nodes.flatMap((node) =>
    isColumnGroup(node) ? [compact(node.label), ...columnGroupLabels(node.columns)] : [],
  );
}

function rowGroupLabels(nodes: readonly RowNode[]): readonly string[] {
  return nodes.flatMap((node) =>
    isRowGroup(node) ? [compact(node.label), ...rowGroupLabels(node.rows)] : [],
  );
}

function sumsOfBlock(block: Block): readonly LineSum[] {
  const columns = leafColumns(block.columns);
  return columns.flatMap(({ sumOf }, total) =>
    sumOf ? [{ total, addends: sumOf.map((id) => columns.findIndex((one) => one.id === id)) }] : [],
  );
}

function lettersOf(table: Table, formats: FormatRegistry): ReadonlySet<string> {
  const labels = rowWords(formats, table.id).flatMap(({ forms }) => forms);
  const groups = table.blocks.flatMap((block) => [
    ...rowGroupLabels(block.rows),
    compact(block.title ?? ''),
    compact(block.corner),
  ]);
  return new Set(`${[...labels, ...groups].join('')}0123456789.、()，,;|`);
}

/** The words of one table in the wording of one format, with the row labels of all formats. */
export function tableWords(
  formats: FormatRegistry,
  format: Format,
  tableId: string,
): TableWords | undefined {
  const table = tableOf(format, tableId);
  if (!table) return undefined;
  const blockOf = new Map<string, Block>();
  for (const block of table.blocks) {
    for (const { row } of leafRows(block.rows)) blockOf.set(row.id, block);
  }
  const columns = new Map<Block, readonly ColumnWords[]>(
    table.blocks.map((block) => [block, columnWords(block)]),
  );
  const [firstBlock] = table.blocks;
  const columnsOf = (row: string) => columns.get(blockOf.get(row) ?? firstBlock!) ?? [];
  return {
    format,
    table,
    rows: rowWords(formats, tableId),
    rowIds: [...blockOf.keys()],
    columnsOf,
    widthOf: (row) => columnsOf(row).length,
    columnGroups: table.blocks.flatMap((block) => columnGroupLabels(block.columns)),
    rowGroups: formats.flatMap((one) =>
      (tableOf(one, tableId)?.blocks ?? []).flatMap(({ rows }) => rowGroupLabels(rows)),
    ),
    letters: lettersOf(table, formats),
    kindOf: (row, column) =>
      leafColumns((blockOf.get(row) ?? firstBlock!).columns).find(({ id }) => id === column)
        ?.kind ?? 'count',
    sumsOf: (row) => sumsOfBlock(blockOf.get(row) ?? firstBlock!),
  };
}
