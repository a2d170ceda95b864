/**
 * The words of a report made ready to be read by rules: each field plain (`normalized-text.ts`), with its
 * sentences, and the part of 总体情况 that deals with applications. Made once for all text rules.
 */

import { forAllMatches } from '../../report/built-pattern.ts';
import type { FieldId } from '../../report/change.ts';
import { FIELD_NAMES } from '../../report/field-names.ts';
import type { Report } from '../../report/report.ts';
import { BASICS, type TextPlace } from '../finding.ts';
import { type NormalizedText, normalizeText, typedPlace } from './normalized-text.ts';

/** A sentence of a field in its plain form. */
export interface Sentence {
  readonly text: string;
  /** Where it begins in the plain text of its field. */
  readonly start: number;
}

/** The text of one field, as typed and normalised, cut into sentences. */
export interface FieldText extends NormalizedText {
  readonly field: FieldId;
  /** Section id of the format, or `BASICS`. */
  readonly section: string;
  /** How a message calls it: the heading, or 引言. */
  readonly name: string;
  readonly raw: string;
  readonly sentences: readonly Sentence[];
}

/** A field by its name. */
export type FieldReference = Pick<FieldText, 'field' | 'section' | 'name'>;

/** All texts of a report, prepared once for every rule that reads them. */
export interface ReportText {
  /** 引言 and the narratives that hold any text, in printed order. */
  readonly fields: readonly FieldText[];
  /** Those that are longer than any report: left out above, since no rule has to read them. */
  readonly unread: readonly FieldReference[];
}

/** Fields longer than this are not read by any rule: a whole report has some 20 000 characters. */
export const LONGEST_READ = 100_000;

/** Longer than any sentence of a report; what goes on without an end is cut at a mark. */
const LONGEST_SENTENCE = 1000;

/** Where a sentence without an end is cut: behind the last mark within its length. */
function cutOf(text: string): number {
  if (text.length <= LONGEST_SENTENCE) return text.length;
  const head = text.slice(0, LONGEST_SENTENCE);
  const mark = Math.max(head.lastIndexOf('，'), head.lastIndexOf('；'), head.lastIndexOf('、'));
  return mark < 0 ? LONGEST_SENTENCE : mark + 1;
}

function sentencesOf(text: string): readonly Sentence[] {
  const sentences: Sentence[] = [];
  for (const match of text.matchAll(/[^。！？\n]+[。！？]?/g)) {
    let start = match.index ?? 0;
    for (let rest = match[0]; rest !== ''; ) {
      const cut = cutOf(rest);
      sentences.push({ text: rest.slice(0, cut), start });
      rest = rest.slice(cut);
      start += cut;
    }
  }
  return sentences;
}

interface TypedField extends FieldReference {
  readonly raw: string;
}

function isTooLong({ raw }: TypedField): boolean {
  return raw.length > LONGEST_READ;
}

function fieldText(typed: TypedField): readonly FieldText[] {
  if (isTooLong(typed) || typed.raw.trim() === '') return [];
  const plain = normalizeText(typed.raw);
  return [{ ...plain, ...typed, sentences: sentencesOf(plain.text) }];
}

/** The words of a report, plain and cut into sentences. */
export function reportText({ raw, format }: Report): ReportText {
  const narratives = format.sections.flatMap(({ kind, id, heading }): readonly TypedField[] =>
    kind === 'narrative'
      ? [
          {
            field: `narrative.${id}`,
            section: id,
            name: `“${heading}”`,
            raw: raw.narrative[id] ?? '',
          },
        ]
      : [],
  );
  const typed: readonly TypedField[] = [
    { field: 'preface', section: BASICS, name: FIELD_NAMES.preface, raw: raw.preface },
    ...narratives,
  ];
  return { fields: typed.flatMap(fieldText), unread: typed.filter(isTooLong) };
}

/** Whether words are found one behind the other, each after the end of the one before. */
export function saysInOrder(text: string, words: readonly RegExp[]): boolean {
  let rest = text;
  return words.every((word) => {
    const match = word.exec(rest);
    if (match) rest = rest.slice(match.index + match[0].length);
    return match !== null;
  });
}

/** The text of a section, or undefined where it is blank or not read. */
export function sectionText({ fields }: ReportText, section: string): FieldText | undefined {
  return fields.find((field) => field.section === section);
}

/** The place, in the text as typed, of characters of a field's plain text. */
export function placeIn(field: FieldText, start: number, end: number): TextPlace {
  return { field: field.field, ...typedPlace(field, start, end) };
}

/** Every match of a pattern in a field, with its place. */
export function findAll(
  field: FieldText,
  pattern: RegExp,
): readonly { readonly text: string; readonly at: number; readonly place: TextPlace }[] {
  return [...field.text.matchAll(forAllMatches(pattern))].map((match) => {
    const at = match.index ?? 0;
    return { text: match[0], at, place: placeIn(field, at, at + match[0].length) };
  });
}

/** A numbered heading inside a narrative, with its index in the plain text. */
export interface Heading {
  readonly text: string;
  readonly at: number;
}

const HEADING =
  /(?:^|[\n。；！？：])(（[一二三四五六七八九十]{1,2}）|[一二三四五六七八九十]{1,2}、)([^。，；：\n]{2,24})/g;

/** Headings （一）… or 一、… of a field, also where the line after them was lost. */
export function headingsOf(field: FieldText): readonly Heading[] {
  return [...field.text.matchAll(HEADING)].map((match) => {
    const [all, mark = '', text = ''] = match;
    return { text: mark + text, at: (match.index ?? 0) + all.length - mark.length - text.length };
  });
}

/** The words at the places of a finding, as they were typed. */
export function quotes({
  fields,
}: ReportText): (found: { readonly places?: readonly TextPlace[] }) => readonly string[] {
  const words = new Map(fields.map(({ field, raw }) => [field, raw]));
  return ({ places = [] }) =>
    places.map(({ field, start, end }) => words.get(field)?.slice(start, end) ?? '');
}
