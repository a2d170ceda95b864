/** Open drafts for tests: kept nowhere, their later work run when the test says so. */

import { STATUTORY_FORMATS } from '../formats/registry.ts';
import type { RawReport } from '../report/raw-report.ts';
import { type OpenDraft, openDraft } from '../session/open-draft.ts';

/** A draft open for work, stored nowhere. */
export function openedDraft(raw: RawReport): OpenDraft {
  const draft = { id: 'one', revision: 1, savedAt: '', raw, place: '' };
  const opened = openDraft(draft, {
    formats: STATUTORY_FORMATS,
    keeping: undefined,
    later: () => () => undefined,
    soon: () => undefined,
    now: () => '2026-01-20T08:00:00Z',
  });
  if (!opened.ok) throw new Error(opened.failure.problem);
  return opened.value;
}
