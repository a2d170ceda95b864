/**
 * A pasted block of bare figures laid upon a table by its place alone, from the active cell on, as a
 * spreadsheet does. Used only where the block has no label of the table.
 */
import type { CellAddress } from '../formats/cells.ts';
import type { Table } from '../formats/format.ts';
import { type GridPlace, type GridShape, positionOf, shapeOf } from '../formats/grid-shape.ts';
import { type ClipboardTable, type PastedCell, transposed } from './clipboard-table.ts';
import { isFigureLike } from './clipboard-words.ts';
import { type Alignment, firstsOf, type PasteQuestion, type Placed } from './paste-lines.ts';

type Block = readonly (readonly string[])[];

const BY_PLACE: PasteQuestion = {
  id: 'by place',
  text: '粘贴的名称在本表上找不到：不看名称，从光标所在的格起按位置填？',
};
const TURNED: PasteQuestion = { id: 'turned', text: '粘贴的行和列与本表相反：转过来填？' };

/** Says whether the figures a reading lays on computed cells are the sums of the others. */
export type Agrees = (placed: readonly Placed[]) => boolean;

/** Lays the first pasted table from a cell on; `agrees` tells how computed cells are meant. */
export function alignByPlace(
  pasted: ClipboardTable,
  table: Table,
  focus: CellAddress,
  agrees: Agrees,
): Alignment {
  const { block, hadWords } = figureBlock(pasted);
  const isText = hadWords && block.flat().some((text) => text !== '' && !isFigureLike(text));
  if (isText) return { placed: [], unmatched: [] };
  const shape = shapeOf(table);
  const question = hadWords ? BY_PLACE : undefined;
  const strip = stripReading(block, table, shape, question);
  if (strip) return strip;
  if (isTurned(block, shape)) {
    return lay(columnsAsRows(block), shape, focus, allPlaces, TURNED);
  }
  const plain = lay(block, shape, focus, allPlaces, question);
  if (agrees(plain.placed)) return plain;
  const skipping = lay(block, shape, focus, enteredPlaces, {
    id: 'skip sums',
    text: '粘贴的数盖住了自动算出的总计，又和总计不等：跳过总计，依次填后面的格？',
  });
  return fitsEntered(block, shape) ? skipping : plain;
}

/** The figures without lines and columns of words at the top and the left. */
function figureBlock(pasted: ClipboardTable): { block: Block; hadWords: boolean } {
  const isWords = (piece: PastedCell | undefined) =>
    piece !== undefined && piece.text !== '' && !isFigureLike(piece.text);
  const bodyAt = (rows: ClipboardTable['rows']) =>
    rows.findIndex((row) => row.some((piece) => piece?.text && !isWords(piece)));
  const below = pasted.rows.slice(Math.max(0, bodyAt(pasted.rows)));
  const sideways = transposed({ rows: below, running: false }).rows;
  const isLabelColumn = (column: readonly (PastedCell | undefined)[]) =>
    column.some(isWords) && !column.some((piece) => piece?.text && !isWords(piece));
  const from = sideways.findIndex((column) => !isLabelColumn(column));
  const rows = below.map((row) => {
    const line = row.slice(Math.max(0, from));
    const isFirst = firstsOf(line);
    return line.map((piece, at) => (piece !== undefined && isFirst[at] ? piece.text : ''));
  });
  return { block: rows, hadWords: below.length < pasted.rows.length || from > 0 };
}

function columnsAsRows(block: Block): Block {
  const width = Math.max(0, ...block.map((row) => row.length));
  return Array.from({ length: width }, (_, column) => block.map((row) => row[column] ?? ''));
}

function isTurned(block: Block, shape: GridShape): boolean {
  const width = Math.max(0, ...block.map((row) => row.length));
  const columns = Math.max(...shape.map((places) => places.length));
  return width === shape.length && block.length === columns && width !== columns;
}

/** A line with as many figures as a table that is printed as one line. */
function stripReading(
  block: Block,
  table: Table,
  shape: GridShape,
  question: PasteQuestion | undefined,
): Alignment | undefined {
  const line = block.length === 1 ? block[0] : columnsAsRows(block)[0];
  const isLine = block.length === 1 || block.every((row) => row.length === 1);
  const places = shape.flat();
  if (table.print !== 'strip' || !isLine || line?.length !== places.length) return undefined;
  return {
    placed: line.map((raw, at) => placed(places[at]!, raw, question)),
    unmatched: [],
  };
}

function placed({ address }: GridPlace, raw: string, question: PasteQuestion | undefined): Placed {
  return question ? { address, raw, question } : { address, raw };
}

type PlacesOf = (shape: GridShape) => GridShape;

const allPlaces: PlacesOf = (shape) => shape;

/** The table as if it had no computed rows and columns. */
const enteredPlaces: PlacesOf = (shape) =>
  shape.map((row) => row.filter(({ entered }) => entered)).filter((row) => row.length > 0);

function fitsEntered(block: Block, shape: GridShape): boolean {
  const width = Math.max(0, ...block.map((row) => row.length));
  const rows = enteredPlaces(shape);
  return block.length === rows.length || width === rows[0]?.length;
}

function lay(
  block: Block,
  whole: GridShape,
  focus: CellAddress,
  placesOf: PlacesOf,
  question: PasteQuestion | undefined,
): Alignment {
  const shape = placesOf(whole);
  const start = positionOf(shape, focus) ?? { row: 0, column: 0 };
  const found: Placed[] = [];
  const outside: string[] = [];
  for (const [down, row] of block.entries()) {
    for (const [across, raw] of row.entries()) {
      const place = shape[start.row + down]?.[start.column + across];
      if (place) found.push(placed(place, raw, question));
      else if (raw !== '') outside.push(raw);
    }
  }
  const unmatched =
    outside.length > 0 ? [{ raw: outside.join(' '), reason: '超出了表的右边或下边' }] : [];
  return { placed: found, unmatched };
}
