/**
 * A document as lines: a paragraph, or part of one where a heading begins inside it, or a row of a
 * grid. Some sources run a whole report together in one paragraph; after this they no longer do.
 */
import type { FormatRegistry } from '../formats/registry.ts';
import { cellsInRow, type DocumentGrid, type ReportDocument } from './readers/document.ts';
import { type CompactText, compact, compactText } from './readers/plain-text.ts';
import { HEADING_ALIASES } from './tables/aliases.ts';

export interface TextLine {
  readonly kind: 'text';
  readonly text: string;
  readonly compact: string;
  /** The section whose numbered heading it begins with. */
  readonly heading?: string;
  /** Length of that heading in `text`. */
  readonly headingLength?: number;
}

export interface GridLine {
  readonly kind: 'row';
  readonly grid: DocumentGrid;
  readonly row: number;
  readonly text: string;
  readonly compact: string;
}

export type Line = TextLine | GridLine;

interface HeadingWords {
  readonly section: string;
  readonly forms: readonly string[];
}

const ORDINALS = /[一二三四五六七八][、.,]?/g;
const FIRST_ORDINAL = /^[一二三四五六七八][、.,]?/;

/** The wordings of the section headings, without number, longest first. */
function headingWords(formats: FormatRegistry): readonly HeadingWords[] {
  const forms = new Map<string, Set<string>>();
  for (const section of formats.flatMap(({ sections }) => sections)) {
    const own = forms.get(section.id) ?? new Set<string>();
    for (const heading of [section.heading, ...(section.aliases ?? [])]) {
      own.add(compact(heading).replace(FIRST_ORDINAL, ''));
    }
    for (const alias of HEADING_ALIASES[section.id] ?? []) own.add(compact(alias));
    forms.set(section.id, own);
  }
  return [...forms].map(([section, own]) => ({
    section,
    forms: [...own].sort((one, other) => other.length - one.length),
  }));
}

interface FoundHeading {
  readonly section: string;
  readonly start: number;
  readonly end: number;
}

/** What may follow a heading's wording and still belong to it. */
const HEADING_TAIL =
  /^(?:改进情况|改进措施|改进|情况|措施|的?事项|工作计划|计划|打算|安排|工作)*[:：。]?/;
const LONGEST_HEADING = 40;

function numberedHeadings(line: CompactText, words: readonly HeadingWords[]): FoundHeading[] {
  const found: FoundHeading[] = [];
  for (const match of line.text.matchAll(ORDINALS)) {
    const at = (match.index ?? 0) + match[0].length;
    const isMarked = match[0].length > 1 || match.index === 0;
    // （一）总体情况 is a sub-heading of some narrative, not the section.
    if (!isMarked || line.text[(match.index ?? 0) - 1] === '(') continue;
    const rest = line.text.slice(at, at + LONGEST_HEADING);
    for (const { section, forms } of words) {
      const form = forms.find((one) => rest.startsWith(one));
      if (!form) continue;
      const tail = HEADING_TAIL.exec(rest.slice(form.length))?.[0].length ?? 0;
      found.push({ section, start: match.index ?? 0, end: at + form.length + tail });
      break;
    }
  }
  return found;
}

/** A short line that is a heading's wording and nothing else, its number lost. */
function bareHeading(line: CompactText, words: readonly HeadingWords[]): FoundHeading | undefined {
  if (line.text.length > LONGEST_HEADING) return undefined;
  for (const { section, forms } of words) {
    const form = forms.find((one) => one.length >= 4 && line.text.startsWith(one));
    if (!form) continue;
    const tail = HEADING_TAIL.exec(line.text.slice(form.length))?.[0].length ?? 0;
    if (form.length + tail === line.text.length) {
      return { section, start: 0, end: line.text.length };
    }
  }
  return undefined;
}

/** Where a table begins that runs on from the words before it. */
const TABLE_STARTS = [/第二十条第?\(一\)项信息内容/, /\(?本列数据的勾稽关系/];

function breaksOf(line: CompactText, headings: readonly FoundHeading[]): readonly number[] {
  const tables = TABLE_STARTS.flatMap((pattern) => pattern.exec(line.text)?.index ?? []);
  const ends = headings.map(({ end }) => end);
  const all = [...headings.map(({ start }) => start), ...tables, ...ends];
  return [...new Set(all)]
    .filter((at) => at > 0 && at < line.text.length)
    .sort((one, other) => one - other);
}

function textLines(text: string, words: readonly HeadingWords[]): readonly TextLine[] {
  const whole = compactText(text);
  if (whole.text === '') return [];
  const numbered = numberedHeadings(whole, words);
  const bare = numbered.length === 0 ? bareHeading(whole, words) : undefined;
  const headings = bare ? [bare] : numbered;
  const breaks = [0, ...breaksOf(whole, headings), whole.text.length];
  const headingAt = new Map(headings.map((one) => [one.start, one]));
  return breaks.slice(0, -1).map((start, at) => {
    const end = breaks[at + 1] ?? whole.text.length;
    const from = start === 0 ? 0 : (whole.at[start] ?? 0);
    const to = end === whole.text.length ? text.length : (whole.at[end] ?? text.length);
    const heading = headingAt.get(start);
    const part = text.slice(from, to);
    return {
      kind: 'text',
      text: part,
      compact: whole.text.slice(start, end),
      ...(heading ? { heading: heading.section, headingLength: part.length } : {}),
    };
  });
}

/** Page numbers as PDF pages carry them: - 4 -, 第 4 页. */
const PAGE_NUMBER =
  /^\s*(?:[-—–]\s*\d{1,3}\s*[-—–]|第\s*\d{1,3}\s*页(?:\s*共\s*\d{1,3}\s*页)?)\s*$/;

/** The lines of a document in reading order, page numbers left out. */
export function linesOf(document: ReportDocument, formats: FormatRegistry): readonly Line[] {
  const words = headingWords(formats);
  return document.blocks.flatMap((block): readonly Line[] => {
    if (block.kind === 'paragraph') {
      return PAGE_NUMBER.test(block.text) ? [] : textLines(block.text, words);
    }
    return block.rows.map((_, row) => {
      const text = cellsInRow(block, row)
        .map((cell) => cell.text.trim())
        .filter((part) => part !== '')
        .join(' ');
      return { kind: 'row', grid: block, row, text, compact: compact(text) };
    });
  });
}
