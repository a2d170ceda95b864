/**
 * Where the three tables stand among the lines of a document, told by their own printed words (the
 * note on the balance, the column heads), not by headings, which are lost or renamed too often.
 */
import type { Line } from '../lines.ts';

/** Lines from `from` up to, not with, `to`. */
export interface Region {
  readonly from: number;
  readonly to: number;
}

export interface TableRegions {
  readonly proactive?: Region;
  readonly requests?: Region;
  readonly disputes?: Region;
}

const PROACTIVE_MARK =
  /(?:^|项)信息内容(?:$|本年|上一年|采购)|本年制发件数|本年新?制作数量|本年处理决定数量|上一年项目数量|本年收费金额|采购项目数量/;
/** A sub-heading of the narrative, between which a table may stand. */
const SUB_HEADING = /^\([一二三四五六七八]\)(?!项)/;
const REQUESTS_MARK = /勾稽关系|申请人情况/;
const REQUESTS_FIRST_ROW = /本年度?新收(?:政府信息公开)?申请/;
const REQUESTS_LAST_ROW = /结转[到至]?下[一]?年/;
const DISPUTES_MARK = /未经复议直接起诉|复议后起诉|(?:结果维持.{0,4}结果纠正.{0,4}其他结果)/;
const DISPUTES_HEAD = /^行政复议行政诉讼/;

/** A sentence of the narrative: tables hold none. */
function isProse({ compact, kind }: Line): boolean {
  return kind === 'text' && /。|；[^；]*；/.test(compact) && !/勾稽关系/.test(compact);
}

function find(lines: readonly Line[], from: number, test: (line: Line) => boolean): number {
  for (let at = Math.max(0, from); at < lines.length; at += 1) {
    const line = lines[at];
    if (line && test(line)) return at;
  }
  return -1;
}

/** The first line at or after `from` that ends a table: prose, or a heading of another section. */
function endOf(lines: readonly Line[], from: number, own: string): number {
  const end = find(
    lines,
    from,
    (line) =>
      isProse(line) || (line.kind === 'text' && line.heading !== undefined && line.heading !== own),
  );
  return end < 0 ? lines.length : end;
}

function isMark(pattern: RegExp): (line: Line) => boolean {
  return (line) => pattern.test(line.compact) && !isProse(line);
}

function requestsRegion(lines: readonly Line[]): Region | undefined {
  const marked = find(lines, 0, isMark(REQUESTS_MARK));
  const from = marked >= 0 ? marked : find(lines, 0, isMark(REQUESTS_FIRST_ROW));
  if (from < 0) return undefined;
  const last = find(lines, from, isMark(REQUESTS_LAST_ROW));
  const disputes = find(
    lines,
    from + 1,
    (line) => isMark(DISPUTES_MARK)(line) || DISPUTES_HEAD.test(line.compact),
  );
  const end = endOf(lines, last >= 0 ? last : from + 1, 'requests');
  return { from, to: disputes >= 0 ? Math.min(end, disputes) : end };
}

function proactiveRegion(lines: readonly Line[], requests: Region | undefined): Region | undefined {
  const limit = requests?.from ?? lines.length;
  const from = find(lines, 0, isMark(PROACTIVE_MARK));
  if (from < 0 || from >= limit) return undefined;
  const end = find(
    lines,
    from + 1,
    (line) =>
      isProse(line) ||
      SUB_HEADING.test(line.compact) ||
      (line.kind === 'text' && line.heading !== undefined && line.heading !== 'proactive'),
  );
  return { from, to: end < 0 ? limit : Math.min(end, limit) };
}

function disputesRegion(lines: readonly Line[], after: number): Region | undefined {
  const isStart = (line: Line) =>
    (line.kind === 'text' && line.heading === 'disputes') ||
    isMark(DISPUTES_MARK)(line) ||
    (DISPUTES_HEAD.test(line.compact) && !isProse(line));
  const from = find(lines, after, isStart);
  if (from < 0) return undefined;
  return { from, to: endOf(lines, from + 1, 'disputes') };
}

/** Where each table stands; a table whose words are nowhere is left out. */
export function tableRegions(lines: readonly Line[]): TableRegions {
  const requests = requestsRegion(lines);
  const proactive = proactiveRegion(lines, requests);
  const disputes = disputesRegion(lines, requests?.to ?? proactive?.to ?? 0);
  return {
    ...(proactive ? { proactive } : {}),
    ...(requests ? { requests } : {}),
    ...(disputes ? { disputes } : {}),
  };
}

export type TableId = keyof TableRegions;

/** What only the head or the first row of a table says. */
const STARTS: Readonly<Record<TableId, (line: Line) => boolean>> = {
  proactive: isMark(PROACTIVE_MARK),
  requests: (line) => isMark(REQUESTS_MARK)(line) || isMark(REQUESTS_FIRST_ROW)(line),
  disputes: (line) =>
    isMark(DISPUTES_MARK)(line) || (DISPUTES_HEAD.test(line.compact) && !isProse(line)),
};
const FEE_HEAD = /本年收费金额/;
const FEE_ROW = /行政事业性收费/;
const PROCUREMENT_ROW = /集中采购/;
/** So many figures make a row of disputes, apart or run together. */
const DISPUTES_FIGURES = 12;

function figuresIn({ compact }: Line): number {
  const runs = compact.match(/\d+/g) ?? [];
  const longest = Math.max(0, ...runs.map((run) => run.length));
  return Math.max(runs.length, longest >= DISPUTES_FIGURES ? longest : 0);
}

interface OpenTable {
  readonly table: TableId;
  readonly from: number;
  figures: number;
  /** Whether the fees have a head of their own: then they are the last row. */
  hasFeeHead: boolean;
  /** The line that ends it, where it was seen. */
  last: number | undefined;
}

function isLastRow(open: OpenTable, line: Line): boolean {
  if (open.table === 'requests') return isMark(REQUESTS_LAST_ROW)(line);
  if (open.table === 'proactive') {
    return isMark(PROCUREMENT_ROW)(line) || (open.hasFeeHead && isMark(FEE_ROW)(line));
  }
  return open.figures >= DISPUTES_FIGURES;
}

/**
 * Every stretch of lines that looks like a table, in whatever order they stand and however often: another
 * begins where the head or first row of one is seen that is not the one still going on.
 */
export function allTableRegions(
  lines: readonly Line[],
): readonly (Region & { readonly table: TableId })[] {
  const found: OpenTable[] = [];
  lines.forEach((line, at) => {
    const table = (Object.keys(STARTS) as TableId[]).find((one) => STARTS[one](line));
    const open = found[found.length - 1];
    if (table && (open?.table !== table || open.last !== undefined)) {
      found.push({ table, from: at, figures: 0, hasFeeHead: false, last: undefined });
    }
    const now = found[found.length - 1];
    if (!now || isProse(line)) return;
    now.figures += figuresIn(line);
    now.hasFeeHead ||= FEE_HEAD.test(line.compact);
    if (isLastRow(now, line)) now.last ??= at;
  });
  return found.map(({ table, from, last }, at) => {
    const end = endOf(lines, last ?? from + 1, table);
    return { table, from, to: Math.min(end, found[at + 1]?.from ?? lines.length) };
  });
}
