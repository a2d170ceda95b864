/**
 * Digits of several cells that run together, cut again where the sums of the form leave one way to
 * do it. Every way is tried; nothing is preferred because it looks likely.
 */

/** The sum a line of figures must keep: places of the addends and of their total. */
export interface LineSum {
  readonly addends: readonly number[];
  readonly total: number;
}

const DIGITS = /^\d+$/;
const LONGEST_FIGURE = 9;
/** More steps than any real row needs; beyond it the row counts as ambiguous. */
const MOST_STEPS = 200_000;
const MOST_WAYS = 200;

function keeps(cells: readonly string[], { addends, total }: LineSum): boolean {
  const sum = addends.reduce((all, at) => all + Number(cells[at]), 0);
  return sum === Number(cells[total]);
}

/**
 * All ways to cut runs of digits into so many whole numbers that keep the sums; a run never shares
 * a cell with the next. Undefined where there are too many to try or a run is no digits.
 */
export function cutDigits(
  runs: readonly string[],
  width: number,
  sums: readonly LineSum[],
): readonly (readonly string[])[] | undefined {
  if (!runs.every((run) => DIGITS.test(run))) return undefined;
  // More digits than the cells can hold: there is no way, and trying them all would find none.
  if (runs.reduce((all, run) => all + run.length, 0) > width * LONGEST_FIGURE) return [];
  const ways: string[][] = [];
  const cells: string[] = [];
  let steps = 0;
  // `ready` are the sums whose cells are all cut once the line has reached this length.
  const ready = (length: number) =>
    sums.filter(({ addends, total }) => Math.max(total, ...addends) === length - 1);
  const cut = (run: number, from: number): void => {
    steps += 1;
    if (steps > MOST_STEPS || ways.length > MOST_WAYS) return;
    const text = runs[run];
    if (text === undefined) {
      if (cells.length === width) ways.push([...cells]);
      return;
    }
    const left = width - cells.length;
    const after = runs.length - run - 1;
    if (left <= after) return;
    const longest = text[from] === '0' ? 1 : LONGEST_FIGURE;
    for (let length = 1; length <= Math.min(longest, text.length - from); length += 1) {
      cells.push(text.slice(from, from + length));
      const end = from + length === text.length;
      if (ready(cells.length).every((sum) => keeps(cells, sum))) {
        if (end) cut(run + 1, 0);
        else cut(run, from + length);
      }
      cells.pop();
    }
  };
  cut(0, 0);
  return steps > MOST_STEPS || ways.length > MOST_WAYS ? undefined : ways;
}

/** Lengths of lines that leave blanks: every line at least two figures, one line shorter than full. */
function shorterLines(lines: readonly number[]): readonly (readonly number[])[] {
  const [first, ...rest] = lines;
  if (first === undefined) return [[]];
  const lengths = Array.from({ length: first - 1 }, (_, at) => at + 2);
  return lengths.flatMap((length) => shorterLines(rest).map((others) => [length, ...others]));
}

/**
 * True where the same digits could also be a table with blank cells, which leave no trace: fewer
 * figures on some lines, the last of each line still the sum of the others.
 */
export function mayHoldBlanks(runs: readonly string[], lines: readonly number[]): boolean {
  const full = lines.reduce((sum, length) => sum + length, 0);
  return shorterLines(lines).some((lengths) => {
    const width = lengths.reduce((sum, length) => sum + length, 0);
    if (width === full) return false;
    let from = 0;
    const sums = lengths.map((length) => {
      const addends = Array.from({ length: length - 1 }, (_, at) => from + at);
      from += length;
      return { addends, total: from - 1 };
    });
    const ways = cutDigits(runs, width, sums);
    return ways === undefined || ways.length > 0;
  });
}
