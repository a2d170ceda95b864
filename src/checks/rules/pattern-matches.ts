/**
 * Words found in a field by patterns, and the one finding that tells of them all.
 */
import type { Found, TextContext } from '../named-rule.ts';
import { type FieldText, findAll, placeIn } from '../text/report-text.ts';

/** Words by their place in the plain text of a field. */
export interface PatternMatch {
  readonly text: string;
  readonly at: number;
  readonly end: number;
}

/** All matches of some patterns in a field, in the order of the text. */
export function matchesOf(field: FieldText, patterns: readonly RegExp[]): readonly PatternMatch[] {
  return patterns
    .flatMap((pattern) => findAll(field, pattern))
    .map(({ text, at }) => ({ text, at, end: at + text.length }))
    .sort((one, other) => one.at - other.at);
}

/** One finding for a field with all its matches; none where there is none. */
export function patternFinding(
  field: FieldText,
  matches: readonly PatternMatch[],
  problem: (words: string) => string,
): readonly Found[] {
  if (matches.length === 0) return [];
  const words = [...new Set(matches.map(({ text }) => text.trim()))];
  return [
    {
      section: field.section,
      field: field.field,
      places: matches.map(({ at, end }) => placeIn(field, at, end)),
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
      .flatMap((field) =>
        patternFinding(field, matchesOf(field, patterns), (words) => problem(field, words)),
      );
}
