/**
 * The keys of a spreadsheet, over a table whose every cell is a live input: from the grid, the key,
 * the caret and the marked range to what is to be done. Pure; it moves nothing itself.
 *
 * 1. While Chinese text is being composed no key is ours, whatever it is.
 * 2. A key that is not ours, or that the caret still needs inside the text, gives undefined and is
 *    left to the browser.
 * 3. Enter and Tab go to entered cells only; arrows visit computed ones too, so that their sums can
 *    be read. Tab leaves the table at its ends.
 */
import type { GridPlace, GridShape, Position, Range } from '../formats/grid-shape.ts';
import { isSingle, placeAt, wholeRange } from '../formats/grid-shape.ts';

export interface KeyPress {
  readonly key: string;
  readonly shift: boolean;
  readonly ctrl: boolean;
  readonly composing: boolean;
}

/** The caret in the text of a cell. */
export interface Caret {
  readonly start: number;
  readonly end: number;
  readonly length: number;
}

export interface GridSituation {
  readonly shape: GridShape;
  readonly range: Range;
  /** Undefined in a computed cell, which has no caret. */
  readonly caret: Caret | undefined;
  readonly isFilled: (place: GridPlace) => boolean;
  /** Rows that are in view at once. */
  readonly pageRows: number;
}

export type GridAct =
  | { readonly act: 'go'; readonly to: Position }
  | { readonly act: 'mark'; readonly range: Range }
  /** Writes the first row or column of the range, or its active cell, into the rest. */
  | { readonly act: 'fill'; readonly from: 'above' | 'left' | 'active' }
  | { readonly act: 'clear' }
  | { readonly act: 'giveBack' }
  | { readonly act: 'editText' };

interface Direction {
  readonly rows: -1 | 0 | 1;
  readonly columns: -1 | 0 | 1;
}

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowUp: { rows: -1, columns: 0 },
  ArrowDown: { rows: 1, columns: 0 },
  ArrowLeft: { rows: 0, columns: -1 },
  ArrowRight: { rows: 0, columns: 1 },
};

/** What a key does in a table, or undefined where it is the browser's. */
export function actOf(press: KeyPress, situation: GridSituation): GridAct | undefined {
  if (press.composing) return undefined;
  const arrow = ARROWS[press.key];
  if (arrow) return arrowAct(arrow, press, situation);
  return KEYS[press.ctrl ? `Ctrl+${press.key}` : press.key]?.(situation, press.shift);
}

type KeyAct = (situation: GridSituation, shift: boolean) => GridAct | undefined;

const KEYS: Readonly<Record<string, KeyAct>> = {
  Enter: ({ shape, range }, shift) => goTo(enterTarget(shape, range.anchor, shift ? -1 : 1)),
  Tab: ({ shape, range }, shift) => goTo(tabTarget(shape, range.anchor, shift ? -1 : 1)),
  Home: (situation, shift) => rowEnd(situation, 'first', shift),
  End: (situation, shift) => rowEnd(situation, 'last', shift),
  PageUp: ({ shape, range, pageRows }, shift) =>
    reach(range, shift, clamped(shape, movingEnd(range, shift), -pageRows)),
  PageDown: ({ shape, range, pageRows }, shift) =>
    reach(range, shift, clamped(shape, movingEnd(range, shift), pageRows)),
  Escape: () => ({ act: 'giveBack' }),
  F2: ({ caret }) => (caret ? { act: 'editText' } : undefined),
  Delete: clearAct,
  Backspace: clearAct,
  'Ctrl+Home': ({ shape, range }, shift) => reach(range, shift, enteredPositions(shape)[0]),
  'Ctrl+End': ({ shape, range }, shift) => {
    const all = enteredPositions(shape);
    return reach(range, shift, all[all.length - 1]);
  },
  'Ctrl+Enter': () => ({ act: 'fill', from: 'active' }),
  'Ctrl+d': () => ({ act: 'fill', from: 'above' }),
  'Ctrl+r': () => ({ act: 'fill', from: 'left' }),
  'Ctrl+a': ({ shape, caret }) =>
    isWholeText(caret) ? { act: 'mark', range: wholeRange(shape) } : undefined,
};

/** Shift moves the far end of the range, any other key starts from the active cell. */
function movingEnd({ anchor, head }: Range, shift: boolean): Position {
  return shift ? head : anchor;
}

function goTo(to: Position | undefined): GridAct | undefined {
  return to && { act: 'go', to };
}

/** Goes somewhere, or with Shift marks up to there. */
function reach(range: Range, shift: boolean, to: Position | undefined): GridAct | undefined {
  if (!to || !shift) return goTo(to);
  return { act: 'mark', range: { anchor: range.anchor, head: to } };
}

