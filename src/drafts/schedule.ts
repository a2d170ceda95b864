/** What it takes to run something at another time: asked of the outside, so that tests hold the clock. */

/** Runs something after so many milliseconds; the answer cancels it. */
export type Schedule = (run: () => void, milliseconds: number) => () => void;

/** Runs something a moment later: once what was typed is on screen. */
export type ScheduleAfterPaint = (run: () => void) => void;
