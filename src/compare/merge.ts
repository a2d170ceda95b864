/**
 * A report that comes back from somebody else brought together with the one that was worked on here
 * in the meantime, place by place, by what both began from.
 *
 *   only the file changed it  → the file's      only changed here → kept
 *   both changed it           → somebody chooses; the file's until then
 *
 * 1. Remarks, answers, explanations and notes of both sides are kept; none is ever lost.
 * 2. Without a common beginning every difference is for somebody to choose.
 */
import type { Format } from '../formats/format.ts';
import { type FieldId, writeField } from '../report/change.ts';
import type { Explanation, RawReport, Remark, ReviewStep } from '../report/raw-report.ts';
import { isPrefixOf, isSameStep } from '../report/review.ts';
import { lockRefusal, workingStatus } from '../report/status.ts';
import { type Difference, differencesBetween } from './differences.ts';

/** Which of two versions changed a place since the one both began from. */
export type Side = 'file' | 'here' | 'both';

/** A place at which a file and the draft here differ, with both texts. */
export interface MergePlace {
  readonly place: string;
  readonly name: string;
  readonly here: string;
  readonly file: string;
  /** Which side changed it. */
  readonly changed: Side;
}

/** Two versions of a report to be merged, and the one they began from. */
export interface Merging {
  /** What both sides began from; undefined where no such version is kept. */
  readonly base: RawReport | undefined;
  readonly here: RawReport;
  readonly file: RawReport;
  readonly format: Format;
}

/** Lists that are joined, never chosen from; and what the year of a report is fixed by. */
const JOINED = new Set(['remarks', 'explanations', 'notes', 'year']);

function changedBy(
  { place, after, before }: Difference,
  ours: ReadonlySet<string> | undefined,
  theirs: ReadonlySet<string> | undefined,
): Side {
  if (!ours || !theirs) return before === '' ? 'file' : after === '' ? 'here' : 'both';
  if (!ours.has(place)) return 'file';
  return theirs.has(place) ? 'both' : 'here';
}

/** Every place in which the two differ, with who changed it. */
export function mergePlaces({ base, here, file, format }: Merging): readonly MergePlace[] {
  const placesSince = (raw: RawReport) =>
    base && new Set(differencesBetween(base, raw, format).map(({ place }) => place));
  const [ours, theirs] = [placesSince(here), placesSince(file)];
  return differencesBetween(here, file, format)
    .filter(({ place }) => !JOINED.has(place))
    .map((difference) => ({
      place: difference.place,
      name: difference.name,
      here: difference.before,
      file: difference.after,
      changed: changedBy(difference, ours, theirs),
    }));
}

/** The report with what another has at a place. */
function withPlace(raw: RawReport, place: string, from: RawReport): RawReport {
  if (place === 'agencyType') return { ...raw, agency: { ...raw.agency, type: from.agency.type } };
  if (place.includes('/')) {
    return { ...raw, cells: { ...raw.cells, [place]: from.cells[place] ?? '' } };
  }
  return writeField(raw, place as FieldId, fieldOf(from, place));
}

function fieldOf(raw: RawReport, place: string): string {
  if (place.startsWith('narrative.')) return raw.narrative[place.slice('narrative.'.length)] ?? '';
  const fields: Readonly<Record<string, string>> = {
    'agency.name': raw.agency.name,
    title: raw.title,
    preface: raw.preface,
    'signature.name': raw.signature.name,
    'signature.date': raw.signature.date,
  };
  return fields[place] ?? '';
}

/** What tells one remark from another. */
export function remarkKey({ place, by, at, text }: Remark): string {
  return [place, by, at, text].join('\u0001');
}

