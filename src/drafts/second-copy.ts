/**
 * The second copy of every draft, in the browser's database: what the first storage has not yet put
 * on the disk, or has lost, comes back from here. The higher revision wins.
 *
 * 1. A copy is never replaced by an older one.
 * 2. What is read is parsed; a copy that cannot be read is left where it is.
 */
import * as z from 'zod/mini';
import type { Draft } from './draft.ts';
import { readRecord, recordOf, WRITTEN_BY_NEWER } from './draft-record.ts';
import type { DraftRepository } from './draft-repository.ts';
import type { Shelf } from './draft-slots.ts';
import type { Vault } from './vault.ts';

export interface SecondCopy {
  /** Puts a draft on the disk; false where that was not possible. */
  readonly put: (draft: Draft, shelf?: Shelf) => Promise<boolean>;
  /** Lets the copy of a draft go; where that is not possible it stays. */
  readonly forget: (id: string) => Promise<void>;
  readonly all: () => Promise<readonly CopiedDraft[]>;
}

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

/**
 * True where a later revision is kept already, or one that only a newer program can read. What this
 * window wrote last need not be read to know it.
 */
function isBetter(value: unknown, draft: Draft, lastText: string | undefined): boolean {
  const copy = copySchema.safeParse(value);
  if (!copy.success) return false;
  if (copy.data.text === lastText) return copy.data.revision > draft.revision;
  const kept = readRecord(copy.data.text);
  if (kept.ok) return kept.value.revision >= draft.revision && copy.data.text !== recordOf(draft);
  return kept.failure.problem === WRITTEN_BY_NEWER;
}

async function write(
  vault: Vault,
  { draft, shelf }: CopiedDraft,
  written: Map<string, string>,
): Promise<boolean> {
  const copy = { id: draft.id, shelf, revision: draft.revision, text: recordOf(draft) };
  let isWritten = false;
  try {
    // Looked at and written in one transaction: two would double the time until it is on the disk.
    await vault.run<unknown>('copies', 'readwrite', (store) => {
      const known = store.get(draft.id);
      known.addEventListener('success', () => {
        isWritten = !isBetter(known.result, draft, written.get(draft.id));
        if (isWritten) store.put(copy);
      });
      return known;
    });
    if (isWritten) written.set(draft.id, copy.text);
    return isWritten;
  } catch {
    return false;
  }
}

/** Second copies in a vault. While one of a draft is written, only the latest of the next waits. */
export function createSecondCopy(vault: Vault): SecondCopy {
  const writing = new Set<string>();
  const waiting = new Map<string, Waiting>();
  const written = new Map<string, string>();

  async function work(id: string): Promise<void> {
    if (writing.has(id)) return;
    writing.add(id);
    for (let next = waiting.get(id); next; next = waiting.get(id)) {
      waiting.delete(id);
      const isSafe = await write(vault, next, written);
      for (const answer of next.answers) answer(isSafe);
    }
    writing.delete(id);
  }

  return {
    put: (draft, shelf = 'draft') =>
      new Promise((resolve) => {
        const answers = [...(waiting.get(draft.id)?.answers ?? []), resolve];
        waiting.set(draft.id, { draft, shelf, answers });
        void work(draft.id);
      }),
    forget: async (id) => {
      try {
        await vault.run('copies', 'readwrite', (store) => store.delete(id));
      } catch {
        // A database that cannot be written brings the draft back into the bin, which harms nobody.
      }
    },
    all: async () => {
      try {
        const values = await vault.run<unknown[]>('copies', 'readonly', (store) => store.getAll());
        return values.flatMap(copiedDraft);
      } catch {
        return [];
      }
    },
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
