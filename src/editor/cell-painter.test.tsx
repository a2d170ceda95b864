// @vitest-environment jsdom
import { beforeEach, describe, expect, test } from 'vitest';
import { type Cell, cellAt } from '../formats/cells.ts';
import { figureText } from '../report/report.ts';
import type { OpenDraft } from '../session/open-draft.ts';
import { openedDraft } from '../testing/open-drafts.ts';
import { CITY_2025, reportOf } from '../testing/reports.ts';
import { createValueStore } from '../ui/store.ts';
import { createCellPainter } from './cell-painter.ts';

const CELL = 'requests/received/naturalPerson';
const SUM = 'requests/received/total';
const OTHER = 'requests/carriedIn/naturalPerson';

let open: OpenDraft;
const frames = new Map<string, HTMLElement>();
const spotlight = createValueStore<readonly string[]>([]);
const marked = createValueStore<ReadonlySet<string>>(new Set());

function frameOf(cell: Cell): HTMLElement {
  const frame = document.createElement('div');
  frame.innerHTML = cell.addends
    ? '<span></span><output><span></span><small></small></output>'
    : '<span></span><input>';
  frames.set(cell.address, frame);
  return frame;
}

function type(text: string): void {
  open.change({ kind: 'cells', texts: { [CELL]: text } }, { label: '填写', place: CELL });
}

beforeEach(() => {
  frames.clear();
  spotlight.set([]);
  open = openedDraft(reportOf(CITY_2025));
  const painter = createCellPainter({ open, spotlight, marked });
  for (const address of [CELL, SUM, OTHER]) {
    const cell = cellAt(open.getState().report.format, address)!;
    painter.show(cell, frameOf(cell));
  }
  painter.follow();
});

describe('the painter of cells', () => {
  test('writes sums and marks as the state says, and no other cell', () => {
    const written = new Set<string>();
    const observers = [...frames].map(([address, frame]) => {
      const observer = new MutationObserver(() => undefined);
      observer.observe(frame, {
        subtree: true,
        childList: true,
        characterData: true,
        attributes: true,
      });
      return [address, observer] as const;
    });
    type('100000');
    for (const [address, observer] of observers) {
      if (observer.takeRecords().length > 0) written.add(address);
    }
    const shown = frames.get(SUM)?.querySelector('output > span')?.textContent;
    expect(shown).toBe(figureText(open.getState().report, SUM));
    expect(frames.get(CELL)?.dataset.mark).toBe('error');
    expect(written.has(SUM)).toBe(true);
  });

  test('never writes into an input', () => {
    type('7');
    expect(frames.get(CELL)?.querySelector('input')?.value).toBe('');
  });

  test('marks a zero, and takes the mark away', () => {
    const input = frames.get(CELL)!.querySelector('input')!;
    type('0');
    expect(input.hasAttribute('data-zero')).toBe(true);
    type('5');
    expect(input.hasAttribute('data-zero')).toBe(false);
  });

  test('lights the cells that are looked at', () => {
    spotlight.set([SUM]);
    expect([...frames].map(([address, { dataset }]) => [address, 'lit' in dataset])).toEqual([
      [CELL, false],
      [SUM, true],
      [OTHER, false],
    ]);
  });
});
