/**
 * A zipped file whose parts are handed out one by one, each proven: its bytes are as many as stated
 * and have the stated checksum. The sizes an archive states are added up before anything is unpacked,
 * and no more is ever unpacked than was stated, so that a zip bomb is refused.
 */
import { Inflate } from 'fflate';
import { crc32 } from './crc32.ts';
import { damaged, Unreadable } from './unreadable.ts';
import { type ZipEntry, zipEntries } from './zip-directory.ts';

/** The words of the longest report are a tenth of it; a million cells are more. */
const LARGEST_PART = 24 * 1024 * 1024;
const LARGEST_SUM = 48 * 1024 * 1024;
/** Packed bytes unpacked in one go: at a thousand to one they are 16 MB at most. */
const SLICE = 16 * 1024;
const STORED = 0;
const DEFLATED = 8;

export interface Archive {
  readonly names: readonly string[];
  /** The bytes of a part, whatever case its name is written in; undefined where there is none. */
  readonly part: (name: string) => Uint8Array | undefined;
}

function inflated(packed: Uint8Array, size: number): Uint8Array {
  const out = new Uint8Array(size);
  let length = 0;
  const inflate = new Inflate((chunk) => {
    if (length + chunk.length > size) throw damaged();
    out.set(chunk, length);
    length += chunk.length;
  });
  for (let at = 0; at < packed.length || at === 0; at += SLICE) {
    inflate.push(packed.subarray(at, at + SLICE), at + SLICE >= packed.length);
  }
  if (length !== size) throw damaged();
  return out;
}

function unpacked(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const { method, isEncrypted, start, packedSize, size, crc } = entry;
  if (isEncrypted) {
    throw new Unreadable('文件加了密码，打不开', '去掉密码另存一份，再试一次。');
  }
  const packed = bytes.subarray(start, start + packedSize);
  if (method !== STORED && method !== DEFLATED) {
    throw new Unreadable(
      '文件的压缩方式读不了',
      '用 Word 或 WPS 打开后另存为 .docx 或 .xlsx，再试一次。',
    );
  }
  const whole = method === STORED ? packed : inflated(packed, size);
  if (whole.length !== size || crc32(whole) !== crc) throw damaged();
  return whole;
}

/** Opens a zip. Opening and handing out a part throw `Unreadable` where it is damaged or too large. */
export function openArchive(bytes: Uint8Array): Archive {
  const entries = zipEntries(bytes);
  const byName = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
  let sum = 0;
  const part = (name: string): Uint8Array | undefined => {
    const entry = byName.get(name.toLowerCase());
    if (!entry) return undefined;
    sum += entry.size;
    if (entry.size > LARGEST_PART || sum > LARGEST_SUM) {
      throw new Unreadable('文件解开后太大，不是年报', '另存为不带图片的文件再打开。');
    }
    try {
      return unpacked(bytes, entry);
    } catch (reason) {
      if (reason instanceof Unreadable) throw reason;
      // What the library throws of packed bytes that contradict themselves.
      throw damaged();
    }
  };
  return { names: entries.map(({ name }) => name), part };
}
