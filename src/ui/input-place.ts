/**
 * Names and ids of inputs by the place they stand for. The form library reads dots in a name as
 * nesting, and places contain dots; ids let a finding bring the reader to its input.
 */

/** The form's name for a place. */
export function fieldName(place: string): string {
  return place.replace(/\./g, ':');
}

/** The DOM id of the input for a place. */
export function inputId(place: string): string {
  return `at-${place.replace(/[./]/g, '-')}`;
}

/** Brings the input of a place into view and focuses it; false where it is not on screen. */
export function focusPlace(place: string): boolean {
  const input = document.getElementById(inputId(place));
  if (!input) return false;
  input.scrollIntoView({ block: 'center', inline: 'nearest' });
  input.focus({ preventScroll: true });
  return true;
}
