/**
 * Drafts in a key–value storage, in two slots each: see `draft-slots.ts`.
 *
 * 1. Nothing is said to be saved that was not read back equal.
 * 2. Text that cannot be read is kept, listed, and offered; never overwritten.
 * 3. What the storage refuses is held in memory, so that work can go on, and is told as unsaved. It
 *    is stored as soon as there is room.
 * 4. Every draft that is stored or refused is handed to a second copy.
 * 5. Deleting and restoring need no room; they happen whole, or not at all.
 * 6. The bin keeps what is in it until the clerk erases it: no clock ever does. Nothing of a draft is
 *    erased that stands on the desk as well.
 */
import { type Failure, failure, type Result, success } from '../report/result.ts';
import type { Draft } from './draft.ts';
import {
  draftSlots,
  idsIn,
  isBefore,
  isOfNewer,
  moveAll,
  newest,
  type Shelf,
  type ShelvedDraft,
  type SlotStorage,
  type StoragePort,
  storedTexts,
  takeAll,
  usedIn,
  write,
} from './draft-slots.ts';

/** What storage holds of a draft: the draft itself, or why it cannot be read. */
export type StoredDraft =
  | { readonly state: 'readable'; readonly draft: Draft }
  | { readonly state: 'unreadable'; readonly id: string; readonly reason: string };

/** The drafts of this machine; every write is read back before it counts as stored. */
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
  /** True while a draft is in neither storage: closing this window would lose it. */
  readonly isAtRisk: () => boolean;
  /**
   * Stores what is held in memory, for when there may be room again; what another window has stored
   * a later revision of is set aside.
   */
  readonly storeHeld: () => void;
  /** Keeps a draft held in memory that gives way to a stored one; false where it cannot be kept. */
  readonly setAside: (draft: Draft) => Promise<boolean>;
  /** Characters in use of the whole storage, which other pages may share, and by drafts and bin. */
  readonly size: () => { readonly all: number; readonly ours: number };
}

/** What else happens to drafts as they are stored; each may fail without harm to the first copy. */
export interface Safeguards {
  readonly copy: (draft: Draft, shelf: Shelf) => Promise<boolean>;
  /** Every second copy there is. */
  readonly copies: () => Promise<readonly ShelvedDraft[]>;
  /** Lets go what else is kept of an erased draft. */
  readonly forget: (id: string) => Promise<void>;
  /** Keeps a draft that is about to be replaced by one that does not know of it; false where it cannot. */
  readonly setAside: (draft: Draft) => Promise<boolean>;
}

const NO_SAFEGUARDS: Safeguards = {
  copy: () => Promise.resolve(false),
  copies: () => Promise.resolve([]),
  forget: () => Promise.resolve(),
  setAside: () => Promise.resolve(false),
};

/** The way out of a storage that is full: what is deleted takes room until it is erased. */
const MAKE_ROOM =
  '先导出文件保存；再到首页删除不用的草稿，并在“已删除的草稿”里彻底清除，或检查浏览器的隐私设置。';

/** The failure of a save the browser refused: the change is in this window alone. */
export const STORAGE_REFUSED = {
  problem: '浏览器不让保存，刚才的修改还没有存下，只在这个窗口里',
  advice: MAKE_ROOM,
} as const;
/** What is said in its place once the second copy has what the storage refused. */
export const COPIED_ONLY: Failure = {
  problem: '浏览器不让保存，修改只存了备用的一份',
  advice: MAKE_ROOM,
};
const NOT_MOVED: Record<Shelf, Failure> = {
  bin: {
    problem: '浏览器不让改动存储，这份草稿没有删除',
    advice: '重新打开浏览器再删除一次。',
  },
  draft: {
    problem: '浏览器不让改动存储，这份草稿没有恢复，还在已删除的草稿里',
    advice: '重新打开浏览器再恢复一次。',
  },
};
const NOT_ERASED: Failure = {
  problem: '浏览器不让清除，这份草稿还在已删除的草稿里',
  advice: '重新打开浏览器再清除一次。',
};
const STILL_IN_USE: Failure = {
  problem: '这份草稿后来又填过，没有清除',
  advice: '它在本机的草稿里。确实不要，就先删除，再彻底清除。',
};
const NEWER_PROGRAM = {
  problem: '这份草稿已由新版年报通保存，这个窗口的修改没有存下',
  advice: '先导出 JSON 文件保存，再刷新页面，用新版接着填。',
} as const;

