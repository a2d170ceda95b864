/**
 * What a computed cell shows, as a plain string that changes only when the display does, so that a
 * keystroke wakes no more cells than it touches.
 */

import { cellAt, isEntered } from '../formats/cells.ts';
import { figureText, valueAt } from '../report/report.ts';
import type { OpenDraftState } from '../session/draft-state.ts';

export const PARTIAL_MARK = '未填完';

/** The sum of a computed cell, or what is known of it with the mark 未填完; empty while nothing is. */
export function computedText({ report }: OpenDraftState, address: string): string {
  const value = valueAt(report, address);
  if (value.state === 'known') return value.text;
  if (value.state === 'partial' && value.found > 0)
    return `${value.value.toFixed()} ${PARTIAL_MARK}`;
  return '';
}

/** The text of a cell as it is copied: what was typed, or a sum that is known; else nothing. */
export function shownText({ draft, report }: OpenDraftState, address: string): string {
  const cell = cellAt(report.format, address);
  if (!cell) return '';
  if (isEntered(cell)) return (draft.raw.cells[address] ?? '').trim();
  return figureText(report, address) ?? '';
}
