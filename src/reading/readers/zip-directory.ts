/**
 * The table of contents of a zip, as its end states it (APPNOTE 4.3.12, 4.3.16, Zip64 too). It
 * believes nothing: places outside the file, parts that overlap and two parts of one name are damage.
 */
import { damaged } from './unreadable.ts';

export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  /** Where the packed bytes begin. */
  readonly start: number;
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_SIZE = 22;
const LONGEST_COMMENT = 0xffff;
const ALL_ONES = 0xffffffff;
const EXTRA_64 = 1;
const MOST_PARTS = 5000;

function uint64(view: DataView, at: number): number {
  return view.getUint32(at + 4, true) * 2 ** 32 + view.getUint32(at, true);
}

function endAt(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_SIZE - LONGEST_COMMENT);
  for (let at = view.byteLength - END_SIZE; at >= first; at -= 1) {
    const isEnd = view.getUint32(at, true) === END;
    if (isEnd && at + END_SIZE + view.getUint16(at + 20, true) <= view.byteLength) return at;
  }
  throw damaged();
}

interface Directory {
  readonly count: number;
  readonly start: number;
  /** What follows the directory; no part reaches behind its start. */
  readonly end: number;
}

function directoryOf(view: DataView): Directory {
  const at = endAt(view);
  const plain = { count: view.getUint16(at + 10, true), start: view.getUint32(at + 16, true) };
  const isLarge = plain.count === 0xffff || plain.start === ALL_ONES;
  const locator = at - 20;
  if (!isLarge || locator < 0 || view.getUint32(locator, true) !== LOCATOR_64) {
    return { ...plain, end: at };
  }
  const end = uint64(view, locator + 8);
  if (view.getUint32(end, true) !== END_64) throw damaged();
  return { count: uint64(view, end + 32), start: uint64(view, end + 48), end };
}

/** The sizes and the place an entry keeps in its Zip64 field, in the order the standard gives them. */
function largeNumbers(
  view: DataView,
  from: number,
  length: number,
  plain: readonly number[],
): readonly number[] {
  for (let at = from; at + 4 <= from + length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== EXTRA_64) continue;
    let next = at + 4;
    return plain.map((value) => {
      if (value !== ALL_ONES) return value;
      next += 8;
      return uint64(view, next - 8);
    });
  }
  return plain;
}

/** Where the packed bytes of an entry begin, behind a local header that names the same part. */
function startOf(view: DataView, header: number, nameLength: number): number {
  if (view.getUint32(header, true) !== LOCAL) throw damaged();
  const ownLength = view.getUint16(header + 26, true);
  if (ownLength !== nameLength) throw damaged();
  return header + 30 + ownLength + view.getUint16(header + 28, true);
}

const NAMES = new TextDecoder('utf-8');

function entryAt(view: DataView, at: number): { readonly entry: ZipEntry; readonly next: number } {
  if (view.getUint32(at, true) !== CENTRAL) throw damaged();
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  const bytes = new Uint8Array(view.buffer, view.byteOffset + at + 46, nameLength);
  const plain = [24, 20, 42].map((offset) => view.getUint32(at + offset, true));
  const [size = 0, packedSize = 0, header = 0] = largeNumbers(
    view,
    at + 46 + nameLength,
    extraLength,
    plain,
  );
  const entry = {
    // Some programs write the folders as Windows does.
    name: NAMES.decode(bytes).replace(/\\/g, '/'),
    method: view.getUint16(at + 10, true),
    isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
    crc: view.getUint32(at + 16, true),
    packedSize,
    size,
    start: startOf(view, header, nameLength),
  };
  return { entry, next: at + 46 + nameLength + extraLength + view.getUint16(at + 32, true) };
}

function refuseOverlaps(entries: readonly ZipEntry[], end: number): void {
  const inOrder = [...entries].sort((one, other) => one.start - other.start);
  inOrder.forEach(({ start, packedSize }, at) => {
    const limit = inOrder[at + 1]?.start ?? end;
    if (start + packedSize > limit) throw damaged();
  });
}

/** The parts of a zip; throws `Unreadable` where it is damaged or is no zip. */
export function zipEntries(bytes: Uint8Array): readonly ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const { count, start, end } = directoryOf(view);
    if (count > MOST_PARTS) throw damaged();
    const entries: ZipEntry[] = [];
    let at = start;
    for (let number = 0; number < count; number += 1) {
      const { entry, next } = entryAt(view, at);
      entries.push(entry);
      at = next;
    }
    refuseOverlaps(entries, Math.min(start, end));
    const names = new Set(entries.map(({ name }) => name.toLowerCase()));
    if (names.size !== entries.length) throw damaged();
    return entries;
  } catch (reason) {
    // A number that leads out of the file.
    if (reason instanceof RangeError) throw damaged();
    throw reason;
  }
}
