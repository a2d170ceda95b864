/**
 * What a computed cell shows, as a plain string that changes only when the display does, so that a
 * keystroke wakes no more cells than it touches.
 */
import type { OpenDraftState } from '../drafts/open-draft.ts';
import { valueAt } from '../report/report.ts';

export const PARTIAL_MARK = '未填完';

/** The sum of a computed cell, or what is known of it with the mark 未填完; empty while nothing is. */
export function computedText({ report }: OpenDraftState, address: string): string {
  const value = valueAt(report, address);
  if (value.state === 'known') return value.text;
  if (value.state === 'partial' && value.found > 0)
    return `${value.value.toFixed()} ${PARTIAL_MARK}`;
  return '';
}
