/**
 * Undo and redo over whole reports. Reports are immutable and share what did not change, so a step
 * keeps both ends of it. Typing in one place is one step; every other change is a step of its own.
 */
import type { RawReport } from './raw-report.ts';

/** One step that can be undone: the report before and after it. */
export interface HistoryStep {
  /** What was done, as the undo button says it: 填写, 空格填 0 … */
  readonly label: string;
  /** Where it was done: a cell address, a field, or a section. */
  readonly place: string;
  readonly before: RawReport;
  readonly after: RawReport;
}

/** The steps that can be undone and done again, the latest of each last. */
export interface History {
  readonly past: readonly HistoryStep[];
  readonly future: readonly HistoryStep[];
}

/** The history of a draft in which nothing has been done. */
export const NO_HISTORY: History = { past: [], future: [] };

/** More steps than anybody takes back, and little memory: steps share all unchanged text. */
const MOST_STEPS = 500;

function continues(
  last: HistoryStep | undefined,
  step: HistoryStep,
  typing: boolean,
): last is HistoryStep {
  return (
    typing && last?.place === step.place && last.label === step.label && last.after === step.before
  );
}

/** The steps that are kept when one more is done. */
function latest(steps: readonly HistoryStep[]): readonly HistoryStep[] {
  return steps.length < MOST_STEPS ? steps : steps.slice(1 - MOST_STEPS);
}

/** The history after a step; typing that goes on in the same place lengthens the last step. */
export function record(history: History, step: HistoryStep, typing: boolean): History {
  const last = history.past[history.past.length - 1];
  const past = continues(last, step, typing)
    ? [...history.past.slice(0, -1), { ...step, before: last.before }]
    : [...latest(history.past), step];
  return { past, future: [] };
}

/** What undo or redo would do: the step, the report it gives, and the history then. */
export interface HistoryMove {
  readonly history: History;
  readonly step: HistoryStep;
  readonly raw: RawReport;
}

/** One step back; undefined at the beginning. */
export function undo(history: History): HistoryMove | undefined {
  const step = history.past[history.past.length - 1];
  if (!step) return undefined;
  return {
    step,
    raw: step.before,
    history: { past: history.past.slice(0, -1), future: [step, ...history.future] },
  };
}

/** One step forward again; undefined where nothing was undone. */
export function redo(history: History): HistoryMove | undefined {
  const [step, ...future] = history.future;
  if (!step) return undefined;
  return { step, raw: step.after, history: { past: [...history.past, step], future } };
}
