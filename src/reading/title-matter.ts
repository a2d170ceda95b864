/**
 * Title, body, year and signature of a report, read from the lines before the first section and the
 * last lines of the document.
 */
import type { Line } from './lines.ts';
import { compact, readableText } from './readers/plain-text.ts';

export interface TitleMatter {
  readonly title: string;
  readonly agency: string;
  readonly year: number | undefined;
  /** How many lines at the beginning are title and page furniture. */
  readonly lines: number;
}

const REPORT_WORDS = /政府信息公开(?:工作)?(?:的)?(?:年度)?(?:工作)?(?:报告|年报)/;
const YEAR = /(20\d\d)年/;
const LONGEST_TITLE = 70;
const LABEL = /^(?:标题|题名|名称|信息名称|文件名称|Page\d+-|P\.\d+)[:：]?/;
/** How far down a title is looked for. */
const TITLE_DEPTH = 60;

/** Bread crumbs and menus name the column the report stands in. */
const MENU = /[>＞|»]|^(?:首页|当前位置|您的位置)|\/[^/]*\//;
const NOT_THE_REPORT = /的?(?:通知|公告|方案|函|格式|模板|情况说明|意见|办法)$/;

function isTitle(text: string): boolean {
  return (
    text.length <= LONGEST_TITLE &&
    REPORT_WORDS.test(text) &&
    !MENU.test(text) &&
    !NOT_THE_REPORT.test(text) &&
    !/[。；，,;]|^(?:根据|按照|现将|本报告)/.test(text)
  );
}

interface TitleLines {
  readonly at: number;
  readonly count: number;
  readonly text: string;
}

/** A line's words as they stand, blanks taken out. */
function wordsOf(line: Line | undefined): string {
  return readableText(line?.text ?? '').replace(/[\s*#]+/g, '');
}

/** A title on one line, or broken over two. */
function titleAt(lines: readonly Line[], at: number): TitleLines | undefined {
  const own = lines[at]?.compact ?? '';
  const next = lines[at + 1]?.compact ?? '';
  if (isTitle(own)) return { at, count: 1, text: wordsOf(lines[at]) };
  const isBroken =
    own.length > 1 && own.length < 40 && !/[。；，:：,]/.test(own) && isTitle(own + next);
  return isBroken && !isTitle(next)
    ? { at, count: 2, text: wordsOf(lines[at]) + wordsOf(lines[at + 1]) }
    : undefined;
}

function yearIn(text: string): number | undefined {
  const found = YEAR.exec(compact(text))?.[1];
  return found === undefined ? undefined : Number(found);
}

const TITLE_WORDS = /(?:关于)?(?:开展)?(?:政府|政務|政务)(?:信息|資訊)/;

function agencyIn(title: string): string {
  return title
    .replace(LABEL, '')
    .replace(/(?:20\d\d)年度?/g, '')
    .split(TITLE_WORDS, 1)
    .join('')
    .replace(/的$/, '');
}

const NOT_A_BODY = /[。，；:：]|来源|时间|日期|首页|字号|浏览|当前位置|http/;
const BODY_END =
  /(?:政府|办公厅|办公室|委员会|局|厅|街道|街道办事处|镇|乡|中心|管委会|院|部|委|办|所|队|公司|学校|医院|区|市|县|省)$/;

/** The titles among the first lines, the one that names its year first. */
function bestTitle(lines: readonly Line[], depth: number): TitleLines | undefined {
  const found = Array.from({ length: depth }, (_, at) => titleAt(lines, at)).filter(
    (title): title is TitleLines => title !== undefined,
  );
  const named = found.filter(({ text }) => agencyIn(text) !== '' || yearIn(text) !== undefined);
  return named.find(({ text }) => yearIn(text) !== undefined) ?? named[0];
}

/** Title, body and year as the document gives them; empty where it does not. */
export function titleMatter(
  lines: readonly Line[],
  before: number,
  pageTitle: string,
): TitleMatter {
  const found = bestTitle(lines, Math.min(before, TITLE_DEPTH));
  if (!found) {
    const page = readableText(pageTitle).replace(/\s+/g, '');
    const title = isTitle(compact(page)) ? page : '';
    return { title, agency: agencyIn(title), year: yearIn(title), lines: 0 };
  }
  const text = found.text.replace(LABEL, '');
  const own = agencyIn(text);
  const above = lines[found.at - 1]?.compact ?? '';
  const isAbove =
    own === '' && above.length < 40 && BODY_END.test(above) && !NOT_A_BODY.test(above);
  const name = isAbove ? wordsOf(lines[found.at - 1]) : '';
  return {
    title: name + text,
    agency: own || name,
    year: yearIn(text),
    lines: found.at + found.count,
  };
}

const ANNOUNCED =
  /(?:公布|发布|编制了?)([^，。；、《》]{4,30}?)(?:20\d\d)年度?政府信息公开(?:工作)?年度报告/;

/** The body a report announces itself for in its first words, where it has no title. */
export function announcedAgency(lines: readonly Line[]): string {
  for (const line of lines.slice(0, TITLE_DEPTH)) {
    const name = ANNOUNCED.exec(line.compact)?.[1];
    if (name) return name;
  }
  return '';
}

const PERIOD = /统计(?:期限|时限|时间|周期)?.{0,6}?(20\d\d)年/;
const THIS_YEAR = /^(20\d\d)年度?[,，、]/;

/** The year a report is on, where its title does not say: from the period or the first words. */
export function yearFromText(lines: readonly Line[]): number | undefined {
  for (const pattern of [PERIOD, THIS_YEAR]) {
    for (const line of lines) {
      const year = pattern.exec(line.compact)?.[1];
      if (year) return Number(year);
    }
  }
  return undefined;
}

export interface SignatureLines {
  readonly name: string;
  readonly date: string;
  /** How many of the last lines it takes. */
  readonly lines: number;
}

const DATE = /^(20\d\d)年(\d{1,2})月(\d{1,2})日$/;
const FURTHEST = 12;

function isoDate(text: string): string | undefined {
  const [, year, month = '', day = ''] = DATE.exec(text) ?? [];
  return year && `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** A report that is signed without a date ends with the name of its body alone. */
function undatedSignature(lines: readonly Line[], agency: string): SignatureLines {
  const last = lines[lines.length - 1];
  const isName = agency !== '' && last?.kind === 'text' && last.compact === compact(agency);
  return isName ? { name: agency, date: '', lines: 1 } : { name: '', date: '', lines: 0 };
}

/**
 * 落款: a line that is a date, with the name of a body above it, at the end of the words; or the
 * name of the `agency` that the title names.
 */
export function signatureOf(lines: readonly Line[], agency: string): SignatureLines {
  for (let at = lines.length - 1; at >= Math.max(0, lines.length - FURTHEST); at -= 1) {
    const text = lines[at]?.compact ?? '';
    const date = isoDate(text);
    if (!date) continue;
    const above = readableText(lines[at - 1]?.text ?? '').trim();
    const isName = above.length > 0 && above.length < 30 && !/[。，；：:,;]/.test(above);
    const from = isName ? at - 1 : at;
    return { name: isName ? above.replace(/\s+/g, '') : '', date, lines: lines.length - from };
  }
  return undatedSignature(lines, agency);
}
