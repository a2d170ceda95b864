/**
 * A store whose states say what the update that made them has changed. Listeners read the state when
 * they are told; one that updates the store itself is told of within the others' turn.
 *
 * 1. Every update tells all listeners; a quiet one leaves that to a later `notify`.
 * 2. While listeners are told, nothing changed before is taken out of `changed` and `edited`.
 */

/** The two lists a state carries of what its update has changed; empty where it changed nothing of them. */
interface Changes {
  readonly changed: readonly unknown[];
  readonly edited: readonly unknown[];
}

/** A store of one state, told in parts. */
export interface ChangeStore<State extends Changes> {
  readonly getState: () => State;
  /** Calls a listener after every update, until what is given back is called. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Puts a part in the place of what was there and tells every listener. */
  readonly update: (part: Partial<State>) => void;
  /** Puts a part in the place of what was there and tells nobody. */
  readonly updateQuietly: (part: Partial<State>) => void;
  /** Tells every listener of the state as it stands. */
  readonly notify: () => void;
}

const NO_CHANGES = { changed: [], edited: [] } as const;

/** A store that begins with a state. */
export function createChangeStore<State extends Changes>(initial: State): ChangeStore<State> {
  let state = initial;
  /** How many rounds of telling are under way: a listener's own update begins one within another. */
  let rounds = 0;
  const listeners = new Set<() => void>();

  function notify(): void {
    rounds += 1;
    try {
      for (const listener of listeners) listener();
    } finally {
      rounds -= 1;
    }
  }

  /** What must still be told of: nothing, but while listeners are being told. */
  function changesSoFar(): Changes {
    return rounds > 0 ? state : NO_CHANGES;
  }

  return {
    getState: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    update: (part) => {
      // A listener that changes the draft must not hide from those after it what was changed before.
      const since = changesSoFar();
      const changed = [...since.changed, ...(part.changed ?? [])];
      const edited = [...since.edited, ...(part.edited ?? [])];
      state = { ...state, ...part, changed, edited };
      notify();
    },
    updateQuietly: (part) => {
      const { changed, edited } = changesSoFar();
      state = { ...state, ...part, changed, edited };
    },
    notify,
  };
}
