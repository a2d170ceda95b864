/**
 * Findings as a list one can act on: go to the place, apply the fix. Gaps of one section are one
 * line, so that a report just begun is no wall of reproaches.
 */
import { memo, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { settling } from '../checks/decisions.ts';
import { countFindings, type Finding } from '../checks/finding.ts';
import { SEVERITY_NAMES } from '../checks/words.ts';
import { noteId } from '../drafts/derived.ts';
import { setText } from '../ui/set-text.ts';
import type { ReadableStore } from '../ui/store.ts';
import styles from './finding-list.module.css';
import { asItStands, haveSameOutline, isLaidOutAlike } from './finding-outline.ts';
import { SettleForm } from './settle-form.tsx';

export interface FindingActions {
  readonly onGo: (finding: Finding) => void;
  readonly onFix: (finding: Finding) => void;
  /** Explains a finding, or puts it aside where there are no words. */
  readonly onSettle: (finding: Finding, text: string) => void;
  readonly onReopen: (finding: Finding) => void;
}

/** Where the findings stand as they are now. */
type FindingsNow = ReadableStore<{ readonly findings: readonly Finding[] }>;

interface FindingListProps {
  readonly actions: FindingActions;
  /** The findings to lay out; their words are kept up with by what `open` says of them. */
  readonly findings: readonly Finding[];
  readonly open: FindingsNow;
}

function isListAlike(one: FindingListProps, other: FindingListProps): boolean {
  return (
    one.actions === other.actions &&
    one.open === other.open &&
    haveSameOutline(one.findings, other.findings)
  );
}

/** Laid out again only where it holds other findings, or other things to do about them. */
export const FindingList = memo(function FindingList(props: FindingListProps) {
  const { findings, actions, open } = props;
  const shown = findings.filter(({ severity }) => severity !== 'unfilled');
  const gaps = findings.filter(({ severity }) => severity === 'unfilled');
  const [firstGap] = gaps;
  const list = useWords(open, shown);
  return (
    <ul ref={list} className={styles.list}>
      {shown.map((finding) => (
        <FindingItem key={finding.key} finding={finding} actions={actions} open={open} />
      ))}
      {firstGap ? (
        <li className={styles.finding} data-severity="unfilled">
          <p>
            <strong className={styles.severity}>{SEVERITY_NAMES.unfilled}</strong>
            {gapText(gaps)}
          </p>
          <p className={styles.buttons}>
            <button type="button" data-quiet onClick={() => actions.onGo(firstGap)}>
              去填
            </button>
          </p>
        </li>
      ) : null}
    </ul>
  );
}, isListAlike);

function isItemAlike(one: FindingItemProps, other: FindingItemProps): boolean {
  return (
    one.actions === other.actions &&
    one.open === other.open &&
    isLaidOutAlike(one.finding, other.finding)
  );
}

const FindingItem = memo(function FindingItem({ finding, actions, open }: FindingItemProps) {
  return (
    <li className={styles.finding} data-severity={finding.severity}>
      <FindingText finding={finding} />
      <FindingButtons finding={finding} actions={actions} open={open} />
    </li>
  );
}, isItemAlike);

function gapText(gaps: readonly Finding[]): string {
  const cells = gaps.filter((gap) => gap.cells.length > 0);
  const words = gaps.filter((gap) => gap.cells.length === 0).map(({ problem }) => problem);
  const count = countFindings(cells).unfilled;
  return [...words, ...(count > 0 ? [`还有 ${count} 格空白`] : [])].join('；');
}

interface FindingItemProps {
  readonly finding: Finding;
  readonly actions: FindingActions;
  readonly open: FindingsNow;
}

/** The cells that take part name this text as their description; its words are painted. */
function FindingText({ finding }: Pick<FindingItemProps, 'finding'>) {
  return (
    <p id={noteId(finding)}>
      <strong className={styles.severity}>{SEVERITY_NAMES[finding.severity]}</strong>
      <span />
      <span className={styles.advice} />
      <small className={styles.rule}>{finding.rule}</small>
    </p>
  );
}

/** Keeps the words of a list of findings as they stand now; its items begin with their text. */
function useWords(
  open: FindingsNow,
  shown: readonly Finding[],
): RefObject<HTMLUListElement | null> {
  const list = useRef<HTMLUListElement>(null);
  const [painted] = useState(() => new WeakMap<Element, Finding>());
  useLayoutEffect(() => {
    const texts = new Map<string, Element>();
    for (const [at, { key }] of shown.entries()) {
      const text = list.current?.children[at]?.firstElementChild;
      if (text) texts.set(key, text);
    }
    let last: readonly Finding[] | undefined;
    const paint = () => {
      const { findings } = open.getState();
      if (findings === last) return;
      last = findings;
      for (const finding of findings) {
        const text = texts.get(finding.key);
        if (!text || painted.get(text) === finding) continue;
        painted.set(text, finding);
        paintWords(text, finding);
      }
    };
    paint();
    return open.subscribe(paint);
  }, [open, shown, painted]);
  return list;
}

function paintWords(text: Element, { problem, advice }: Finding): void {
  const first = text.firstElementChild?.nextElementSibling;
  const second = first?.nextElementSibling;
  if (first) setText(first, `${problem}。`);
  if (second) setText(second, advice);
}

/** What is done is done about the finding as it stands at that moment. */
function FindingButtons({ finding, actions, open }: FindingItemProps) {
  const now = () => asItStands(finding, open.getState().findings);
  const [isSettling, setSettling] = useState(false);
  const how = settling(finding);
  if (isSettling) {
    return (
      <SettleForm
        rule={finding.rule}
        onSettle={(text) => actions.onSettle(now(), text)}
        onCancel={() => setSettling(false)}
      />
    );
  }
  return (
    <p className={styles.buttons} data-screen-only>
      <button type="button" data-quiet onClick={() => actions.onGo(now())}>
        去改
      </button>
      {finding.fix ? (
        <button type="button" data-quiet onClick={() => actions.onFix(now())}>
          {finding.fix.label}
        </button>
      ) : null}
      {how === 'explain' ? (
        <button type="button" data-quiet onClick={() => setSettling(true)}>
          说明理由
        </button>
      ) : null}
      {how === 'putAside' ? (
        <button type="button" data-quiet onClick={() => actions.onSettle(now(), '')}>
          不再提示
        </button>
      ) : null}
    </p>
  );
}
