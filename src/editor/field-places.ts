/** Fields of words as places of a draft form. */
import { type FieldId, fieldText } from '../report/change.ts';
import type { Places } from './use-draft-form.ts';

/** The places of these fields; `names` says what each is called in the undo list. */
export function fieldPlaces(names: Partial<Record<FieldId, string>>): Places<FieldId> {
  const all = Object.keys(names) as FieldId[];
  return {
    all,
    textOf: fieldText,
    editedIn: () => all,
    changeTo: (field, text) => ({ kind: 'field', field, text }),
    nameOf: (field) => names[field] ?? field,
  };
}
