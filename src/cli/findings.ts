/**
 * npm run --silent findings -- FILE… [--last-year FILE]
 *
 * Prints the findings of every file as JSON lines: file, rule, severity, section, cells, numbers,
 * message. Exit code 2 where a file cannot be read, else 1 where a finding is an error, else 0.
 */
import { check } from '../checks/check.ts';
import { type Finding, messageOf } from '../checks/finding.ts';
import { formatById } from '../formats/registry.ts';
import type { Reading } from '../reading/reading.ts';
import { understand } from '../report/report.ts';
import { NODE_TOOLS } from './node-tools.ts';
import { readFiles, readOrTell, UNREADABLE } from './read-files.ts';

interface Arguments {
  readonly files: readonly string[];
  readonly lastYear: string | undefined;
}

function parseArguments(words: readonly string[]): Arguments {
  const at = words.indexOf('--last-year');
  if (at < 0) return { files: words, lastYear: undefined };
  return {
    files: words.filter((_, place) => place !== at && place !== at + 1),
    lastYear: words[at + 1],
  };
}

/** The findings of a reading; `lastYear` is the report of the year before, where there is one. */
export function findingsOf(
  { report }: Reading,
  _lastYear: Reading | undefined,
): readonly Finding[] {
  const format = formatById(NODE_TOOLS.formats, report.format);
  return format ? check(understand(report, format), 'finished') : [];
}

function findingLine(file: string, finding: Finding): string {
  const { rule, severity, section, cells, numbers } = finding;
  return JSON.stringify({
    file,
    rule,
    severity,
    section,
    cells,
    numbers,
    message: messageOf(finding),
  });
}

export async function main(words: readonly string[]): Promise<number> {
  const { files, lastYear } = parseArguments(words);
  if (files.length === 0) {
    process.stderr.write('用法：npm run --silent findings -- 文件… [--last-year 上年文件]\n');
    return UNREADABLE;
  }
  const before = lastYear === undefined ? undefined : await readOrTell(lastYear);
  if (lastYear !== undefined && !before) return UNREADABLE;
  let hasError = false;
  const code = await readFiles(files, ({ path, reading }) => {
    for (const finding of findingsOf(reading, before)) {
      hasError ||= finding.severity === 'error';
      process.stdout.write(`${findingLine(path, finding)}\n`);
    }
  });
  return code || (hasError ? 1 : 0);
}
