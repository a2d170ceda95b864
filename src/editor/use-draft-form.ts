/**
 * What is being typed, held by react-hook-form and told to the open draft key by key. Changes that
 * come from elsewhere – undo, fill, a fix – are written back into the inputs.
 */
import { useEffect } from 'react';
import { type UseFormRegisterReturn, useForm } from 'react-hook-form';
import type { Doing, OpenDraft } from '../drafts/open-draft.ts';
import type { Change } from '../report/change.ts';
import type { RawReport } from '../report/raw-report.ts';
import { fieldName } from '../ui/input-place.ts';

/** Places of one kind: how their text is read from a report and written into it. */
export interface Places<Place extends string> {
  readonly all: readonly Place[];
  readonly textOf: (raw: RawReport, place: Place) => string;
  readonly changeTo: (place: Place, text: string) => Change;
  readonly nameOf: (place: Place) => string;
}

export type RegisterPlace<Place extends string> = (place: Place) => UseFormRegisterReturn;

function valuesOf<Place extends string>(
  raw: RawReport,
  places: Places<Place>,
): Record<string, string> {
  return Object.fromEntries(
    places.all.map((place) => [fieldName(place), places.textOf(raw, place)]),
  );
}

/** Registers inputs for the places of a section; `places` must keep its identity between renders. */
export function useDraftForm<Place extends string>(
  open: OpenDraft,
  places: Places<Place>,
): RegisterPlace<Place> {
  const { register, getValues, setValue } = useForm<Record<string, string>>({
    defaultValues: valuesOf(open.getState().draft.raw, places),
  });
  useEffect(() => {
    const writeBack = () => {
      const { raw } = open.getState().draft;
      for (const place of places.all) {
        const text = places.textOf(raw, place);
        const name = fieldName(place);
        if (getValues(name) !== text) setValue(name, text);
      }
    };
    writeBack();
    return open.subscribe(writeBack);
  }, [open, places, getValues, setValue]);
  return (place) =>
    register(fieldName(place), {
      onChange: ({ target }: { target: { value: string } }) => {
        const doing: Doing = { label: `填写 ${places.nameOf(place)}`, place, typing: true };
        open.change(places.changeTo(place, target.value), doing);
      },
    });
}
