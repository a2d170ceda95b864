/**
 * Placed rows made into cells: glued digits cut where the sums of the whole table leave one way,
 * rows without a label of their own accepted only where labels or sums confirm them. What cannot be
 * known stays blank and says what was seen.
 */

import { leafRows } from '../../formats/cells.ts';
import { memoise } from '../../formats/memoise.ts';
import type { BalanceRule } from '../../formats/rule.ts';
import { cutDigits, type LineSum, mayHoldBlanks } from './cut-digits.ts';
import { type FigureRow, hasLeadingNought, type PrintedFigure } from './figure-rows.ts';
import type { PlacedRow, Placement } from './place-rows.ts';
import type { TableWords } from './table-words.ts';

/** read: stands so in the document. derived: follows from sums or neighbours. */
export type Certainty = 'read' | 'derived' | 'uncertain';

export interface CellReading {
  readonly certainty: Certainty;
  /** As printed; empty for a blank cell and for one that is not certain. */
  readonly text: string;
  readonly note: string;
  readonly source: string;
}

/** Cells of a table by row and column id. */
export type TableReading = ReadonlyMap<string, ReadonlyMap<string, CellReading>>;

interface Row {
  readonly placed: PlacedRow;
  /** The ways its figures can be put into its cells; none where nothing fits. */
  readonly ways: readonly (readonly PrintedFigure[])[];
  readonly isCut: boolean;
}

const WHOLE = /^\d+$/;
const MOST_COMBINATIONS = 20_000;

function asFigures(cells: readonly string[]): readonly PrintedFigure[] {
  return cells.map((text) => ({ text, note: '' }));
}

function signsFit(cells: readonly string[], row: string, words: TableWords): boolean {
  const columns = words.columnsOf(row);
  return cells.every(
    (text, at) =>
      !/^[+-]/.test(text) || words.kindOf(row, columns[at]?.column ?? '') === 'signedCount',
  );
}

/** Cuts runs of digits, of which one may begin with a sign. */
function cutRuns(
  runs: readonly string[],
  row: string,
  words: TableWords,
): readonly (readonly string[])[] {
  const bare = runs.map((run) => run.replace(/^[+-]/, ''));
  const ways = cutDigits(bare, words.widthOf(row), words.sumsOf(row)) ?? [];
  if (bare.every((run, at) => run === runs[at])) return ways;
  return ways
    .map((cells) => {
      let at = 0;
      let length = 0;
      return cells.map((cell) => {
        const sign = length === 0 ? (/^[+-]/.exec(runs[at] ?? '')?.[0] ?? '') : '';
        length += cell.length;
        if (length >= (bare[at]?.length ?? 0)) {
          at += 1;
          length = 0;
        }
        return sign + cell;
      });
    })
    .filter((cells) => signsFit(cells, row, words));
}

function withoutLastDigit(runs: readonly string[]): readonly string[] {
  const last = runs[runs.length - 1] ?? '';
  return last.length > 1 ? [...runs.slice(0, -1), last.slice(0, -1)] : runs.slice(0, -1);
}

function waysOf(item: FigureRow, row: string, words: TableWords): Row['ways'] {
  const width = words.widthOf(row);
  const runs = item.figures.map(({ text }) => text);
  if (item.looseDigit) {
    const ways = [runs, withoutLastDigit(runs)].flatMap((one) => cutRuns(one, row, words));
    return ways.map(asFigures);
  }
  if (item.state === 'glued') return cutRuns(runs, row, words).map(asFigures);
  const isWhole = item.figures.length === width && !item.figures.some(hasLeadingNought);
  return item.state === 'clear' && isWhole ? [item.figures] : [];
}

type Choice = ReadonlyMap<string, readonly PrintedFigure[]>;

function numberAt(choice: Choice, row: string, column: number): number | undefined {
  const text = choice.get(row)?.[column]?.text;
  return text !== undefined && WHOLE.test(text) ? Number(text) : undefined;
}

function sumAt(choice: Choice, rows: readonly string[], column: number): number | undefined {
  let sum = 0;
  for (const row of rows) {
    const number = numberAt(choice, row, column);
    if (number === undefined) return undefined;
    sum += number;
  }
  return sum;
}

type Equation = readonly [string[], string[]];

/** Equations between rows that every column keeps: balances, and rows that are sums of rows. */
function findEquations({ format, table }: TableWords): readonly Equation[] {
  const balances = format.rules
    .filter((rule): rule is BalanceRule => rule.kind === 'balance' && rule.at.table === table.id)
    .map(({ left, right }) => [[...left], [...right]] as const);
  const sums = table.blocks.flatMap((block) =>
    leafRows(block.rows).flatMap(({ row }) =>
      row.sumOf ? [[[row.id], [...row.sumOf]] as const] : [],
    ),
  );
  return [...balances, ...sums].map(([left, right]) => [[...left], [...right]] as const);
}

