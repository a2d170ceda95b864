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
 * 3. What the storage refuses is held in memory, so that work can go on, and is told as unsaved.
 * 4. Every draft that is stored or refused is handed to a second copy.
 * 5. The bin keeps what is in it until the clerk erases it: no clock ever does.
 */
import { type Failure, failure, type Result, success } from '../report/result.ts';
import type { Draft } from './draft.ts';
import { readRecord, recordOf, WRITTEN_BY_NEWER } from './draft-record.ts';

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
  /** Takes a draft out of the bin for good, its second copy and restore points too. */
  readonly erase: (id: string) => Promise<Result<void>>;
  /** The stored text of a draft, for rescue of what cannot be read. */
  readonly rawText: (id: string) => string | undefined;
  /** The highest revision known of a draft on any shelf; 0 where there is none. */
  readonly revisionOf: (id: string) => number;
  /** Takes in a draft from its second copy, or from a backup, as the revision it is. */
  readonly adopt: (draft: Draft, shelf: Shelf) => void;
  /** Why the draft is held in memory only; undefined where it is stored. */
  readonly unsaved: (id: string) => Failure | undefined;
  /** Whether the second copy has what was last saved or refused. */
  readonly isCopied: (id: string) => Promise<boolean>;
  /** Characters the drafts and bin take up in the storage. */
  readonly size: () => number;
}

export type Shelf = 'draft' | 'bin';

/** What else happens to drafts as they are stored; each may fail without harm to the first copy. */
export interface Safeguards {
  readonly copy: (draft: Draft, shelf: Shelf) => Promise<boolean>;
  /** Lets go what else is kept of an erased draft. */
  readonly forget: (id: string) => Promise<void>;
  /** Keeps a stored draft that is about to be replaced by one that does not know of it. */
  readonly setAside: (draft: Draft) => void;
}

const NO_SAFEGUARDS: Safeguards = {
  copy: () => Promise.resolve(false),
  forget: () => Promise.resolve(),
  setAside: () => undefined,
};

const SLOTS = ['a', 'b'] as const;
export const STORAGE_REFUSED = {
  problem: '浏览器不让保存，刚才的修改还没有存下',
  advice: '导出 JSON 文件保存；再删除不用的草稿，或检查浏览器的隐私设置。',
} as const;
/** What is said in its place once the second copy has what the storage refused. */
export const COPIED_ONLY: Failure = {
  problem: '浏览器不让保存，修改只存了备用的一份',
  advice: STORAGE_REFUSED.advice,
};
const NOT_ERASED: Failure = {
  problem: '浏览器不让清除，这份草稿还在已删除的草稿里',
  advice: '重新打开浏览器再清除一次。',
};
const NEWER_PROGRAM = {
  problem: '这份草稿已由新版年报通保存，这个窗口的修改没有存下',
  advice: '先导出 JSON 文件保存，再刷新页面，用新版接着填。',
} as const;

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

/** A slot as it stands; a text that was parsed before is not parsed again. */
function slotAt({ storage, parsed }: Place, key: string): Slot {
  const text = read(storage, key);
  const known = parsed.get(key);
  if (known && known.text === text) return known;
  const slot = { key, text, draft: text === undefined ? undefined : readRecord(text) };
  parsed.set(key, slot);
  return slot;
}