/** Drafts in memory that the storage refused, by id. */
type UnsavedDrafts = Map<string, ShelvedDraft & { readonly failure: Failure }>;

interface Place extends SlotStorage {
  readonly unsaved: UnsavedDrafts;
}

/** The copy of a draft that counts, be it stored or held in memory. */
function bestOf(place: Place, id: string): ShelvedDraft | undefined {
  const stored = newest(draftSlots(place, id));
  const held = place.unsaved.get(id);
  return held && isBefore(held, stored) ? held : stored;
}

function unreadable(place: Place, id: string): { shelf: Shelf; reason: string } {
  const broken = draftSlots(place, id).filter(({ draft }) => draft && !draft.ok);
  const isOnDesk = broken.some(({ shelf }) => shelf === 'draft');
  const [reason = ''] = broken.flatMap(({ draft }) =>
    draft && !draft.ok ? [draft.failure.problem] : [],
  );
  return { shelf: isOnDesk ? 'draft' : 'bin', reason };
}

function listOn(place: Place, shelf: Shelf): readonly StoredDraft[] {
  const savedAt = (one: StoredDraft) => (one.state === 'readable' ? one.draft.savedAt : '');
  return [...new Set([...idsIn(place), ...place.unsaved.keys()])]
    .flatMap((id): readonly StoredDraft[] => {
      const best = bestOf(place, id);
      if (best) return best.shelf === shelf ? [{ state: 'readable', draft: best.draft }] : [];
      const broken = unreadable(place, id);
      return broken.shelf === shelf ? [{ state: 'unreadable', id, reason: broken.reason }] : [];
    })
    .sort((one, other) => savedAt(other).localeCompare(savedAt(one)));
}

/** Writes a draft, and holds it in memory where that failed. */
function keep(place: Place, copy: ShelvedDraft): Failure | undefined {
  const { id } = copy.draft;
  const slots = draftSlots(place, id);
  const isNewer = slots.some(isOfNewer);
  const refused = isNewer || !write(place, copy, slots);
  if (!refused) {
    place.unsaved.delete(id);
    return undefined;
  }
  const why = isNewer ? NEWER_PROGRAM : STORAGE_REFUSED;
  place.unsaved.set(id, { ...copy, failure: why });
  return why;
}

/** True where what is held in memory of a draft counts before all that is stored of it. */
function isHeldBefore(place: Place, id: string): boolean {
  const held = place.unsaved.get(id);
  return held !== undefined && isBefore(held, newest(draftSlots(place, id)));
}

/** True where a draft is on the desk, or may be for all this program can read. */
function isInUse(place: Place, id: string): boolean {
  const isNewerThere = draftSlots(place, id).some(
    (slot) => isOfNewer(slot) && slot.shelf === 'draft',
  );
  return isNewerThere || bestOf(place, id)?.shelf === 'draft';
}

function moved(place: Place, id: string, to: Shelf): Result<void> {
  if (!moveAll(place, id, to)) return { ok: false, failure: NOT_MOVED[to] };
  const held = place.unsaved.get(id);
  if (held) place.unsaved.set(id, { ...held, shelf: to });
  return success(undefined);
}

/**
 * Hands a draft to the second copy. What is there instead of it, and was written by another window that
 * could store it nowhere else, is set aside before a later revision of this one replaces it.
 */
async function copyOrSetAside(
  { copy, copies, setAside }: Safeguards,
  draft: Draft,
  shelf: Shelf,
): Promise<boolean> {
  if (await copy(draft, shelf)) return true;
  const isAnother = (one: Draft) =>
    one.id === draft.id &&
    one.revision >= draft.revision &&
    JSON.stringify(one.raw) !== JSON.stringify(draft.raw);
  const others = (await copies()).filter((one) => isAnother(one.draft));
  await Promise.all(others.map((one) => setAside(one.draft)));
  return false;
}

/** A draft of which the second copy alone has a later revision, and on the desk. */
async function laterOnDesk(
  place: Place,
  id: string,
  { copies }: Safeguards,
): Promise<Draft | undefined> {
  const found = (await copies()).find(({ draft }) => draft.id === id);
  const revision = bestOf(place, id)?.draft.revision ?? 0;
  return found?.shelf === 'draft' && found.draft.revision > revision ? found.draft : undefined;
}

