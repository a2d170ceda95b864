/**
 * Where the three tables stand among the lines of a document, told by their own printed words (the
 * note on the balance, the column heads), not by headings, which are lost or renamed too often.
 */
import type { Line } from './lines.ts';

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
