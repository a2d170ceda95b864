/**
 * What differs between two states of one report, place by place, in the words of the form. Both are
 * compared as typed: 「12」and「12件」differ, 「」and a missing cell do not.
 */
import { AGENCY_TYPES } from '../formats/agency.ts';
import { cellsOf } from '../formats/cells.ts';
import type { Format } from '../formats/format.ts';
import { fieldText } from '../report/change.ts';
import { FIELD_NAMES, type NamedField } from '../report/field-names.ts';
import type { RawReport } from '../report/raw-report.ts';

/** One place at which two reports say different things, as texts. */
export interface Difference {
  /** A cell address, a field, or what else it is; one of a kind in the list. */
  readonly place: string;
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

type TextAt = (raw: RawReport) => string;
type Place = readonly [place: string, name: string, textAt: TextAt];

function fieldPlaces(): readonly Place[] {
  return (Object.keys(FIELD_NAMES) as NamedField[]).map((field) => [
    field,
    FIELD_NAMES[field],
    (raw) => fieldText(raw, field),
  ]);
}

function sectionPlaces(format: Format): readonly Place[] {
  return format.sections
    .filter(({ kind }) => kind === 'narrative')
    .map(({ id, heading }) => [`narrative.${id}`, heading, (raw) => raw.narrative[id] ?? '']);
}

/** Cells of the form in its order, then those it has no place for. */
function cellPlaces(format: Format, reports: readonly RawReport[]): readonly Place[] {
  const names = new Map(cellsOf(format).map(({ address, name }) => [address as string, name]));
  const others = reports.flatMap(({ cells }) => Object.keys(cells));
  return [...new Set([...names.keys(), ...others])].map((address) => [
    address,
    names.get(address) ?? address,
    (raw) => raw.cells[address] ?? '',
  ]);
}

const OTHER_PLACES: readonly Place[] = [
  ['year', '报告年度', ({ year }) => String(year)],
  ['agencyType', '机关类型', ({ agency }) => AGENCY_TYPES[agency.type].label],
  ['explanations', '说明', ({ explanations }) => explanations.map(({ text }) => text).join('；')],
  ['remarks', '审核意见', ({ remarks }) => remarks.map(({ text }) => text).join('；')],
  ['notes', '备注', ({ notes }) => notes.map(({ text }) => text).join('；')],
];

/** The differences from one state to another, in the order of the form; none where both say the same. */
export function differencesBetween(
  before: RawReport,
  after: RawReport,
  format: Format,
): readonly Difference[] {
  const places = [
    ...fieldPlaces(),
    ...OTHER_PLACES,
    ...sectionPlaces(format),
    ...cellPlaces(format, [before, after]),
  ];
  return places.flatMap(([place, name, textAt]) => {
    const [was, is] = [textAt(before), textAt(after)];
    return was === is ? [] : [{ place, name, before: was, after: is }];
  });
}
