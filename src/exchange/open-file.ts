/** A file of ours, whatever it is called: JSON or HTML, told by what stands in it. */
import type { FormatRegistry } from '../formats/registry.ts';
import type { RawReport } from '../report/raw-report.ts';
import { failure, type Result } from '../report/result.ts';
import { type ParseHtml, readReportHtml } from './read-html.ts';
import { readReportJson } from './read-json.ts';
import { LARGEST_TEXT } from './safe-json.ts';

/** The report in a file, or one sentence why there is none. */
export function readReportFile(
  name: string,
  text: string,
  formats: FormatRegistry,
  parseHtml: ParseHtml,
): Result<RawReport> {
  if (text.length > LARGEST_TEXT) {
    return failure(`“${name}”太大，不是年报文件`, '选择由年报通导出的文件。现有草稿没有改动。');
  }
  const start = text.replace(/^\ufeff/, '').trimStart();
  if (start.startsWith('{')) return readReportJson(start, formats);
  if (start.startsWith('<')) return readReportHtml(start, formats, parseHtml);
  return failure(
    `“${name}”不是年报通导出的文件`,
    '选择由年报通导出的 JSON 或 HTML 文件。现有草稿没有改动。',
  );
}
