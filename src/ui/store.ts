/**
 * The line between plain stores and React: a store is anything with `getState` and `subscribe`, and
 * a component wakes only when what it selects has changed.
 */
import { useState, useSyncExternalStore } from 'react';

export interface ReadableStore<State> {
  readonly getState: () => State;
  readonly subscribe: (listener: () => void) => () => void;
}

export interface ValueStore<State> extends ReadableStore<State> {
  readonly set: (state: State) => void;
}

/** A store of one value. */
export function createValueStore<State>(initial: State): ValueStore<State> {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    getState: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set: (next) => {
      if (Object.is(state, next)) return;
      state = next;
      for (const listener of listeners) listener();
    },
  };
}

/** What a selector sees in a store. It must give back the same reference for the same state. */
export function useStore<State, Seen>(
  store: ReadableStore<State>,
  select: (state: State) => Seen,
): Seen {
  return useSyncExternalStore(store.subscribe, () => select(store.getState()));
}

/**
 * What a selector sees in a store, kept as it was for as long as what it sees is called the same:
 * for a selector that makes a new value each time, or one whose small changes need no rendering.
 */
export function useStoreWithEquality<State, Seen>(
  store: ReadableStore<State>,
  select: (state: State) => Seen,
  isSame: (one: Seen, other: Seen) => boolean,
): Seen {
  const [kept] = useState<{ last?: Seen }>({});
  return useSyncExternalStore(store.subscribe, () => {
    const seen = select(store.getState());
    if (!('last' in kept) || !isSame(kept.last as Seen, seen)) kept.last = seen;
    return kept.last as Seen;
  });
}
