/** Report files for fuzz tests: of both formats, full, worded, reviewed and final. */
import { check } from '../checks/check.ts';
import { type ReportFile, toReportFile } from '../file/report-file.ts';
import type { RawReport } from '../report/raw-report.ts';
import { SAMPLE_2021 } from '../samples/sample-2021.ts';
import { CITY_2025, DADUKOU_2019, reportOf, understood, withCells } from './reports.ts';

/** Texts that are no plain figures, a total that is wrong, a figure without a cell, and all that is said. */
const REVIEWED: RawReport = {
  ...withCells(SAMPLE_2021, {
    'requests/granted/research': '12件',
    'requests/partlyGranted/research': '１２',
    'requests/denied.stateSecret/research': '——',
    'proactive/fees/amount': '3.50',
    'requests/repeated/x': '5',
  }),
  status: 'returned',
  title: '我局的报告',
  stated: { 'requests/received/total': '99', 'requests/gone/total': '7' },
  notes: [{ cell: 'requests/received/total', text: '含上年补录' }],
  explanations: [
    { rule: 'F-01', cells: ['requests/received/total'], numbers: ['99'], text: '核过', by: '王' },
  ],
  remarks: [
    {
      place: 'overview',
      text: '补充培训情况',
      by: '李',
      at: '2026-01-20T08:00:00Z',
      settled: false,
      quote: '全年',
      answers: [{ text: '已补充', by: '王', at: '2026-01-21T08:00:00Z' }],
    },
  ],
  steps: [
    { status: 'submitted', by: '王', at: '2026-01-19T08:00:00Z', reason: '', left: 0 },
    { status: 'returned', by: '李', at: '2026-01-20T08:00:00Z', reason: '数不平', left: 2 },
  ],
  signature: { name: '某局', date: '2026-01-20' },
};

export const REPORTS: readonly RawReport[] = [
  SAMPLE_2021,
  { ...SAMPLE_2021, status: 'final' },
  REVIEWED,
  reportOf(CITY_2025),
  { ...reportOf(DADUKOU_2019), status: 'final' },
];

export const REPORT_FILES: readonly ReportFile[] = REPORTS.map((raw) => {
  const report = understood(raw);
  return toReportFile(report, check(report, 'drafting'));
});
