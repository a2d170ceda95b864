/**
 * Our printable HTML file read again: the report file inside it. The parser is handed in and must be
 * an inert one. A sealed file must also show what it carries: whoever edits a page edits what is seen.
 */
import { type FormatRegistry, formatById } from '../formats/registry.ts';
import { paperOf } from '../paper/paper.ts';
import type { RawReport } from '../report/raw-report.ts';
import { understand } from '../report/report.ts';
import { failure, type Result } from '../report/result.ts';
import { STATE_RULES } from '../report/status.ts';
import { brokenSeal } from './broken-seal.ts';
import { readReportJson } from './read-json.ts';
import type { HtmlDocument, ParseHtml } from './visible-parts.ts';
import { visibleDifference } from './visible-report.ts';
import { REPORT_META } from './write-html.ts';

/** What a sealed page shows otherwise than it carries. */
function shownOtherwise(page: HtmlDocument, raw: RawReport, formats: FormatRegistry) {
  const format = formatById(formats, raw.format);
  if (!format || !STATE_RULES[raw.status].isSealed) return undefined;
  const report = understand(raw, format);
  return visibleDifference(page, report, paperOf(report, { draftMark: false }));
}

/** The report inside a printable file. */
export function readReportHtml(
  text: string,
  formats: FormatRegistry,
  parseHtml: ParseHtml,
): Result<RawReport> {
  const page = parseHtml(text);
  const json = page.querySelector(`meta[name="${REPORT_META}"]`)?.getAttribute('content');
  if (!json) {
    return failure(
      '这个网页里没有年报通的数据',
      '选择由年报通导出的 JSON 或 HTML 文件。现有草稿没有改动。',
    );
  }
  const read = readReportJson(json, formats);
  const otherwise = read.ok && shownOtherwise(page, read.value, formats);
  if (!read.ok || !otherwise) return read;
  return brokenSeal(read.value, [`网页上显示的“${otherwise}”与文件里的数据不同`]);
}
