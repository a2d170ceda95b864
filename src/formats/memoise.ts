/**
 * The one way something is computed once and kept: by the immutable value it follows from, for as long
 * as that lives. For what follows from a format or one of its parts, which never change. It must never
 * be handed what depends on more than its key, nor be used to remember what was seen last.
 */

/** The function with its results kept by argument; the same result object each time. */
export function memoise<Key extends object, Value>(
  derive: (key: Key) => Value,
): (key: Key) => Value {
  const results = new WeakMap<Key, { readonly value: Value }>();
  return (key) => {
    const known = results.get(key);
    if (known) return known.value;
    const value = derive(key);
    results.set(key, { value });
    return value;
  };
}
