/** Differences as a table: the place, what stands on one side and on the other; a blank is told as one. */
import { useMemo } from 'react';
import { DataTable } from '../ui/data-table.tsx';
import { type DataColumn, useDataTable } from '../ui/use-data-table.ts';

export interface DifferenceRow {
  /** The place, as data. */
  readonly place: string;
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

interface DifferenceTableProps {
  readonly label: string;
  /** What the two sides are called: 定稿时, 这个文件. */
  readonly before: string;
  readonly after: string;
  readonly rows: readonly DifferenceRow[];
  readonly className?: string | undefined;
}

const BLANK = '（空白）';

function columnsFor(before: string, after: string): DataColumn<DifferenceRow>[] {
  return [
    { id: 'name', header: '位置', cell: ({ row }) => row.original.name, meta: { isRowHead: true } },
    { id: 'before', header: before, cell: ({ row }) => row.original.before || BLANK },
    { id: 'after', header: after, cell: ({ row }) => row.original.after || BLANK },
  ];
}

export function DifferenceTable({ label, before, after, rows, className }: DifferenceTableProps) {
  const columns = useMemo(() => columnsFor(before, after), [before, after]);
  const model = useDataTable(columns, rows, ({ place }) => place);
  return <DataTable model={model} label={label} className={className} />;
}
