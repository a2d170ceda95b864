/** Puts into storage what the clerk decided on an arrival, with the versions that are kept beside it. */
import type { Draft } from '../drafts/draft.ts';
import type { Services } from '../ports/services.ts';
import type { RawReport } from '../report/raw-report.ts';
import type { PendingUpdates } from '../session/pending-updates.ts';
import { updatedDraft } from './arrivals.ts';

/** A report as a draft of its own; gives the draft. */
export function storeNewDraft(services: Services, raw: RawReport, isFile: boolean): Draft {
  const { repository, restorePoints, newId, now } = services;
  const draft = { id: newId(), revision: 0, savedAt: now(), raw, place: '' };
  // A refusal is told where the work goes on: the draft is held in memory.
  repository.save(draft);
  if (isFile) void restorePoints.add(draft, 'imported');
  return draft;
}

/** A draft updated by a file, undone where it is opened; gives the draft. */
export async function storeUpdate(
  services: Services,
  pendingUpdates: PendingUpdates,
  existing: Draft,
  merged: RawReport,
): Promise<Draft> {
  const { repository, restorePoints, now } = services;
  const isKept = await restorePoints.add(existing, 'beforeUpdate');
  // What another window could not store is in the second copy alone: it is set aside, not replaced.
  await services.recover();
  const { draft, step } = updatedDraft(existing, merged, now());
  const saved = repository.save(draft);
  const imported = restorePoints.add(saved.ok ? saved.value : draft, 'imported');
  // A database that did not take the first is not waited for a second time.
  if (isKept) await imported;
  pendingUpdates.set(existing.id, step);
  return draft;
}
