/**
 * The parts of a zipped office file that a reader asks for. The sizes an archive states are added
 * up before anything is unpacked, so that a zip bomb is refused unopened.
 */
import { unzipSync } from 'fflate';
import { failure, type Result, success } from '../report/result.ts';

/** The words of the longest report are a tenth of it; a million cells are more. */
const LARGEST_PART = 24 * 1024 * 1024;
const LARGEST_SUM = 48 * 1024 * 1024;
const MOST_PARTS = 5000;

export type Parts = Readonly<Record<string, Uint8Array>>;

interface Tally {
  count: number;
  sum: number;
  isTooLarge: boolean;
}

/** The wanted parts of an archive by name. */
export function unpackArchive(
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
): Result<Parts> {
  const tally: Tally = { count: 0, sum: 0, isTooLarge: false };
  const take = ({ name, originalSize }: { name: string; originalSize: number }): boolean => {
    tally.count += 1;
    if (tally.count > MOST_PARTS || tally.isTooLarge || !isWanted(name)) return false;
    tally.sum += originalSize;
    tally.isTooLarge = originalSize > LARGEST_PART || tally.sum > LARGEST_SUM;
    return !tally.isTooLarge;
  };
  try {
    const parts = unzipSync(bytes, { filter: take });
    if (tally.isTooLarge) {
      return failure('文件解开后太大，不是年报', '另存为不带图片的文件再打开。');
    }
    return success(parts);
  } catch {
    return failure('文件已损坏，解不开', '用 Word 或 WPS 打开后另存一份，再试一次。');
  }
}
