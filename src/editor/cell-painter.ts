/**
 * The one painter beside React: it writes into the cells of the statutory entry tables what changes
 * while figures are typed – sums, marks, light. Two hundred cells are rendered once and never again; a
 * key touches the cells the state says it changed and no others. Everything else is rendered by React.
 *
 * The contract:
 * 1. A cell's frame holds its sign and its figure, in this order; a computed figure holds the sum and
 *    the mark 未填完. React renders these elements empty and never renders into them again.
 * 2. Written here and nowhere else: the text of sign, sum and mark, and the attributes `data-mark`,
 *    `data-zero`, `data-lit`, `data-marked`, `aria-describedby` and `aria-invalid`.
 * 3. The text of an input is the form's; the painter never writes it.
 * 4. It reads the state of the draft and keeps nothing that does not follow from the last one it saw.
 */

import { type Cell, isEntered } from '../formats/cells.ts';
import type { Mark } from '../session/derived.ts';
import type { OpenDraftState } from '../session/draft-state.ts';
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

/** Writes the text of an element that holds nothing else; one that says the same is left alone. */
function setText(element: Element, text: string): void {
  const { firstChild } = element;
  if (!(firstChild instanceof Text)) element.textContent = text;
  else if (firstChild.data !== text) firstChild.data = text;
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
    const edited = new Set<string>(painted.edited);
    for (const { address } of painted.changed) edited.add(address);
    for (const address of edited) {
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
