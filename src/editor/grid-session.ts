/**
 * One table at work: the range that is marked in it, and what keys and the mouse do. Listens at the
 * frame around the table, so that cells stay plain inputs; what a key means stands in `grid-keys.ts`.
 *
 * 1. The focus is always on the active cell, the anchor of the range.
 * 2. Arriving at a cell, and any click on it, marks its text, so that typing replaces it; only F2 and a
 *    double click put the caret into it.
 */
import type { ClipboardEvent, FocusEvent, KeyboardEvent, MouseEvent } from 'react';
import { type CellAddress, cellAt } from '../formats/cells.ts';
import type { Format, Table } from '../formats/format.ts';
import {
  addressesIn,
  type GridPlace,
  type GridShape,
  isSingle,
  type Position,
  placeAt,
  placesIn,
  positionOf,
  type Range,
  shapeOf,
} from '../formats/grid-shape.ts';
import type { ClipboardContent } from '../paste/clipboard-table.ts';
import { copyRows, copyTable } from '../paste/copy-range.ts';
import { lockRefusal } from '../report/status.ts';
import type { OpenDraft } from '../session/open-draft.ts';
import { inputId } from '../ui/input-place.ts';
import { createValueStore, type ReadableStore } from '../ui/store.ts';
import { shownText } from './cell-text.ts';
import { type CellTexts, clearTexts, type FillSource, fillTexts } from './grid-edits.ts';
import { actOf, type Caret, type GridAct } from './grid-keys.ts';

/** What the frame around a table listens to. */
interface GridListeners {
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  readonly onMouseDown: (event: MouseEvent<HTMLElement>) => void;
  readonly onMouseOver: (event: MouseEvent<HTMLElement>) => void;
  readonly onDoubleClick: (event: MouseEvent<HTMLElement>) => void;
  readonly onCopy: (event: ClipboardEvent<HTMLElement>) => void;
  readonly onCut: (event: ClipboardEvent<HTMLElement>) => void;
  readonly onPaste: (event: ClipboardEvent<HTMLElement>) => void;
}

export interface GridSession {
  readonly shape: GridShape;
  /** Undefined until the clerk is in the table. */
  readonly range: ReadableStore<Range | undefined>;
  /** The cells of a range of more than one; empty otherwise. */
  readonly marked: ReadableStore<ReadonlySet<string>>;
  readonly listeners: GridListeners;
}

interface GridTools {
  readonly open: OpenDraft;
  readonly format: Format;
  readonly table: Table;
  /** Told of every cell the clerk comes to. */
  readonly onArrive: (address: CellAddress) => void;
  /** Given what was pasted where it is more than one figure, with the first cell and the rows of the range. */
  readonly onPasted: (content: ClipboardContent, focus: CellAddress, rows: number) => void;
}

const NOTHING: ReadonlySet<string> = new Set();
const FILL_NAMES: Readonly<Record<FillSource, string>> = {
  above: '向下填充',
  left: '向右填充',
  active: '填入所选各格',
};

/** The element of a cell an event came from, or undefined for anything else in the table. */
function cellElement(target: EventTarget | null): HTMLElement | undefined {
  const element = target instanceof Element ? target.closest('[data-address]') : null;
  return element instanceof HTMLElement ? element : undefined;
}

function caretOf(element: HTMLElement): Caret | undefined {
  if (!(element instanceof HTMLInputElement)) return undefined;
  const { selectionStart, selectionEnd, value } = element;
  return { start: selectionStart ?? 0, end: selectionEnd ?? 0, length: value.length };
}

function isMarked(marked: ReadonlySet<string>, { dataset }: HTMLElement): boolean {
  return marked.has(dataset.address ?? '');
}

/** Rows that fit between the head of the table and the lower edge of its frame. */
function rowsInView(frame: HTMLElement, cell: HTMLElement): number {
  return Math.max(1, Math.floor(frame.clientHeight / Math.max(1, cell.offsetHeight)) - 3);
}

function elementAt(place: GridPlace | undefined): HTMLElement | null {
  return place ? document.getElementById(inputId(place.address)) : null;
}

