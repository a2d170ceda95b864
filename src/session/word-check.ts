/**
 * When the rules that read the words are judged: loaded with the first draft, and run when typing
 * rests, so that no key waits for them. What they found stands until they have run again.
 */
import type { checkText } from '../checks/check-all.ts';
import type { Schedule } from '../drafts/schedule.ts';
import { debounce } from './debounce.ts';

/** The check of the rules that read words. */
export type TextCheck = typeof checkText;

/** Loads the rules that read words; rejects where they cannot be had just now. */
export type LoadTextCheck = () => Promise<TextCheck>;

/** The check of words as the open draft asks for it. */
export interface WordCheck {
  /** Judges when nothing has been typed for a moment, twice that at most. */
  readonly soon: () => void;
}

const REST = 400;

/** Calls `judge` with the rules each time the words have come to rest. */
export function createWordCheck(
  load: LoadTextCheck | undefined,
  later: Schedule,
  judge: (check: TextCheck) => void,
): WordCheck {
  let rules: TextCheck | undefined;
  const run = () => {
    if (rules) judge(rules);
  };
  const atRest = debounce(later, REST, run);
  // Without them the cheap rules still hold; opening the draft again tries again.
  load?.().then(
    (loaded) => {
      rules = loaded;
      run();
    },
    () => undefined,
  );
  return {
    soon: () => {
      if (rules) atRest();
    },
  };
}
