/**
 * One block of a statutory table on screen: the head and the labels with the merges of the printed
 * form, a cell for every figure. It never renders again while figures change; cells wake by themselves.
 */
import { type CSSProperties, memo, useMemo } from 'react';
import { cellAt, leafColumns, leafRows } from '../formats/cells.ts';
import type { Table, TableBlock } from '../formats/format.ts';
import { DataTable } from '../ui/data-table.tsx';
import { formId } from '../ui/input-place.ts';
import { useStore } from '../ui/store.ts';
import { useDataTable } from '../ui/use-data-table.ts';
import styles from './entry-block.module.css';
import { entryColumns, labelWidths, rem } from './entry-columns.tsx';
import { useTableEntry } from './table-entry-context.ts';

/** Below this a figure of six digits is cut off; the table scrolls in its frame instead. */
const FIGURE_WIDTH = 62;

interface EntryBlockProps {
  readonly table: Table;
  readonly block: TableBlock;
}

export const EntryBlock = memo(function EntryBlock({ table, block }: EntryBlockProps) {
  const rows = useMemo(() => leafRows(block.rows), [block]);
  const columns = useMemo(() => entryColumns(table, block), [table, block]);
  const model = useDataTable(columns, rows);
  const widths = labelWidths(block);
  const labelWidth = widths.reduce((sum, width) => sum + width, 0);
  const figures = leafColumns(block.columns);
  const least = { '--table-width': rem(labelWidth + figures.length * FIGURE_WIDTH) };
  return (
    <>
      <RowForms table={table} block={block} />
      <DataTable
        model={model}
        className={styles.table}
        style={least as CSSProperties}
        label={[table.caption, block.title].filter(Boolean).join(' ')}
        columns={
          <>
            {widths.map((width, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: label columns have no identity but their place
              <col key={at} style={{ width: rem(width) }} />
            ))}
            {figures.map(({ id }) => (
              <FigureColumn key={id} id={id} block={block} />
            ))}
          </>
        }
      />
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
function FigureColumn({ id, block }: { readonly id: string; readonly block: TableBlock }) {
  const { active, format } = useTableEntry();
  const isActive = useStore(active, (address) => {
    const cell = address ? cellAt(format, address) : undefined;
    return cell?.block === block && cell.column.id === id;
  });
  return <col data-active={isActive || undefined} />;
}
