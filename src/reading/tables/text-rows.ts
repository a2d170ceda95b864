/**
 * Rows of figures in running text: PDF lines, one cell a line, or all cells of a table run
 * together. A row is clear only where its figures stand right behind its label; what stands apart
 * from any label is handed on as torn.
 */
import {
  type FigureRow,
  mayBeGlued,
  type PrintedFigure,
  type TableItem,
  type WidthOf,
} from './figure-rows.ts';
import { type FigureToken, isNoise, textPieces } from './figure-tokens.ts';
import { type FoundLabel, findLabels } from './find-labels.ts';
import type { RowWords } from './vocabulary.ts';

/** Figures with nothing but blanks between them, on one line or one below the other. */
interface Group {
  readonly tokens: readonly FigureToken[];
  readonly words: string;
  /** Words stand between it and what is before it. */
  readonly apart: boolean;
}

function lineCount(tokens: readonly FigureToken[]): number {
  return new Set(tokens.map(({ line }) => line)).size;
}

/** One figure a line: the way a page is copied cell by cell. */
function isColumn(tokens: readonly FigureToken[]): boolean {
  return tokens.length > 1 && lineCount(tokens) === tokens.length;
}

function groupsOf(text: string, firstLine: number): readonly Group[] {
  const groups: Group[] = [];
  let tokens: FigureToken[] = [];
  let words = '';
  let apart = false;
  const close = () => {
    if (tokens.length > 0) groups.push({ tokens, words, apart });
    tokens = [];
  };
  for (const piece of textPieces(text, firstLine)) {
    if (isNoise(piece)) {
      close();
      words = piece.noise;
      apart = true;
    } else {
      if (tokens.length === 0 && groups.length > 0 && !apart) words = '';
      tokens.push(piece);
    }
  }
  close();
  return groups;
}

function printed({ text, note }: FigureToken): PrintedFigure {
  return { text, note };
}

function sourceOf(label: string, tokens: readonly FigureToken[]): string {
  const figures = tokens.map(({ text, note }) => (note ? `${text}（${note}）` : text)).join(' ');
  return `${label.replace(/\s+/g, ' ')} ${figures}`.trim();
}

function torn(group: readonly FigureToken[], words: string): FigureRow {
  return {
    row: undefined,
    state: 'clear',
    figures: group.map(printed),
    source: sourceOf(words, group),
    words,
    ...(isColumn(group) ? { oneALine: true } : {}),
  };
}

/** Figures by printed line, or as one where each stands on a line of its own. */
function byLine(tokens: readonly FigureToken[]): readonly (readonly FigureToken[])[] {
  if (tokens.length === 0) return [];
  if (isColumn(tokens)) return [tokens];
  const lines = new Map<number, FigureToken[]>();
  for (const token of tokens) {
    const line = lines.get(token.line);
    if (line) line.push(token);
    else lines.set(token.line, [token]);
  }
  return [...lines.values()];
}

interface Taken {
  readonly own: readonly FigureToken[];
  readonly rest: readonly FigureToken[];
  readonly state: FigureRow['state'];
}

/** Which of the figures right behind a label are its own. */
function takeOwn(tokens: readonly FigureToken[], labelLine: number, width: number): Taken | 'none' {
  const sameLine = tokens.filter(({ line }) => line === labelLine);
  const after = tokens.slice(sameLine.length);
  if (sameLine.length === width) return { own: sameLine, rest: after, state: 'clear' };
  if (sameLine.length === 0 && tokens.length !== width && !isColumn(tokens)) return 'none';
  if (tokens.length === width && (sameLine.length > 0 || isColumn(tokens) || width === 1)) {
    return { own: tokens, rest: [], state: 'clear' };
  }
  if (sameLine.length === 0) {
    if (!isColumn(tokens)) return 'none';
    const fits = tokens.length > width && tokens.length % width === 0;
    return fits
      ? { own: tokens.slice(0, width), rest: tokens.slice(width), state: 'clear' }
      : { own: tokens, rest: [], state: 'broken' };
  }
  const isGlued = mayBeGlued(sameLine.map(printed), width);
  return { own: sameLine, rest: after, state: isGlued ? 'glued' : 'broken' };
}

function labelledRows(
  text: string,
  label: FoundLabel,
  end: number,
  labelLine: number,
  width: number,
  looseDigit: boolean,
): readonly TableItem[] {
  const name = text.slice(label.start, label.end);
  const items: TableItem[] = [];
  const lone = { row: label.row, lone: true } as const;
  groupsOf(text.slice(label.end, end), labelLine).forEach(({ tokens, words, apart }, at) => {
    const taken = at === 0 && !apart ? takeOwn(tokens, labelLine, width) : 'none';
    if (taken === 'none') {
      if (at === 0) items.push(lone);
      items.push(...byLine(tokens).map((line) => torn(line, words)));
      return;
    }
    items.push({
      row: label.row,
      state: taken.state,
      figures: taken.own.map(printed),
      source: sourceOf(name, taken.own),
      words: '',
      ...(taken.own[0]?.line === labelLine ? {} : { below: true }),
      ...(isColumn(taken.own) ? { oneALine: true } : {}),
      ...(looseDigit && taken.rest.length === 0 ? { looseDigit } : {}),
    });
    items.push(...byLine(taken.rest).map((line) => torn(line, '')));
  });
  return items.length > 0 ? items : [lone];
}

/** The rows and lone labels of a stretch of text, in reading order. */
export function textRows(
  text: string,
  words: readonly RowWords[],
  widthOf: WidthOf,
): readonly TableItem[] {
  const labels = findLabels(text, words);
  const lineStarts = [0, ...Array.from(text.matchAll(/\n/g), (match) => (match.index ?? 0) + 1)];
  let line = 0;
  const lineAt = (place: number) => {
    while ((lineStarts[line + 1] ?? Number.POSITIVE_INFINITY) <= place) line += 1;
    return line;
  };
  const before = groupsOf(text.slice(0, labels[0]?.start ?? text.length), 0);
  const items: TableItem[] = before.flatMap(({ tokens, words: noise }) =>
    byLine(tokens).map((one) => torn(one, noise)),
  );
  labels.forEach((label, at) => {
    const end = labels[at + 1]?.start ?? text.length;
    const labelLine = lineAt(Math.max(label.start, label.end - 1));
    const loose = labels[at + 1]?.looseDigit ?? false;
    items.push(...labelledRows(text, label, end, labelLine, widthOf(label.row), loose));
  });
  return items;
}
