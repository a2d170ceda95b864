/**
 * Edits of a report: a change is data, `applyChange` gives the new report. Invariants:
 *
 * 1. A computed cell is never written.
 * 2. A change that changes nothing gives back the very same report, so that nobody is woken by it.
 * 3. The format follows the year; figures of cells the new format lacks are kept.
 * 4. A report that was handed in, is 定稿 or 已公布 is not edited before the step that opens it again
 *    (`lockRefusal`); remarks, answers and steps say nothing of its own.
 */
import type { AgencyType } from '../formats/agency.ts';
import { cellAt, cellsOf, isEntered } from '../formats/cells.ts';
import type { Format } from '../formats/format.ts';
import { type FormatRegistry, formatById, formatForYear } from '../formats/registry.ts';
import { type Explanation, type RawReport, type Status, writeTexts } from './raw-report.ts';
import { type ReviewChange, writeReview } from './review.ts';
import { lockRefusal } from './status.ts';

/** A place for words: head matter, a narrative section, or part of the signature. */
export type FieldId =
  | 'title'
  | 'preface'
  | 'agency.name'
  | 'signature.name'
  | 'signature.date'
  | `narrative.${string}`;

export type Change =
  | { readonly kind: 'cells'; readonly texts: Readonly<Record<string, string>> }
  | { readonly kind: 'field'; readonly field: FieldId; readonly text: string }
  | { readonly kind: 'agencyType'; readonly type: AgencyType }
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'status'; readonly status: Status }
  | { readonly kind: 'explanations'; readonly explanations: readonly Explanation[] }
  | { readonly kind: 'dropStated' }
  | ReviewChange;

/** The text of a field as it was typed. */
export function fieldText(raw: RawReport, field: FieldId): string {
  switch (field) {
    case 'title':
      return raw.title;
    case 'preface':
      return raw.preface;
    case 'agency.name':
      return raw.agency.name;
    case 'signature.name':
      return raw.signature.name;
    case 'signature.date':
      return raw.signature.date;
    default:
      return raw.narrative[sectionOf(field)] ?? '';
  }
}

/** The narrative section a field belongs to: `narrative.overview` → `overview`. */
function sectionOf(field: `narrative.${string}`): string {
  return field.slice('narrative.'.length);
}

/** The report with another text in a field. */
export function writeField(raw: RawReport, field: FieldId, text: string): RawReport {
  if (fieldText(raw, field) === text) return raw;
  switch (field) {
    case 'title':
      return { ...raw, title: text };
    case 'preface':
      return { ...raw, preface: text };
    case 'agency.name':
      return { ...raw, agency: { ...raw.agency, name: text } };
    case 'signature.name':
      return { ...raw, signature: { ...raw.signature, name: text } };
    case 'signature.date':
      return { ...raw, signature: { ...raw.signature, date: text } };
    default:
      return { ...raw, narrative: { ...raw.narrative, [sectionOf(field)]: text } };
  }
}

function writeCells(
  raw: RawReport,
  texts: Readonly<Record<string, string>>,
  format: Format,
): RawReport {
  const written = Object.entries(texts).filter(([address, text]) => {
    const cell = cellAt(format, address);
    return cell && isEntered(cell) && (raw.cells[address] ?? '') !== text;
  });
  if (written.length === 0) return raw;
  return { ...raw, cells: writeTexts(raw.cells, Object.fromEntries(written)) };
}

function writeYear(raw: RawReport, year: number, formats: FormatRegistry): RawReport {
  const format = formatForYear(formats, year);
  if (!format || year === raw.year) return raw;
  return { ...raw, year, format: format.id };
}

const REVIEW_KINDS: ReadonlySet<Change['kind']> = new Set(['remark', 'answer', 'settle', 'step']);

/** The report after a change; the same value where the change changes nothing or cannot be made. */
export function applyChange(raw: RawReport, change: Change, formats: FormatRegistry): RawReport {
  return isLockedFor(raw, change) ? raw : write(raw, change, formats);
}

/** Why a change is not made that would change something; undefined where it is made. */
export function changeRefusal(
  raw: RawReport,
  change: Change,
  formats: FormatRegistry,
): string | undefined {
  if (!isLockedFor(raw, change) || write(raw, change, formats) === raw) return undefined;
  return lockRefusal(raw);
}

function isLockedFor(raw: RawReport, { kind }: Change): boolean {
  return !REVIEW_KINDS.has(kind) && lockRefusal(raw) !== undefined;
}

function write(raw: RawReport, change: Change, formats: FormatRegistry): RawReport {
  switch (change.kind) {
    case 'cells': {
      const format = formatById(formats, raw.format);
      return format ? writeCells(raw, change.texts, format) : raw;
    }
    case 'field':
      return writeField(raw, change.field, change.text);
    case 'agencyType':
      if (raw.agency.type === change.type) return raw;
      return { ...raw, agency: { ...raw.agency, type: change.type } };
    case 'year':
      return writeYear(raw, change.year, formats);
    case 'status':
      return raw.status === change.status ? raw : { ...raw, status: change.status };
    case 'explanations':
      if (raw.explanations === change.explanations) return raw;
      return { ...raw, explanations: change.explanations };
    case 'dropStated':
      return Object.keys(raw.stated).length === 0 ? raw : { ...raw, stated: {} };
    default:
      return writeReview(raw, change);
  }
}

/** Fills with 0 those cells of a table (or of some of its rows) that are blank; never overwrites. */
export function fillBlanks(
  raw: RawReport,
  format: Format,
  table: string,
  rows?: readonly string[],
): Change {
  const blank = cellsOf(format).filter(
    (cell) =>
      cell.table.id === table &&
      isEntered(cell) &&
      (!rows || rows.includes(cell.row.id)) &&
      (raw.cells[cell.address] ?? '').trim() === '',
  );
  return { kind: 'cells', texts: Object.fromEntries(blank.map((cell) => [cell.address, '0'])) };
}
