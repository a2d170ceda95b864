/**
 * What the readers of a table need to know of it, derived from the format: its rows, the columns of
 * each, the sums each line keeps.
 */
import { leafColumns, leafRows } from '../../formats/cells.ts';
import type { ColumnNode, FigureKind, Format, Table, TableBlock } from '../../formats/format.ts';
import { isColumnGroup, isRowGroup, type RowNode } from '../../formats/format.ts';
import type { FormatRegistry } from '../../formats/registry.ts';
import { compact } from '../readers/plain-text.ts';
import type { LineSum } from './cut-digits.ts';
import type { GridWords } from './grid-rows.ts';
import type { TableShape } from './place-rows.ts';
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

function sumsOfBlock(block: TableBlock): readonly LineSum[] {
  const columns = leafColumns(block.columns);
  return columns.flatMap(({ sumOf }, total) =>
    sumOf ? [{ total, addends: sumOf.map((id) => columns.findIndex((one) => one.id === id)) }] : [],
  );
}

/** All labels of rows, groups of rows and blocks, in compact form. */
function labelsOf(table: Table, formats: FormatRegistry): readonly string[] {
  const labels = rowWords(formats, table.id).flatMap(({ forms }) => forms);
  const groups = table.blocks.flatMap((block) => [
    ...rowGroupLabels(block.rows),
    compact(block.title ?? ''),
    compact(block.corner),
  ]);
  return [...labels, ...groups];
}

function lettersOf(labels: readonly string[]): ReadonlySet<string> {
  return new Set(`${labels.join('')}0123456789.、()，,;|`);
}

const NUMBER_BEFORE = /^(?:\(?[\d一二三四五六七八]+[.、)]*)+/;

function isPieceOf(labels: readonly string[], text: string): boolean {
  const piece = compact(text);
  const bare = piece.replace(NUMBER_BEFORE, '');
  return labels.some((label) => label.includes(piece) || label.includes(bare));
}

/** The words of one table in the wording of one format, with the row labels of all formats. */
export function tableWords(
  formats: FormatRegistry,
  format: Format,
  tableId: string,
): TableWords | undefined {
  const table = tableOf(format, tableId);
  if (!table) return undefined;
  const blockOf = new Map<string, TableBlock>();
  for (const block of table.blocks) {
    for (const { row } of leafRows(block.rows)) blockOf.set(row.id, block);
  }
  const columns = new Map<TableBlock, readonly ColumnWords[]>(
    table.blocks.map((block) => [block, columnWords(block)]),
  );
  const [firstBlock] = table.blocks;
  const labels = labelsOf(table, formats);
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
    letters: lettersOf(labels),
    isPieceOfLabel: (text) => isPieceOf(labels, text),
    kindOf: (row, column) =>
      leafColumns((blockOf.get(row) ?? firstBlock!).columns).find(({ id }) => id === column)
        ?.kind ?? 'count',
    sumsOf: (row) => sumsOfBlock(blockOf.get(row) ?? firstBlock!),
  };
}
