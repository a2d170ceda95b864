/** How far a reading has come, told to whoever waits, who may call it off between two steps. */

/** What is being read: so many of so many pages. */
export interface Stage {
  readonly done: number;
  readonly of: number;
}

/** Tells the stage and lets others have a turn; throws `Cancelled` where nobody waits any more. */
export type Step = (stage: Stage) => Promise<void>;

/** Thrown through a reader that was called off. */
export class Cancelled extends Error {}
