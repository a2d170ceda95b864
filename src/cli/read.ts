/**
 * npm run --silent read -- FILE…
 *
 * Prints one line of JSON per file: the report file (上报文件) of the report in it, computed cells
 * included, with one more member:
 *
 *   reading.cells         by address: certainty (read, derived, uncertain), text as printed, note,
 *                         source (the stretch it was read from)
 *   reading.printed       all figures as printed, shaped like `tables`: totals as stated, not as
 *                         computed; null for a blank cell and for one that is not certain
 *   reading.stated        totals as printed, by address
 *   reading.missing       cells and fields of which nothing was found
 *   reading.notUnderstood stretches of tables that were given to no cell
 *   reading.setAside      lines of the page round the report: dates of publication, buttons
 *   reading.proposed      fields told from their place or sound, not from a heading
 *   reading.leftOut       what the file holds and was not read: hidden sheets, rows and text, pages
 *   reading.rivals        tables the file holds more than once with other figures (last year's, a draft's),
 *                         each with where it stands; in `cells` none of them is certain
 *
 * The app opens such a line as the report file it holds; the member is set aside there.
 * A file that cannot be read is told in one sentence on stderr; then the exit code is 2.
 */
import { check } from '../checks/check.ts';
import type { ReadingMember } from '../file/reading-member.ts';
import { toReportFile } from '../file/report-file.ts';
import { formatById } from '../formats/registry.ts';
import type { Reading } from '../reading/reading.ts';
import { understand } from '../report/report.ts';
import { NODE_TOOLS } from './node-tools.ts';
import { readFiles } from './read-files.ts';

/** The line of JSON of one reading. */
export function readingLine({ report, document: _, ...reading }: Reading): string {
  const format = formatById(NODE_TOOLS.formats, report.format);
  if (!format) throw new Error(`no format ${report.format}`);
  const understood = understand(report, format);
  const file = toReportFile(understood, check(understood, 'finished'));
  const member: ReadingMember = reading;
  return JSON.stringify({ ...file, reading: member });
}

export async function runRead(names: readonly string[]): Promise<number> {
  if (names.length === 0) {
    process.stderr.write('用法：npm run --silent read -- 文件…\n');
    return 2;
  }
  return readFiles(names, ({ reading }) => {
    process.stdout.write(`${readingLine(reading)}\n`);
  });
}
