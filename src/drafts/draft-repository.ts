/**
 * Drafts in a key–value storage. Each draft has two slots, written in turn, so that the last good
 * copy stays until the new one has been read back; of two readable slots the higher revision counts.
 *
 *   nianbaotong/draft/<id>/a | b     drafts
 *   nianbaotong/bin/<id>/a | b       deleted ones
 *   nianbaotong/kept/<id>/<slot>     text of a slot that could not be read, before it was reused
 *
 * 1. Nothing is said to be saved that was not read back equal.
 * 2. Text that cannot be read is kept, listed, and offered; never overwritten.
 */
import { failure, type Result, success } from '../report/result.ts';
import type { Draft } from './draft.ts';
import { readRecord, writeRecord } from './draft-record.ts';

/** What is asked of a storage; every member may throw. */
export interface StoragePort {
  readonly getItem: (key: string) => string | null;
  readonly setItem: (key: string, text: string) => void;
  readonly removeItem: (key: string) => void;
  readonly keys: () => readonly string[];
}

export type StoredDraft =
  | { readonly state: 'readable'; readonly draft: Draft }
  | { readonly state: 'unreadable'; readonly id: string; readonly reason: string };

export interface DraftRepository {
  /** Drafts, last saved first. */
  readonly list: () => readonly StoredDraft[];
  readonly load: (id: string) => Result<Draft>;
  /** Stores a draft as its next revision; gives it as stored. On failure the stored one stands. */
  readonly save: (draft: Draft) => Result<Draft>;
  /** Moves a draft to the bin, from which it can come back. */
  readonly remove: (id: string) => Result<void>;
  readonly restore: (id: string) => Result<void>;
  readonly bin: () => readonly StoredDraft[];
  /** The stored text of a draft, for rescue of what cannot be read. */
  readonly rawText: (id: string) => string | undefined;
}

type Shelf = 'draft' | 'bin';

const SLOTS = ['a', 'b'] as const;
const STORAGE_REFUSED = failure(
  '浏览器不让保存，刚才的修改还没有存下',
  '导出 JSON 文件保存；再删除不用的草稿，或检查浏览器的隐私设置。',
);

function keyOf(shelf: Shelf, id: string, slot: string): string {
  return `nianbaotong/${shelf}/${id}/${slot}`;
}

/** Reading is allowed to fail: storage may be blocked altogether. */
function read(storage: StoragePort, key: string): string | undefined {
  try {
    return storage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

interface Slot {
  readonly key: string;
  readonly text: string | undefined;
  readonly draft: Result<Draft> | undefined;
}

function slotsOf(storage: StoragePort, shelf: Shelf, id: string): readonly Slot[] {
  return SLOTS.map((slot) => {
    const key = keyOf(shelf, id, slot);
    const text = read(storage, key);
    return { key, text, draft: text === undefined ? undefined : readRecord(text) };
  });
}

/** The readable copy with the higher revision. */
function newest(slots: readonly Slot[]): Draft | undefined {
  return slots
    .flatMap(({ draft }) => (draft?.ok ? [draft.value] : []))
    .reduce<Draft | undefined>(
      (best, draft) => (!best || draft.revision > best.revision ? draft : best),
      undefined,
    );
}

function storedIn(storage: StoragePort, shelf: Shelf, id: string): StoredDraft {
  const slots = slotsOf(storage, shelf, id);
  const draft = newest(slots);
  if (draft) return { state: 'readable', draft };
  const broken = slots.find((slot) => slot.draft && !slot.draft.ok)?.draft;
  return { state: 'unreadable', id, reason: broken && !broken.ok ? broken.failure.problem : '' };
}

function idsOn(storage: StoragePort, shelf: Shelf): readonly string[] {
  const prefix = `nianbaotong/${shelf}/`;
  try {
    const keys = storage.keys().filter((key) => key.startsWith(prefix));
    return [...new Set(keys.map((key) => key.slice(prefix.length, key.lastIndexOf('/'))))];
  } catch {
    return [];
  }
}

function listOn(storage: StoragePort, shelf: Shelf): readonly StoredDraft[] {
  const savedAt = (one: StoredDraft) => (one.state === 'readable' ? one.draft.savedAt : '');
  return idsOn(storage, shelf)
    .map((id) => storedIn(storage, shelf, id))
    .sort((one, other) => savedAt(other).localeCompare(savedAt(one)));
}

/** The slot to write: never the one that holds the best copy. */
function slotToWrite(slots: readonly Slot[]): Slot | undefined {
  const best = newest(slots);
  return slots.find(({ draft }) => !(draft?.ok && draft.value === best));
}

/** Puts the text of an unreadable slot aside; true where nothing stands in the way of reusing it. */
function setAside(storage: StoragePort, { key, text, draft }: Slot): boolean {
  if (text === undefined || draft?.ok) return true;
  return put(storage, key.replace('/draft/', '/kept/'), text);
}

function put(storage: StoragePort, key: string, text: string): boolean {
  try {
    storage.setItem(key, text);
    return storage.getItem(key) === text;
  } catch {
    return false;
  }
}

function move(storage: StoragePort, id: string, from: Shelf, to: Shelf): Result<void> {
  const slots = slotsOf(storage, from, id).filter(({ text }) => text !== undefined);
  const copied = slots.every(({ key, text }) =>
    put(storage, keyOf(to, id, key.slice(key.lastIndexOf('/') + 1)), text ?? ''),
  );
  if (!copied) return STORAGE_REFUSED;
  for (const { key } of slots) storage.removeItem(key);
  return success(undefined);
}

/** The drafts in a storage; `now` gives the ISO time shown as 最后保存. */
export function createDraftRepository(storage: StoragePort, now: () => string): DraftRepository {
  return {
    list: () => listOn(storage, 'draft'),
    bin: () => listOn(storage, 'bin'),
    load: (id) => {
      const stored = storedIn(storage, 'draft', id);
      if (stored.state === 'readable') return success(stored.draft);
      return failure(stored.reason || '这份草稿不在这台电脑上', '回到首页，从草稿列表里打开。');
    },
    save: (draft) => {
      const slots = slotsOf(storage, 'draft', draft.id);
      const slot = slotToWrite(slots);
      const revision = Math.max(draft.revision, newest(slots)?.revision ?? 0) + 1;
      const next: Draft = { ...draft, revision, savedAt: now() };
      const isSaved = slot && setAside(storage, slot) && put(storage, slot.key, writeRecord(next));
      return isSaved ? success(next) : STORAGE_REFUSED;
    },
    remove: (id) => move(storage, id, 'draft', 'bin'),
    restore: (id) => move(storage, id, 'bin', 'draft'),
    rawText: (id) =>
      SLOTS.map((slot) => read(storage, keyOf('draft', id, slot)))
        .filter((text) => text !== undefined)
        .join('\n') || undefined,
  };
}
