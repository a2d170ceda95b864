/** A table of the paper as Word's table: merges, repeated head, rows never cut, blocks kept whole. */
import { type GridSlot, gridSlots, isStart } from '../formats/grid-slots.ts';
import { isNarrow, type PaperTable } from '../paper/flow.ts';
import { figureLength, labelParts, type Markup, rowBlocks } from '../paper/markup.ts';
import type { PaperCell, PaperRow } from '../paper/paper.ts';
import { LONG_FIGURE_TYPE, w } from './docx-styles.ts';

const LINE = { val: 'single', sz: '4', space: '0', color: '000000' } as const;
/** Room around the text of a cell: 0.5 mm beside it, 1 mm above and below. */
const PADDING = { top: '57', left: '28', bottom: '57', right: '28' } as const;
const SIDES = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'] as const;

/** Text as runs: tabs and line breaks are elements of their own. */
export function runXml(text: string, properties: readonly Markup[] = []): Markup {
  const pieces = text.split(/(\t|\r\n|\n|\r)/).filter((piece) => piece !== '');
  return w('r', {}, [
    ...(properties.length > 0 ? [w('rPr', {}, properties)] : []),
    ...pieces.map((piece) => {
      if (piece === '\t') return w('tab');
      if (/^[\r\n]+$/.test(piece)) return w('br');
      return w('t', { 'xml:space': 'preserve' }, [piece]);
    }),
  ]);
}

interface Setting {
  readonly table: PaperTable;
  readonly widths: readonly number[];
  /** Lines that must not be parted from the next one. */
  readonly kept: ReadonlySet<PaperRow>;
}

function settingOf(table: PaperTable, across: number): Setting {
  const blocks = rowBlocks(table.rows);
  const together = blocks.length > 1 ? blocks : [];
  return {
    table,
    widths: table.grid.widths.map((width) => Math.round(width * across)),
    kept: new Set(together.flatMap((block) => block.slice(0, -1))),
  };
}

/** The words of a cell; only a narrow one needs to be told where they break. */
function wordsOf(cell: PaperCell): string {
  return cell.colSpan > 1 ? cell.printed : labelParts(cell).join('\n');
}

function cellWords(cell: PaperCell, { table }: Setting, kept: boolean): Markup {
  const strip = table.grid.table.print === 'strip';
  const label = !strip && cell.role === 'rowHead' && cell.rowSpan === 1;
  const length = isNarrow(table.grid) ? figureLength(cell) : undefined;
  return w('p', {}, [
    w('pPr', {}, [
      w('pStyle', { val: strip ? 'StripText' : 'TableText' }),
      ...(kept ? [w('keepNext')] : []),
      ...(label ? [w('jc', { val: 'left' })] : []),
    ]),
    ...(cell.printed ? [runXml(wordsOf(cell), length ? LONG_FIGURE_TYPE[length] : [])] : []),
  ]);
}

function cellXml(
  slot: GridSlot<PaperCell>,
  column: number,
  setting: Setting,
  kept: boolean,
): Markup {
  const { cell } = slot;
  const covered = setting.widths.slice(column, column + cell.colSpan);
  const width = covered.reduce((sum, one) => sum + one, 0);
  const merge = isStart(slot) ? w('vMerge', { val: 'restart' }) : w('vMerge');
  return w('tc', {}, [
    w('tcPr', {}, [
      w('tcW', { w: String(width), type: 'dxa' }),
      ...(cell.colSpan > 1 ? [w('gridSpan', { val: String(cell.colSpan) })] : []),
      ...(cell.rowSpan > 1 ? [merge] : []),
      w('vAlign', { val: 'center' }),
    ]),
    isStart(slot)
      ? cellWords(cell, setting, kept)
      : w('p', {}, [w('pPr', {}, [w('pStyle', { val: 'TableText' })])]),
  ]);
}

function rowXml(row: PaperRow, line: readonly GridSlot<PaperCell>[], setting: Setting): Markup {
  const kept = setting.kept.has(row);
  const cells = line.flatMap((slot, column) =>
    slot.columnOffset === 0 ? [cellXml(slot, column, setting, kept)] : [],
  );
  return w('tr', {}, [
    w('trPr', {}, [w('cantSplit'), ...(row.head ? [w('tblHeader')] : [])]),
    ...cells,
  ]);
}

/** The table element, so many twips across. */
export function tableXml(table: PaperTable, across: number): Markup {
  const setting = settingOf(table, across);
  const slots = gridSlots(table.rows);
  return w('tbl', {}, [
    w('tblPr', {}, [
      w('tblW', { w: String(across), type: 'dxa' }),
      w('jc', { val: 'center' }),
      w(
        'tblBorders',
        {},
        SIDES.map((side) => w(side, LINE)),
      ),
      w('tblLayout', { type: 'fixed' }),
      w(
        'tblCellMar',
        {},
        Object.entries(PADDING).map(([side, width]) => w(side, { w: width, type: 'dxa' })),
      ),
      w('tblCaption', { val: table.label }),
    ]),
    w(
      'tblGrid',
      {},
      setting.widths.map((width) => w('gridCol', { w: String(width) })),
    ),
    ...table.rows.map((row, at) => rowXml(row, slots[at] ?? [], setting)),
  ]);
}
