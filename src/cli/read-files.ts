/**
 * Files named on the command line, read one after another; what cannot be read is told on stderr, a line a
 * file, and those after it are read all the same.
 */
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { readAny } from '../reading/read-any.ts';
import { failureOf, LARGEST_SOURCE, tooLarge } from '../reading/read-failure.ts';
import type { Reading } from '../reading/reading.ts';
import type { Failure, Result } from '../report/result.ts';
import { NODE_TOOLS } from './node-tools.ts';

export const UNREADABLE = 2;

async function readPath(path: string): Promise<Result<Reading>> {
  const name = basename(path);
  try {
    const { size } = await stat(path);
    if (size > LARGEST_SOURCE) return tooLarge(name);
    return await readAny({ name, bytes: new Uint8Array(await readFile(path)) }, NODE_TOOLS);
  } catch (reason) {
    return failureOf(name, reason);
  }
}

function tell(path: string, { problem, advice }: Failure): void {
  // A name may hold a line end; a file gets one line.
  process.stderr.write(`${`${path}：${problem}。${advice}`.replace(/[\r\n]+/g, ' ')}\n`);
}

/** Reads one file; a failure is told on stderr in one sentence. */
export async function readOrTell(path: string): Promise<Reading | undefined> {
  const result = await readPath(path);
  if (result.ok) return result.value;
  tell(path, result.failure);
  return undefined;
}

type Use = (file: { readonly path: string; readonly reading: Reading }) => void;

/** True where what is done with a reading ended well; an exception is told like a file that cannot be read. */
function isUsed(path: string, reading: Reading, use: Use): boolean {
  try {
    use({ path, reading });
    return true;
  } catch (reason) {
    const result = failureOf(basename(path), reason);
    if (!result.ok) tell(path, result.failure);
    return false;
  }
}

/** Reads the files in order; 2 where one could not be read, else 0. */
export async function readFiles(paths: readonly string[], use: Use): Promise<number> {
  let code = 0;
  for (const path of paths) {
    const reading = await readOrTell(path);
    if (!reading || !isUsed(path, reading, use)) code = UNREADABLE;
  }
  return code;
}