function focusCell(place: GridPlace | undefined): void {
  const element = elementAt(place);
  element?.focus({ preventScroll: true });
  element?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

/** What is done to the draft on behalf of keys. */
function gridEdits({ open, format, table }: GridTools, shape: GridShape) {
  const textOf = ({ address }: GridPlace) => shownText(open.getState(), address);
  const write = (texts: CellTexts, label: string, place: string, typing = false) =>
    open.change({ kind: 'cells', texts }, { label, place, typing });
  return {
    isFilled: (place: GridPlace) => textOf(place) !== '',
    clear: (range: Range, place: string) => {
      const texts = clearTexts(shape, range);
      write(texts, `清除 ${Object.keys(texts).length} 格`, place);
    },
    copy: (range: Range) => {
      const places = placesIn(shape, range);
      const isWhole = places.flat().length === shape.flat().length;
      const textAt = (address: CellAddress) => shownText(open.getState(), address);
      const rows = places.map((row) => row.map(({ address }) => address));
      return isWhole ? copyTable(table, textAt) : copyRows(rows, textAt);
    },
    fillWith: (range: Range, place: string, text: string) => {
      const texts = fillTexts(shape, range, 'active', () => text);
      write(texts, `粘贴到 ${Object.keys(texts).length} 格`, place);
    },
    fill: (range: Range, place: string, source: FillSource) =>
      write(fillTexts(shape, range, source, textOf), FILL_NAMES[source], place),
    giveBack: (address: string, text: string) =>
      write({ [address]: text }, `填写 ${cellAt(format, address)?.name}`, address, true),
  };
}

/** The range that is marked, as stores, and where events of the frame are in the table. */
function createGridRange(shape: GridShape) {
  const range = createValueStore<Range | undefined>(undefined);
  const marked = createValueStore<ReadonlySet<string>>(NOTHING);
  return {
    range,
    marked,
    mark: (next: Range): void => {
      range.set(next);
      marked.set(isSingle(next) ? NOTHING : addressesIn(shape, next));
      if (isSingle(next)) return;
      const head = elementAt(placeAt(shape, next.head));
      head?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    },
    positionOfEvent: (target: EventTarget | null) => {
      const element = cellElement(target);
      const position = element && positionOf(shape, element.dataset.address ?? '');
      return element && position && { element, position };
    },
    /** The range a clipboard event is about; undefined where it is about text inside a cell. */
    rangeOfEvent: (event: ClipboardEvent<HTMLElement>) => {
      const element = cellElement(event.target);
      const now = range.getState();
      if (!element || !now) return undefined;
      const isText = isSingle(now) && element instanceof HTMLInputElement;
      return isText ? undefined : { now, address: element.dataset.address ?? '' };
    },
  };
}

/** The parts of a session its listeners share. */
interface GridWork extends ReturnType<typeof createGridRange> {
  readonly tools: GridTools;
  readonly shape: GridShape;
  readonly edits: ReturnType<typeof gridEdits>;
}

/** What copying, cutting and pasting do. */
function clipboardListeners({ tools, shape, edits, range, rangeOfEvent }: GridWork) {
  function copy(event: ClipboardEvent<HTMLElement>) {
    const about = rangeOfEvent(event);
    if (!about) return undefined;
    event.preventDefault();
    const { text, html } = edits.copy(about.now);
    event.clipboardData.setData('text/plain', text);
    event.clipboardData.setData('text/html', html);
    return about;
  }

  function paste(event: ClipboardEvent<HTMLElement>): void {
    const now = range.getState();
    if (!cellElement(event.target) || !now) return;
    const refusal = lockRefusal(tools.open.getState().draft.raw);
    if (refusal) {
      event.preventDefault();
      tools.open.announce(refusal);
      return;
    }
    const content = {
      html: event.clipboardData.getData('text/html'),
      text: event.clipboardData.getData('text/plain'),
    };
    const single = content.text.trim();
    const isSingleText = single !== '' && !/\s/.test(single);
    const about = rangeOfEvent(event);
    if (isSingleText && !about) return;
    event.preventDefault();
    if (isSingleText && about) edits.fillWith(now, about.address, single);
    else {
      const marked = placesIn(shape, now);
      const first = marked[0]?.[0]?.address ?? (about?.address as CellAddress);
      tools.onPasted(content, first, marked.length);
    }
  }

  return {
    onCopy: copy,
    onCut: (event: ClipboardEvent<HTMLElement>) => {
      const about = copy(event);
      if (about) edits.clear(about.now, about.address);
    },
    onPaste: paste,
  };
}

/** What arriving at a cell and keys in it do. */
function keyListeners({ tools, shape, edits, range, mark, positionOfEvent }: GridWork) {
  let arrived = { address: '', text: '' };

  function perform(act: GridAct, element: HTMLElement, now: Range): boolean {
    const address = element.dataset.address ?? '';
    if (act.act === 'go') focusCell(placeAt(shape, act.to));
    else if (act.act === 'mark') mark(act.range);
    else if (act.act === 'clear') edits.clear(now, address);
    else if (act.act === 'fill') edits.fill(now, address, act.from);
    else if (act.act === 'editText') moveCaretToEnd(element);
    else return giveBack(element, now);
    if (act.act === 'go') mark({ anchor: act.to, head: act.to });
    return true;
  }

  /** Esc: first the range shrinks to its active cell, then that gets back what stood in it. */
  function giveBack(element: HTMLElement, { anchor, head }: Range): boolean {
    const wasMarked = !isSingle({ anchor, head });
    mark({ anchor, head: anchor });
    if (wasMarked || !(element instanceof HTMLInputElement)) return wasMarked;
    if (element.dataset.address !== arrived.address) return false;
    const isChanged = element.value !== arrived.text;
    edits.giveBack(arrived.address, arrived.text);
    element.select();
    return isChanged;
  }

  return {
    onFocus: ({ target }: FocusEvent<HTMLElement>) => {
      const at = positionOfEvent(target);
      if (!at) return;
      const address = at.element.dataset.address as CellAddress;
      tools.onArrive(address);
      mark({ anchor: at.position, head: at.position });
      if (!(at.element instanceof HTMLInputElement)) return;
      arrived = { address, text: at.element.value };
      at.element.select();
    },
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      const element = cellElement(event.target);
      const now = range.getState();
      if (!element || !now || event.altKey) return;
      const frame = event.currentTarget;
      const act = actOf(pressOf(event), {
        shape,
        range: now,
        isFilled: edits.isFilled,
        // Asked for only by keys that need it; to measure makes the browser lay out the page at once.
        get caret() {
          return caretOf(element);
        },
        get pageRows() {
          return rowsInView(frame, element);
        },
      });
      if (act && perform(act, element, now)) event.preventDefault();
    },
  };
}

