/** Files named on the command line, read one after another; what cannot be read is told on stderr. */
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { LARGEST_SOURCE, readAny } from '../reading/read-any.ts';
import type { Reading } from '../reading/reading.ts';
import { failure, type Result } from '../report/result.ts';
import { NODE_TOOLS } from './node-tools.ts';

export const UNREADABLE = 2;

async function readPath(path: string): Promise<Result<Reading>> {
  const name = basename(path);
  try {
    const { size } = await stat(path);
    if (size > LARGEST_SOURCE) {
      return failure(`“${name}”超过 50 MB，不是年报`, '选择不带大图片的文件。');
    }
    return await readAny({ name, bytes: new Uint8Array(await readFile(path)) }, NODE_TOOLS);
  } catch (error) {
    if (error instanceof Error && 'code' in error) {
      return failure(`“${name}”打不开`, '核对文件的路径和权限。');
    }
    throw error;
  }
}

/** Reads one file; a failure is told on stderr in one sentence. */
export async function readOrTell(path: string): Promise<Reading | undefined> {
  const result = await readPath(path);
  if (result.ok) return result.value;
  const { problem, advice } = result.failure;
  process.stderr.write(`${path}：${problem}。${advice}\n`);
  return undefined;
}

/** Reads the files in order; 2 where one could not be read, else 0. */
export async function readFiles(
  paths: readonly string[],
  use: (file: { readonly path: string; readonly reading: Reading }) => void,
): Promise<number> {
  let code = 0;
  for (const path of paths) {
    const reading = await readOrTell(path);
    if (reading) use({ path, reading });
    else code = UNREADABLE;
  }
  return code;
}
