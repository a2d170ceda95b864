/**
 * What is being typed, held by react-hook-form and told to the open draft key by key. Changes that
 * come from elsewhere – undo, fill, a fix – are written back into the inputs.
 */
import { type RefCallback, useCallback, useEffect, useLayoutEffect, useState } from 'react';
import { type UseFormRegisterReturn, useForm } from 'react-hook-form';
import type { Doing, OpenDraft } from '../drafts/open-draft.ts';
import type { Change } from '../report/change.ts';
import type { RawReport } from '../report/raw-report.ts';
import { fieldName, inputId } from '../ui/input-place.ts';
import { beginsStep, changedPart } from './typing-steps.ts';

/** Places of one kind: how their text is read from a report and written into it. */
export interface Places<Place extends string> {
  readonly all: readonly Place[];
  readonly textOf: (raw: RawReport, place: Place) => string;
  /** The places that have another text in one report than in the other. */
  readonly changed: (one: RawReport, other: RawReport) => readonly Place[];
  readonly changeTo: (place: Place, text: string) => Change;
  readonly nameOf: (place: Place) => string;
}

type Registered = Omit<UseFormRegisterReturn, 'onChange' | 'ref'> & {
  readonly ref: RefCallback<HTMLElement>;
};

export type RegisterPlace<Place extends string> = (place: Place) => Registered;

type Hear = (event: Event) => void;

/** The inputs of a form, each with what hears of the text in it. */
type Inputs = Map<EventTarget, Hear>;

/** Has what is typed into an input heard by the form itself. */
function heard({ ref, onChange, ...rest }: UseFormRegisterReturn, inputs: Inputs): Registered {
  const hear = (event: Event) => {
    void onChange(event);
  };
  return {
    ...rest,
    ref: (element) => {
      ref(element);
      if (!element) return undefined;
      inputs.set(element, hear);
      return () => {
        inputs.delete(element);
        ref(null);
      };
    },
  };
}

/**
 * Hands what is typed straight to the input's own `Hear`. By way of React's own events every key would
 * be looked at several times, and the input written back after each. Gives the end of it.
 */
function listen(inputs: Inputs): () => void {
  const hear = (event: Event) => {
    const ofInput = event.target && inputs.get(event.target);
    if (!ofInput) return;
    event.stopPropagation();
    ofInput(event);
  };
  window.addEventListener('input', hear, true);
  return () => window.removeEventListener('input', hear, true);
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

/**
 * Registers inputs for the places of a section; `places` must keep its identity between renders. What
 * is given keeps its own, so that inputs need not be laid out again.
 */
export function useDraftForm<Place extends string>(
  open: OpenDraft,
  places: Places<Place>,
): RegisterPlace<Place> {
  const { register, getValues, setValue } = useForm<Record<string, string>>({
    defaultValues: valuesOf(open.getState().draft.raw, places),
  });
  useEffect(() => {
    let seen: RawReport | undefined;
    const writeBack = () => {
      const { raw } = open.getState().draft;
      const before = seen;
      seen = raw;
      if (raw === before) return;
      for (const place of before ? places.changed(before, raw) : places.all) {
        const text = places.textOf(raw, place);
        const name = fieldName(place);
        const shown = getValues(name) ?? '';
        if (shown === text) continue;
        setValue(name, text);
        moveCaret(place, shown, text);
      }
    };
    writeBack();
    return open.subscribe(writeBack);
  }, [open, places, getValues, setValue]);
  const [inputs] = useState<Inputs>(() => new Map());
  useLayoutEffect(() => listen(inputs), [inputs]);
  return useCallback(
    (place) =>
      heard(
        register(fieldName(place), {
          onChange: ({ target }: { target: { value: string } }) => {
            const before = places.textOf(open.getState().draft.raw, place);
            const doing: Doing = {
              label: `填写 ${places.nameOf(place)}`,
              place,
              typing: true,
              anew: beginsStep(before, target.value),
            };
            open.change(places.changeTo(place, target.value), doing);
          },
        }),
        inputs,
      ),
    [open, places, register, inputs],
  );
}
