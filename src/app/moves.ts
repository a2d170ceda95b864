/** Moving about in a draft: to a place and its input, and to what a finding speaks of. */
import { useEffect, useRef } from 'react';
import type { Finding } from '../checks/finding.ts';
import type { OpenDraft } from '../drafts/open-draft.ts';
import type { FindingActions } from '../review/finding-list.tsx';
import { focusPlace } from '../ui/input-place.ts';
import type { ValueStore } from '../ui/store.ts';
import { pageOfPlace } from './place.ts';

/** Goes to a place: its page first, then, once that is shown, its input. */
export function useGo(open: OpenDraft, page: string, onGo: (page: string) => void) {
  const wanted = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (wanted.current && page && focusPlace(wanted.current)) wanted.current = undefined;
  }, [page]);
  return (place: string) => {
    const target = pageOfPlace(open.getState().report.format, place);
    wanted.current = place;
    if (target !== page) onGo(target);
    else if (focusPlace(place)) wanted.current = undefined;
  };
}

/** What a finding's buttons do: light its cells and go there, or apply its fix. */
export function findingActions(
  open: OpenDraft,
  spotlight: ValueStore<readonly string[]>,
  go: (place: string) => void,
): FindingActions {
  const placeOf = ({ cells, field, section }: Finding) => cells[0] ?? field ?? section;
  return {
    onGo: (finding) => {
      spotlight.set(finding.cells);
      go(placeOf(finding));
    },
    onFix: (finding) => {
      const { fix } = finding;
      if (fix) open.change(fix.change, { label: fix.label, place: placeOf(finding) });
    },
  };
}
