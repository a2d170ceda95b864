/**
 * The lines of a title as GB/T 9704-2012 (7.3.1) wants them: 梯形 or 菱形, words whole, the fewest lines
 * that hold it. Where no words are known to break between, the title is left to the browser.
 */

/** Words a title of an annual report is made of; a line may end after each, or before a year. */
const AFTER =
  /(?:特别行政区|自治区|自治州|自治县|自治旗|省|市|区|县|旗|镇|乡|街道|人民政府|管理委员会|委员会|年度?|政府信息公开|工作)$/;
const BEFORE = /^(?:\d{4}年|人民政府|办公[厅室]|政府信息公开|工作年度报告|年度报告)/;

/** Never inside these. */
const WHOLE = ['人民政府', '政府信息公开', '年度报告', '市场监督', '城市管理', '示范区', '市政'];

function isInside(title: string, at: number): boolean {
  return WHOLE.some((word) => {
    for (let from = title.indexOf(word); from >= 0; from = title.indexOf(word, from + 1)) {
      if (from < at && at < from + word.length) return true;
    }
    return false;
  });
}

/** Places where a line may end. */
function breaksOf(title: string): readonly number[] {
  const places = Array.from({ length: Math.max(0, title.length - 1) }, (_, at) => at + 1);
  return places.filter(
    (at) =>
      !isInside(title, at) &&
      !/^[年度]/.test(title.slice(at)) &&
      (AFTER.test(title.slice(0, at)) || BEFORE.test(title.slice(at))),
  );
}

/** All ways to set a title in so many lines. */
function ways(title: string, breaks: readonly number[], lines: number): readonly string[][] {
  if (lines === 1) return [[title]];
  return breaks.flatMap((at, place) => {
    const rest = breaks.slice(place + 1).map((one) => one - at);
    return ways(title.slice(at), rest, lines - 1).map((others) => [title.slice(0, at), ...others]);
  });
}

/** Where a title falls apart by itself; any other end of a line parts the name of the body. */
const PARTED_BEFORE = /^(?:\d{4}年|政府信息公开|工作年度报告)/;

/** How far the lines are from an even, full-bellied shape; an hourglass is the worst. */
function ugliness(lines: readonly string[]): number {
  const lengths = lines.map(({ length }) => length);
  const most = Math.max(...lengths);
  const ragged = lengths.reduce((sum, length) => sum + (most - length) ** 2, 0);
  const isHourglass = lengths.some(
    (length, at) => length < (lengths[at - 1] ?? 0) && length < (lengths[at + 1] ?? 0),
  );
  const isBlock = lines.length > 1 && lengths.every((length) => length === most);
  const torn = lines.slice(1).filter((line) => !PARTED_BEFORE.test(line)).length;
  return ragged + torn * 30 + (isHourglass ? 10_000 : 0) + (isBlock ? 4 : 0);
}

const MOST_LINES = 4;
/** A title with more is no title, and trying every way would take for ever. */
const MOST_BREAKS = 24;

/** The lines of a title where a line holds so many characters. */
export function titleLines(title: string, characters: number): readonly string[] {
  if (title.length <= characters) return [title];
  const breaks = breaksOf(title);
  if (breaks.length > MOST_BREAKS) return [title];
  for (let lines = 2; lines <= MOST_LINES; lines += 1) {
    const fitting = ways(title, breaks, lines).filter((way) =>
      way.every(({ length }) => length <= characters),
    );
    const [best] = [...fitting].sort((one, other) => ugliness(one) - ugliness(other));
    if (best) return best;
  }
  return [title];
}
