/**
 * Row labels found in running text, however it is broken or spaced, with the printed number before
 * them taken as part of the label and never as a figure.
 */
import { builtPattern } from '../../report/built-pattern.ts';
import { type CompactText, compactText } from '../readers/plain-text.ts';
import type { RowWords } from './vocabulary.ts';

/** A label in a text; places are those of the text itself, `end` exclusive. */
export interface FoundLabel {
  readonly row: string;
  readonly start: number;
  readonly end: number;
  /** A digit stands right before the label without a mark: its number, or the end of a figure. */
  readonly looseDigit: boolean;
}

const MARKED_NUMBER = /(?:\(\d\)|\d[.、,。)]|\([一二三四五六七八]\)|[一二三四五六七八][、.])$/;
const BARE_ORDINAL = /[一二三四五六七八]$/;

interface Hit {
  readonly row: string;
  readonly start: number;
  readonly end: number;
  readonly number: string | undefined;
}

function commonLength(text: string, from: number, form: string): number {
  let length = 0;
  while (length < form.length && text[from + length] === form[length]) length += 1;
  return length;
}

/** How far the label reaches from a place: the longest agreement with any of its wordings. */
function reachOf(text: string, from: number, { forms }: RowWords): number {
  return from + Math.max(...forms.map((form) => commonLength(text, from, form)));
}

function headHits(text: string, words: RowWords): readonly Hit[] {
  return words.heads.flatMap((head) => {
    const hits: Hit[] = [];
    for (let at = text.indexOf(head); at >= 0; at = text.indexOf(head, at + 1)) {
      hits.push({ row: words.row, start: at, end: reachOf(text, at, words), number: words.number });
    }
    return hits;
  });
}

/** A label too plain to be known alone: it counts only right after its own number. */
function numberedHits(text: string, words: RowWords): readonly Hit[] {
  const { number } = words;
  if (!number) return [];
  const forms = words.forms.filter((form) => form.length <= 3);
  const marks = /\d/.test(number) ? `\\(?${number}[.、,)]` : `(?:\\(${number}\\)|${number}[、.])`;
  return forms.flatMap((form) => {
    const pattern = builtPattern(`(${marks})${form}`, 'g');
    return Array.from(text.matchAll(pattern), (match) => {
      const start = (match.index ?? 0) + (match[1]?.length ?? 0);
      return { row: words.row, start, end: start + form.length, number };
    });
  });
}

/** Of hits that overlap, the one that begins first, and of those the longest. */
function withoutOverlaps(hits: readonly Hit[]): readonly Hit[] {
  const sorted = [...hits].sort((one, other) => one.start - other.start || other.end - one.end);
  const kept: Hit[] = [];
  for (const hit of sorted) {
    const last = kept[kept.length - 1];
    if (!last || hit.start >= last.end) kept.push(hit);
    else if (hit.row === last.row && hit.end > last.end) {
      kept[kept.length - 1] = { ...last, end: hit.end };
    }
  }
  return kept;
}

const CLOSING = /[”"’」）):：。]/;

/** The end of a label with the marks that close it. */
function closedEnd(source: string, end: number): number {
  let at = end;
  while (CLOSING.test(source.charAt(at))) at += 1;
  return at;
}

/** 33␤）予以公开: the bracket closes a number torn off by the line, and the digit is a figure's. */
function isTornBracket(marked: string, number: string | undefined): boolean {
  return /^\d\)$/.test(marked) && !marked.startsWith(number ?? ' ');
}

function withNumber(source: string, compacted: CompactText, hit: Hit): FoundLabel {
  const before = compacted.text.slice(Math.max(0, hit.start - 3), hit.start);
  const found = MARKED_NUMBER.exec(before);
  const marked = found && isTornBracket(found[0], hit.number) ? null : found;
  const ordinal = marked ? null : BARE_ORDINAL.exec(before);
  const isOwn = ordinal && ordinal[0] === hit.number;
  const length = marked?.[0].length ?? (isOwn ? 1 : 0);
  const start = hit.start - length;
  const isLoose = !marked && hit.number !== undefined && before.endsWith(hit.number);
  return {
    row: hit.row,
    start: compacted.at[start] ?? 0,
    end: closedEnd(source, (compacted.at[hit.end - 1] ?? 0) + 1),
    looseDigit: isLoose && /\d$/.test(before),
  };
}

/** All row labels in a text, in reading order. */
export function findLabels(text: string, words: readonly RowWords[]): readonly FoundLabel[] {
  const compacted = compactText(text);
  const hits = words.flatMap((one) => [
    ...(one.needsNumber ? [] : headHits(compacted.text, one)),
    ...(one.needsNumber ? numberedHits(compacted.text, one) : []),
  ]);
  return withoutOverlaps(hits).map((hit) => withNumber(text, compacted, hit));
}

const ANY_NUMBER = /^(?:\(?\d\)?[.、,]?|\(?[一二三四五六七八]\)?[、.]?)/;

/** The row that a cell of labels names: the last label in it. */
export function labelOfCell(text: string, words: readonly RowWords[]): string | undefined {
  const found = findLabels(text, words);
  return found[found.length - 1]?.row;
}

/** The row named by a cell that holds nothing but a plain label: 其他, 总计, without a number. */
export function plainLabelOfCell(text: string, words: readonly RowWords[]): string | undefined {
  const plain = compactText(text)
    .text.replace(ANY_NUMBER, '')
    .replace(/^其它$/, '其他');
  return words.find(({ needsNumber, forms }) => needsNumber && forms.includes(plain))?.row;
}
