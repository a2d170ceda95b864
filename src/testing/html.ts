/** What tests in Node need of HTML, where there is no DOMParser to hand in. */
import { parseHTML } from 'linkedom';
import { readReportHtml } from '../file/read-html.ts';
import { readReportJson } from '../file/read-json.ts';
import type { ParseHtml } from '../file/visible-parts.ts';
import type { FormatRegistry } from '../formats/registry.ts';
import type { RawReport } from '../report/raw-report.ts';
import type { Result } from '../report/result.ts';

export const parseHtml: ParseHtml = (html) =>
  parseHTML(html).document as unknown as ReturnType<ParseHtml>;

/** A file of ours opened again by a stranger: JSON or HTML, told by how it begins. */
export function openedAgain(text: string, formats: FormatRegistry): Result<RawReport> {
  return text.trimStart().startsWith('<')
    ? readReportHtml(text, formats, parseHtml)
    : readReportJson(text, formats);
}
