import { describe, expect, it } from 'vitest';
import { cellsOf } from '../../formats/cells.ts';
import type { Format } from '../../formats/format.ts';
import { FORMAT_2019 } from '../../formats/format-2019.ts';
import { FORMAT_2021 } from '../../formats/format-2021.ts';
import { gridOf } from '../../formats/grid.ts';
import { recognise } from '../recognise.ts';
import { gridFromRows } from './document.ts';
import type { PdfPage, Rule, TextPiece } from './pdf-page.ts';
import { pageBlocks } from './read-pdf.ts';

const WIDTH = 40;
const HEIGHT = 20;

function piece(text: string, left: number, baseline: number): TextPiece {
  return { text, left, right: left + text.length * 3, baseline, size: 8 };
}

/** One table as a PDF page draws it: every cell framed, its text inside, blanks left blank. */
function pageOf(
  format: Format,
  tableId: string,
  figures: Readonly<Record<string, string>>,
): PdfPage {
  const section = format.sections.find((one) => one.kind === 'table' && one.table.id === tableId);
  if (section?.kind !== 'table') throw new Error(tableId);
  const rows = gridOf(section.table).rows.map(({ cells }) =>
    cells.map(({ text, address, colSpan, rowSpan }) => ({
      text: address ? (figures[address] ?? '') : text,
      colSpan,
      rowSpan,
    })),
  );
  const grid = gridFromRows(rows, 'exact');
  const pieces: TextPiece[] = [piece(section.heading, 0, 10)];
  const rules: Rule[] = [];
  for (const cell of new Set(grid.rows.flat())) {
    if (!cell) continue;
    const [left, right] = [cell.column * WIDTH, cell.columnEnd * WIDTH];
    const [top, bottom] = [40 + cell.row * HEIGHT, 40 + cell.rowEnd * HEIGHT];
    rules.push(
      { direction: 'across', at: top, from: left, to: right },
      { direction: 'across', at: bottom, from: left, to: right },
      { direction: 'down', at: left, from: top, to: bottom },
      { direction: 'down', at: right, from: top, to: bottom },
    );
    const text = cell.text.slice(0, 12);
    if (text !== '')
      pieces.push({ ...piece(text, left + 2, (top + bottom) / 2 + 3), right: right - 2 });
  }
  return { pieces, rules };
}

const TITLE = { kind: 'paragraph', text: '甲县教育局2024年政府信息公开工作年度报告' } as const;

describe('a ruled table of a PDF', () => {
  it.each([
    [FORMAT_2019, 'proactive'],
    [FORMAT_2021, 'proactive'],
    [FORMAT_2019, 'requests'],
    [FORMAT_2021, 'requests'],
    [FORMAT_2021, 'disputes'],
  ])('is read with its blanks: $id %s', (format, tableId) => {
    const cells = cellsOf(format).filter(({ table }) => table.id === tableId);
    const figures = Object.fromEntries(
      cells.map(({ address }, at) => [address, at % 3 === 0 ? '' : String((at * 7) % 120)]),
    );
    const blocks = [TITLE, ...pageBlocks(pageOf(format, tableId, figures))];
    const result = recognise({ blocks, wrapped: true }, [FORMAT_2019, FORMAT_2021]);
    if (!result.ok) throw new Error(result.failure.problem);
    const read = cells.map(({ address }) => [address, result.value.cells[address]?.text]);
    expect(Object.fromEntries(read)).toEqual(figures);
  });
});

describe('a report of 2021 that prints the single row （六）其他处理', () => {
  it('keeps the figures of that row, for which its format has no cell', () => {
    const figures = Object.fromEntries(cellsOf(FORMAT_2019).map(({ address }) => [address, '3']));
    const blocks = [
      TITLE,
      ...pageBlocks(pageOf(FORMAT_2021, 'proactive', {})),
      ...pageBlocks(pageOf(FORMAT_2019, 'requests', figures)),
    ];
    const result = recognise({ blocks, wrapped: true }, [FORMAT_2019, FORMAT_2021]);
    if (!result.ok) throw new Error(result.failure.problem);
    expect(result.value.report.format).toBe('2021');
    expect(result.value.report.cells['requests/otherOutcome/naturalPerson']).toBe('3');
    expect(result.value.printed.requests?.otherOutcome?.naturalPerson).toBe(3);
  });
});
