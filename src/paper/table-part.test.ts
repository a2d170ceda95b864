import { expect, test } from 'vitest';
import { gridSlots } from '../formats/grid-slots.ts';
import { SAMPLE_2019 } from '../samples/sample-2019.ts';
import { SAMPLE_2021 } from '../samples/sample-2021.ts';
import { understood } from '../testing/reports.ts';
import type { PaperTable } from './flow.ts';
import { paperOf } from './paper.ts';
import { bodyRows, tablePart } from './table-part.ts';

const TABLES = [SAMPLE_2021, SAMPLE_2019].flatMap((raw) =>
  paperOf(understood(raw), { draftMark: false }).blocks.filter(
    (block): block is PaperTable => block.kind === 'table',
  ),
);

function figures(table: PaperTable): readonly (string | undefined)[] {
  return table.rows.flatMap(({ cells }) => cells.flatMap(({ address }) => address ?? []));
}

test.each(TABLES)('$label cut anywhere keeps every figure once and stays a rectangle', (table) => {
  const count = bodyRows(table).length;
  for (let at = 1; at < count; at += 1) {
    const parts = [tablePart(table, 0, at), tablePart(table, at, count)];
    expect(parts.flatMap(figures)).toEqual(figures(table));
    for (const part of parts) {
      const widths = gridSlots(part.rows).map((line) => line.filter(Boolean).length);
      expect(new Set(widths)).toEqual(new Set([table.grid.columnCount]));
      expect(gridSlots(part.rows)).toHaveLength(part.rows.length);
    }
  }
});

test('a label over several lines stands again at the head of the next page', () => {
  const requests = TABLES[1]!;
  const part = tablePart(requests, 5, 9);
  const first = part.rows.find(({ head }) => !head);
  expect(first?.cells[0]).toMatchObject({ printed: '三、本年度办理结果', rowSpan: 4 });
});

test('a whole table is itself', () => {
  const table = TABLES[0]!;
  expect(tablePart(table, 0, bodyRows(table).length)).toBe(table);
});
