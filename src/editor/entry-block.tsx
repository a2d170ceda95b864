/**
 * One block of a statutory table on screen: the head and the labels with the merges of the printed
 * form, a cell for every figure. It never renders again while figures change; cells wake by themselves.
 */
import { type Header, useTable } from '@tanstack/react-table';
import { type CSSProperties, memo, useMemo } from 'react';
import { cellAt, leafColumns, leafRows, type RowPlace } from '../formats/cells.ts';
import type { Block, Table } from '../formats/format.ts';
import { type GridCell, rowDepth, rowLabels } from '../formats/grid.ts';
import { formId } from '../ui/input-place.ts';
import { useStore } from '../ui/store.ts';
import styles from './entry-block.module.css';
import { ENTRY_FEATURES, entryColumns } from './entry-columns.tsx';
import { useTableEntry } from './table-entry-context.ts';

/** Widths at standard type size of one, two or three label columns. */
const LABEL_WIDTHS: readonly (readonly number[])[] = [[], [280], [110, 170], [34, 78, 236]];

/** Below this a figure of six digits is cut off; the table scrolls in its frame instead. */
const FIGURE_WIDTH = 62;

/** Widths grow with the type. */
function rem(pixels: number): string {
  return `${pixels / 16}rem`;
}

interface EntryBlockProps {
  readonly table: Table;
  readonly block: Block;
}

export const EntryBlock = memo(function EntryBlock({ table, block }: EntryBlockProps) {
  const data = useMemo(() => [...leafRows(block.rows)], [block]);
  const model = useTable({ features: ENTRY_FEATURES, columns: entryColumns(table, block), data });
  const widths = LABEL_WIDTHS[rowDepth(block.rows)] ?? [];
  const labels = rowLabels(block.rows);
  const heads = model.getHeaderGroups();
  const figures = leafColumns(block.columns);
  const labelWidth = widths.reduce((sum, width) => sum + width, 0);
  const least = { '--table-width': rem(labelWidth + figures.length * FIGURE_WIDTH) };
  return (
    <>
      <RowForms table={table} block={block} />
      <table
        className={styles.table}
        style={least as CSSProperties}
        aria-label={[table.caption, block.title].filter(Boolean).join(' ')}
      >
        <colgroup>
          {widths.map((width, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: label columns have no identity but their place
            <col key={at} style={{ width: rem(width) }} />
          ))}
          {figures.map(({ id }) => (
            <FigureColumn key={id} id={id} block={block} />
          ))}
        </colgroup>
        <thead>
          {heads.map((group, level) => (
            <tr key={group.id}>
              {level === 0 ? (
                <Corner block={block} span={widths.length} rows={heads.length} />
              ) : null}
              {group.headers.map((header) => (
                <ColumnHead key={header.id} header={header} level={level} levels={heads.length} />
              ))}
            </tr>
          ))}
        </thead>
        <tbody>
          {model.getRowModel().rows.map((row, at) => (
            <tr key={row.id}>
              <RowLabels cells={labels[at] ?? []} widths={widths} />
              {row.getAllCells().map((cell) => (
                <td key={cell.id}>
                  <model.FlexRender cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
});

/**
 * A form for every row, which its inputs name. At every key a browser looks through all fields of the
 * form one is in, for its autofill: that is a row then, and not the whole page.
 */
function RowForms({ table, block }: EntryBlockProps) {
  return leafRows(block.rows).map(({ row }) => (
    <form key={row.id} id={formId(table.id, row.id)} method="dialog" hidden />
  ));
}

/** The column of the active cell is tinted from top to bottom. */
function FigureColumn({ id, block }: { readonly id: string; readonly block: Block }) {
  const { active, format } = useTableEntry();
  const isActive = useStore(active, (address) => {
    const cell = address ? cellAt(format, address) : undefined;
    return cell?.block === block && cell.column.id === id;
  });
  return <col data-active={isActive || undefined} />;
}

interface CornerProps {
  readonly block: Block;
  readonly span: number;
  readonly rows: number;
}

function Corner({ block, span, rows }: CornerProps) {
  return (
    <td className={styles.corner} colSpan={span} rowSpan={rows}>
      {block.corner}
    </td>
  );
}

interface ColumnHeadProps {
  readonly header: Header<typeof ENTRY_FEATURES, RowPlace>;
  readonly level: number;
  readonly levels: number;
}

/** The model repeats a short column on every line of the head; the form prints it once, merged. */
function ColumnHead({ header, level, levels }: ColumnHeadProps) {
  const { column } = header;
  if (column.depth !== level) return null;
  const isLeaf = column.columns.length === 0;
  return (
    <th
      scope={isLeaf ? 'col' : 'colgroup'}
      colSpan={isLeaf ? 1 : header.colSpan}
      rowSpan={isLeaf ? levels - level : 1}
      className={styles.head}
    >
      {String(column.columnDef.header)}
    </th>
  );
}

interface RowLabelsProps {
  readonly cells: readonly GridCell[];
  readonly widths: readonly number[];
}

function RowLabels({ cells, widths }: RowLabelsProps) {
  const leaf = cells[cells.length - 1];
  const first = widths.length - (leaf?.colSpan ?? 1) - cells.length + 1;
  return cells.map((cell, at) => (
    <th
      key={cell.text}
      scope={cell.rowSpan > 1 ? 'rowgroup' : 'row'}
      colSpan={cell.colSpan}
      rowSpan={cell.rowSpan}
      className={styles.label}
      data-group={cell.rowSpan > 1 || undefined}
      style={{ left: rem(widths.slice(0, first + at).reduce((sum, width) => sum + width, 0)) }}
    >
      {cell.text}
    </th>
  ));
}
