/**
 * Rules that no kind of cell rule expresses: on words, on words against figures, across tables and
 * across years. Each is an entry of data with one function that says what it found; who it is for,
 * how much it weighs, what to do and on what ground stand beside the function, not in it.
 */
import type { AgencyType } from '../formats/agency.ts';
import type { CellSelection, Severity } from '../formats/rule.ts';
import type { Report } from '../report/report.ts';
import type { Finding, ReportStage, SeenNumber } from './finding.ts';
import type { ReportText } from './text/report-text.ts';
import type { StatedFigure } from './text/stated-figures.ts';

/** What a rule on figures may look at. */
export interface TableContext {
  readonly report: Report;
  readonly stage: ReportStage;
  /** The same body's report on the year before; absent where nobody gave it. */
  readonly lastYear?: Report;
}

/** What a rule on words may look at. */
export interface WordContext extends TableContext {
  readonly text: ReportText;
}

/** What a rule on words against figures may look at. */
export interface TextContext extends WordContext {
  /** The figures 总体情况 states about what the tables count. */
  readonly figures: readonly StatedFigure[];
  readonly lastText?: ReportText;
}

/** What a rule found; what is left out is as its rule says. */
export type Found = Pick<Finding, 'section' | 'problem'> &
  Partial<Omit<Finding, 'rule' | 'section' | 'problem'>>;

/** A rule that is a function: its facts as the catalogue shows them, and what it judges. */
export interface NamedRule<Context> {
  readonly id: string;
  readonly severity: Severity;
  /** The rule in one sentence, as the list of rules shows it. */
  readonly title: string;
  /** What to do about it: the last sentence of the message. */
  readonly advice: string;
  readonly source: string;
  readonly bodies?: readonly AgencyType[];
  /** Ids of the formats it is for; missing means all. */
  readonly formats?: readonly string[];
  readonly silences?: readonly string[];
  readonly explanations?: readonly string[];
  readonly overridable?: true;
  readonly judge: (context: Context) => readonly Found[];
}

/** A rule on figures across tables and years. */
export interface TableRule extends NamedRule<TableContext> {
  /** The cells of this year's report it looks at; a test holds it to that. */
  readonly reads: readonly CellSelection[];
}

/** A named rule on basics and words that needs no prepared text. */
export type WordRule = NamedRule<WordContext>;

/** A named rule that reads the prepared text of a report. */
export type TextRule = NamedRule<TextContext>;

/** Words without numbers are remembered by what they say, so that a decision ends when they change. */
function wordsSeen({ places = [] }: Found, quotes: readonly string[]): readonly SeenNumber[] {
  return places.map((_, at) => ({ label: '文中', value: quotes[at] ?? '' }));
}

/** The words at the places of a finding, as they were typed. */
export type Quote = (found: Pick<Found, 'places'>) => readonly string[];

/** The findings of one named rule; none where it is not for this body or format. */
export function judgeNamedRule<Context extends TableContext>(
  rule: NamedRule<Context>,
  context: Context,
  quote: Quote = () => [],
): readonly Finding[] {
  const { raw, format } = context.report;
  if (rule.bodies && !rule.bodies.includes(raw.agency.type)) return [];
  if (rule.formats && !rule.formats.includes(format.id)) return [];
  return rule.judge(context).map((found) => ({
    key: `${rule.id} ${found.field ?? found.section}`,
    rule: rule.id,
    severity: rule.severity,
    cells: [],
    numbers: wordsSeen(found, quote(found)),
    advice: rule.advice,
    ...(rule.overridable ? { overridable: rule.overridable } : {}),
    ...found,
  }));
}
