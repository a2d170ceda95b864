// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/react';
import { useMemo } from 'react';
import { afterEach, describe, expect, test } from 'vitest';
import { DataTable } from './data-table.tsx';
import { type DataColumn, useDataTable } from './use-data-table.ts';

afterEach(cleanup);

interface Fruit {
  readonly kind: string;
  readonly name: string;
}

const ROWS: readonly Fruit[] = [
  { kind: 'stone', name: 'plum' },
  { kind: 'stone', name: 'peach' },
  { kind: 'pome', name: 'pear' },
];

function leaf(id: string): DataColumn<Fruit> {
  return { id, header: id, cell: ({ row }) => `${row.original.name} ${id}` };
}

/** Three levels on one side, one on the other, and two columns of row heads under a corner. */
const COLUMNS: DataColumn<Fruit>[] = [
  {
    id: 'corner',
    header: 'fruit',
    meta: { isCorner: true },
    columns: [
      {
        id: 'kind',
        cell: ({ row }) => row.original.kind,
        meta: {
          isRowHead: true,
          spansOf: (at) => [{ rowSpan: 2, colSpan: 1 }, undefined, { rowSpan: 1, colSpan: 1 }][at],
        },
      },
      { id: 'name', cell: ({ row }) => row.original.name, meta: { isRowHead: true } },
    ],
  },
  leaf('price'),
  {
    id: 'taste',
    header: 'taste',
    columns: [
      leaf('sweet'),
      { id: 'sour', header: 'sour', columns: [leaf('mild'), leaf('sharp')] },
    ],
  },
];

function Fruits({ columns = COLUMNS }: { readonly columns?: DataColumn<Fruit>[] }) {
  const rows = useMemo(() => ROWS, []);
  return <DataTable model={useDataTable(columns, rows)} label="fruits" />;
}

function linesOf(part: string): readonly (readonly string[])[] {
  const rows = document.querySelectorAll<HTMLTableRowElement>(`${part} tr`);
  return [...rows].map((row) =>
    [...row.cells].map(
      ({ tagName, textContent, colSpan, rowSpan }) =>
        `${tagName.toLowerCase()} ${textContent} ${colSpan}×${rowSpan}`,
    ),
  );
}

describe('a table of any column tree', () => {
  test('merges heads of three levels, each printed once', () => {
    render(<Fruits />);
    expect(linesOf('thead')).toEqual([
      ['td fruit 2×3', 'th price 1×3', 'th taste 3×1'],
      ['th sweet 1×2', 'th sour 2×1'],
      ['th mild 1×1', 'th sharp 1×1'],
    ]);
  });

  test('has one line of heads where only the corner is a group', () => {
    render(<Fruits columns={[COLUMNS[0]!, leaf('price')]} />);
    expect(linesOf('thead')).toEqual([['td fruit 2×1', 'th price 1×1']]);
  });

  test('says which heads speak for columns, groups of columns and rows', () => {
    render(<Fruits />);
    const table = screen.getByRole('table', { name: 'fruits' });
    const scopeOf = (name: string) =>
      within(table).getByText(name, { selector: 'th' }).getAttribute('scope');
    expect(['price', 'sour', 'mild', 'stone', 'peach'].map(scopeOf)).toEqual([
      'col',
      'colgroup',
      'col',
      'rowgroup',
      'row',
    ]);
  });

  test('leaves out the cells that another one covers', () => {
    render(<Fruits />);
    expect(linesOf('tbody').map((cells) => cells.slice(0, 3))).toEqual([
      ['th stone 1×2', 'th plum 1×1', 'td plum price 1×1'],
      ['th peach 1×1', 'td peach price 1×1', 'td peach sweet 1×1'],
      ['th pome 1×1', 'th pear 1×1', 'td pear price 1×1'],
    ]);
  });
});
