/**
 * What is being typed, held by react-hook-form and told to the open draft key by key. Changes that
 * come from elsewhere – undo, fill, a fix – are written back into the inputs.
 */
import { type RefCallback, useCallback, useEffect, useLayoutEffect, useState } from 'react';
import { type UseFormRegisterReturn, useForm } from 'react-hook-form';
import type { Doing, OpenDraft } from '../drafts/open-draft.ts';
import type { Change } from '../report/change.ts';
import type { RawReport } from '../report/raw-report.ts';
import { lockRefusal } from '../report/status.ts';
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
  readonly ref: RefCallback<Typable>;
};

export type RegisterPlace<Place extends string> = (place: Place) => Registered;

type Typable = HTMLInputElement | HTMLTextAreaElement;

/** The inputs of a form that are on screen, with the place of each. */
interface Inputs<Place extends string> {
  readonly places: Map<EventTarget, Place>;
  readonly elements: Map<Place, Typable>;
  /** A locked report is read, marked and copied, and not typed into. */
  isLocked: boolean;
}

function setLocked<Place extends string>(inputs: Inputs<Place>, isLocked: boolean): void {
  inputs.isLocked = isLocked;
  for (const element of inputs.elements.values()) element.readOnly = isLocked;
}

/** What react-hook-form gives an input, which is known as that of its place while it is on screen. */
function placed<Place extends string>(
  { ref, onChange, ...rest }: UseFormRegisterReturn,
  place: Place,
  inputs: Inputs<Place>,
): Registered {
  const { places, elements } = inputs;
  return {
    ...rest,
    ref: (element) => {
      ref(element);
      if (!element) return undefined;
      element.readOnly = inputs.isLocked;
      places.set(element, place);
      elements.set(place, element);
      return () => {
        places.delete(element);
        elements.delete(place);
        ref(null);
      };
    },
  };
}

/**
 * Hears what is typed at the window, on its way down, and hands it straight on: by way of React's own
 * events, and of the form library, every key would be looked at several times. The library takes the
 * text over when the input is left. Gives the end of it.
 */
function listen<Place extends string>(
  { places }: Inputs<Place>,
  onText: (place: Place, text: string) => void,
): () => void {
  const hear = (event: Event) => {
    const place = event.target && places.get(event.target);
    if (!place) return;
    event.stopPropagation();
    onText(place, (event.target as Typable).value);
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
  const { register, setValue } = useForm<Record<string, string>>({
    defaultValues: valuesOf(open.getState().draft.raw, places),
  });
  const [inputs] = useState<Inputs<Place>>(() => ({
    places: new Map(),
    elements: new Map(),
    isLocked: lockRefusal(open.getState().draft.raw) !== undefined,
  }));
  useEffect(() => {
    let seen: RawReport | undefined;
    const writeBack = () => {
      const { raw } = open.getState().draft;
      const before = seen;
      seen = raw;
      if (raw === before) return;
      const isLocked = lockRefusal(raw) !== undefined;
      if (isLocked !== inputs.isLocked || !before) setLocked(inputs, isLocked);
      for (const place of before ? places.changed(before, raw) : places.all) {
        const text = places.textOf(raw, place);
        const shown = inputs.elements.get(place)?.value;
        if (shown === text) continue;
        setValue(fieldName(place), text);
        moveCaret(place, shown ?? '', text);
      }
    };
    writeBack();
    return open.subscribe(writeBack);
  }, [open, places, inputs, setValue]);
  useLayoutEffect(
    () =>
      listen(inputs, (place, text) => {
        const before = places.textOf(open.getState().draft.raw, place);
        const doing: Doing = {
          label: `填写 ${places.nameOf(place)}`,
          place,
          typing: true,
          anew: beginsStep(before, text),
        };
        open.change(places.changeTo(place, text), doing);
        // What is refused does not stay on screen, whoever wrote it there.
        const kept = places.textOf(open.getState().draft.raw, place);
        if (kept !== text) setValue(fieldName(place), kept);
      }),
    [open, places, inputs, setValue],
  );
  return useCallback(
    (place) => placed(register(fieldName(place)), place, inputs),
    [register, inputs],
  );
}
