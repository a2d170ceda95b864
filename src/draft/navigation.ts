/** Moving about in a draft: to a place and its input, and to what a finding speaks of. */
import { useEffect, useRef } from 'react';
import { withDecision, withoutDecision } from '../checks/decisions.ts';
import type { Finding } from '../checks/finding.ts';
import type { FindingActions } from '../findings/finding-list.tsx';
import { pageOfPlace, pagesOf } from '../ports/page-of-place.ts';
import type { Explanation, Remark } from '../report/raw-report.ts';
import type { OpenDraft } from '../session/open-draft.ts';
import { focusPlace, type WordRange } from '../ui/input-place.ts';
import type { ValueStore } from '../ui/store.ts';
import { MAIN_ID } from './skip-links.tsx';

/** Who explains, until a person's name is asked for at hand-over. */
const CLERK = '填报人';

/** Goes to a place: its page first, then, once that is shown, its input. */
export function useGo(open: OpenDraft, page: string, onGo: (page: string) => void) {
  const wanted = useRef<readonly [string, WordRange | undefined] | undefined>(undefined);
  useEffect(() => {
    if (wanted.current && page && focusPlace(...wanted.current)) wanted.current = undefined;
  }, [page]);
  return (place: string, words?: WordRange) => {
    const target = pageOfPlace(open.getState().report.format, place);
    wanted.current = [place, words];
    if (target !== page) onGo(target);
    else if (focusPlace(place, words)) wanted.current = undefined;
  };
}

/** Goes to the next page of the guide, or the one before, and into its first field. */
export function usePageStep(open: OpenDraft, page: string, onGo: (page: string) => void) {
  const isWanted = useRef(false);
  useEffect(() => {
    if (isWanted.current && page) focusFirstField();
    isWanted.current = false;
  }, [page]);
  return (step: 1 | -1) => {
    const pages = pagesOf(open.getState().report.format);
    const next = pages[pages.indexOf(page) + step];
    if (next === undefined) return;
    isWanted.current = true;
    onGo(next);
  };
}

/** The first field of the page that is shown, else the page itself. */
function focusFirstField(): void {
  const main = document.getElementById(MAIN_ID);
  const fields = main?.querySelectorAll<HTMLElement>('input, select, textarea') ?? [];
  const first = [...fields].find((field) => field.offsetParent && !field.matches(':disabled'));
  (first ?? main)?.focus();
  main?.scrollTo({ top: 0 });
}

/** Goes to what a remark is pinned to, the sentence it quotes marked. */
export function remarkGo(open: OpenDraft, go: (place: string, words?: WordRange) => void) {
  return ({ place, quote }: Remark) => {
    const { report } = open.getState();
    const section = report.format.sections.find(({ id }) => id === place);
    if (section?.kind !== 'narrative') return go(place);
    const start = quote ? (report.raw.narrative[place] ?? '').indexOf(quote) : -1;
    const words = quote && start >= 0 ? { start, end: start + quote.length } : undefined;
    return go(`narrative.${place}`, words);
  };
}

/** What a finding's buttons do: light its cells and go there, or apply its fix. */
export function findingActions(
  open: OpenDraft,
  spotlight: ValueStore<readonly string[]>,
  go: (place: string, words?: WordRange) => void,
): FindingActions {
  const placeOf = ({ cells, places, field, section }: Finding) =>
    places?.[0]?.field ?? cells[0] ?? field ?? section;
  const decide = (finding: Finding, label: string, explanations: readonly Explanation[]) =>
    open.change({ kind: 'explanations', explanations }, { label, place: finding.section });
  return {
    onGo: (finding) => {
      spotlight.set(finding.cells);
      go(placeOf(finding), finding.places?.[0]);
    },
    onSettle: (finding, text) => {
      const { raw } = open.getState().report;
      const label = text ? '说明理由' : '不再提示';
      decide(finding, label, withDecision(raw, finding, text, CLERK));
    },
    onReopen: (finding) =>
      decide(finding, '重新打开', withoutDecision(open.getState().report.raw, finding)),
    onFix: (finding) => {
      const { fix } = finding;
      if (fix) open.change(fix.change, { label: fix.label, place: placeOf(finding) });
    },
  };
}
