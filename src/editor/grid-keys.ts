/**
 * Keys that move through a table of inputs as in a spreadsheet: Enter and the up and down arrows stay
 * in the column. Left and right belong to the caret. Composition of Chinese text is never disturbed.
 */

export type Step = 'up' | 'down';

interface Key {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly isComposing: boolean;
}

/** The step a key asks for, or undefined where the key is not ours. */
export function stepOf({ key, shiftKey, isComposing }: Key): Step | undefined {
  if (isComposing) return undefined;
  if (key === 'Enter') return shiftKey ? 'up' : 'down';
  if (key === 'ArrowDown') return 'down';
  if (key === 'ArrowUp') return 'up';
  return undefined;
}

/** The next address of a column in the given direction, or undefined at its end. */
export function neighbour<Address>(
  column: readonly Address[],
  from: Address,
  step: Step,
): Address | undefined {
  const at = column.indexOf(from);
  return at < 0 ? undefined : column[at + (step === 'down' ? 1 : -1)];
}
