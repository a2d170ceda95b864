/**
 * The words of a report put into its sections: by numbered headings where it has them, by the place
 * of the tables where it has not.
 */
import type { Format } from '../formats/format.ts';
import type { Line } from './lines.ts';
import { isFurniture } from './page-furniture.ts';
import { paragraphsOf } from './paragraphs.ts';
import type { Region, TableRegions } from './tables/table-regions.ts';
import { type SignatureLines, signatureOf } from './title-matter.ts';

export interface Sections {
  readonly preface: string;
  /** Text by section id; a section that is nowhere is left out. */
  readonly narrative: Readonly<Record<string, string>>;
  /** Sections whose heading is lost and whose words were told by their place alone. */
  readonly byPlace: readonly string[];
  readonly signature: SignatureLines;
}

interface Found {
  readonly section: string;
  readonly at: number;
}

function headingsBetween(lines: readonly Line[], from: number, to: number): readonly Found[] {
  return lines.flatMap((line, at) =>
    line.kind === 'text' && line.heading && at >= from && at < to
      ? [{ section: line.heading, at }]
      : [],
  );
}

function lastOf(found: readonly Found[], section: string): number | undefined {
  return found.filter((one) => one.section === section).pop()?.at;
}

function firstOf(found: readonly Found[], section: string): number | undefined {
  return found.find((one) => one.section === section)?.at;
}

function firstRegion({ proactive, requests, disputes }: TableRegions): Region | undefined {
  return proactive ?? requests ?? disputes;
}

function lastRegion({ proactive, requests, disputes }: TableRegions): Region | undefined {
  return disputes ?? requests ?? proactive;
}

/** Where the first table begins, its own heading and title lines included. */
function tablesFrom(lines: readonly Line[], regions: TableRegions): number {
  const table = firstRegion(regions)?.from ?? lines.length;
  const headings = headingsBetween(lines, 0, table + 1);
  return lastOf(headings, 'proactive') ?? table;
}

export interface Extent {
  /** Lines of title and furniture before the words. */
  readonly titleLines: number;
  /** The body the title names; empty where it names none. */
  readonly agency: string;
  readonly wrapped: boolean;
}

/** The words of a document by section. */
export function sectionsOf(
  lines: readonly Line[],
  regions: TableRegions,
  format: Format,
  { titleLines, agency, wrapped }: Extent,
): Sections {
  const start = tablesFrom(lines, regions);
  const tablesEnd = lastRegion(regions)?.to ?? 0;
  const before = headingsBetween(lines, 0, start);
  const overview = lastOf(before, 'overview');
  const after = headingsBetween(lines, Math.max(tablesEnd - 1, overview ?? 0), lines.length);
  const problems = firstOf(after, 'problems');
  const other = firstOf(
    after.filter(({ at }) => at > (problems ?? -1)),
    'other',
  );
  const words = (from: number, to: number) =>
    paragraphsOf(
      lines.slice(from, to).filter((line) => line.kind === 'text' && !isFurniture(line)),
      wrapped,
    );
  const afterTables = firstRegion(regions) ? tablesEnd : (problems ?? other ?? lines.length);
  const overviewEnd = Math.min(start, firstRegion(regions) ? start : (problems ?? other ?? start));
  const tail = lines.slice(Math.max(other ?? problems ?? afterTables, 0));
  const signature = signatureOf(tail.slice(1), agency);
  const end = lines.length - signature.lines;
  const narrative: Record<string, string> = {};
  const byPlace: string[] = [];
  const put = (section: string, text: string, isByPlace: boolean) => {
    if (text === '' || !format.sections.some(({ id }) => id === section)) return;
    narrative[section] = text;
    if (isByPlace) byPlace.push(section);
  };
  const prefaceEnd = overview ?? titleLines;
  const preface = words(Math.min(titleLines, prefaceEnd), prefaceEnd);
  put(
    'overview',
    words(overview === undefined ? titleLines : overview + 1, overviewEnd),
    overview === undefined,
  );
  const problemsFrom = problems === undefined ? afterTables : problems + 1;
  put('problems', words(problemsFrom, other ?? end), problems === undefined);
  if (other !== undefined) put('other', words(other + 1, end), false);
  return { preface, narrative, byPlace, signature };
}
