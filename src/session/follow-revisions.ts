/**
 * What happens here when another window stores the draft: its later revision is shown. Typing that
 * waits here is written first; what the storage refused here is set aside before it gives way.
 */
import type { Draft } from '../drafts/draft.ts';
import { STORAGE_REFUSED } from '../drafts/draft-repository.ts';
import { editBetween } from '../report/edit.ts';
import { NO_HISTORY } from '../report/history.ts';
import type { DraftCore } from './draft-core.ts';
import { savingOf } from './saver.ts';

/** Gives what shows a later revision that another window has stored. */
export function createFollower(core: DraftCore): (draft: Draft) => void {
  const { tools, saver, derivedAfter } = core;
  const { getState, update } = core.store;

  function show(draft: Draft): void {
    const { draft: own, saving } = getState();
    if (draft.revision <= own.revision) return;
    const isAlike = JSON.stringify(draft.raw) === JSON.stringify(own.raw);
    if (saver.isWaiting()) saver.now();
    else if (saving.state !== 'failed' || isAlike) replaceBy(draft);
    else void giveWay(draft);
  }

  function replaceBy(draft: Draft): void {
    const { place, raw } = getState().draft;
    const edit = editBetween(raw, draft.raw);
    const derived = derivedAfter(draft, edit);
    const saving = savingOf(draft, tools.keeping);
    const shown = { draft: { ...draft, place }, edited: edit.cells, history: NO_HISTORY, saving };
    if (derived) update({ ...shown, ...derived });
    core.checkWordsSoon();
  }

  /** What was refused here gives way to what another window stored, once it is kept elsewhere. */
  async function giveWay(draft: Draft): Promise<void> {
    const { draft: own, saving } = getState();
    const isKept = await tools.keeping?.setAside(own);
    const now = getState();
    if (now.draft !== own || now.saving.state !== 'failed') return show(draft);
    if (isKept) {
      replaceBy(draft);
      update({ statusMessage: '已换成另一个窗口存下的内容，这里没有存下的修改在历史版本里' });
    } else if (saving.state === 'failed') {
      // The second copy is the other window's from now on.
      update({ saving: { ...saving, failure: STORAGE_REFUSED, isCopied: false } });
    }
  }

  return show;
}