/** Hands drafts to the second copy, and remembers how that went. */
function createCopying(safeguards: Safeguards) {
  const copies = new Map<string, Promise<boolean>>();
  const uncopied = new Set<string>();
  return {
    copy: ({ draft, shelf }: ShelvedDraft) => {
      const { id } = draft;
      const copying = copyOrSetAside(safeguards, draft, shelf);
      copies.set(id, copying);
      uncopied.add(id);
      void copying.then((isCopied) => {
        if (isCopied && copies.get(id) === copying) uncopied.delete(id);
      });
    },
    isCopied: (id: string) => copies.get(id) ?? Promise.resolve(false),
    /** True until the second copy has what was handed to it last. */
    isUncopied: (id: string) => uncopied.has(id),
  };
}

/** The drafts in a storage; `now` gives the ISO time shown as 最后保存. */
export function createDraftRepository(
  storage: StoragePort,
  now: () => string,
  safeguards: Safeguards = NO_SAFEGUARDS,
): DraftRepository {
  const place: Place = { storage, unsaved: new Map(), parsed: new Map() };
  const { copy, isCopied, isUncopied } = createCopying(safeguards);
  /** What was last saved here, stored or refused: that is known to whoever saves next. */
  const own = new Map<string, Draft>();
  const move = (id: string, to: Shelf): Result<void> => {
    const done = moved(place, id, to);
    const best = bestOf(place, id);
    if (done.ok && best) copy(best);
    return done;
  };
  const adopt = (draft: Draft, shelf: Shelf) => {
    keep(place, { draft, shelf });
    copy({ draft, shelf });
  };
  const setAside = async (draft: Draft) => {
    const isKept = await safeguards.setAside(draft);
    if (isKept && !isHeldBefore(place, draft.id)) place.unsaved.delete(draft.id);
    return isKept;
  };
  const storeHeld = () => {
    for (const [id, held] of [...place.unsaved]) {
      if (isHeldBefore(place, id)) keep(place, held);
      else void setAside(held.draft);
    }
  };

  return {
    list: () => listOn(place, 'draft'),
    bin: () => listOn(place, 'bin'),
    load: (id) => {
      const best = bestOf(place, id);
      // Another window may have replaced the second copy of what is held here.
      if (best && best.draft === place.unsaved.get(id)?.draft) copy(best);
      if (best?.shelf === 'draft') return success(best.draft);
      const reason = best ? '' : unreadable(place, id).reason;
      return failure(reason || '这份草稿不在这台电脑上', '回到首页，从草稿列表里打开。');
    },
    save: (draft) => {
      const known = bestOf(place, draft.id)?.draft;
      const isUnknown = known && known.revision > draft.revision && known !== own.get(draft.id);
      if (isUnknown) void safeguards.setAside(known);
      const stored = newest(draftSlots(place, draft.id))?.draft;
      const replaced = isUnknown ? known : stored;
      const revision = Math.max(draft.revision, replaced?.revision ?? 0) + 1;
      const next: Draft = { ...draft, revision, savedAt: now() };
      own.set(draft.id, next);
      const refused = keep(place, { draft: next, shelf: 'draft' });
      copy({ draft: next, shelf: 'draft' });
      return refused ? { ok: false, failure: refused } : success(next);
    },
    remove: (id) => move(id, 'bin'),
    restore: (id) => move(id, 'draft'),
    erase: async (id) => {
      await isCopied(id);
      const later = await laterOnDesk(place, id, safeguards);
      if (later) adopt(later, 'draft');
      if (isInUse(place, id)) return { ok: false, failure: STILL_IN_USE };
      if (!takeAll(place, id)) return { ok: false, failure: NOT_ERASED };
      place.unsaved.delete(id);
      storeHeld();
      await safeguards.forget(id);
      return success(undefined);
    },
    rawText: (id) => storedTexts(place, id).join('\n') || undefined,
    revisionOf: (id) => bestOf(place, id)?.draft.revision ?? 0,
    adopt,
    unsaved: (id) => place.unsaved.get(id)?.failure,
    isCopied,
    isAtRisk: () => [...place.unsaved.keys()].some(isUncopied),
    setAside,
    storeHeld,
    size: () => usedIn(storage),
  };
}
