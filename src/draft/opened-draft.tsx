/** Opens the draft or sample of an address and keeps it saved while it is open. */
import { useEffect, useState } from 'react';
import { DESK, hashOf, type Route } from '../ports/route.ts';
import type { Services } from '../ports/services.ts';
import type { HistoryStep } from '../report/history.ts';
import type { Result } from '../report/result.ts';
import { failure } from '../report/result.ts';
import { lockRefusal } from '../report/status.ts';
import { sampleDraft } from '../samples/sample-drafts.ts';
import type { OpenDraftState } from '../session/draft-state.ts';
import { type OpenDraft, openDraft } from '../session/open-draft.ts';
import type { PendingUpdates } from '../session/pending-updates.ts';
import { FailureScreen } from '../ui/failure-screen.tsx';
import { DraftScreen } from './draft-screen.tsx';
import { useWriterLock } from './use-writer-lock.ts';

type DraftRoute = Extract<Route, { id: string }>;

function wasRecovered(id: string, { recovered }: Services): boolean {
  return recovered.getState().some((draft) => draft.id === id);
}

/** What is locked is not taken back by 撤销; the version before is kept all the same. */
function updatedWords({ after }: HistoryStep): string {
  return lockRefusal(after) ? '已用文件更新，更新以前的样子在历史版本里' : '已用文件更新，可以撤销';
}

const loadTextCheck = async () => (await import('../checks/check-all.ts')).checkText;

function open(
  { at, id }: DraftRoute,
  services: Services,
  done: HistoryStep | undefined,
): Result<OpenDraft> {
  const { formats, later, soon, now, repository } = services;
  if (at === 'sample') {
    const draft = sampleDraft(id);
    if (!draft) return failure('没有这个示例', '回到首页重新选择。');
    return openDraft(draft, { formats, later, soon, now, keeping: undefined, loadTextCheck });
  }
  const loaded = repository.load(id);
  if (!loaded.ok) return loaded;
  const recovered = wasRecovered(id, services) ? '最后的修改已从备用副本找回' : undefined;
  const said = done ? updatedWords(done) : recovered;
  return openDraft(loaded.value, {
    formats,
    later,
    soon,
    now,
    keeping: repository,
    loadTextCheck,
    statusMessage: said,
    done,
  });
}

/** True where leaving the page would lose something: a copy that was made may be gone again. */
function isAtRisk({ saving, draft }: OpenDraftState, { missingCopies }: Services): boolean {
  if (saving.state !== 'failed') return false;
  return !saving.isCopied || missingCopies.getState().has(draft.id);
}

interface OpenedDraftProps {
  readonly route: DraftRoute;
  readonly services: Services;
  readonly pendingUpdates: PendingUpdates;
}

export function OpenedDraft({ route, services, pendingUpdates }: OpenedDraftProps) {
  const [opened] = useState(() => open(route, services, pendingUpdates.get(route.id)));
  const takeOver = useWriterLock(opened.ok ? opened.value : undefined, services);
  useEffect(() => {
    if (!opened.ok) return undefined;
    const { flush, getState } = opened.value;
    pendingUpdates.delete(getState().draft.id);
    if (route.at === 'draft') void services.restorePoints.add(getState().draft, 'opened');
    const stopFlushing = services.onLeave(flush);
    const stopWarning = services.warnWhile(() => isAtRisk(getState(), services));
    return () => {
      flush();
      stopFlushing();
      stopWarning();
    };
  }, [opened, route.at, services, pendingUpdates]);
  if (!opened.ok) return <FailureScreen failure={opened.failure} deskHref={hashOf(DESK)} />;
  const hrefOf = (place: string) => hashOf({ ...route, place });
  return (
    <DraftScreen
      open={opened.value}
      place={route.place}
      services={services}
      hrefOf={hrefOf}
      onTakeOver={takeOver}
      onGo={(place) => {
        window.location.hash = hrefOf(place);
      }}
    />
  );
}
