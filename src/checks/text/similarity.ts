/**
 * How alike two texts are: the share of runs of four characters they have in common (Dice), digits
 * and marks left out so that changing the year and the figures does not hide a copy.
 */

const RUN = 4;

function runsOf(text: string): ReadonlyMap<string, number> {
  const words = text.replace(/[^\u3400-\u9fffA-Za-z]/g, '');
  const runs = new Map<string, number>();
  for (let at = 0; at + RUN <= words.length; at += 1) {
    const run = words.slice(at, at + RUN);
    runs.set(run, (runs.get(run) ?? 0) + 1);
  }
  return runs;
}

function sizeOf(runs: ReadonlyMap<string, number>): number {
  return [...runs.values()].reduce((sum, count) => sum + count, 0);
}

/** From 0, nothing in common, to 1, the same. */
export function similarity(one: string, other: string): number {
  const [left, right] = [runsOf(one), runsOf(other)];
  const size = sizeOf(left) + sizeOf(right);
  if (size === 0) return 0;
  const common = [...left].reduce(
    (sum, [run, count]) => sum + Math.min(count, right.get(run) ?? 0),
    0,
  );
  return (2 * common) / size;
}
