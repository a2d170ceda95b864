/**
 * What a paste would do, cell by cell, before anything is done: which cells change, which totals were
 * pasted beside the computed ones, what could not be read, what has no place, what is to be asked.
 *
 *   clipboard → tables → placed by label, else by place → plan → (answers) → texts of cells
 *
 * 1. Nothing is written that the plan does not show; figures under a question only when it is answered.
 * 2. A blank never wipes out what was typed.
 * 3. Computed cells are never written; a pasted total that differs is told.
 */
import { type Cell, type CellAddress, cellAt, isEntered } from '../formats/cells.ts';
import type { Table } from '../formats/format.ts';
import { type Figure, readFigure } from '../report/figure.ts';
import { type Report, understand, valueAt } from '../report/report.ts';
import {
  type ClipboardContent,
  type ClipboardTable,
  clipboardTables,
  type ParseClipboardHtml,
} from './clipboard-table.ts';
import { isFigureLike, runningTable } from './clipboard-words.ts';
import { alignByLabels } from './paste-align.ts';
import type { Alignment, PasteQuestion, Placed, UnmatchedText } from './paste-lines.ts';
import { alignByPlace } from './paste-position.ts';
import { askedZeroRows, ZERO_ROWS } from './paste-zero-rows.ts';
import { statutoryLabels } from './statutory-labels.ts';

/** `changed` and `same` beside what stands there; `computed` is looked at only. */
export type PastedState = 'changed' | 'same' | 'computed' | 'unreadable';

/** What a paste would do to one cell. */
export interface PlannedCell {
  readonly address: CellAddress;
  readonly name: string;
  /** As it was in the clipboard. */
  readonly raw: string;
  readonly before: string;
  /** What is written if nothing is answered; undefined where nothing is. */
  readonly text: string | undefined;
  readonly state: PastedState;
  /** What is written instead if this question is answered with yes. */
  readonly asked?: { readonly question: string; readonly text: string };
}

/** What a paste would do to a table, before it is agreed to. */
export interface PastePlan {
  readonly table: Table;
  readonly cells: readonly PlannedCell[];
  readonly unmatched: readonly UnmatchedText[];
  readonly questions: readonly PasteQuestion[];
}

/** A pasted total beside the computed one. */
export interface DifferingTotal {
  readonly name: string;
  readonly pasted: string;
  readonly computed: string;
}

/** Where a paste goes. */
export interface PasteTarget {
  readonly report: Report;
  readonly table: Table;
  /** The active cell. */
  readonly focus: CellAddress;
  /** How many rows are marked from there on; a single pasted row is repeated over them. */
  readonly rows?: number;
}

/** The plan for what the clipboard holds; one without cells where it holds no figure. */
export function planPaste(
  content: ClipboardContent,
  target: PasteTarget,
  parsePage: ParseClipboardHtml,
): PastePlan {
  const { placed, unmatched } = align(content, target, parsePage);
  const isWorth = placed.some(({ raw }) => isFigureLike(raw));
  const asked = askedZeroRows(isWorth ? placed : [], target.report.format);
  const planned = asked.flatMap((one) => plannedCell(one, target.report));
  const cells = planned.map(({ cell }) => cell);
  const questions = new Map(
    planned.flatMap(({ question }) => (question ? [[question.id, question]] : [])),
  );
  return { table: target.table, cells, unmatched, questions: [...questions.values()] };
}

function align(
  content: ClipboardContent,
  { report, table, focus, rows }: PasteTarget,
  parsePage: ParseClipboardHtml,
): Alignment {
  const divided = clipboardTables(content, parsePage);
  const tables =
    divided.length > 0 ? divided : [runningTable(content.text, statutoryLabels(table))];
  const labelled = alignByLabels(tables, table);
  if (labelled.placed.length > 0 || labelled.unmatched.length > 0) return labelled;
  const [first] = [...tables].sort((one, other) => other.rows.length - one.rows.length);
  if (!first) return { placed: [], unmatched: [] };
  const agrees = (placed: readonly Placed[]) => totalsAgree(report, placed);
  return alignByPlace(overRows(first, rows), table, focus, agrees);
}

/** A single row is repeated over the rows that are marked, as in a spreadsheet. */
function overRows(pasted: ClipboardTable, rows = 1): ClipboardTable {
  const [only, another] = pasted.rows;
  if (!only || another || rows < 2) return pasted;
  return { ...pasted, rows: Array.from({ length: rows }, () => only) };
}

