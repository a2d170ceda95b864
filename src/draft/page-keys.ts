/**
 * Keys that hold on the whole page of a draft: undo and redo, from problem to problem (a remark is
 * one), from page to page, the sheet of shortcuts. Keys inside a dialog are the dialog's.
 */
import { useEffect, useRef } from 'react';
import type { FindingActions } from '../findings/finding-list.tsx';
import type { Remark } from '../report/raw-report.ts';
import type { OpenDraft } from '../session/open-draft.ts';
import { nextProblem, problemsOf } from './problem-walk.ts';

export interface PageKeys {
  readonly open: OpenDraft;
  readonly go: (place: string) => void;
  /** To the next page of the draft, or the one before. */
  readonly onPage: (step: 1 | -1) => void;
  readonly onFinding: FindingActions['onGo'];
  readonly onRemark: (remark: Remark) => void;
  readonly onHelp: () => void;
}

type PageKey =
  | 'undo'
  | 'redo'
  | 'nextProblem'
  | 'previousProblem'
  | 'nextPage'
  | 'previousPage'
  | 'help';

/** Ctrl with these is the browser's own: it goes from tab to tab. */
const ALT_KEYS: Readonly<Record<string, PageKey>> = {
  PageDown: 'nextPage',
  PageUp: 'previousPage',
};

/** What a key asks of the page; a question mark is text where text is typed. */
export function pageKeyOf(
  {
    key,
    shiftKey,
    ctrlKey,
    metaKey,
    altKey,
  }: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>,
  isTyping: boolean,
): PageKey | undefined {
  if (altKey) return ctrlKey || metaKey || shiftKey ? undefined : ALT_KEYS[key];
  if (key === 'F8') return shiftKey ? 'previousProblem' : 'nextProblem';
  if (key === 'F1' || (!isTyping && (key === '?' || key === '？'))) return 'help';
  if (!ctrlKey && !metaKey) return undefined;
  if (key.toLowerCase() === 'y') return 'redo';
  if (key.toLowerCase() !== 'z') return undefined;
  return shiftKey ? 'redo' : 'undo';
}

function isTypedIn(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

/** Listens on the page for as long as a draft is on screen. */
export function usePageKeys(keys: PageKeys): void {
  const latest = useRef(keys);
  const visited = useRef<string | undefined>(undefined);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const walk = (step: 1 | -1) => {
      const { open, onFinding, onRemark } = latest.current;
      const { findings, report } = open.getState();
      const problems = problemsOf(findings, report.raw, report.format);
      const problem = nextProblem(problems, visited.current, step);
      visited.current = problem?.key;
      if (problem?.finding) onFinding(problem.finding);
      else if (problem?.remark) {
        onRemark(problem.remark);
        open.announce(`审核意见：${problem.remark.text}`);
      } else open.announce('没有错误和提醒，也没有待处理的审核意见');
    };
    const move = (place: string | undefined) => {
      if (place) latest.current.go(place);
    };
    const acts: Readonly<Record<PageKey, () => void>> = {
      undo: () => move(latest.current.open.undo()),
      redo: () => move(latest.current.open.redo()),
      nextProblem: () => walk(1),
      previousProblem: () => walk(-1),
      nextPage: () => latest.current.onPage(1),
      previousPage: () => latest.current.onPage(-1),
      help: () => latest.current.onHelp(),
    };
    const onKeyDown = (event: KeyboardEvent) => {
      const { target } = event;
      if (event.isComposing) return;
      if (target instanceof Element && target.closest('dialog')) return;
      const act = pageKeyOf(event, isTypedIn(target));
      if (!act) return;
      event.preventDefault();
      acts[act]();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
