/** Reports as bodies published them, read by the project's own reader, where they lie beside it. */

import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PUBLISHED_FOLDER } from '../../src/testing/published-folder.ts';

const FOLDER = `${PUBLISHED_FOLDER}/`;
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const SOURCES = ['original.pdf', 'source.html', 'source.txt'];

/** Why there may be nothing to look at. */
export const PUBLISHED_ABSENT = existsSync(FOLDER)
  ? undefined
  : 'the folder with published reports is absent';

/** One source of every complete report: the nearest to what was printed. */
function sources(): readonly string[] {
  if (PUBLISHED_ABSENT) return [];
  return readdirSync(FOLDER)
    .filter((name) => existsSync(`${FOLDER}${name}/truth.json`))
    .flatMap((name) => {
      const source = SOURCES.find((one) => existsSync(`${FOLDER}${name}/${one}`));
      return source ? [`${FOLDER}${name}/${source}`] : [];
    });
}

export interface PublishedFile {
  readonly name: string;
  /** A report file that the app opens. */
  readonly json: string;
}

/** Every complete report as a report file. */
export function publishedFiles(): readonly PublishedFile[] {
  const paths = sources();
  if (paths.length === 0) return [];
  const command = ['--import', 'tsx', 'src/cli/read-command.ts', ...paths];
  const lines = execFileSync('node', command, { cwd: ROOT, maxBuffer: 2 ** 28 })
    .toString()
    .trim()
    .split('\n');
  return lines.map((line, at) => {
    const { reading, ...report } = JSON.parse(line);
    return { name: paths[at]?.split('/').slice(-2)[0] ?? '', json: JSON.stringify(report) };
  });
}
