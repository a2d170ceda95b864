/**
 * Keeping an immutable list the very same object while it holds the same items, so that whoever
 * follows it by identity is not woken. Pure; remembers nothing.
 */

/** True where two lists hold the same items in the same order. */
export function areSameItems<Item>(one: readonly Item[], other: readonly Item[]): boolean {
  return (
    one === other || (one.length === other.length && one.every((item, at) => item === other[at]))
  );
}

/** The list as it was before where it holds the same items now, else the list as it is now. */
export function keepList<Item>(before: readonly Item[], now: readonly Item[]): readonly Item[] {
  return areSameItems(before, now) ? before : now;
}
