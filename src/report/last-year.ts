/**
 * What this year's report takes over from last year's: the applications carried over, and words that
 * are said every year, with the year changed. Fills blanks only; figures that must be counted anew
 * are never taken.
 */
import { addressOf, cellsOf, isEntered } from '../formats/cells.ts';
import { CARRY_OVER } from '../formats/requests-section.ts';
import type { RawReport } from './raw-report.ts';
import { figureText, type Report, valueAt } from './report.ts';

/** 结转: what last year carried out, by the cell of this year it is carried into. */
function carriedOver(now: Report, last: Report): Readonly<Record<string, string>> {
  const { table, from, into } = CARRY_OVER;
  const cells = cellsOf(now.format).filter(
    (cell) => cell.table.id === table && cell.row.id === into && isEntered(cell),
  );
  return Object.fromEntries(
    cells.flatMap(({ address, column }) => {
      const carried = figureText(last, addressOf(table, from, column.id));
      const isBlank = (now.raw.cells[address] ?? '').trim() === '';
      return carried !== undefined && isBlank ? [[address, carried] as const] : [];
    }),
  );
}

/** Years moved on by as many as lie between the reports: the report year and the one after it. */
function yearsMoved(text: string, last: number, now: number): string {
  return text.replace(/\d{4}(?=年|-)/g, (year) => {
    const isMeant = Number(year) === last || Number(year) === last + 1;
    return isMeant ? String(Number(year) + now - last) : year;
  });
}

const SUBHEADING = /^（[一二三四五六七八九十]+）/;
const LONGEST_SUBHEADING = 30;

/** The sub-headings of a text, each with room to write below it. */
function outlineOf(text: string): string {
  const headings = text.split(/\n+/).flatMap((line) => {
    const [heading = ''] = line.trim().split(/[。：]/);
    return SUBHEADING.test(heading) && heading.length <= LONGEST_SUBHEADING ? [heading] : [];
  });
  return headings.length > 1 ? `${headings.join('\n\n')}\n` : '';
}

/** The report with what last year's gives for its blanks; the same value where that is nothing. */
export function withLastYear(now: Report, last: Report): RawReport {
  const { raw } = now;
  const moved = (text: string) => yearsMoved(text, last.raw.year, raw.year);
  const outlines = now.format.sections.flatMap(({ id, kind }) => {
    const outline = kind === 'narrative' ? outlineOf(last.raw.narrative[id] ?? '') : '';
    return outline && !(raw.narrative[id] ?? '').trim() ? [[id, moved(outline)] as const] : [];
  });
  const cells = carriedOver(now, last);
  const taken: RawReport = {
    ...raw,
    preface: raw.preface.trim() ? raw.preface : moved(last.raw.preface),
    signature: { ...raw.signature, name: raw.signature.name || last.raw.signature.name },
    narrative: { ...raw.narrative, ...Object.fromEntries(outlines) },
    cells: { ...raw.cells, ...cells },
  };
  const isSame =
    outlines.length === 0 &&
    Object.keys(cells).length === 0 &&
    taken.preface === raw.preface &&
    taken.signature.name === raw.signature.name;
  return isSame ? raw : taken;
}

/** Last year's figure of a cell and what became of it, in words; undefined where it has none. */
export function comparedWithLastYear(
  now: Report,
  last: Report,
  address: string,
): string | undefined {
  const before = valueAt(last, address);
  if (before.state !== 'known') return undefined;
  const current = valueAt(now, address);
  if (current.state !== 'known') return `上年 ${before.text}`;
  const change = current.value.minus(before.value);
  if (change.eq(0)) return `上年 ${before.text}，持平`;
  return `上年 ${before.text}，${change.gt(0) ? '增加' : '减少'} ${change.abs().toFixed()}`;
}

/** A sentence of one year, and whether the other year has it too. */
export interface ComparedSentence {
  readonly text: string;
  /** It stands word for word in the other year, whatever its figures. */
  readonly isRepeated: boolean;
}

const SHORTEST_SENTENCE = 8;

function wordsAlone(sentence: string): string {
  return sentence.replace(/[^\u3400-\u9fff]/g, '');
}

function sentencesOf(text: string): readonly string[] {
  return text.match(/[^。；！？\n]+[。；！？\n]*/g) ?? [];
}

/** The sentences of a text, with those marked that the other text has as well. */
export function comparedSentences(text: string, other: string): readonly ComparedSentence[] {
  const known = new Set(sentencesOf(other).map(wordsAlone));
  return sentencesOf(text).map((sentence) => {
    const words = wordsAlone(sentence);
    return { text: sentence, isRepeated: words.length >= SHORTEST_SENTENCE && known.has(words) };
  });
}
