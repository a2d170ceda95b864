/**
 * How typing in a long text falls into steps that undo takes back one by one: a step is a sentence.
 * Also finds where two versions of a text differ, so that the caret can go there.
 */

const SENTENCE_ENDS = '。！？；\n';

/** Where two texts differ: the same before `from`, the same behind `to` in the new one. */
export function changedPart(
  before: string,
  after: string,
): { readonly from: number; readonly to: number } {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) from += 1;
  let same = 0;
  while (
    same < shorter - from &&
    before[before.length - 1 - same] === after[after.length - 1 - same]
  )
    same += 1;
  return { from, to: after.length - same };
}

/** True where typing begins a new sentence and so a new step. */
export function beginsStep(before: string, after: string): boolean {
  // A figure, or the first words of a text, follow nothing.
  if (before[0] !== after[0]) return false;
  const { from, to } = changedPart(before, after);
  const lead = before[from - 1];
  return to > from && lead !== undefined && SENTENCE_ENDS.includes(lead);
}
