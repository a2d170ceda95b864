import { existsSync, readFileSync } from 'node:fs';
import { bench, describe } from 'vitest';
import { NODE_TOOLS } from '../cli/node-tools.ts';
import { PUBLISHED_FOLDER } from '../testing/published-folder.ts';
import { readAny } from './read-any.ts';

const FOLDER = PUBLISHED_FOLDER;

/** Budgets: a web page 150 ms, a ten-page PDF 1500 ms. */
const SOURCES = [
  ['a web page', 'pingtan-2025-web/source.html'],
  ['text whose digits run together', 'pingtan-2020/source.txt'],
  ['a PDF', 'huaian-2024/original.pdf'],
] as const;

describe.skipIf(!existsSync(FOLDER))('reading, skipped where no reports are at hand', () => {
  for (const [what, path] of SOURCES) {
    const bytes = existsSync(FOLDER)
      ? new Uint8Array(readFileSync(`${FOLDER}/${path}`))
      : new Uint8Array();
    bench(what, async () => {
      // The PDF library keeps the bytes it is given.
      await readAny({ name: path, bytes: bytes.slice() }, NODE_TOOLS);
    });
  }
});
