/**
 * Words found in a field by patterns, and the one finding that tells of them all.
 */
import type { Found, TextContext } from '../named-rule.ts';
import { type FieldText, findAll, placeIn } from '../text/report-text.ts';

/** Words by their place in the plain text of a field. */
export interface Hit {
  readonly text: string;
  readonly at: number;
  readonly end: number;
}

/** All matches of some patterns in a field, in the order of the text. */
export function hitsOf(field: FieldText, patterns: readonly RegExp[]): readonly Hit[] {
  return patterns
    .flatMap((pattern) => findAll(field, pattern))
    .map(({ text, at }) => ({ text, at, end: at + text.length }))
    .sort((one, other) => one.at - other.at);
}

/** One finding for a field with all its hits; none where there is no hit. */
export function toldOf(
  field: FieldText,
  hits: readonly Hit[],
  problem: (words: string) => string,
): readonly Found[] {
  if (hits.length === 0) return [];
  const words = [...new Set(hits.map(({ text }) => text.trim()))];
  return [
    {
      section: field.section,
      field: field.field,
      places: hits.map(({ at, end }) => placeIn(field, at, end)),
      problem: problem(words.slice(0, 4).join('”“')),
      numbers: words.map((value) => ({ label: '文中', value })),
    },
  ];
}

/** Judges patterns in every field, or in some sections, with one finding for each field. */
export function inEveryField(
  patterns: readonly RegExp[],
  problem: (field: FieldText, words: string) => string,
  sections?: readonly string[],
): (context: TextContext) => readonly Found[] {
  return ({ text }) =>
    text.fields
      .filter(({ section }) => !sections || sections.includes(section))
      .flatMap((field) => toldOf(field, hitsOf(field, patterns), (words) => problem(field, words)));
}
