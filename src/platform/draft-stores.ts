/**
 * The drafts of this browser: storage, second copy and restore points put together. Nothing else knows
 * all three.
 */
import type { Draft } from '../drafts/draft.ts';
import { createDraftRepository } from '../drafts/draft-repository.ts';
import { createRestorePoints } from '../drafts/restore-points.ts';
import { copyAgain, createSecondCopy, recover, syncStorages } from '../drafts/second-copy.ts';
import { openVault } from '../drafts/vault.ts';
import { createValueStore } from '../ui/store.ts';
import { later, now } from './clock.ts';
import { onStored, storage } from './storage.ts';

const vault = openVault(() => window.indexedDB, later);
export const secondCopy = createSecondCopy(vault);
export const restorePoints = createRestorePoints(vault, now);
export const repository = createDraftRepository(storage, now, {
  copy: secondCopy.put,
  copies: secondCopy.all,
  forget: async (id) => {
    await Promise.all([secondCopy.forget(id), restorePoints.forget(id)]);
  },
  setAside: (draft) => restorePoints.add(draft, 'setAside'),
});
syncStorages(vault, repository, secondCopy);

/** What came back from second copies; where they are slow to read, the desk shows it once it is here. */
export const recovered = createValueStore<readonly Draft[]>([]);

/** How long one waits for all second copies: also where each is answered, but slowly. */
const PATIENCE = 2000;

/** Takes in what second copies know better; goes on without where that takes long. */
export function recoverInTime(): Promise<void> {
  const silence = new Promise<void>((resolve) => later(resolve, PATIENCE));
  const recovering = recover(repository, secondCopy).then((drafts) => {
    if (drafts.length > 0) recovered.set(drafts);
  });
  void recovering.then(() => copyAgain(repository, secondCopy));
  return Promise.race([recovering, silence]);
}

/** Emptied by another page while this one is open: all that is not open here comes back as well. */
export function recoverWhenEmptied(): void {
  onStored((key) => key === null && void recover(repository, secondCopy));
}
