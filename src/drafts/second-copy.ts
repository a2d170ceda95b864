/**
 * The second copy of every draft, in the browser's database: what the first storage has not yet put
 * on the disk, or has lost, comes back from here. The higher revision wins.
 *
 * 1. A copy is never replaced by an older one.
 * 2. What is read is parsed; a copy that cannot be read is left where it is.
 * 3. It is known of every draft whether its copy is there: after the database was lost it is not,
 *    until it has been made again.
 */
import * as z from 'zod/mini';
import type { Draft } from './draft.ts';
import { readRecord, recordOf, WRITTEN_BY_NEWER } from './draft-record.ts';
import type { DraftRepository } from './draft-repository.ts';
import type { Shelf } from './draft-slots.ts';
import { readEach, type Vault } from './vault.ts';

/** The second copies of all drafts, in the browser's database. */
export interface SecondCopy {
  /** Puts a draft on the disk; false where that was not possible. */
  readonly put: (draft: Draft, shelf?: Shelf) => Promise<boolean>;
  /** Lets the copy of a draft go; where that is not possible it stays. */
  readonly forget: (id: string) => Promise<void>;
  readonly all: () => Promise<readonly CopiedDraft[]>;
  /** True where the copy of a draft is known to be as it is here. */
  readonly has: (draft: Draft, shelf: Shelf) => boolean;
  /** The drafts whose copy could not be made or was lost, by id; none that is only on its way. */
  readonly missing: MissingCopies;
}

/** A store of the ids of drafts without a second copy. */
export interface MissingCopies {
  readonly getState: () => ReadonlySet<string>;
  readonly subscribe: (listener: () => void) => () => void;
}

/** A draft as its second copy has it, and where it is kept. */
export interface CopiedDraft {
  readonly draft: Draft;
  readonly shelf: Shelf;
}

const copySchema = z.object({
  id: z.string(),
  shelf: z.enum(['draft', 'bin']),
  revision: z.int(),
  text: z.string(),
});

interface Waiting {
  readonly draft: Draft;
  readonly shelf: Shelf;
  readonly answers: ((isSafe: boolean) => void)[];
}

function copiedDraft(value: unknown): readonly CopiedDraft[] {
  const copy = copySchema.safeParse(value);
  if (!copy.success) return [];
  const draft = readRecord(copy.data.text);
  return draft.ok ? [{ draft: draft.value, shelf: copy.data.shelf }] : [];
}

/** How a copy stands in the database. */
interface CopyMark {
  readonly revision: number;
  readonly shelf: Shelf;
  /** Its text, where this window wrote it: that need not be read to know it. */
  readonly text?: string;
}

/** What is known of the copies: which are there, and which are missing. */
interface CopyStatus {
  readonly missing: MissingCopies;
  readonly markOf: (id: string) => CopyMark | undefined;
  readonly isWanted: (id: string, revision: number) => void;
  readonly isThere: (id: string, mark: CopyMark) => void;
  readonly isMissing: (id: string) => void;
  readonly isForgotten: (id: string) => void;
  readonly areLost: () => void;
}

