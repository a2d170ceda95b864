/**
 * Running text as a table: lines copied from a page or a PDF in which cells are divided by blanks or
 * line ends only. Printed labels part the figures; a row is a label with the figures right behind it.
 *
 * Blank cells cannot be seen here, so nobody may count on a figure's place but by the full number of
 * figures of its row.
 */
import { memoise } from '../formats/memoise.ts';
import { builtPattern } from '../report/built-pattern.ts';
import { readFigure } from '../report/figure.ts';
import type { ClipboardTable, PastedCell } from './clipboard-table.ts';
import { bareLabel, plainLabel, type StatutoryLabels } from './statutory-labels.ts';

/** A whole report has some 20 000 characters. */
const MOST_CHARACTERS = 80_000;

const BETWEEN = '[\\s\\p{P}\\p{S}]*';
const NUMBERED =
  '(?:[一二三四五六七八九十]+\\s*、|\\([一二三四五六七八九十]+\\)|\\d+\\s*[.、)])?\\s*';

/** Any printed label, with or without its number, with blanks anywhere in it. */
function labelPattern(printed: readonly string[]): RegExp {
  const forms = new Set(
    printed.flatMap((label) => {
      const bare = bareLabel(label);
      return [bare, bare.replace(/\([^()]*\)\s*$/, '')].map(plainLabel);
    }),
  );
  const longestFirst = [...forms].filter((form) => form !== '').sort((a, b) => b.length - a.length);
  const patterns = longestFirst.map((form) => [...form].join(BETWEEN));
  return builtPattern(`${NUMBERED}(?:${patterns.join('|')})${'[)”"]?'}`, 'uy');
}

const patternOf = memoise(({ printed }: StatutoryLabels) => labelPattern(printed));

/** What a word of running text is taken for. */
export type WordKind = 'label' | 'figure' | 'words';

interface Word {
  readonly kind: WordKind;
  readonly text: string;
}

/** True for a text that stands where a figure may: a number, however written, or a dash for none. */
export function isFigureLike(text: string): boolean {
  const figure = readFigure(text, { kind: 'signedCount' });
  if (figure.state !== 'unreadable') return figure.state === 'known';
  // 「减4」is words, but words that name a figure.
  return figure.reason !== 'text' || figure.suggestion !== undefined;
}

/** A text cut into labels, figures and other words. */
function wordsOf(text: string, labels: StatutoryLabels): readonly Word[] {
  const pattern = patternOf(labels);
  const plain = text.slice(0, MOST_CHARACTERS).normalize('NFKC').replace(/\|/g, ' ');
  const blanks = /\s*/y;
  const run = /\S+/y;
  const words: Word[] = [];
  let at = 0;
  while (at < plain.length) {
    const skipped = matchAt(blanks, plain, at).length;
    if (skipped > 0) at += skipped;
    if (at >= plain.length) break;
    const label = matchAt(pattern, plain, at);
    const next = label || matchAt(run, plain, at);
    const kind = label ? 'label' : isFigureLike(next) ? 'figure' : 'words';
    words.push({ kind, text: next.trim() });
    at += Math.max(1, next.length);
  }
  return words;
}

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

/** The rows of running text: every label begins one; figures without a label keep their lines. */
export function runningTable(text: string, labels: StatutoryLabels): ClipboardTable {
  const words = wordsOf(text, labels);
  if (words.some(({ kind }) => kind === 'label'))
    return { rows: labelledRows(words), running: true };
  const lines = text.split(/\r\n|\r|\n/).map((line) => wordsOf(line, labels));
  const figures = lines.filter((line) => line.length > 0);
  if (!figures.every((line) => line.every(({ kind }) => kind === 'figure'))) {
    return { rows: [], running: true };
  }
  return { rows: figures.map((line) => line.map(pieceOf)), running: true };
}

function pieceOf({ text }: Word): PastedCell {
  return { text };
}

/** A label with the figures right behind it; words in between part the two. */
function labelledRows(words: readonly Word[]): readonly (readonly PastedCell[])[] {
  const rows: PastedCell[][] = [];
  let last: WordKind | undefined;
  for (const word of words) {
    const goesOn = word.kind === 'figure' && (last === 'label' || last === 'figure');
    if (goesOn) rows[rows.length - 1]?.push(pieceOf(word));
    else rows.push([pieceOf(word)]);
    last = word.kind;
  }
  return rows;
}