function joinedRemark(here: Remark, file: Remark, base: Remark | undefined): Remark {
  const answers = [...(file.answers ?? [])];
  for (const answer of here.answers ?? []) {
    const isKnown = answers.some(({ by, at, text }) =>
      [by === answer.by, at === answer.at, text === answer.text].every(Boolean),
    );
    if (!isKnown) answers.push(answer);
  }
  answers.sort((one, other) => one.at.localeCompare(other.at));
  const isOurs = base !== undefined && here.settled !== base.settled;
  const settled = isOurs ? here.settled : file.settled;
  return { ...file, settled, ...(answers.length > 0 ? { answers } : {}) };
}

function joinedRemarks({ base, here, file }: Merging): readonly Remark[] {
  const [ours, begun] = [here, base].map(
    (raw) => new Map((raw?.remarks ?? []).map((remark) => [remarkKey(remark), remark])),
  );
  const theirs = file.remarks.map((remark) => {
    const own = ours?.get(remarkKey(remark));
    return own ? joinedRemark(own, remark, begun?.get(remarkKey(remark))) : remark;
  });
  const known = new Set(file.remarks.map(remarkKey));
  return [...theirs, ...here.remarks.filter((remark) => !known.has(remarkKey(remark)))];
}

/** The file's list, with what was added here and is in neither the file nor the beginning. */
function joinedList<Item>(
  lists: readonly [base: readonly Item[], here: readonly Item[], file: readonly Item[]],
  keyOf: (item: Item) => string,
): readonly Item[] {
  const [base, here, file] = lists;
  const known = new Set([...base, ...file].map(keyOf));
  return [...file, ...here.filter((item) => !known.has(keyOf(item)))];
}

function explanationKey({ rule, cells, numbers }: Explanation): string {
  return JSON.stringify([rule, cells, numbers]);
}

/** Both roads in one, by time; none of their steps is lost. */
function joinedSteps(here: RawReport, file: RawReport): readonly ReviewStep[] {
  if (isPrefixOf(here, file)) return file.steps ?? [];
  if (isPrefixOf(file, here)) return here.steps ?? [];
  const others = (here.steps ?? []).filter(
    (step) => !file.steps?.some((known) => isSameStep(known, step)),
  );
  return [...(file.steps ?? []), ...others].sort((one, other) => one.at.localeCompare(other.at));
}

function joinedStatus(merged: RawReport, { here, file, format }: Merging): RawReport {
  const isOlder = isPrefixOf(file, here) && !isPrefixOf(here, file);
  const settled = isOlder ? here : file;
  const same = differencesBetween(settled, merged, format).every(({ place }) => JOINED.has(place));
  const isFree = lockRefusal(settled) === undefined;
  return { ...merged, status: same || isFree ? settled.status : workingStatus(merged) };
}

/**
 * Why a file does not take the place of the report here: what is 已公布 is brought further only by a file
 * whose road goes on from its own. Undefined where it may.
 */
export function mergeRefusal({ here, file }: Merging): string | undefined {
  if (here.status !== 'published' || isPrefixOf(here, file)) return undefined;
  return `${lockRefusal(here)}；文件不是在这一份之后办理的，可以另建一份`;
}

/** The two reports in one; `keep` names the places for which what stands here is kept. */
export function mergedReport(merging: Merging, keep: ReadonlySet<string>): RawReport {
  const { base, here, file } = merging;
  const kept = mergePlaces(merging).filter(
    ({ place, changed }) => changed === 'here' || (changed === 'both' && keep.has(place)),
  );
  const steps = joinedSteps(here, file);
  const joined: RawReport = {
    ...file,
    stated: { ...here.stated, ...file.stated },
    remarks: joinedRemarks(merging),
    explanations: joinedList(
      [base?.explanations ?? [], here.explanations, file.explanations],
      explanationKey,
    ),
    notes: joinedList([base?.notes ?? [], here.notes, file.notes], ({ cell, text }) =>
      JSON.stringify([cell, text]),
    ),
    ...(steps.length > 0 ? { steps } : {}),
  };
  const merged = kept.reduce((raw, { place }) => withPlace(raw, place, here), joined);
  return joinedStatus(merged, merging);
}
