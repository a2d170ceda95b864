/**
 * The report as one printable HTML file: no script, nothing loaded from anywhere, the report file
 * inside a meta element so that the same file can be opened again.
 */
import type { Finding } from '../checks/finding.ts';
import { paperMarkup } from '../paper/markup.ts';
import { paperOf } from '../paper/paper.ts';
import type { Report } from '../report/report.ts';
import { escaped, htmlOf } from './html-text.ts';
import { toReportFile } from './report-file.ts';

export const REPORT_META = 'nianbaotong-report';

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

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
  const file = JSON.stringify(toReportFile(report, findings));
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="年报通">
<meta name="${REPORT_META}" content="${escaped(file)}">
<title>${escaped(paper.title)}</title>
<style>${css.replace(/<\//g, '<\\/')}${SCREEN_CSS}</style>
</head>
<body>
${htmlOf(paperMarkup(paper))}
</body>
</html>
`;
}
