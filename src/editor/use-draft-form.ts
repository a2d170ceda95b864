/**
 * What is being typed, held by react-hook-form and handed to the open draft key by key. Changes that
 * come from elsewhere – undo, fill, a fix – are set in the form. It must never keep an event from React
 * or from the form library, nor hold a text that the draft does not have.
 */
import { useCallback, useEffect, useMemo } from 'react';
import { type UseFormRegisterReturn, useForm } from 'react-hook-form';
import type { Change } from '../report/change.ts';
import type { RawReport } from '../report/raw-report.ts';
import { lockRefusal } from '../report/status.ts';
import type { ChangeMeta } from '../session/draft-edits.ts';
import type { OpenDraftState } from '../session/draft-state.ts';
import type { OpenDraft } from '../session/open-draft.ts';
import { fieldName, inputId } from '../ui/input-place.ts';
import { useStore } from '../ui/store.ts';
import { beginsStep, changedPart } from './typing-steps.ts';

/** Places of one kind: how their text is read from a report and written into it. */
export interface Places<Place extends string> {
  readonly all: readonly Place[];
  readonly textOf: (raw: RawReport, place: Place) => string;
  /** The places whose text the change that made a state may have written. */
  readonly editedIn: (state: OpenDraftState) => readonly Place[];
  readonly changeTo: (place: Place, text: string) => Change;
  readonly nameOf: (place: Place) => string;
}

export type RegisterPlace<Place extends string> = (place: Place) => UseFormRegisterReturn;

/** The form of some places; its functions keep their identity. */
export interface DraftForm<Place extends string> {
  /** What the input of a place is given to be part of the form. */
  readonly register: RegisterPlace<Place>;
  /** The text the form holds for a place: at every moment the draft's. */
  readonly getValue: (place: Place) => string;
  /** A locked report is read, marked and copied, and not typed into. */
  readonly isLocked: boolean;
}

function valuesOf<Place extends string>(
  raw: RawReport,
  places: Places<Place>,
): Record<string, string> {
  return Object.fromEntries(
    places.all.map((place) => [fieldName(place), places.textOf(raw, place)]),
  );
}

/**
 * Text written from elsewhere into the input one is in: a figure is marked whole, as on arrival, and
 * in a long text the caret stands behind what changed.
 */
function moveCaret(place: string, before: string, after: string): void {
  const input = document.getElementById(inputId(place));
  if (input instanceof HTMLInputElement && input === document.activeElement) input.select();
  if (!(input instanceof HTMLTextAreaElement)) return;
  const { to } = changedPart(before, after);
  input.setSelectionRange(to, to);
}

function typingOf<Place extends string>(
  places: Places<Place>,
  raw: RawReport,
  place: Place,
  text: string,
): ChangeMeta {
  return {
    label: `填写 ${places.nameOf(place)}`,
    place,
    typing: true,
    startsNewStep: beginsStep(places.textOf(raw, place), text),
  };
}

/** The form of the places of a section; `places` must keep its identity between renders. */
export function useDraftForm<Place extends string>(
  open: OpenDraft,
  places: Places<Place>,
): DraftForm<Place> {
  const { register, setValue, getValues } = useForm<Record<string, string>>({
    defaultValues: valuesOf(open.getState().draft.raw, places),
  });
  const isLocked = useStore(open, ({ draft }) => lockRefusal(draft.raw) !== undefined);
  const getValue = useCallback((place: Place) => getValues(fieldName(place)) ?? '', [getValues]);
  /** Sets the form to what the draft says at these places. */
  const takeOver = useCallback(
    (some: readonly Place[]) => {
      const { raw } = open.getState().draft;
      for (const place of some) {
        const [held, text] = [getValue(place), places.textOf(raw, place)];
        if (held === text) continue;
        setValue(fieldName(place), text);
        moveCaret(place, held, text);
      }
    },
    [open, places, getValue, setValue],
  );
  useEffect(() => {
    takeOver(places.all);
    return open.subscribe(() => takeOver(places.editedIn(open.getState())));
  }, [open, places, takeOver]);
  const registerPlace = useCallback<RegisterPlace<Place>>(
    (place) =>
      register(fieldName(place), {
        onChange: (event: { readonly target: { readonly value: string } }) => {
          const text = event.target.value;
          const { raw } = open.getState().draft;
          open.change(places.changeTo(place, text), typingOf(places, raw, place, text));
          // A change that was refused leaves the form as the draft is.
          takeOver([place]);
        },
      }),
    [open, places, register, takeOver],
  );
  return useMemo(
    () => ({ register: registerPlace, getValue, isLocked }),
    [registerPlace, getValue, isLocked],
  );
}
