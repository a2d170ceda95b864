/**
 * Changes of a report: a change is data, `applyChange` gives the edit it makes. Invariants:
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
import { type Edit, noEdit } from './edit.ts';
import type { Explanation, RawReport, Status } from './raw-report.ts';
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

/** A change of the report, by what it writes. */
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

/** What `texts` would write anew: cells of the format that are entered and say something else. */
function writtenTexts(
  raw: RawReport,
  texts: Readonly<Record<string, string>>,
  format: Format | undefined,
): Readonly<Record<string, string>> {
  const written = Object.entries(texts).filter(([address, text]) => {
    const cell = format && cellAt(format, address);
    return cell && isEntered(cell) && (raw.cells[address] ?? '') !== text;
  });
  return Object.fromEntries(written);
}

function writeCells(
  raw: RawReport,
  texts: Readonly<Record<string, string>>,
  formats: FormatRegistry,
): Edit {
  const written = writtenTexts(raw, texts, formatById(formats, raw.format));
  const cells = Object.keys(written);
  return cells.length === 0
    ? noEdit(raw)
    : { raw: { ...raw, cells: { ...raw.cells, ...written } }, cells };
}

function writeYear(raw: RawReport, year: number, formats: FormatRegistry): RawReport {
  const format = formatForYear(formats, year);
  if (!format || year === raw.year) return raw;
  return { ...raw, year, format: format.id };
}

const REVIEW_KINDS: ReadonlySet<Change['kind']> = new Set(['remark', 'answer', 'settle', 'step']);

/**
 * The report after a change, with the cells the change wrote. The very same report where the change
 * changes nothing or cannot be made.
 */
export function applyChange(raw: RawReport, change: Change, formats: FormatRegistry): Edit {
  return isLockedFor(raw, change) ? noEdit(raw) : editOf(raw, change, formats);
}

/** Why a change is not made that would change something; undefined where it is made. */
export function changeRefusal(
  raw: RawReport,
  change: Change,
  formats: FormatRegistry,
): string | undefined {
  if (!isLockedFor(raw, change) || editOf(raw, change, formats).raw === raw) return undefined;
  return lockRefusal(raw);
}

function isLockedFor(raw: RawReport, { kind }: Change): boolean {
  return !REVIEW_KINDS.has(kind) && lockRefusal(raw) !== undefined;
}

function editOf(raw: RawReport, change: Change, formats: FormatRegistry): Edit {
  return change.kind === 'cells'
    ? writeCells(raw, change.texts, formats)
    : noEdit(write(raw, change, formats));
}

type WordChange = Exclude<Change, { readonly kind: 'cells' }>;

function write(raw: RawReport, change: WordChange, formats: FormatRegistry): RawReport {
  switch (change.kind) {
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
