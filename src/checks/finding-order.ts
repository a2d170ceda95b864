/**
 * Many findings made one list: what a stronger rule says better left out, the rest in the order of the
 * paper.
 */
import type { Format } from '../formats/format.ts';
import { memoise } from '../formats/memoise.ts';
import type { Severity } from '../formats/rule.ts';
import type { Report } from '../report/report.ts';
import { BASICS, type Finding, SEVERITIES } from './finding.ts';

interface Silencer {
  readonly id: string;
  readonly silences?: readonly string[];
}

/** Two findings are on the same matter where they share a cell, or where one has none, a section. */
function isSameMatter(one: Finding, other: Finding): boolean {
  if (one.cells.length === 0 || other.cells.length === 0) return one.section === other.section;
  return one.cells.some((cell) => other.cells.includes(cell));
}

function rank(severity: Severity): number {
  return SEVERITIES.indexOf(severity);
}

/** What each rule that silences others silences. */
const silencersAmong = memoise(
  (rules: readonly Silencer[]): ReadonlyMap<string, readonly string[]> =>
    new Map(rules.flatMap(({ id, silences }) => (silences ? [[id, silences]] : []))),
);

/** Drops findings that say of the same matter, no more weightily, what another rule says better. */
export function withoutSilenced(
  findings: readonly Finding[],
  rules: readonly Silencer[],
): readonly Finding[] {
  const silencers = silencersAmong(rules);
  const loud = findings.filter(({ rule }) => silencers.has(rule));
  if (loud.length === 0) return findings;
  return findings.filter(
    (finding) =>
      !loud.some(
        (louder) =>
          silencers.get(louder.rule)?.includes(finding.rule) &&
          finding.severity !== 'unfilled' &&
          rank(louder.severity) <= rank(finding.severity) &&
          isSameMatter(louder, finding),
      ),
  );
}

/** Where the sections of a format come on the paper. */
const sectionPlaces = memoise(
  (format: Format): ReadonlyMap<string, number> =>
    new Map([BASICS, ...format.sections.map(({ id }) => id)].map((id, at) => [id, at])),
);

/** Findings in the order of the paper, within a section the weightier first. */
export function inOrder(findings: readonly Finding[], { format }: Report): readonly Finding[] {
  const places = sectionPlaces(format);
  const placeOf = ({ section, severity }: Finding) =>
    (places.get(section) ?? -1) * SEVERITIES.length + rank(severity);
  return findings
    .map((finding) => ({ finding, place: placeOf(finding) }))
    .sort((one, other) => one.place - other.place)
    .map(({ finding }) => finding);
}
