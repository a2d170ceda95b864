/** The drafts the desk lists, and what is done to one of them there; a refusal is told at the desk. */
import { useCallback, useEffect, useState } from 'react';
import type { StoredDraft } from '../drafts/draft-repository.ts';
import type { Services } from '../ports/services.ts';
import type { Failure, Result } from '../report/result.ts';
import type { DeskActions } from './desk.tsx';

/** The drafts of the desk with what went wrong last. */
interface DeskDrafts {
  readonly stored: readonly StoredDraft[];
  readonly bin: readonly StoredDraft[];
  readonly failures: readonly Failure[];
  readonly refresh: () => void;
  /** Tells these failures and no others. */
  readonly setFailures: (failures: readonly Failure[]) => void;
  readonly addFailure: (failure: Failure) => void;
  readonly actions: Pick<DeskActions, 'onDelete' | 'onRestore' | 'onErase' | 'onRescue'>;
}

/** Lists the drafts, and again whenever a second copy has come back. */
export function useDeskDrafts({ repository, recovered, saveFile }: Services): DeskDrafts {
  const [stored, setStored] = useState(() => repository.list());
  const [bin, setBin] = useState(() => repository.bin());
  const [failures, setFailures] = useState<readonly Failure[]>([]);
  const refresh = useCallback(() => {
    setStored(repository.list());
    setBin(repository.bin());
  }, [repository]);
  // Second copies may come back while the desk is looked at.
  useEffect(() => recovered.subscribe(refresh), [recovered, refresh]);

  const finish = (done: Result<unknown>): boolean => {
    setFailures(done.ok ? [] : [done.failure]);
    refresh();
    return done.ok;
  };
  const actions = {
    onDelete: (id: string) => finish(repository.remove(id)),
    onRestore: (id: string) => void finish(repository.restore(id)),
    onErase: async (id: string) => void finish(await repository.erase(id)),
    onRescue: (id: string) => {
      const content = repository.rawText(id) ?? '';
      saveFile({ name: `草稿原文_${id}.txt`, mime: 'text/plain', content });
    },
  };
  const addFailure = (failure: Failure) => setFailures((before) => [...before, failure]);
  return { stored, bin, failures, refresh, setFailures, addFailure, actions };
}
