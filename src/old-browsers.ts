/**
 * What the oldest browsers lack and our packages use. Loaded before everything else; defines only
 * what is missing, and only what a test in such a browser has shown to be needed.
 */
if (!('hasOwn' in Object)) {
  Object.defineProperty(Object, 'hasOwn', {
    value: (object: object, key: PropertyKey) =>
      Object.getOwnPropertyDescriptor(object, key) !== undefined,
    configurable: true,
    writable: true,
  });
}
