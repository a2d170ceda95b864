/**
 * The report as it prints, as data: title, preface, six headings exactly as in the notice, words,
 * tables, signature. Every view and every writer of a whole report begins from here; how it looks
 * is theirs.
 */
import { readDay, writtenDay } from '../checks/dates.ts';
import { cellAt } from '../formats/cells.ts';
import type { Section } from '../formats/format.ts';
import { type Grid, type GridCell, gridOf } from '../formats/grid.ts';
import { signatureNameOf, titleOf } from '../report/raw-report.ts';
import { type Report, valueAt } from '../report/report.ts';

/** A printed cell: a label, or a figure as it stands on paper. */
export interface PaperCell extends GridCell {
  readonly printed: string;
}

/** A row of a printed table with its cells. */
export interface PaperRow {
  readonly head: boolean;
  readonly cells: readonly PaperCell[];
}

/** A heading, a paragraph or a table, in the order of the report. */
export type PaperBlock =
  | { readonly kind: 'heading' | 'subheading' | 'paragraph'; readonly text: string }
  | {
      readonly kind: 'table';
      readonly label: string;
      readonly grid: Grid;
      readonly rows: readonly PaperRow[];
      readonly notes: readonly string[];
    };

/** A report as it prints, before any pages are made. */
export interface Paper {
  readonly title: string;
  readonly preface: readonly string[];
  readonly blocks: readonly PaperBlock[];
  readonly signature: { readonly name: string; readonly date: string };
  /** 草稿 on every page. */
  readonly draftMark: boolean;
}

const SECOND_LEVEL = /^（[一二三四五六七八九十]+）.{0,24}$/;

/** Characters no paper shows and no HTML file carries: controls, and halves of a pair. */
const UNPRINTABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it is about
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(^|[^\ud800-\udbff])[\udc00-\udfff]/g;

function printable(text: string): string {
  return text.replace(UNPRINTABLE, '$1');
}

function linesOf(text: string): readonly string[] {
  return printable(text)
    .split(/\r\n|\n|\r/)
    .map((line) => line.trim())
    .filter(Boolean);
}

function wordBlocks(text: string): readonly PaperBlock[] {
  return linesOf(text).map((line) => ({
    kind: SECOND_LEVEL.test(line) ? 'subheading' : 'paragraph',
    text: line,
  }));
}

/** A figure on paper; an amount whose column prints no unit carries its own. */
export function printedFigure(report: Report, address: string): string {
  const value = valueAt(report, address);
  if (value.state === 'unreadable') return printable(value.raw).trim();
  if (value.state !== 'known') return '';
  const cell = cellAt(report.format, address);
  const needsUnit = cell?.unit !== undefined && !cell.column.label.includes(cell.unit);
  return needsUnit ? `${value.text}${cell?.unit}` : value.text;
}

function tableBlock(report: Report, section: Extract<Section, { kind: 'table' }>): PaperBlock {
  const grid = gridOf(section.table);
  return {
    kind: 'table',
    label: section.table.caption,
    grid,
    rows: grid.rows.map(({ head, cells }) => ({
      head,
      cells: cells.map((cell) => ({
        ...cell,
        printed: cell.address ? printedFigure(report, cell.address) : cell.text,
      })),
    })),
    notes: report.raw.notes
      .filter(({ cell }) => cell.startsWith(`${section.table.id}/`))
      .map(({ cell, text }) => `${cellAt(report.format, cell)?.name ?? cell}：${printable(text)}`),
  };
}

function sectionBlocks(report: Report, section: Section): readonly PaperBlock[] {
  const heading: PaperBlock = { kind: 'heading', text: section.heading };
  if (section.kind === 'table') return [heading, tableBlock(report, section)];
  return [heading, ...wordBlocks(report.raw.narrative[section.id] ?? '')];
}

function printedDate(typed: string): string {
  const day = readDay(typed);
  return day ? writtenDay(day) : printable(typed).trim();
}

/** What a paper shows that is not in the report. */
export interface PaperOptions {
  readonly draftMark: boolean;
}

/** The paper of a report. */
export function paperOf(report: Report, { draftMark }: PaperOptions): Paper {
  const { raw, format } = report;
  return {
    title: printable(titleOf(raw)),
    preface: linesOf(raw.preface),
    blocks: format.sections.flatMap((section) => sectionBlocks(report, section)),
    signature: { name: printable(signatureNameOf(raw)), date: printedDate(raw.signature.date) },
    draftMark,
  };
}
