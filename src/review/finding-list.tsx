/**
 * Findings as a list one can act on: go to the place, apply the fix. Gaps of one section are one
 * line, so that a report just begun is no wall of reproaches.
 */
import { memo, useState } from 'react';
import { settling } from '../checks/decisions.ts';
import { countFindings, type Finding } from '../checks/finding.ts';
import { SEVERITY_NAMES } from '../checks/words.ts';
import { noteId } from '../drafts/derived.ts';
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
  readonly findings: readonly Finding[];
}

function hasSameItems(one: FindingListProps, other: FindingListProps): boolean {
  return (
    one.actions === other.actions &&
    one.findings.length === other.findings.length &&
    one.findings.every((finding, at) => finding === other.findings[at])
  );
}

/** Written again only where one of its findings says something else. */
export const FindingList = memo(function FindingList({ findings, actions }: FindingListProps) {
  const shown = findings.filter(({ severity }) => severity !== 'unfilled');
  const gaps = findings.filter(({ severity }) => severity === 'unfilled');
  const [firstGap] = gaps;
  return (
    <ul className={styles.list}>
      {shown.map((finding) => (
        <FindingItem key={finding.key} finding={finding} actions={actions} />
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
}, hasSameItems);

/** Written again only where the finding itself says something else. */
const FindingItem = memo(function FindingItem({ finding, actions }: FindingButtonsProps) {
  return (
    <li className={styles.finding} data-severity={finding.severity}>
      <FindingText finding={finding} />
      <FindingButtons finding={finding} actions={actions} />
    </li>
  );
});

function gapText(gaps: readonly Finding[]): string {
  const cells = gaps.filter((gap) => gap.cells.length > 0);
  const words = gaps.filter((gap) => gap.cells.length === 0).map(({ problem }) => problem);
  const count = countFindings(cells).unfilled;
  return [...words, ...(count > 0 ? [`还有 ${count} 格空白`] : [])].join('；');
}

/** The cells that take part name this text as their description. */
function FindingText({ finding }: { readonly finding: Finding }) {
  return (
    <p id={noteId(finding)}>
      <strong className={styles.severity}>{SEVERITY_NAMES[finding.severity]}</strong>
      {finding.problem}。<span className={styles.advice}>{finding.advice}</span>
      <small className={styles.rule}>{finding.rule}</small>
    </p>
  );
}

interface FindingButtonsProps {
  readonly finding: Finding;
  readonly actions: FindingActions;
}

function FindingButtons({ finding, actions }: FindingButtonsProps) {
  const [isSettling, setSettling] = useState(false);
  const how = settling(finding);
  if (isSettling) {
    return (
      <SettleForm
        rule={finding.rule}
        onSettle={(text) => actions.onSettle(finding, text)}
        onCancel={() => setSettling(false)}
      />
    );
  }
  return (
    <p className={styles.buttons} data-screen-only>
      <button type="button" data-quiet onClick={() => actions.onGo(finding)}>
        去改
      </button>
      {finding.fix ? (
        <button type="button" data-quiet onClick={() => actions.onFix(finding)}>
          {finding.fix.label}
        </button>
      ) : null}
      {how === 'explain' ? (
        <button type="button" data-quiet onClick={() => setSettling(true)}>
          说明理由
        </button>
      ) : null}
      {how === 'putAside' ? (
        <button type="button" data-quiet onClick={() => actions.onSettle(finding, '')}>
          不再提示
        </button>
      ) : null}
    </p>
  );
}
