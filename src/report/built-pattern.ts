/**
 * The one way to make a pattern from parts. A pattern written out can be judged where it stands; one
 * put together while the program runs can only be judged here, where a test looks at every one
 * (`patterns.test.ts`): none may take more than linear time. Keeps nothing and changes nothing.
 */

/** A pattern of this source. */
export function builtPattern(source: string, flags = ''): RegExp {
  return new RegExp(source, flags);
}

/** The same pattern for all its matches, with a `lastIndex` of its own. */
export function forAllMatches({ source, flags }: RegExp): RegExp {
  return builtPattern(source, `${flags.replace('g', '')}g`);
}
