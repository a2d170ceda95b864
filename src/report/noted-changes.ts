/**
 * What differs between two states of one thing, by key. Whoever makes a state out of another knows it
 * and notes it, so that nobody who follows a report key by key need look through all of it.
 *
 * 1. The answer is that of comparing them, whether it was noted or not.
 * 2. A note holds on to one earlier state, never to a chain of them.
 */
export interface NotedChanges<State extends object, Key> {
  /** Notes that `now` was made out of `before` and differs from it at these keys and no others. */
  readonly note: (before: State, now: State, keys: readonly Key[]) => void;
  /** The keys at which two states differ. */
  readonly between: (one: State, other: State) => readonly Key[];
}

/** Differences between states that `compare` can tell by looking at all of both. */
export function createNotedChanges<State extends object, Key>(
  compare: (one: State, other: State) => readonly Key[],
): NotedChanges<State, Key> {
  const notes = new WeakMap<State, { readonly before: State; readonly keys: readonly Key[] }>();
  const noted = (before: State, now: State) => {
    const note = notes.get(now);
    return note?.before === before ? note.keys : undefined;
  };
  return {
    note: (before, now, keys) => {
      notes.delete(before);
      notes.set(now, { before, keys });
    },
    between: (one, other) => {
      if (one === other) return [];
      return noted(one, other) ?? noted(other, one) ?? compare(one, other);
    },
  };
}