function slotsOf(place: Place, shelf: Shelf, id: string): readonly Slot[] {
  return SLOTS.map((slot) => slotAt(place, keyOf(shelf, id, slot)));
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

/** Drafts in memory that the storage refused, by shelf and id. */
type Afloat = Map<string, { readonly draft: Draft; readonly failure: Failure }>;

interface Place {
  readonly storage: StoragePort;
  readonly afloat: Afloat;
  /** Slots as they were last read, by key. */
  readonly parsed: Map<string, Slot>;
}

/** The newest copy of a draft, be it stored or held in memory. */
function bestOf(place: Place, shelf: Shelf, id: string): Draft | undefined {
  const best = newest(slotsOf(place, shelf, id));
  const held = place.afloat.get(`${shelf}/${id}`)?.draft;
  return held && held.revision > (best?.revision ?? 0) ? held : best;
}

function storedIn(place: Place, shelf: Shelf, id: string): StoredDraft {
  const draft = bestOf(place, shelf, id);
  if (draft) return { state: 'readable', draft };
  const slots = slotsOf(place, shelf, id);
  const broken = slots.find((slot) => slot.draft && !slot.draft.ok)?.draft;
  return { state: 'unreadable', id, reason: broken && !broken.ok ? broken.failure.problem : '' };
}

function keysOf(storage: StoragePort): readonly string[] {
  try {
    return storage.keys().filter((key) => key.startsWith('nianbaotong/'));
  } catch {
    return [];
  }
}

function idsOn({ storage, afloat }: Place, shelf: Shelf): readonly string[] {
  const prefix = `nianbaotong/${shelf}/`;
  const keys = keysOf(storage).filter((key) => key.startsWith(prefix));
  const stored = keys.map((key) => key.slice(prefix.length, key.lastIndexOf('/')));
  const held = [...afloat.keys()].filter((key) => key.startsWith(`${shelf}/`));
  return [...new Set([...stored, ...held.map((key) => key.slice(shelf.length + 1))])];
}

function listOn(place: Place, shelf: Shelf): readonly StoredDraft[] {
  const savedAt = (one: StoredDraft) => (one.state === 'readable' ? one.draft.savedAt : '');
  return idsOn(place, shelf)
    .map((id) => storedIn(place, shelf, id))
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

/** Writes a draft, as the revision it is, into one of its slots; gives why where that failed. */
function write(
  { storage, parsed }: Place,
  draft: Draft,
  slots: readonly Slot[],
): Failure | undefined {
  const isNewer = slots.some((slot) => isFailure(slot.draft, WRITTEN_BY_NEWER));
  if (isNewer) return NEWER_PROGRAM;
  const slot = slotToWrite(slots);
  const text = recordOf(draft);
  const isWritten = slot && setAside(storage, slot) && put(storage, slot.key, text);
  if (!isWritten) return STORAGE_REFUSED;
  parsed.set(slot.key, { key: slot.key, text, draft: success(draft) });
  return undefined;
}

function isFailure(result: Result<Draft> | undefined, problem: string): boolean {
  return result !== undefined && !result.ok && result.failure.problem === problem;
}

/** Writes a draft, and holds it in memory where that failed. */
function keep(
  place: Place,
  shelf: Shelf,
  draft: Draft,
  slots = slotsOf(place, shelf, draft.id),
): Failure | undefined {
  const { afloat } = place;
  const refused = write(place, draft, slots);
  if (refused) afloat.set(`${shelf}/${draft.id}`, { draft, failure: refused });
  else afloat.delete(`${shelf}/${draft.id}`);
  return refused;
}

function move(place: Place, id: string, from: Shelf, to: Shelf): Result<void> {
  const { storage, afloat } = place;
  const slots = slotsOf(place, from, id).filter(({ text }) => text !== undefined);
  const copied = slots.every(({ key, text }) =>
    put(storage, keyOf(to, id, key.slice(key.lastIndexOf('/') + 1)), text ?? ''),
  );
  if (!copied) return { ok: false, failure: STORAGE_REFUSED };
  for (const { key } of slots) storage.removeItem(key);
  const held = afloat.get(`${from}/${id}`);
  if (held) afloat.set(`${to}/${id}`, held);
  afloat.delete(`${from}/${id}`);
  return success(undefined);
}

/** Takes a draft out of the bin, with what was put aside of it; false where the storage refused. */
function empty({ storage, afloat }: Place, id: string): boolean {
  try {
    for (const slot of SLOTS) {
      storage.removeItem(keyOf('bin', id, slot));
      storage.removeItem(`nianbaotong/kept/${id}/${slot}`);
    }
  } catch {
    return false;
  }
  afloat.delete(`bin/${id}`);
  return true;
}

/** The drafts in a storage; `now` gives the ISO time shown as 最后保存. */
export function createDraftRepository(
  storage: StoragePort,
  now: () => string,
  safeguards: Safeguards = NO_SAFEGUARDS,
): DraftRepository {
  const place: Place = { storage, afloat: new Map(), parsed: new Map() };
  const copies = new Map<string, Promise<boolean>>();
  const copy = (draft: Draft, shelf: Shelf) => {
    copies.set(draft.id, safeguards.copy(draft, shelf));
  };
  const moved = (id: string, from: Shelf, to: Shelf): Result<void> => {
    const done = move(place, id, from, to);
    const draft = bestOf(place, to, id);
    if (done.ok && draft) copy(draft, to);
    return done;
  };

  return {
    list: () => listOn(place, 'draft'),
    bin: () => listOn(place, 'bin'),
    load: (id) => {
      const stored = storedIn(place, 'draft', id);
      if (stored.state === 'readable') return success(stored.draft);
      return failure(stored.reason || '这份草稿不在这台电脑上', '回到首页，从草稿列表里打开。');
    },
    save: (draft) => {
      const slots = slotsOf(place, 'draft', draft.id);
      const known = newest(slots);
      if (known && known.revision > draft.revision) safeguards.setAside(known);
      const revision = Math.max(draft.revision, known?.revision ?? 0) + 1;
      const next: Draft = { ...draft, revision, savedAt: now() };
      const refused = keep(place, 'draft', next, slots);
      copy(next, 'draft');
      return refused ? { ok: false, failure: refused } : success(next);
    },
    remove: (id) => moved(id, 'draft', 'bin'),
    restore: (id) => moved(id, 'bin', 'draft'),
    erase: async (id) => {
      // The copy goes first: it would bring the draft back.
      await copies.get(id);
      await safeguards.forget(id);
      return empty(place, id) ? success(undefined) : { ok: false, failure: NOT_ERASED };
    },
    rawText: (id) =>
      SLOTS.map((slot) => read(storage, keyOf('draft', id, slot)))
        .filter((text) => text !== undefined)
        .join('\n') || undefined,
    revisionOf: (id) =>
      Math.max(
        ...(['draft', 'bin'] as const).map((shelf) => bestOf(place, shelf, id)?.revision ?? 0),
      ),
    adopt: (draft, shelf) => {
      keep(place, shelf, draft);
      copy(draft, shelf);
    },
    unsaved: (id) => place.afloat.get(`draft/${id}`)?.failure,
    isCopied: (id) => copies.get(id) ?? Promise.resolve(false),
    size: () =>
      keysOf(storage).reduce((sum, key) => sum + key.length + (read(storage, key)?.length ?? 0), 0),
  };
}
