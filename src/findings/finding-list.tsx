/**
 * Findings as a list one can act on: go to the place, apply the fix, say why it is right as it is. A
 * finding that says the same is the same object, so an item renders only when it says something else.
 * Gaps are one line, so that a report just begun is no wall of reproaches.
 */
import { memo, useState } from 'react';
import { settling } from '../checks/decisions.ts';
import { countFindings, type Finding, findingsBySection } from '../checks/finding.ts';
import { SEVERITY_NAMES } from '../checks/words.ts';
import { areSameItems } from '../formats/keep-list.ts';
import { noteId } from '../session/derived.ts';
import { type ReadableStore, useStoreWithEquality } from '../ui/store.ts';
import styles from './finding-list.module.css';
import { SettleForm } from './settle-form.tsx';

export interface FindingActions {
  readonly onGo: (finding: Finding) => void;
  readonly onFix: (finding: Finding) => void;
  /** Explains a finding, or puts it aside where there are no words. */
  readonly onSettle: (finding: Finding, text: string) => void;
  readonly onReopen: (finding: Finding) => void;
}

interface FindingListProps {
  readonly actions: FindingActions;
  readonly open: ReadableStore<{ readonly findings: readonly Finding[] }>;
  /** The section whose findings are listed. */
  readonly section: string;
}

const NONE: readonly Finding[] = [];

export const FindingList = memo(function FindingList({ actions, open, section }: FindingListProps) {
  const findings = useStoreWithEquality(
    open,
    (state) => findingsBySection(state.findings).get(section) ?? NONE,
    areSameItems,
  );
  const gaps = findings.filter(({ severity }) => severity === 'unfilled');
  return (
    <ul className={styles.list}>
      {findings.map((finding) =>
        finding.severity === 'unfilled' ? null : (
          <FindingItem key={finding.key} finding={finding} actions={actions} />
        ),
      )}
      {gaps[0] ? <GapsItem first={gaps[0]} words={gapText(gaps)} onGo={actions.onGo} /> : null}
    </ul>
  );
});

interface FindingItemProps {
  readonly finding: Finding;
  readonly actions: FindingActions;
}

const FindingItem = memo(function FindingItem({ finding, actions }: FindingItemProps) {
  const [isExplaining, setExplaining] = useState(false);
  const { severity, problem, advice, rule, fix } = finding;
  const how = settling(finding);
  const settle = (text: string) => {
    setExplaining(false);
    actions.onSettle(finding, text);
  };
  return (
    <li className={styles.finding} data-severity={severity}>
      {/* The cells that take part name this text as their description. */}
      <p id={noteId(finding)}>
        <strong className={styles.severity}>{SEVERITY_NAMES[severity]}</strong>
        <span>{`${problem}。`}</span>
        <span className={styles.advice}>{advice}</span>
        <small className={styles.rule}>{rule}</small>
      </p>
      <p className={styles.buttons} hidden={isExplaining} data-screen-only="">
        <QuietButton label="去改" onClick={() => actions.onGo(finding)} />
        {fix ? <QuietButton label={fix.label} onClick={() => actions.onFix(finding)} /> : null}
        {how === 'explain' ? (
          <QuietButton label="说明理由" onClick={() => setExplaining(true)} />
        ) : null}
        {how === 'putAside' ? <QuietButton label="不再提示" onClick={() => settle('')} /> : null}
      </p>
      {isExplaining ? (
        <SettleForm rule={rule} onSettle={settle} onCancel={() => setExplaining(false)} />
      ) : null}
    </li>
  );
});

interface GapsItemProps {
  /** The gap that is gone to. */
  readonly first: Finding;
  readonly words: string;
  readonly onGo: (finding: Finding) => void;
}

/** All gaps as one line that leads to the first of them. */
const GapsItem = memo(function GapsItem({ first, words, onGo }: GapsItemProps) {
  return (
    <li className={styles.finding} data-severity={first.severity}>
      <p>
        <strong className={styles.severity}>{SEVERITY_NAMES[first.severity]}</strong>
        <span>{words}</span>
      </p>
      <p className={styles.buttons} data-screen-only="">
        <QuietButton label="去填" onClick={() => onGo(first)} />
      </p>
    </li>
  );
});

interface QuietButtonProps {
  readonly label: string;
  readonly onClick: () => void;
}

function QuietButton({ label, onClick }: QuietButtonProps) {
  return (
    <button type="button" data-quiet onClick={onClick}>
      {label}
    </button>
  );
}

function gapText(gaps: readonly Finding[]): string {
  const cells = gaps.filter((gap) => gap.cells.length > 0);
  const words = gaps.filter((gap) => gap.cells.length === 0).map(({ problem }) => problem);
  const count = countFindings(cells).unfilled;
  return [...words, ...(count > 0 ? [`还有 ${count} 格空白`] : [])].join('；');
}
