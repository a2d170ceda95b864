/**
 * Names and ids of inputs by the place they stand for. The form library reads dots in a name as
 * nesting, and takes a name with any other mark apart at every key; ids let a finding bring the reader
 * to its input.
 */

/** The form's name for a place; places themselves have no underscores. */
export function fieldName(place: string): string {
  return place.replace(/\//g, '__').replace(/\W/g, '_');
}

/** The DOM id of the input for a place. */
export function inputId(place: string): string {
  return `at-${place.replace(/[./]/g, '-')}`;
}

/** The DOM id of the form that the inputs of a row of a table belong to. */
export function formId(table: string, row: string): string {
  return `row-${table}-${row.replace(/\./g, '-')}`;
}

/** Words in a text, from `start` up to `end`. */
export interface WordRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Brings the input of a place into view and focuses it, with these words of it marked; false where
 * it is not on screen.
 */
export function focusPlace(place: string, words?: WordRange): boolean {
  const input = document.getElementById(inputId(place));
  if (!input) return false;
  input.scrollIntoView({ block: 'center', inline: 'nearest' });
  input.focus({ preventScroll: true });
  if (words && input instanceof HTMLTextAreaElement) {
    input.setSelectionRange(words.start, words.end);
  }
  return true;
}