/** The same, found once: they are asked for with every combination that is tried. */
const equationsOf = memoise(findEquations);

/** True where every equation holds in every column; one column at most may lack a figure. */
function allHold(choice: Choice, words: TableWords): boolean {
  const equations = equationsOf(words);
  const width = Math.max(0, ...words.rowIds.map(words.widthOf));
  const columns = Array.from({ length: width }, (_, column) => column);
  return (
    equations.length > 0 &&
    equations.every(([left, right]) => {
      const sides = columns.map((at) => [sumAt(choice, left, at), sumAt(choice, right, at)]);
      const known = sides.filter(([one, other]) => one !== undefined && other !== undefined);
      return known.length >= width - 1 && known.every(([one, other]) => one === other);
    })
  );
}

/** True where an equation of which all figures are there does not hold. */
function isBroken(choice: Choice, words: TableWords): boolean {
  const width = Math.max(0, ...words.rowIds.map(words.widthOf));
  const columns = Array.from({ length: width }, (_, column) => column);
  return equationsOf(words).some(([left, right]) =>
    columns.some((at) => {
      const [one, other] = [sumAt(choice, left, at), sumAt(choice, right, at)];
      return one !== undefined && other !== undefined && one !== other;
    }),
  );
}

/** All combinations of the ways of several rows, or undefined where there are too many. */
function combinations(rows: readonly Row[]): readonly Choice[] | undefined {
  const count = rows.reduce((all, { ways }) => all * ways.length, 1);
  if (count > MOST_COMBINATIONS) return undefined;
  return rows.reduce<readonly Choice[]>(
    (choices, { placed, ways }) =>
      choices.flatMap((choice) => ways.map((way) => new Map([...choice, [placed.row, way]]))),
    [new Map()],
  );
}

interface Settlement {
  /** The only combination that keeps all equations of the table. */
  readonly only: Choice | undefined;
  /**
   * Rows that may be cut wrong where no combination keeps the equations: with another cut, which
   * breaks only the row's own sum, the columns would add up.
   */
  readonly suspects: ReadonlySet<string>;
}

/** True where the equations hold in every column but that of the totals. */
function columnsHold(choice: Choice, words: TableWords, totalColumn: number): boolean {
  const width = Math.max(0, ...words.rowIds.map(words.widthOf));
  return equationsOf(words).every(([left, right]) =>
    Array.from({ length: width }, (_, column) => column)
      .filter((column) => column !== totalColumn)
      .every((at) => {
        const one = sumAt(choice, left, at);
        return one !== undefined && one === sumAt(choice, right, at);
      }),
  );
}

/** True where another cut of a row, which need not keep its own sum, makes the columns add up. */
function isSuspect(row: Row, base: Choice, words: TableWords): boolean {
  const width = words.widthOf(row.placed.row);
  const [sum] = words.sumsOf(row.placed.row);
  const runs = row.placed.figures.figures.map(({ text }) => text);
  const others = sum ? cutDigits(runs, width, []) : undefined;
  if (!sum || !others) return true;
  return others.some((cells) =>
    columnsHold(new Map([...base, [row.placed.row, asFigures(cells)]]), words, sum.total),
  );
}

function settlementOf(rows: readonly Row[], words: TableWords): Settlement {
  const settled = rows.filter(({ ways }) => ways.length === 1);
  const open = rows.filter(({ ways }) => ways.length > 1);
  const base = new Map(settled.map(({ placed, ways }) => [placed.row, ways[0]!] as const));
  const choices = combinations(open)?.map((choice) => new Map([...base, ...choice]));
  const holding = (choices ?? []).filter((choice) => allHold(choice, words));
  const isContradicted = (choices ?? [base]).every((choice) => isBroken(choice, words));
  const suspects = isContradicted
    ? rows.filter((row) => row.isCut && (open.length > 0 || isSuspect(row, base, words)))
    : [];
  return {
    only: holding.length === 1 ? holding[0] : undefined,
    suspects: new Set(suspects.map(({ placed }) => placed.row)),
  };
}

function uncertain(source: string): CellReading {
  return { certainty: 'uncertain', text: '', note: '', source };
}

/** The cells all ways agree on; the others are not certain. */
function agreed(ways: Row['ways'], width: number): readonly (PrintedFigure | undefined)[] {
  return Array.from({ length: width }, (_, at) => {
    const texts = new Set(ways.map((way) => way[at]?.text));
    return texts.size === 1 ? ways[0]?.[at] : undefined;
  });
}

/** With separators alone, one blank at the end of a full row may be a figure that went elsewhere. */
function isLost(
  { columns }: FigureRow,
  figures: readonly (PrintedFigure | undefined)[],
  at: number,
): boolean {
  const isBlank = (figure: PrintedFigure | undefined) => figure?.text === '';
  return (
    columns === 'separated' &&
    at === figures.length - 1 &&
    isBlank(figures[at]) &&
    figures.filter(isBlank).length === 1 &&
    figures.length > 1
  );
}

