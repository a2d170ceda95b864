/**
 * Text in the characters a person sees, so that none is cut in two: a letter with its accents, an emoji
 * joined of several, a rare 汉字 that takes two code units.
 */

interface Segments {
  readonly segment: (text: string) => Iterable<{ readonly segment: string }>;
}

type SegmenterOf = new (locale: string) => Segments;

/** What browsers before `Intl.Segmenter` get: a base with its marks, joiners and skin tones. */
const CLUSTER =
  /[\u{1f1e6}-\u{1f1ff}]{2}|\P{M}(?:\p{M}|[\u{1f3fb}-\u{1f3ff}]|\u200d\P{M})*|\p{M}+/gsu;

/** The characters of a text as a person counts them; together they are the text. */
export function graphemesOf(text: string): readonly string[] {
  const { Segmenter } = Intl as unknown as { readonly Segmenter?: SegmenterOf };
  if (!Segmenter) return text.match(CLUSTER) ?? [];
  return Array.from(new Segmenter('zh').segment(text), ({ segment }) => segment);
}

/** The longest beginning of a text that a measure allows, cut between two characters. */
export function longestPrefix(text: string, fits: (part: string) => boolean): string {
  let part = '';
  for (const character of graphemesOf(text)) {
    if (!fits(part + character)) return part;
    part += character;
  }
  return part;
}

/** The first so many characters, with an ellipsis where there are more. */
export function shortened(text: string, characters: number): string {
  const all = graphemesOf(text);
  return all.length > characters ? `${all.slice(0, characters).join('')}…` : text;
}