function isWholeText(caret: Caret | undefined): boolean {
  return !caret || (caret.start === 0 && caret.end === caret.length);
}

/** True while the caret has text to cross before it would leave the cell to that side. */
function caretHasWay(caret: Caret | undefined, { columns }: Direction): boolean {
  if (!caret || columns === 0 || isWholeText(caret)) return false;
  const isPoint = caret.start === caret.end;
  return !isPoint || (columns < 0 ? caret.start > 0 : caret.end < caret.length);
}

function arrowAct(arrow: Direction, press: KeyPress, situation: GridSituation) {
  const { shape, range, caret } = situation;
  const from = movingEnd(range, press.shift);
  if (press.ctrl) return reach(range, press.shift, blockEdge(situation, from, arrow));
  if (isSingle(range) && caretHasWay(caret, arrow)) return undefined;
  return reach(range, press.shift, beside(shape, from, arrow)) ?? atRim(range, arrow);
}

/** At the rim of the table up and down do nothing; left to the browser, the caret would jump. */
function atRim(range: Range, { rows }: Direction): GridAct | undefined {
  return rows === 0 ? undefined : { act: 'mark', range };
}

function beside(shape: GridShape, from: Position, { rows, columns }: Direction) {
  const row = from.row + rows;
  const here = Math.min(from.column, (shape[row]?.length ?? 0) - 1);
  const column = columns === 0 ? here : from.column + columns;
  return shape[row]?.[column] ? { row, column } : undefined;
}

function clamped(shape: GridShape, { row, column }: Position, rows: number): Position {
  const to = Math.max(0, Math.min(shape.length - 1, row + rows));
  return { row: to, column: Math.min(column, (shape[to]?.length ?? 1) - 1) };
}

function enteredPositions(shape: GridShape): readonly Position[] {
  return shape.flatMap((places, row) =>
    places.flatMap((place, column) => (place.entered ? [{ row, column }] : [])),
  );
}

/** Reading order; a computed cell lies between its neighbours. */
function tabTarget(shape: GridShape, from: Position, step: 1 | -1): Position | undefined {
  const all = enteredPositions(shape);
  const after = ({ row, column }: Position) =>
    Math.sign(row - from.row || column - from.column) === step;
  return step > 0 ? all.find(after) : [...all].reverse().find(after);
}

/** Down or up the column; past its end the next column, and nothing past the last. */
function enterTarget(shape: GridShape, from: Position, step: 1 | -1): Position | undefined {
  const inColumn = columnWalk(shape, from, step);
  if (inColumn) return inColumn;
  const column = from.column + step;
  const start = step > 0 ? -1 : shape.length;
  const rim = shape[step > 0 ? shape.length - 1 : 0];
  return rim?.[column]?.entered ? columnWalk(shape, { row: start, column }, step) : undefined;
}

function columnWalk(shape: GridShape, from: Position, step: 1 | -1): Position | undefined {
  for (let row = from.row + step; row >= 0 && row < shape.length; row += step) {
    const column = Math.min(from.column, (shape[row]?.length ?? 1) - 1);
    if (placeAt(shape, { row, column })?.entered) return { row, column };
  }
  return undefined;
}

/** Home and End: the caret first; once it is there, or all is marked, the ends of the row. */
function rowEnd(situation: GridSituation, end: 'first' | 'last', shift: boolean) {
  const { shape, range, caret } = situation;
  const atEdge = caret && caret.start === caret.end && caret.start === edgeOf(caret, end);
  if (caret && !isWholeText(caret) && !atEdge) return undefined;
  const { row } = movingEnd(range, shift);
  const own = enteredPositions(shape).filter((position) => position.row === row);
  const fallback = { row, column: end === 'first' ? 0 : (shape[row]?.length ?? 1) - 1 };
  return reach(range, shift, (end === 'first' ? own[0] : own[own.length - 1]) ?? fallback);
}

function edgeOf(caret: Caret, end: 'first' | 'last'): number {
  return end === 'first' ? 0 : caret.length;
}

/** Ctrl+arrow: to the last filled cell of the block one is in, else on to the next filled one. */
function blockEdge({ shape, isFilled }: GridSituation, from: Position, arrow: Direction): Position {
  const filledAt = (at: Position) => isFilled(placeAt(shape, at)!);
  let at = from;
  let next = beside(shape, at, arrow);
  if (!next) return at;
  const inBlock = filledAt(at) && filledAt(next);
  while (next && filledAt(next) === inBlock) {
    at = next;
    next = beside(shape, at, arrow);
  }
  return inBlock || !next ? at : next;
}

function clearAct({ range }: GridSituation): GridAct | undefined {
  return isSingle(range) ? undefined : { act: 'clear' };
}