/** What the mouse does: marks a cell, a range up to it, or a range that is drawn. */
function mouseListeners({ range, marked, mark, positionOfEvent }: GridWork) {
  let dragFrom: Position | undefined;
  return {
    onMouseDown: (event: MouseEvent<HTMLElement>) => {
      const at = positionOfEvent(event.target);
      if (!at) return;
      const now = range.getState();
      // The menu of the right button is for what is marked, where it is opened over that.
      if (event.button === 2 && now && isMarked(marked.getState(), at.element)) {
        event.preventDefault();
        return;
      }
      if (event.button === 0 && event.shiftKey && now) {
        event.preventDefault();
        mark({ anchor: now.anchor, head: at.position });
        return;
      }
      dragFrom = event.button === 0 ? at.position : undefined;
      // The browser would put the caret between two digits, and the next key would join them.
      event.preventDefault();
      if (document.activeElement !== at.element) at.element.focus({ preventScroll: true });
      else mark({ anchor: at.position, head: at.position });
      if (at.element instanceof HTMLInputElement) at.element.select();
    },
    onMouseOver: (event: MouseEvent<HTMLElement>) => {
      if (event.buttons !== 1) dragFrom = undefined;
      const at = dragFrom && positionOfEvent(event.target);
      if (!dragFrom || !at) return;
      const now = range.getState();
      const isHome = at.position.row === dragFrom.row && at.position.column === dragFrom.column;
      if (isHome && (!now || isSingle(now))) return;
      mark({ anchor: dragFrom, head: at.position });
    },
    onDoubleClick: (event: MouseEvent<HTMLElement>) => {
      const element = cellElement(event.target);
      if (element) moveCaretToEnd(element);
    },
  };
}

/** Begins work in a table. */
export function createGridSession(tools: GridTools): GridSession {
  const shape = shapeOf(tools.table);
  const edits = gridEdits(tools, shape);
  const work = { tools, shape, edits, ...createGridRange(shape) };
  const { range, marked } = work;
  const listeners = {
    ...clipboardListeners(work),
    ...keyListeners(work),
    ...mouseListeners(work),
  };
  return { shape, range, marked, listeners };
}

function moveCaretToEnd(element: HTMLElement): void {
  if (!(element instanceof HTMLInputElement)) return;
  element.setSelectionRange(element.value.length, element.value.length);
}

function pressOf({ key, shiftKey, ctrlKey, metaKey, nativeEvent }: KeyboardEvent) {
  return {
    key: key.length === 1 ? key.toLowerCase() : key,
    shift: shiftKey,
    ctrl: ctrlKey || metaKey,
    // 229 is what input methods send where the browser does not tell of the composition itself.
    composing: nativeEvent.isComposing || nativeEvent.keyCode === 229,
  };
}
