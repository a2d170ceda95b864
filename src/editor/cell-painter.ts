/**
 * Writes into the cells of a table what changes while figures are typed: sums, marks, light. The
 * table itself is laid out once and never again; a key then touches the cells whose display it changes
 * and no others, in the same moment the figure is understood.
 *
 * 1. A cell's frame holds its sign and its figure, in this order; a computed figure holds the sum and
 *    the mark 未填完.
 * 2. What is written here, nobody else writes.
 */
import type { Mark } from '../drafts/derived.ts';
import type { OpenDraftState } from '../drafts/open-draft.ts';
import { type Cell, isEntered } from '../formats/cells.ts';
import { changedCells } from '../report/report.ts';
import { setText } from '../ui/set-text.ts';
import type { ReadableStore } from '../ui/store.ts';
import { computedText, PARTIAL_MARK } from './cell-text.ts';

const SIGNS: Readonly<Record<string, string>> = { error: '错', reminder: '?', hint: '·' };

interface Shown {
  readonly cell: Cell;
  readonly frame: HTMLElement;
  readonly figure: Element;
  readonly sign: Element;
}

export interface CellPainter {
  /** Takes in the frame of a cell as it comes on screen; gives what to do when it goes. */
  readonly show: (cell: Cell, frame: HTMLElement) => () => void;
  /** Begins to follow the draft, the light and the marked range; gives the end of it. */
  readonly follow: () => () => void;
}

export interface Painted {
  readonly open: ReadableStore<OpenDraftState>;
  /** Cells of the finding, balance or sum that is looked at. */
  readonly spotlight: ReadableStore<readonly string[]>;
  /** Cells of the marked range. */
  readonly marked: ReadableStore<ReadonlySet<string>>;
}

function setFlag(element: Element, name: string, isSet: boolean): void {
  if (isSet) element.setAttribute(name, '');
  else element.removeAttribute(name);
}

function setOrRemove(element: Element, name: string, text: string | undefined): void {
  if (text === undefined) element.removeAttribute(name);
  else if (element.getAttribute(name) !== text) element.setAttribute(name, text);
}

function paintMark({ cell, frame, figure, sign }: Shown, mark: Mark | undefined): void {
  setOrRemove(frame, 'data-mark', mark?.severity);
  setOrRemove(figure, 'aria-describedby', mark?.notes);
  if (isEntered(cell)) setOrRemove(figure, 'aria-invalid', String(mark?.severity === 'error'));
  setText(sign, mark ? (SIGNS[mark.severity] ?? '') : '');
}

function paintValue({ cell, figure }: Shown, state: OpenDraftState): void {
  if (isEntered(cell)) {
    setFlag(figure, 'data-zero', state.draft.raw.cells[cell.address]?.trim() === '0');
    return;
  }
  const [sum = '', partial] = computedText(state, cell.address).split(` ${PARTIAL_MARK}`);
  const { firstElementChild: shownSum, lastElementChild: shownMark } = figure;
  if (shownSum) setText(shownSum, sum);
  if (shownMark) setText(shownMark, partial === undefined ? '' : PARTIAL_MARK);
}

/** The cells whose mark differs between two states. */
function changedMarks(before: OpenDraftState, now: OpenDraftState): readonly string[] {
  if (before.marks === now.marks) return [];
  const cells = new Set([...before.marks.keys(), ...now.marks.keys()]);
  return [...cells].filter((address) => before.marks.get(address) !== now.marks.get(address));
}

/** A painter of the cells of one table. */
export function createCellPainter({ open, spotlight, marked }: Painted): CellPainter {
  const all = new Map<string, Shown>();
  let painted = open.getState();

  function paintAll(): void {
    const before = painted;
    painted = open.getState();
    for (const address of changedCells(before.report, painted.report)) {
      const shown = all.get(address);
      if (shown) paintValue(shown, painted);
    }
    for (const address of changedMarks(before, painted)) {
      const shown = all.get(address);
      if (shown) paintMark(shown, painted.marks.get(address));
    }
  }

  function paintLight(): void {
    const lit = new Set(spotlight.getState());
    for (const { cell, frame } of all.values()) setFlag(frame, 'data-lit', lit.has(cell.address));
  }

  function paintRange(): void {
    const range = marked.getState();
    for (const { cell, frame } of all.values())
      setFlag(frame, 'data-marked', range.has(cell.address));
  }

  return {
    show: (cell, frame) => {
      const [sign, figure] = Array.from(frame.children);
      if (!figure || !sign) throw new Error(`the cell ${cell.address} has no figure`);
      const shown: Shown = { cell, frame, figure, sign };
      all.set(cell.address, shown);
      const mark = painted.marks.get(cell.address);
      paintValue(shown, painted);
      if (mark) paintMark(shown, mark);
      setFlag(frame, 'data-lit', spotlight.getState().includes(cell.address));
      setFlag(frame, 'data-marked', marked.getState().has(cell.address));
      return () => {
        if (all.get(cell.address) === shown) all.delete(cell.address);
      };
    },
    follow: () => {
      const ends = [
        open.subscribe(paintAll),
        spotlight.subscribe(paintLight),
        marked.subscribe(paintRange),
      ];
      paintAll();
      return () => {
        for (const end of ends) end();
      };
    },
  };
}
