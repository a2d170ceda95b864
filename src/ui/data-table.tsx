/**
 * Any TanStack table as a native table: heads merged as its column tree has them, row heads with their
 * spans, cells as their columns render them. It lays out and nothing else: what a cell shows, what is
 * sorted or filtered and how it looks is the model's and the caller's. It must know no report.
 */
import type { Cell, Header, RowData, TableFeatures } from '@tanstack/react-table';
import type { CSSProperties, HTMLAttributes, ReactNode } from 'react';
import type { CellSpans, DataColumnMeta, DataFeatures, DataTableModel } from './use-data-table.ts';

interface DataTableProps<Features extends TableFeatures, Row extends RowData> {
  readonly model: DataTableModel<Features, Row>;
  readonly label?: string | undefined;
  readonly caption?: ReactNode;
  readonly className?: string | undefined;
  readonly style?: CSSProperties | undefined;
  /** The `col` elements, where columns have widths or states of their own. */
  readonly columns?: ReactNode;
}

export function DataTable<Features extends DataFeatures, Row extends RowData>(
  props: DataTableProps<Features, Row>,
) {
  const { model, label, caption, className, style, columns } = props;
  return (
    <table className={className} style={style} aria-label={label}>
      {caption ? <caption>{caption}</caption> : null}
      {columns ? <colgroup>{columns}</colgroup> : null}
      <thead>
        {headLinesOf(model).map((line) => (
          <tr key={line[0]?.header.id}>
            {line.map((head) => (
              <Head key={head.header.id} head={head} model={model} />
            ))}
          </tr>
        ))}
      </thead>
      <tbody>
        {model.getRowModel().rows.map((row) => (
          <tr key={row.id}>
            {row.getAllCells().map((cell) => (
              <BodyCell key={cell.id} cell={cell} model={model} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface BodyCellProps<Features extends DataFeatures, Row extends RowData> {
  readonly cell: Cell<Features, Row>;
  readonly model: DataTableModel<Features, Row>;
}

function BodyCell<Features extends DataFeatures, Row extends RowData>({
  cell,
  model,
}: BodyCellProps<Features, Row>) {
  const { isRowHead, spansOf, cellAttributes } = metaOf(cell.column.columnDef);
  const spans = spansOf ? spansOf(cell.row.index) : ONE_CELL;
  if (!spans) return null;
  const attributes = { ...spans, ...cellAttributes?.(cell.row.index) };
  const content = <model.FlexRender cell={cell} />;
  if (!isRowHead) return <td {...attributes}>{content}</td>;
  return (
    <th scope={spans.rowSpan > 1 ? 'rowgroup' : 'row'} {...attributes}>
      {content}
    </th>
  );
}

const ONE_CELL: CellSpans = { colSpan: 1, rowSpan: 1 };

/** A head as it is laid out: the model repeats a short column on every line, here it stands once. */
interface PlacedHead<Features extends DataFeatures, Row extends RowData> extends CellSpans {
  readonly header: Header<Features, Row>;
}

function metaOf(definition: { readonly meta?: unknown }): DataColumnMeta {
  return (definition.meta ?? {}) as DataColumnMeta;
}

/** Whether a column stands under a corner, which speaks for all the columns below it. */
function isUnderCorner<Features extends DataFeatures, Row extends RowData>({
  column,
}: Header<Features, Row>): boolean {
  for (let above = column.parent; above; above = above.parent) {
    if (metaOf(above.columnDef).isCorner) return true;
  }
  return false;
}

/**
 * The head line by line, each head on the first line it reaches. A corner covers all lines; a line on
 * which nothing but placeholders and corners stand is none.
 */
function headLinesOf<Features extends DataFeatures, Row extends RowData>(
  model: DataTableModel<Features, Row>,
): readonly (readonly PlacedHead<Features, Row>[])[] {
  const isCorner = ({ column }: Header<Features, Row>) => metaOf(column.columnDef).isCorner;
  const groups = model
    .getHeaderGroups()
    .map(({ headers }) => headers.filter((header) => !isUnderCorner(header)))
    .filter((headers) => headers.some((header) => !header.isPlaceholder && !isCorner(header)));
  const cornerless = (header: Header<Features, Row>, line: number): number =>
    groups
      .slice(line)
      .findIndex((headers) =>
        headers.some(({ column, isPlaceholder }) => column === header.column && !isPlaceholder),
      ) + 1;
  const corners = model
    .getHeaderGroups()
    .flatMap(({ headers }) =>
      headers.filter((header) => isCorner(header) && !header.isPlaceholder),
    );
  const placed = new Set<unknown>(corners.map(({ column }) => column));
  return groups.map((headers, line) => {
    const begun = headers.filter(({ column }) => !placed.has(column));
    for (const { column } of begun) placed.add(column);
    const heads = begun.map((header) => ({
      header,
      colSpan: header.colSpan,
      rowSpan: cornerless(header, line),
    }));
    if (line > 0) return heads;
    return [
      ...corners.map((header) => ({ header, colSpan: header.colSpan, rowSpan: groups.length })),
      ...heads,
    ];
  });
}

interface HeadProps<Features extends DataFeatures, Row extends RowData> {
  readonly head: PlacedHead<Features, Row>;
  readonly model: DataTableModel<Features, Row>;
}

function Head<Features extends DataFeatures, Row extends RowData>({
  head: { header, colSpan, rowSpan },
  model,
}: HeadProps<Features, Row>) {
  const meta = metaOf(header.column.columnDef);
  const attributes: HTMLAttributes<HTMLTableCellElement> = meta.headAttributes ?? {};
  // Rendered by its column's own header also where the first line it reaches is a placeholder's.
  const content = <model.FlexRender header={header} />;
  if (meta.isCorner) {
    return (
      <td colSpan={colSpan} rowSpan={rowSpan} {...attributes}>
        {content}
      </td>
    );
  }
  const isGroup = header.column.columns.length > 0;
  return (
    <th scope={isGroup ? 'colgroup' : 'col'} colSpan={colSpan} rowSpan={rowSpan} {...attributes}>
      {content}
    </th>
  );
}
