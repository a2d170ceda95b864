/** The report file as JSON text, laid out for people who look into it. */
import type { Finding } from '../checks/finding.ts';
import type { Report } from '../report/report.ts';
import { toReportFile } from './report-file.ts';

/** The text of the report file, with the findings of the moment inside. */
export function writeReportJson(report: Report, findings: readonly Finding[]): string {
  return `${JSON.stringify(toReportFile(report, findings), null, 2)}\n`;
}