function createCopyStatus(): CopyStatus {
  const there = new Map<string, CopyMark>();
  const wanted = new Map<string, number>();
  const listeners = new Set<() => void>();
  let missing: ReadonlySet<string> = new Set();

  function setMissing(ids: readonly string[]): void {
    missing = new Set(ids);
    for (const listener of listeners) listener();
  }
  function isNoLongerMissing(id: string): void {
    if (missing.has(id)) setMissing([...missing].filter((one) => one !== id));
  }

  return {
    missing: {
      getState: () => missing,
      subscribe: (listener) => {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    },
    markOf: (id) => there.get(id),
    isWanted: (id, revision) => void wanted.set(id, Math.max(revision, wanted.get(id) ?? 0)),
    isThere: (id, mark) => {
      there.set(id, mark);
      // What was asked for long ago may arrive after something later was refused.
      if (mark.revision >= (wanted.get(id) ?? 0)) isNoLongerMissing(id);
    },
    isMissing: (id) => {
      if (!missing.has(id)) setMissing([...missing, id]);
    },
    isForgotten: (id) => {
      there.delete(id);
      wanted.delete(id);
      isNoLongerMissing(id);
    },
    areLost: () => {
      setMissing([...missing, ...there.keys()]);
      there.clear();
    },
  };
}

/**
 * The mark of what is kept already where that is later, of the same revision and yet another text, or
 * such that only a newer program can read it.
 */
function betterThan(value: unknown, draft: Draft, known: CopyMark | undefined) {
  const copy = copySchema.safeParse(value);
  if (!copy.success) return undefined;
  const { revision, shelf, text } = copy.data;
  const mark = { revision, shelf };
  if (text === known?.text) return revision > draft.revision ? mark : undefined;
  const kept = readRecord(text);
  const isLater = kept.ok
    ? kept.value.revision >= draft.revision && text !== recordOf(draft)
    : kept.failure.problem === WRITTEN_BY_NEWER;
  return isLater ? mark : undefined;
}

async function write(
  vault: Vault,
  { draft, shelf }: CopiedDraft,
  copyStatus: CopyStatus,
): Promise<boolean> {
  const { id, revision } = draft;
  const copy = { id, shelf, revision, text: recordOf(draft) };
  let better: CopyMark | undefined;
  copyStatus.isWanted(id, revision);
  try {
    // Looked at and written in one transaction: two would double the time until it is on the disk.
    await vault.run<unknown>('copies', 'readwrite', (store) => {
      const known = store.get(id);
      known.addEventListener('success', () => {
        better = betterThan(known.result, draft, copyStatus.markOf(id));
        if (!better) store.put(copy);
      });
      // Heard also where it took longer than anybody waits.
      store.transaction.addEventListener('complete', () => {
        if (better?.revision === revision) copyStatus.isMissing(id);
        else copyStatus.isThere(id, better ?? copy);
      });
      return known;
    });
    return !better;
  } catch {
    copyStatus.isMissing(id);
    return false;
  }
}

/** Second copies in a vault. While one of a draft is written, only the latest of the next waits. */
export function createSecondCopy(vault: Vault): SecondCopy {
  const writing = new Set<string>();
  const waiting = new Map<string, Waiting>();
  const copyStatus = createCopyStatus();
  /** Copies that were to go when the database did not let them. */
  const unwanted = new Set<string>();
  vault.listen((event) => {
    if (event === 'lost') copyStatus.areLost();
  });

  async function work(id: string): Promise<void> {
    if (writing.has(id)) return;
    writing.add(id);
    for (let next = waiting.get(id); next; next = waiting.get(id)) {
      waiting.delete(id);
      const isSafe = await write(vault, next, copyStatus);
      for (const answer of next.answers) answer(isSafe);
    }
    writing.delete(id);
  }

  async function forget(id: string): Promise<void> {
    copyStatus.isForgotten(id);
    unwanted.add(id);
    try {
      await vault.run('copies', 'readwrite', (store) => store.delete(id));
      unwanted.delete(id);
    } catch {
      // Left for the next time all are read; a later start would find it in the bin.
    }
  }

  async function all(): Promise<readonly CopiedDraft[]> {
    try {
      for (const id of [...unwanted]) await forget(id);
      const values = await readEach(vault, 'copies', (store) => store.getAllKeys());
      const copies = values.flatMap(copiedDraft).filter(({ draft }) => !unwanted.has(draft.id));
      for (const { draft, shelf } of copies) {
        const mark = copyStatus.markOf(draft.id);
        const isKnown = mark && mark.revision >= draft.revision;
        if (!isKnown) copyStatus.isThere(draft.id, { revision: draft.revision, shelf });
      }
      return copies;
    } catch {
      return [];
    }
  }

  return {
    put: (draft, shelf = 'draft') =>
      new Promise((resolve) => {
        const before = waiting.get(draft.id);
        const isLater = before && before.draft.revision > draft.revision;
        const latest = isLater ? before : { draft, shelf };
        unwanted.delete(draft.id);
        waiting.set(draft.id, { ...latest, answers: [...(before?.answers ?? []), resolve] });
        void work(draft.id);
      }),
    forget,
    all,
    has: (draft, shelf) => {
      const mark = copyStatus.markOf(draft.id);
      return mark !== undefined && mark.revision >= draft.revision && mark.shelf === shelf;
    },
    missing: copyStatus.missing,
  };
}

/** Brings back what the repository has lost or has only in an older revision; gives what came back. */
export async function recover(
  repository: DraftRepository,
  secondCopy: SecondCopy,
): Promise<readonly Draft[]> {
  const copies = await secondCopy.all();
  const lost = copies.filter(({ draft }) => draft.revision > repository.revisionOf(draft.id));
  for (const { draft, shelf } of lost) repository.adopt(draft, shelf);
  return lost.flatMap(({ draft, shelf }) => (shelf === 'draft' ? [draft] : []));
}

/** Makes the copies that are not there, one after the other: of every draft and of what is in the bin. */
export async function copyAgain(
  repository: DraftRepository,
  secondCopy: SecondCopy,
): Promise<void> {
  const shelves = { draft: repository.list(), bin: repository.bin() } as const;
  for (const shelf of ['draft', 'bin'] as const) {
    for (const stored of shelves[shelf]) {
      if (stored.state !== 'readable' || secondCopy.has(stored.draft, shelf)) continue;
      await secondCopy.put(stored.draft, shelf);
    }
  }
}

/**
 * Holds both storages together whenever the database is back: what the first has lost comes back,
 * what the second has lost is copied again. Never twice at a time, so that a database that goes
 * again meanwhile starts no circle.
 */
export function syncStorages(
  vault: Vault,
  repository: DraftRepository,
  secondCopy: SecondCopy,
): void {
  let isUnderWay = false;
  vault.listen(async (event) => {
    if (event !== 'back' || isUnderWay) return;
    isUnderWay = true;
    try {
      await recover(repository, secondCopy);
      await copyAgain(repository, secondCopy);
    } finally {
      isUnderWay = false;
    }
  });
}
