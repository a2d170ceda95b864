/**
 * What a figure stated in words is compared with: for each meaning the sums of cells it may stand
 * for. Reports use some words in two ways (受理 with or without 上年结转), so several readings may be
 * right; a figure is wrong only where none of them fits.
 */
import Big from 'big.js';
import { addressOf, type CellAddress, cellAt, cellsOf } from '../../formats/cells.ts';
import type { Format } from '../../formats/format.ts';
import type { Report } from '../../report/report.ts';
import type { ReportStage } from '../finding.ts';
import { figureFor } from '../rules/counted.ts';
import type { Meaning, StatedFigure } from './stated-figures.ts';

/** Cells whose sum is one reading of a meaning. */
export interface FigureReading {
  readonly label: string;
  readonly cells: readonly CellAddress[];
  readonly value: Big;
}

type Sum = readonly CellAddress[];

const TOTAL = 'total';
const LEGAL_PERSONS = [
  'enterprise',
  'research',
  'socialOrganization',
  'legalService',
  'otherOrganization',
];

function requests(rows: readonly string[], columns: readonly string[] = [TOTAL]): Sum {
  return rows.flatMap((row) => columns.map((column) => addressOf('requests', row, column)));
}

/** 本年新收, or with what last year left, or what was concluded: the three ways to count a year. */
function ofTheYear(columns: readonly string[]): readonly Sum[] {
  return [
    requests(['received'], columns),
    requests(['received', 'carriedIn'], columns),
    requests(['concluded'], columns),
  ];
}

/** The rows of one group of outcomes: `denied` has eight, （六） one in 2019 and three in 2021. */
function outcomeRows(format: Format, group: string): readonly string[] {
  const rows = cellsOf(format)
    .filter(({ table, row }) => table.id === 'requests' && row.id.split('.')[0] === group)
    .map(({ row }) => row.id);
  return [...new Set(rows)];
}

function disputes(rows: readonly string[], column = TOTAL): Sum {
  return rows.map((row) => addressOf('disputes', row, column));
}

const LITIGATION = ['litigationDirect', 'litigationAfterReview'];

function disputeResult({ dispute }: StatedFigure, column: string): readonly Sum[] {
  return [disputes(dispute === 'litigation' ? LITIGATION : ['review'], column)];
}

function stockOf(row: string, column2021: string, column2019?: string): readonly Sum[] {
  return [column2021, ...(column2019 ? [column2019] : [])].map((column) => [
    addressOf('proactive', row, column),
  ]);
}

const SUMS: Readonly<Record<Meaning, (format: Format, figure: StatedFigure) => readonly Sum[]>> = {
  received: () => ofTheYear([TOTAL]).slice(0, 2),
  handled: () => ofTheYear([TOTAL]),
  carriedIn: () => [requests(['carriedIn'])],
  carriedOut: () => [requests(['carriedOut'])],
  concluded: () => [requests(['concluded'])],
  naturalPerson: () => ofTheYear(['naturalPerson']),
  legalPerson: () => ofTheYear(LEGAL_PERSONS),
  enterprise: () => ofTheYear(['enterprise']),
  research: () => ofTheYear(['research']),
  socialOrganization: () => ofTheYear(['socialOrganization']),
  legalService: () => ofTheYear(['legalService']),
  granted: () => [requests(['granted'])],
  partlyGranted: () => [requests(['partlyGranted'])],
  grantedOrPartly: () => [requests(['granted', 'partlyGranted'])],
  denied: (format) => [requests(outcomeRows(format, 'denied'))],
  unavailable: (format) => [requests(outcomeRows(format, 'unavailable'))],
  notProcessed: (format) => [requests(outcomeRows(format, 'notProcessed'))],
  otherOutcome: (format) => [requests(outcomeRows(format, 'otherOutcome'))],
  review: () => [disputes(['review'])],
  litigation: () => [disputes(LITIGATION)],
  disputeUpheld: (_, figure) => disputeResult(figure, 'upheld'),
  disputeCorrected: (_, figure) => disputeResult(figure, 'corrected'),
  disputeOther: (_, figure) => disputeResult(figure, 'otherResult'),
  disputePending: (_, figure) => disputeResult(figure, 'pending'),
  papersIssued: () => stockOf('normativeDocuments', 'issued', 'produced'),
  papersRepealed: () => stockOf('normativeDocuments', 'repealed'),
  papersEffective: () => stockOf('normativeDocuments', 'effective'),
  rulesIssued: () => stockOf('rules', 'issued', 'produced'),
  rulesRepealed: () => stockOf('rules', 'repealed'),
  rulesEffective: () => stockOf('rules', 'effective'),
};

const LABELS: Readonly<Record<Meaning, string>> = {
  received: '本年新收',
  handled: '本年新收',
  carriedIn: '上年结转',
  carriedOut: '结转下年',
  concluded: '办理总计',
  naturalPerson: '本年新收 · 自然人',
  legalPerson: '本年新收 · 法人或其他组织',
  enterprise: '本年新收 · 商业企业',
  research: '本年新收 · 科研机构',
  socialOrganization: '本年新收 · 社会公益组织',
  legalService: '本年新收 · 法律服务机构',
  granted: '予以公开',
  partlyGranted: '部分公开',
  grantedOrPartly: '予以公开加部分公开',
  denied: '不予公开各行合计',
  unavailable: '无法提供各行合计',
  notProcessed: '不予处理各行合计',
  otherOutcome: '其他处理合计',
  review: '行政复议总计',
  litigation: '行政诉讼总计',
  disputeUpheld: '结果维持',
  disputeCorrected: '结果纠正',
  disputeOther: '其他结果',
  disputePending: '尚未审结',
  papersIssued: '行政规范性文件本年制发件数',
  papersRepealed: '行政规范性文件本年废止件数',
  papersEffective: '行政规范性文件现行有效件数',
  rulesIssued: '规章本年制发件数',
  rulesRepealed: '规章本年废止件数',
  rulesEffective: '规章现行有效件数',
};

const ZERO = new Big(0);

function sumAt(report: Report, cells: Sum, stage: ReportStage): Big | undefined {
  const values = cells.flatMap((address) => figureFor(report, address, stage) ?? []);
  if (values.length === 0 || (stage === 'drafting' && values.length < cells.length))
    return undefined;
  return values.reduce((sum, value) => sum.plus(value), ZERO);
}

/** The readings of a stated figure whose cells exist in this format and are known. */
export function readingsOf(
  report: Report,
  figure: StatedFigure,
  stage: ReportStage,
): readonly FigureReading[] {
  return SUMS[figure.meaning](report.format, figure).flatMap((cells) => {
    const exist = cells.every((address) => cellAt(report.format, address));
    const value = exist && cells.length > 0 ? sumAt(report, cells, stage) : undefined;
    return value ? [{ label: LABELS[figure.meaning], cells, value }] : [];
  });
}
