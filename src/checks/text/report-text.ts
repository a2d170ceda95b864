/**
 * The words of a report made ready to be read by rules: each field plain (`compact.ts`), with its
 * sentences, and the part of 总体情况 that deals with applications. Made once for all text rules.
 */
import { forAllMatches } from '../../report/built-pattern.ts';
import type { FieldId } from '../../report/change.ts';
import type { Report } from '../../report/report.ts';
import { BASICS, type TextPlace } from '../finding.ts';
import { type CompactText, compact, typedPlace } from './compact.ts';

export interface Sentence {
  readonly text: string;
  /** Where it begins in the plain text of its field. */
  readonly start: number;
}

export interface FieldText extends CompactText {
  readonly field: FieldId;
  /** Section id of the format, or `BASICS`. */
  readonly section: string;
  /** How a message calls it: the heading, or 前言. */
  readonly name: string;
  readonly raw: string;
  readonly sentences: readonly Sentence[];
}

export interface ReportText {
  /** 前言 and the narratives that hold any text, in printed order. */
  readonly fields: readonly FieldText[];
}

const NO_TEXT: readonly FieldText[] = [];

function sentencesOf(text: string): readonly Sentence[] {
  const sentences: Sentence[] = [];
  for (const match of text.matchAll(/[^。！？\n]+[。！？]?/g)) {
    sentences.push({ text: match[0], start: match.index ?? 0 });
  }
  return sentences;
}

function fieldText(
  field: FieldId,
  section: string,
  name: string,
  raw: string,
): readonly FieldText[] {
  if (raw.trim() === '') return NO_TEXT;
  const plain = compact(raw);
  return [{ ...plain, field, section, name, raw, sentences: sentencesOf(plain.text) }];
}

/** The words of a report, plain and cut into sentences. */
export function reportText({ raw, format }: Report): ReportText {
  const narratives = format.sections.flatMap((section) =>
    section.kind === 'narrative'
      ? fieldText(
          `narrative.${section.id}`,
          section.id,
          `“${section.heading}”`,
          raw.narrative[section.id] ?? '',
        )
      : [],
  );
  return { fields: [...fieldText('preface', BASICS, '前言', raw.preface), ...narratives] };
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

/** The text of a section, or undefined where it is blank. */
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
