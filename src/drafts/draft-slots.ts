/**
 * The texts one draft has in a key–value storage. Each draft has two slots, written in turn, so that
 * the last good copy stays until the new one has been read back.
 *
 *   nianbaotong/draft/<id>/a | b     drafts, deleted ones too
 *   nianbaotong/bin/<id>/a | b       deleted ones, as programs before this one kept them
 *   nianbaotong/kept/<id>/<slot>     text of a slot that could not be read, before it was reused
 *
 * 1. A record stands on the shelf its key names, or is marked as moved to the other one. The mark
 *    makes no text longer: moving a draft needs no room and is one write that happens or does not.
 * 2. Of all readable copies, on whichever shelf, the highest revision counts; of equal ones the draft
 *    before the deleted one.
 * 3. Text that cannot be read is never overwritten.
 */
import { type Result, success } from '../report/result.ts';
import type { Draft } from './draft.ts';
import {
  isMoved,
  readRecord,
  recordOf,
  WRITTEN_BY_NEWER,
  withMoveToggled,
} from './draft-record.ts';

/** What is asked of a storage; every member may throw. */
export interface StoragePort {
  readonly getItem: (key: string) => string | null;
  readonly setItem: (key: string, text: string) => void;
  readonly removeItem: (key: string) => void;
  readonly keys: () => readonly string[];
}

/** Where a draft is kept: with the drafts, or in the bin. */
export type Shelf = 'draft' | 'bin';

/** A draft and where it stands. */
export interface ShelvedDraft {
  readonly draft: Draft;
  readonly shelf: Shelf;
}

/** One of the two records of a draft as storage holds it; `draft` is undefined where it is empty. */
export interface DraftSlot {
  readonly key: string;
  readonly text: string | undefined;
  readonly shelf: Shelf;
  readonly draft: Result<Draft> | undefined;
}

/** The storage of all slots, with what was parsed of it. */
export interface SlotStorage {
  readonly storage: StoragePort;
  /** Slots as they were last read, by key: a text that was parsed before is not parsed again. */
  readonly parsed: Map<string, DraftSlot>;
}

const OURS = 'nianbaotong/';
const NAMES = ['a', 'b'] as const;
const SHELVES = ['draft', 'bin'] as const;

function prefixOf(shelf: Shelf | 'kept'): string {
  return `${OURS}${shelf}/`;
}

function keyOf(shelf: Shelf, id: string, name: string): string {
  return `${prefixOf(shelf)}${id}/${name}`;
}

/** The last part of a key. */
function nameOf(key: string): string {
  return key.slice(key.lastIndexOf('/') + 1);
}

function shelfOfKey(key: string): Shelf {
  return key.startsWith(prefixOf('bin')) ? 'bin' : 'draft';
}

function other(shelf: Shelf): Shelf {
  return shelf === 'draft' ? 'bin' : 'draft';
}

