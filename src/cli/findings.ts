/**
 * npm run --silent findings -- FILE… [--last-year FILE]
 *
 * Prints the findings of every file as JSON lines: file, rule, severity, section, cells, numbers,
 * places in the text, message. A figure that stands in the file but cannot be told for certain is
 * READ-01, not a blank. Exit code 2 where a file cannot be read, else 1 where a finding is an error,
 * else 0.
 */
import { checkAll } from '../checks/check-all.ts';
import { type Finding, messageOf } from '../checks/finding.ts';
import { type Cell, type CellAddress, cellsOf } from '../formats/cells.ts';
import type { Format } from '../formats/format.ts';
import { formatById } from '../formats/registry.ts';
import type { Reading } from '../reading/reading.ts';
import type { RawReport } from '../report/raw-report.ts';
import { type Report, understand } from '../report/report.ts';
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

function understoodReading(raw: RawReport): Report | undefined {
  const format = formatById(NODE_TOOLS.formats, raw.format);
  return format && understand(raw, format);
}

/** The rule id of a figure that stands in the source but cannot be told for certain. */
const NOT_CERTAIN = 'READ-01';

function isUncertain({ cells }: Reading, address: CellAddress): boolean {
  return cells[address]?.certainty === 'uncertain';
}

/** A cell that could not be read is not blank: it is told as such, with what was seen. */
function uncertainFindings(reading: Reading, format: Format): readonly Finding[] {
  const bySource = new Map<string, Cell[]>();
  for (const cell of cellsOf(format)) {
    if (!isUncertain(reading, cell.address)) continue;
    const source = reading.cells[cell.address]?.source ?? '';
    bySource.set(source, [...(bySource.get(source) ?? []), cell]);
  }
  return [...bySource].map(([source, cells]) => ({
    key: `${NOT_CERTAIN} ${cells[0]?.address}`,
    rule: NOT_CERTAIN,
    severity: 'reminder',
    section: cells[0]?.section.id ?? '',
    cells: cells.map(({ address }) => address),
    numbers: [],
    problem: `${cells[0]?.name} 等 ${cells.length} 格的数分不清，原文是“${source}”`,
    advice: '对照原件填写。',
  }));
}

/**
 * The findings of a reading: the rules' own, and the figures that could not be told; `lastYear` is
 * the report of the year before, where there is one.
 */
export function findingsOf(reading: Reading, lastYear?: Reading): readonly Finding[] {
  const { report } = reading;
  const beside = lastYear && understoodReading(lastYear.report);
  const format = formatById(NODE_TOOLS.formats, report.format);
  if (!format) return [];
  const blank = new Set(format.rules.filter(({ kind }) => kind === 'filled').map(({ id }) => id));
  const findings = checkAll(understand(report, format), 'finished', {
    lastYear: beside,
  }).filter(
    ({ rule, cells }) =>
      !blank.has(rule) || cells.length === 0 || !cells.every((one) => isUncertain(reading, one)),
  );
  return [...findings, ...uncertainFindings(reading, format)];
}

function findingLine(file: string, finding: Finding): string {
  const { rule, severity, section, cells, numbers, places = [] } = finding;
  return JSON.stringify({
    file,
    rule,
    severity,
    section,
    cells,
    numbers,
    places,
    message: messageOf(finding),
  });
}

export async function runFindings(words: readonly string[]): Promise<number> {
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