function cellsOfRow(
  { placed, ways, isCut }: Row,
  chosen: readonly PrintedFigure[] | undefined,
  words: TableWords,
  isTrusted: boolean,
): ReadonlyMap<string, CellReading> {
  const { source } = placed.figures;
  const columns = words.columnsOf(placed.row);
  const figures = isTrusted ? (chosen ?? agreed(ways, columns.length)) : [];
  const certainty = isCut || placed.by === 'neighbours' ? 'derived' : 'read';
  return new Map(
    columns.map(({ column }, at) => {
      const figure = figures[at];
      return [
        column,
        figure && !isLost(placed.figures, figures, at)
          ? { certainty, text: figure.text, note: figure.note, source }
          : uncertain(source),
      ] as const;
    }),
  );
}

function digitsOf({ placed }: Row): string {
  return placed.figures.figures.map(({ text }) => text).join('');
}

/** As many digits as cells: there is no second way to cut them. */
function isOneDigitEach(row: Row, words: TableWords): boolean {
  const { placed } = row;
  return placed.figures.looseDigit !== true && digitsOf(row).length === words.widthOf(placed.row);
}

/** A nought for every cell: noughts never make up one figure, so each stands for itself. */
function isAllNoughts(row: Row, words: TableWords): boolean {
  return isOneDigitEach(row, words) && /^0+$/.test(digitsOf(row));
}

/**
 * A cut is believed where the whole table adds up with it or the document leaves no cell blank;
 * else only where no blank cell could have left the same digits. Where the table contradicts itself
 * a sum that a cut rests on may be the one that is wrong.
 */
function isCutTrusted(
  row: Row,
  words: TableWords,
  { only, suspects }: Settlement,
  isWithoutGaps: boolean,
): boolean {
  const { placed, isCut } = row;
  if (!isCut || only) return true;
  if (suspects.has(placed.row) && !isOneDigitEach(row, words)) return false;
  // 396 under three heads is 3, 9, 6 or one figure and two blanks; without a sum nobody can tell.
  if (words.sumsOf(placed.row).length === 0) return isAllNoughts(row, words);
  if (isWithoutGaps) return true;
  const { figures, looseDigit } = placed.figures;
  const width = words.widthOf(placed.row);
  const [sum] = words.sumsOf(placed.row);
  if (looseDigit || sum?.total !== width - 1) return false;
  return !mayHoldBlanks(
    figures.map(({ text }) => text),
    [width],
  );
}

/** True where the row's own sums hold; never for a row that has none. */
function keepsOwnSum(figures: readonly PrintedFigure[] | undefined, sums: readonly LineSum[]) {
  const numberOf = (at: number) => Number(figures?.[at]?.text);
  return (
    figures !== undefined &&
    sums.length > 0 &&
    sums.every(
      ({ addends, total }) =>
        addends.reduce((sum, at) => sum + numberOf(at), 0) === numberOf(total),
    )
  );
}

/**
 * True where a row is known by its label, or by labels or sums around it. Rows set one figure a line
 * could also be columns; only their own sums tell.
 */
function isPlaced({ placed, ways }: Row, choice: Choice | undefined, words: TableWords): boolean {
  const { row, by, labelsSeen, figures } = placed;
  if (by === 'label') return true;
  if (!labelsSeen && !choice) return false;
  if (!figures.oneALine || words.widthOf(row) === 1) return true;
  return keepsOwnSum(choice?.get(row) ?? ways[0], words.sumsOf(row));
}

/** All cells of a table; `isWithoutGaps` says that the document leaves no cell blank elsewhere. */
export function settleRows(
  { placed, doubtful }: Placement,
  words: TableWords,
  isWithoutGaps: boolean,
): TableReading {
  const rows = placed.map((one) => ({
    placed: one,
    ways: waysOf(one.figures, one.row, words),
    isCut: one.figures.state === 'glued' || one.figures.looseDigit === true,
  }));
  const settlement = settlementOf(rows, words);
  const choice = settlement.only;
  const reading = new Map<string, ReadonlyMap<string, CellReading>>();
  for (const row of rows) {
    const isTrusted =
      isPlaced(row, choice, words) && isCutTrusted(row, words, settlement, isWithoutGaps);
    reading.set(row.placed.row, cellsOfRow(row, choice?.get(row.placed.row), words, isTrusted));
  }
  for (const { row, source } of doubtful) {
    if (!words.rowIds.includes(row)) continue;
    reading.set(
      row,
      new Map(words.columnsOf(row).map(({ column }) => [column, uncertain(source)] as const)),
    );
  }
  return reading;
}

/** True where every row of the table was found with a figure in every cell. */
export function isComplete(reading: TableReading, words: TableWords): boolean {
  return words.rowIds.every((row) => {
    const cells = reading.get(row);
    return cells !== undefined && [...cells.values()].every(({ text }) => text !== '');
  });
}