/** True where no pasted figure on a computed cell contradicts the sum of what is pasted with it. */
function totalsAgree(report: Report, placed: readonly Placed[]): boolean {
  const cells = { ...report.raw.cells };
  for (const { address, raw } of placed) if (raw !== '') cells[address] = raw;
  const after = understand({ ...report.raw, cells }, report.format);
  return placed.every(({ address, raw }) => {
    const cell = cellAt(report.format, address);
    const stated = cell?.addends && readFigure(raw, cell);
    const sum = valueAt(after, address);
    if (stated?.state !== 'known' || sum.state === 'blank') return true;
    return sum.state === 'known' && sum.value.eq(stated.value);
  });
}

interface Planned {
  readonly cell: PlannedCell;
  readonly question?: PasteQuestion;
}

function plannedCell({ address, raw, question }: Placed, report: Report): readonly Planned[] {
  const cell = cellAt(report.format, address);
  if (!cell) return [];
  const before = report.raw.cells[address] ?? '';
  const base = { address, name: cell.name, raw, before };
  if (!isEntered(cell)) return [{ cell: { ...base, text: undefined, state: 'computed' } }];
  if (raw.trim() === '') return [plannedBlank(base, question)];
  const read = readPasted(raw, cell);
  const asks = question ?? read.question;
  // A dash may mean nothing at all: unasked it takes the place of nothing that was typed.
  const isWaiting = question !== undefined || (read.question === DASH && before.trim() !== '');
  const text = isWaiting ? undefined : read.text;
  const then = read.question && !question ? read.suggestion : read.text;
  const isChange = (then ?? read.text) !== before;
  const state = read.isFigure || read.question ? (isChange ? 'changed' : 'same') : 'unreadable';
  if (!asks) return [{ cell: { ...base, text, state } }];
  const asked = { question: asks.id, text: then ?? read.text };
  return [{ cell: { ...base, text, state, asked }, question: asks }];
}

/** A blank writes nothing; in a row of nothing but 0 it may be said to mean 0. */
function plannedBlank(
  base: Omit<PlannedCell, 'text' | 'state'>,
  question: PasteQuestion | undefined,
): Planned {
  if (question !== ZERO_ROWS || base.before.trim() !== '') {
    return { cell: { ...base, text: undefined, state: 'same' } };
  }
  const asked = { question: question.id, text: '0' };
  return { cell: { ...base, text: undefined, state: 'changed', asked }, question };
}

interface Read {
  /** What is written without asking: the figure where it is plain, else what was pasted. */
  readonly text: string;
  readonly isFigure: boolean;
  readonly question?: PasteQuestion;
  readonly suggestion?: string;
}

const DASH: PasteQuestion = { id: 'dash', text: '有的格是“/”“—”或“无”：都当作 0 来填？' };
const MONEY: PasteQuestion = {
  id: 'money',
  text: '有的金额写着另一种单位：换算成本表的单位来填？',
};
const ROUND: PasteQuestion = { id: 'round', text: '有的数不是表上的写法：按预览里的整数来填？' };

function readPasted(raw: string, cell: Cell): Read {
  const figure: Figure = readFigure(raw, cell);
  if (figure.state === 'known') return { text: figure.text, isFigure: true };
  if (figure.state === 'blank' || figure.suggestion === undefined) {
    return { text: raw, isFigure: false };
  }
  const { reason, suggestion } = figure;
  // 「12件」in a cell that counts things says nothing but 12.
  if (reason === 'unit' && cell.kind !== 'amount') return { text: suggestion, isFigure: true };
  const question = reason === 'dash' ? DASH : reason === 'unit' ? MONEY : ROUND;
  return { text: raw, isFigure: false, question, suggestion };
}

/** The text a cell gets once the questions are answered; undefined where it stays as it is. */
export function answeredText(cell: PlannedCell, yes: ReadonlySet<string>): string | undefined {
  return cell.asked && yes.has(cell.asked.question) ? cell.asked.text : cell.text;
}

/** The texts to write, for the questions answered with yes. */
export function pastedTexts(
  { cells }: PastePlan,
  yes: ReadonlySet<string>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    cells.flatMap((cell) => {
      const text = answeredText(cell, yes);
      return text === undefined ? [] : [[cell.address, text] as const];
    }),
  );
}

/** Pasted totals that are not the sums of the figures as they will stand. */
export function differingTotals(
  plan: PastePlan,
  report: Report,
  yes: ReadonlySet<string>,
): readonly DifferingTotal[] {
  const cells = { ...report.raw.cells, ...pastedTexts(plan, yes) };
  const after = understand({ ...report.raw, cells }, report.format);
  return plan.cells.flatMap(({ address, raw, name, state }) => {
    const stated = state === 'computed' ? readFigure(raw, { kind: 'count' }) : undefined;
    const computed = valueAt(after, address);
    if (stated?.state !== 'known' || computed.state !== 'known') return [];
    if (stated.value.eq(computed.value)) return [];
    return [{ name, pasted: stated.text, computed: computed.text }];
  });
}
