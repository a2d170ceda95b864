/**
 * The report as one printable HTML file: no script, nothing loaded from anywhere, the report file
 * inside a meta element so that the same file can be opened again.
 */
import type { Finding } from '../checks/finding.ts';
import { paperMarkup } from '../paper/markup.ts';
import { paperOf } from '../paper/paper.ts';
import type { Report } from '../report/report.ts';
import { htmlPage } from './html-text.ts';
import { toReportFile } from './report-file.ts';

export const REPORT_META = 'nianbaotong-report';

/** The sheet on screen, where no app is around it. */
const SCREEN_CSS = `
body { margin: 0; background: #eceeec; }
@media screen { .paper { box-sizing: border-box; max-width: 210mm; margin: 16px auto; padding: 25mm 22mm; background: #fff; } }
@media print { body { background: #fff; } }
`;

export interface HtmlOptions {
  /** The style sheet of the paper. */
  readonly css: string;
  readonly draftMark: boolean;
}

/** The text of the printable file. */
export function writeReportHtml(
  report: Report,
  findings: readonly Finding[],
  { css, draftMark }: HtmlOptions,
): string {
  const paper = paperOf(report, { draftMark });
  return htmlPage({
    title: paper.title,
    css: `${css}${SCREEN_CSS}`,
    body: paperMarkup(paper),
    meta: { [REPORT_META]: JSON.stringify(toReportFile(report, findings)) },
  });
}