/** Reading is allowed to fail: storage may be blocked altogether. */
function read(storage: StoragePort, key: string): string | undefined {
  try {
    return storage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Writes a text and reads it back. */
function put(storage: StoragePort, key: string, text: string): boolean {
  try {
    storage.setItem(key, text);
    return storage.getItem(key) === text;
  } catch {
    return false;
  }
}

function take(storage: StoragePort, key: string): boolean {
  try {
    storage.removeItem(key);
    return true;
  } catch {
    return false;
  }
}

function slotAt({ storage, parsed }: SlotStorage, key: string): DraftSlot {
  const text = read(storage, key);
  const known = parsed.get(key);
  if (known && known.text === text) return known;
  const slot = understood(key, text);
  parsed.set(key, slot);
  return slot;
}

function understood(key: string, text: string | undefined): DraftSlot {
  const home = shelfOfKey(key);
  if (text === undefined) return { key, text, shelf: home, draft: undefined };
  if (!isMoved(text)) return { key, text, shelf: home, draft: readRecord(text) };
  return { key, text, shelf: other(home), draft: readRecord(withMoveToggled(text) ?? text) };
}

/** The slots of a draft, those that are written in turn first. */
export function draftSlots(place: SlotStorage, id: string): readonly DraftSlot[] {
  return SHELVES.flatMap((shelf) => NAMES.map((name) => slotAt(place, keyOf(shelf, id, name))));
}

/** The texts of a draft as they are stored, readable or not. */
export function storedTexts(place: SlotStorage, id: string): readonly string[] {
  return draftSlots(place, id).flatMap(({ text }) => (text === undefined ? [] : [text]));
}

/** True where a copy counts before another one. */
export function isBefore(one: ShelvedDraft, another: ShelvedDraft | undefined): boolean {
  if (!another || one.draft.revision > another.draft.revision) return true;
  const isEqual = one.draft.revision === another.draft.revision;
  return isEqual && one.shelf === 'draft' && another.shelf === 'bin';
}

/** The readable copy that counts. */
export function newest(slots: readonly DraftSlot[]): ShelvedDraft | undefined {
  return slots
    .flatMap(({ draft, shelf }) => (draft?.ok ? [{ draft: draft.value, shelf }] : []))
    .reduce<ShelvedDraft | undefined>(
      (best, copy) => (isBefore(copy, best) ? copy : best),
      undefined,
    );
}

/** True where a text is of a program this one does not know the records of. */
export function isOfNewer({ draft }: DraftSlot): boolean {
  return draft !== undefined && !draft.ok && draft.failure.problem === WRITTEN_BY_NEWER;
}

/** All keys of the storage, or those that begin with something. */
export function keysOf(storage: StoragePort, prefix = ''): readonly string[] {
  try {
    return storage.keys().filter((key) => key.startsWith(prefix));
  } catch {
    return [];
  }
}

/** Every draft that has a slot, on whichever shelf. */
export function idsIn({ storage }: SlotStorage): readonly string[] {
  const ids = SHELVES.flatMap((shelf) => {
    const prefix = prefixOf(shelf);
    return keysOf(storage, prefix).map((key) => key.slice(prefix.length, key.lastIndexOf('/')));
  });
  return [...new Set(ids)];
}

/** The characters of the storage that are in use, and how many of them are ours. */
export function usedIn(storage: StoragePort): { readonly all: number; readonly ours: number } {
  const sizes = keysOf(storage).map(
    (key) => [key.startsWith(OURS), key.length + (read(storage, key)?.length ?? 0)] as const,
  );
  const sum = (some: typeof sizes) => some.reduce((total, [, size]) => total + size, 0);
  return { all: sum(sizes), ours: sum(sizes.filter(([isOurs]) => isOurs)) };
}

function keptPrefix(id: string): string {
  return `${prefixOf('kept')}${id}/`;
}

/** Puts the text of an unreadable slot aside; true where nothing stands in the way of reusing it. */
function setAside({ storage }: SlotStorage, id: string, { key, text, draft }: DraftSlot): boolean {
  if (text === undefined || draft?.ok) return true;
  const taken = new Set(keysOf(storage, keptPrefix(id)));
  const first = keptPrefix(id) + nameOf(key);
  let free = first;
  for (let at = 2; taken.has(free); at += 1) free = `${first}${at}`;
  return put(storage, free, text);
}

function takeOlderFromBin(
  { storage }: SlotStorage,
  revision: number,
  slots: readonly DraftSlot[],
): void {
  for (const { key, draft } of slots) {
    const isOlder = draft?.ok && draft.value.revision < revision;
    if (shelfOfKey(key) === 'bin' && isOlder) take(storage, key);
  }
}

/**
 * Writes a draft, as the revision it is, into a slot that does not hold the copy that counts; false
 * where the storage refused. What an older program left in the bin goes once both slots are good.
 */
export function write(
  place: SlotStorage,
  { draft, shelf }: ShelvedDraft,
  slots: readonly DraftSlot[],
): boolean {
  const best = newest(slots)?.draft;
  const home = slots.filter(({ key }) => shelfOfKey(key) === 'draft');
  const slot = home.find((one) => !(one.draft?.ok && one.draft.value === best));
  const record = recordOf(draft);
  const text = shelf === 'draft' ? record : (withMoveToggled(record) ?? record);
  if (!slot || !setAside(place, draft.id, slot) || !put(place.storage, slot.key, text)) {
    return false;
  }
  place.parsed.set(slot.key, { key: slot.key, text, shelf, draft: success(draft) });
  const isTwice = home.every((one) => one === slot || one.draft?.ok);
  if (isTwice) takeOlderFromBin(place, draft.revision, slots);
  return true;
}

/** Moves one text: marked where it stands, or, where it bears no mark, under the key of the shelf. */
function moveSlot({ storage }: SlotStorage, id: string, slot: DraftSlot, to: Shelf): boolean {
  const { key, text = '' } = slot;
  const marked = withMoveToggled(text);
  if (marked !== undefined) return put(storage, key, marked);
  const target = keyOf(to, id, nameOf(key));
  if (read(storage, target) !== undefined) return false;
  if (put(storage, target, text)) return take(storage, key);
  return take(storage, key) && put(storage, target, text);
}

/** Moves all texts of a draft to a shelf, the one that counts first; or none, where one is refused. */
export function moveAll(place: SlotStorage, id: string, to: Shelf): boolean {
  const slots = draftSlots(place, id).filter(
    ({ text, shelf }) => text !== undefined && shelf !== to,
  );
  const best = newest(slots)?.draft;
  const isBest = ({ draft }: DraftSlot) => (draft?.ok && draft.value === best ? 0 : 1);
  const ordered = [...slots].sort((one, another) => isBest(one) - isBest(another));
  const refused = ordered.findIndex((slot) => !moveSlot(place, id, slot, to));
  if (refused < 0) return true;
  for (const { key, text = '' } of ordered.slice(0, refused + 1)) {
    const target = keyOf(to, id, nameOf(key));
    if (target !== key && read(place.storage, target) === text) take(place.storage, target);
    put(place.storage, key, text);
  }
  return false;
}

/** Takes all texts of a draft away, also what was put aside; false where the storage refused. */
export function takeAll(place: SlotStorage, id: string): boolean {
  const keys = [
    ...draftSlots(place, id).map(({ key }) => key),
    ...keysOf(place.storage, keptPrefix(id)),
  ];
  return keys.every((key) => take(place.storage, key));
}
