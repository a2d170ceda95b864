/**
 * A report as it was typed or read (`RawReport`): every cell is the text somebody wrote, also
 * 「12件」or「１２」. What it means stands in `report.ts`. An immutable value; `change.ts` edits it.
 *
 * 1. `cells` holds text by address. Addresses the format lacks stay: a change of year or a foreign
 *    file costs no figure.
 * 2. `stated` holds totals a document printed, beside the computed ones; they are never repaired.
 * 3. An empty `title` means the standard title of body and year.
 */
import type { AgencyType } from '../formats/agency.ts';
import { type FormatRegistry, formatForYear } from '../formats/registry.ts';

/** draft 填报中, submitted 已提交, returned 退回修改, final 定稿, published 已公布, correction 更正版. */
export const STATUSES = [
  'draft',
  'submitted',
  'returned',
  'final',
  'published',
  'correction',
] as const;

/** The id of a state of a report. */
export type Status = (typeof STATUSES)[number];

/** The body that reports. */
export interface Agency {
  readonly name: string;
  readonly type: AgencyType;
}

/** A note printed under the tables, tied to a cell. */
export interface CellNote {
  readonly cell: string;
  readonly text: string;
}

/**
 * 说明: why a finding is right as it stands; bound to the rule and the numbers seen. An empty `text`
 * is a 提示 that was put aside.
 */
export interface Explanation {
  readonly rule: string;
  readonly cells: readonly string[];
  readonly numbers: readonly string[];
  readonly text: string;
  readonly by: string;
}

/** What somebody said to a remark. */
export interface RemarkAnswer {
  readonly text: string;
  readonly by: string;
  readonly at: string;
}

/** 审核意见: what a supervisor asks of a place in the report. */
export interface Remark {
  readonly place: string;
  readonly text: string;
  readonly by: string;
  readonly at: string;
  readonly settled: boolean;
  /** The sentence that is meant. */
  readonly quote?: string | undefined;
  readonly answers?: readonly RemarkAnswer[] | undefined;
}

/** One step of the report between clerk and supervisor, with who took it. */
export interface ReviewStep {
  readonly status: Status;
  readonly by: string;
  /** ISO time. */
  readonly at: string;
  /** Why it was made final although errors were left, or corrected; empty where nobody had to say. */
  readonly reason: string;
  /** Errors and gaps that were left. */
  readonly left: number;
  /** Where and when it was published, as typed, with the fingerprint of what was. */
  readonly page?: PublishedAt | undefined;
}

/** When and where a report was made public, and the fingerprint of what was. */
export interface PublishedAt {
  readonly date: string;
  readonly address: string;
  readonly digest: string;
}

/** Name and date at the foot of a report. */
export interface Signature {
  readonly name: string;
  /** ISO date, or whatever was typed. */
  readonly date: string;
}

/** A report as typed or read: texts only, nothing understood, nothing computed. */
export interface RawReport {
  readonly format: string;
  readonly year: number;
  readonly agency: Agency;
  readonly status: Status;
  readonly title: string;
  readonly preface: string;
  readonly narrative: Readonly<Record<string, string>>;
  readonly cells: Readonly<Record<string, string>>;
  readonly stated: Readonly<Record<string, string>>;
  readonly notes: readonly CellNote[];
  readonly explanations: readonly Explanation[];
  readonly remarks: readonly Remark[];
  /** Missing in reports that never left the clerk's desk. */
  readonly steps?: readonly ReviewStep[] | undefined;
  readonly signature: Signature;
}

/** An empty report of a body on a year, in the format of that year; undefined before the first format. */
export function newReport(
  formats: FormatRegistry,
  agency: Agency,
  year: number,
): RawReport | undefined {
  const format = formatForYear(formats, year);
  if (!format) return undefined;
  return {
    format: format.id,
    year,
    agency,
    status: 'draft',
    title: '',
    preface: '',
    narrative: {},
    cells: {},
    stated: {},
    notes: [],
    explanations: [],
    remarks: [],
    signature: { name: '', date: '' },
  };
}

/** The name of the body, without blanks around it; empty where none was typed. */
export function agencyName({ agency }: Pick<RawReport, 'agency'>): string {
  return agency.name.trim();
}

/** What stands where a body is named and has no name yet. */
export const UNNAMED_AGENCY = '未填机关名称';

/** A report as lists and files call it: `某县教育局 2025年`. */
export function reportName({ agency, year }: Pick<RawReport, 'agency' | 'year'>): string {
  return `${agency.name || UNNAMED_AGENCY} ${year}年`;
}

/** True for the report of the same body on a year; there should be only one of both. */
export function isReportOn(raw: RawReport, agency: string, year: number): boolean {
  return raw.year === year && agencyName(raw) === agency.trim();
}

/** 标题: `<机关全称><年份>年政府信息公开工作年度报告`. */
export function standardTitle(agency: string, year: number): string {
  return `${agency}${year}年政府信息公开工作年度报告`;
}

/** The title as it is printed: the one typed, else the standard one. */
export function titleOf(raw: RawReport): string {
  return raw.title.trim() || standardTitle(agencyName(raw), raw.year);
}

/** 落款 as it is printed: the name typed, else the body's. */
export function signatureNameOf(raw: RawReport): string {
  return raw.signature.name.trim() || agencyName(raw);
}

/** A report that was printed in the form of another year, in its own; no figure is lost by it. */
export function inFormatOfYear(raw: RawReport, formats: FormatRegistry): RawReport {
  const format = formatForYear(formats, raw.year);
  return !format || format.id === raw.format ? raw : { ...raw, format: format.id };
}
