/**
 * From problem to problem in the order of the paper, round and round: errors, reminders, and remarks
 * that wait for an answer.
 */
import type { Finding } from '../checks/finding.ts';
import { cellsOf } from '../formats/cells.ts';
import type { Format } from '../formats/format.ts';
import type { RawReport, Remark } from '../report/raw-report.ts';
import { openRemarks } from '../report/review.ts';

export interface Problem {
  readonly key: string;
  readonly finding?: Finding;
  readonly remark?: Remark;
}

/** Where a place stands on the paper: its section, then its cell; the basics come first. */
function orderOf(format: Format): (place: string) => number {
  const places = new Map<string, number>();
  format.sections.forEach(({ id }, at) => {
    places.set(id, (at + 1) * 10_000);
  });
  cellsOf(format).forEach(({ address, section }, at) => {
    places.set(address, (places.get(section.id) ?? 0) + at + 1);
  });
  return (place) => places.get(place) ?? 0;
}

/** Everything that wants a person, in the order of the paper. */
export function problemsOf(
  findings: readonly Finding[],
  raw: RawReport,
  format: Format,
): readonly Problem[] {
  const order = orderOf(format);
  const wanting = findings.filter(
    ({ severity }) => severity === 'error' || severity === 'reminder',
  );
  const found = wanting.map((finding) => ({
    order: order(finding.cells[0] ?? finding.section),
    problem: { key: finding.key, finding },
  }));
  const remarked = openRemarks(raw).map(([at, remark]) => ({
    order: order(remark.place),
    problem: { key: `remark ${at}`, remark },
  }));
  // A remark comes before what the program found at the same place: a person asked.
  return [...remarked, ...found]
    .sort((one, other) => one.order - other.order)
    .map(({ problem }) => problem);
}

/**
 * The problem after (or before) the one last visited; the first one where none was visited or it is
 * solved, undefined where there is none.
 */
export function nextProblem(
  problems: readonly Problem[],
  visited: string | undefined,
  step: 1 | -1,
): Problem | undefined {
  const at = problems.findIndex(({ key }) => key === visited);
  if (at < 0) return step > 0 ? problems[0] : problems[problems.length - 1];
  return problems[(at + step + problems.length) % problems.length];
}
