/**
 * What rules on statements share: phrases found sentence by sentence, the cells they speak of, and a
 * finding that shows both.
 */
import type { CellAddress } from '../../formats/cells.ts';
import type { Report } from '../../report/report.ts';
import type { SeenNumber } from '../finding.ts';
import type { Found, TextContext } from '../named-rule.ts';
import { type FieldText, placeIn, type Sentence } from '../text/report-text.ts';

/** Words of one sentence. */
export interface Phrase {
  readonly field: FieldText;
  readonly sentence: Sentence;
  readonly text: string;
  /** In the plain text of the field. */
  readonly at: number;
}

/** Matches of a pattern sentence by sentence in some sections. */
export function phrasesIn(
  { text }: TextContext,
  sections: readonly string[],
  pattern: RegExp,
): readonly Phrase[] {
  const fields = text.fields.filter(({ section }) => sections.includes(section));
  return fields.flatMap((field) =>
    field.sentences.flatMap((sentence) =>
      [...sentence.text.matchAll(pattern)].map((match) => ({
        field,
        sentence,
        text: match[0],
        at: sentence.start + (match.index ?? 0),
      })),
    ),
  );
}

/** A finding on a phrase and the cells that say otherwise. */
export function phraseFinding(
  { field, text, at }: Phrase,
  problem: string,
  cells: readonly CellAddress[] = [],
  numbers?: readonly SeenNumber[],
): Found {
  return {
    section: field.section,
    field: field.field,
    places: [placeIn(field, at, at + text.length)],
    cells,
    problem,
    ...(numbers ? { numbers } : {}),
  };
}

/** Of several phrases that say the same, the first is enough. */
export function firstOf(found: readonly Found[]): readonly Found[] {
  return found.slice(0, 1);
}

/** 2019: the notice only encouraged the format. */
export function isOnlyEncouraged({ raw, format }: Report): boolean {
  return format.encouragedOnly?.includes(raw.year) ?? false;
}
