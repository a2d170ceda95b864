/** Says that the report is locked as it stands, and offers the step after which it is edited again. */

import { PREVIEW_PAGE } from '../ports/page-of-place.ts';
import type { Services } from '../ports/services.ts';
import { lockRefusal, unlockingStep } from '../report/status.ts';
import { stepsOf } from '../review/use-review.ts';
import type { OpenDraft } from '../session/open-draft.ts';
import { useStore } from '../ui/store.ts';
import styles from './watching-bar.module.css';

interface LockBarProps {
  readonly open: OpenDraft;
  readonly page: string;
  readonly services: Pick<Services, 'now' | 'restorePoints'>;
}

/** Nothing where a note says it already: a correction is begun with name and reason, on its own page. */
export function LockBar({ open, page, services: { now, restorePoints } }: LockBarProps) {
  const refusal = useStore(open, ({ draft }) => lockRefusal(draft.raw));
  const step = useStore(open, ({ draft }) => unlockingStep(draft.raw));
  const isWriting = useStore(open, (state) => state.isWriting);
  if (!step || step.needs.length > 0) return null;
  const take = stepsOf(open, '', now, (state) => {
    void restorePoints.add(open.getState().draft, state);
  });
  return (
    <p className={styles.bar} data-screen-only>
      {refusal}
      {isWriting && page !== PREVIEW_PAGE ? (
        <button type="button" onClick={() => take(step, { name: '', left: 0 })}>
          {step.label}
        </button>
      ) : null}
    </p>
  );
}
