/**
 * The report as one printable HTML file: no script, nothing loaded from anywhere, the report file
 * inside a meta element so that the same file can be opened again.
 */
import type { Finding } from '../checks/finding.ts';
import { type PaperLook, paperMarkup } from '../paper/markup.ts';
import type { Paper } from '../paper/paper.ts';
import type { Report } from '../report/report.ts';
import { htmlPage } from './html-text.ts';
import { toReportFile } from './report-file.ts';

/** Name of the meta element by which a page is known to carry a report. */
export const REPORT_META = 'nianbaotong-report';

/** The sheet on screen, where no app is around it. */
const SCREEN_CSS = `
body { margin: 0; background: #eceeec; }
@media screen { .paper { box-sizing: border-box; max-width: var(--paper-sheet-width); margin: 16px auto; padding: var(--paper-top) var(--paper-right) var(--paper-bottom) var(--paper-left); background: #fff; } }
@media print { body { background: #fff; } }
`;

/** What the page of a report is made of beside the report. */
export interface HtmlOptions {
  readonly paper: Paper;
  /** The style sheet of the paper, its setting included. */
  readonly css: string;
  readonly look: PaperLook;
}

/** The text of the printable file. */
export function writeReportHtml(
  report: Report,
  findings: readonly Finding[],
  { paper, css, look }: HtmlOptions,
): string {
  return htmlPage({
    title: paper.title,
    css: `${css}${SCREEN_CSS}`,
    body: paperMarkup(paper, look),
    meta: { [REPORT_META]: JSON.stringify(toReportFile(report, findings)) },
  });
}
