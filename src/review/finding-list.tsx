/** Findings as a list one can act on: go to the place, apply the fix, say why it is right as it is. */
import { memo, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { type Finding, findingsBySection } from '../checks/finding.ts';
import { type ReadableStore, usePainted } from '../ui/store.ts';
import styles from './finding-list.module.css';
import { createFindingPainter } from './finding-painter.ts';
import { SettleForm } from './settle-form.tsx';

export interface FindingActions {
  readonly onGo: (finding: Finding) => void;
  readonly onFix: (finding: Finding) => void;
  /** Explains a finding, or puts it aside where there are no words. */
  readonly onSettle: (finding: Finding, text: string) => void;
  readonly onReopen: (finding: Finding) => void;
}

/** Where the findings stand as they are now. */
interface FindingsNow {
  readonly findings: readonly Finding[];
}

interface FindingListProps {
  readonly actions: FindingActions;
  readonly open: ReadableStore<FindingsNow>;
  /** The section whose findings are listed. */
  readonly section: string;
}

/** A finding that is being explained, and where in the list. */
interface Explaining {
  readonly finding: Finding;
  readonly place: HTMLElement;
}

const NONE: readonly Finding[] = [];

/** The finding as its figures are now: a reason is given for what is seen. */
function asItStands({ key }: Finding, { findings }: FindingsNow): Finding | undefined {
  return findings.find((finding) => finding.key === key);
}

export const FindingList = memo(function FindingList({ actions, open, section }: FindingListProps) {
  const [explaining, setExplaining] = useState<readonly Explaining[]>([]);
  const without = (key: string) => (now: readonly Explaining[]) =>
    now.filter(({ finding }) => finding.key !== key);
  const [painter] = useState(() => createFindingPainter((key) => setExplaining(without(key))));
  const list = usePainted(
    open,
    ({ findings }: FindingsNow) => findingsBySection(findings).get(section) ?? NONE,
    painter.paint,
  );
  useEffect(() => {
    const act = ({ target }: Event) => {
      const asked = painter.askedAt(target);
      if (!asked) return;
      const { deed, finding } = asked;
      if (deed === 'go') actions.onGo(finding);
      else if (deed === 'fix') actions.onFix(finding);
      else if (deed === 'putAside') actions.onSettle(finding, '');
      else setExplaining((now) => [...now, { finding, place: painter.openForm(finding) }]);
    };
    const element = list.current;
    element?.addEventListener('click', act);
    return () => element?.removeEventListener('click', act);
  }, [actions, painter, list]);
  const close = ({ key }: Finding) => {
    setExplaining(without(key));
    painter.closeForm(key);
  };
  const settle = (finding: Finding, text: string) => {
    const now = asItStands(finding, open.getState());
    close(finding);
    if (now) actions.onSettle(now, text);
  };
  return (
    <>
      <ul ref={list} className={styles.list} />
      {explaining.map(({ finding, place }) =>
        createPortal(
          <SettleForm
            rule={finding.rule}
            onSettle={(text) => settle(finding, text)}
            onCancel={() => close(finding)}
          />,
          place,
          finding.key,
        ),
      )}
    </>
  );
});
