/**
 * Reports as bodies published them, where the folder with them lies beside the project: figures from
 * their transcription, words from the page as found. Tests skip, saying so, where it is absent.
 */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { AgencyType } from '../formats/agency.ts';
import { addressOf, cellAt, isEntered } from '../formats/cells.ts';
import { STATUTORY_FORMATS } from '../formats/registry.ts';
import { newReport, type RawReport } from '../report/raw-report.ts';
import { PUBLISHED_FOLDER } from './published-folder.ts';
import { formatOf } from './reports.ts';

const FOLDER = pathToFileURL(`${PUBLISHED_FOLDER}/`);

type Figures = Readonly<
  Record<string, Readonly<Record<string, Readonly<Record<string, number | string | null>>>>>
>;

interface Truth {
  readonly agency: string;
  readonly year: number;
  readonly tables: Figures;
  readonly anomalies: readonly string[];
  readonly violations: readonly unknown[];
}

export interface PublishedReport {
  readonly id: string;
  readonly raw: RawReport;
  readonly truth: Truth;
}

/** Why there may be nothing to test on. */
export const PUBLISHED_REPORTS_ABSENT = existsSync(FOLDER)
  ? undefined
  : 'the folder with published reports is absent';

const TYPES: readonly (readonly [RegExp, AgencyType])[] = [
  [/人民政府$|^测试市/, 'municipalGovernment'],
  [/管委会$/, 'organization'],
];

function typeOf(agency: string): AgencyType {
  return TYPES.find(([pattern]) => pattern.test(agency))?.[1] ?? 'department';
}

const RADICALS: Readonly<Record<string, string>> = {
  '⺠': '民',
  '⻅': '见',
  '⻔': '门',
  '⻚': '页',
};

function wordsOf(html: string): string {
  return html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replace(/<table[\s\S]*?<\/table>/g, '')
    .replace(/<\/(?:p|div|h\d|tr|li)>|<br\s*\/?>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}

function plainSource(folder: URL): string {
  const html = new URL('source.html', folder);
  const text = existsSync(html)
    ? wordsOf(readFileSync(html, 'utf8'))
    : readFileSync(new URL('source.txt', folder), 'utf8');
  return text
    .replace(/[⺠⻅⻔⻚]/g, (radical) => RADICALS[radical] ?? radical)
    .replace(/[\u2f00-\u2fdf]/g, (radical) => radical.normalize('NFKC'))
    .replace(/^- \d+ -$|^\(重复率: \d+%\)$/gm, '')
    .replace(/\n\s*\n+/g, '\n');
}

function between(text: string, from: RegExp, to: RegExp): string {
  const start = from.exec(text);
  if (!start) return '';
  const rest = text.slice(start.index + start[0].length);
  const end = to.exec(rest);
  return (end ? rest.slice(0, end.index) : rest).trim();
}

const PROBLEMS_HEADING =
  /五、(?:政府信息公开工作)?存在(?:的主要)?问题及改进情况|\n(?=（一）主要问题)/;
const OTHER_HEADING = /[五六]、其他需要报告的事项/;

function narrativeOf(text: string): RawReport['narrative'] {
  return {
    overview: between(text, /一、总体情况/, /[一二]、主动公开政府信息情况/),
    problems: between(text, PROBLEMS_HEADING, /[五六]、其他需要报告的事项|\n区经信委/),
    other: between(text, OTHER_HEADING, /附件下载|agency/),
  };
}

function prefaceOf(text: string): string {
  const head = text.slice(0, text.indexOf('一、总体情况'));
  const start = head.search(/根据《|本报告根据|本报告由|本年度报告根据/);
  return start < 0 ? '' : head.slice(start).trim();
}

function cellsIn(raw: RawReport, tables: Figures): Pick<RawReport, 'cells' | 'stated'> {
  const cells: Record<string, string> = {};
  const stated: Record<string, string> = {};
  for (const [table, rows] of Object.entries(tables)) {
    for (const [row, columns] of Object.entries(rows)) {
      for (const [column, figure] of Object.entries(columns)) {
        const address = addressOf(table, row, column);
        const cell = cellAt(formatOf(raw), address);
        if (figure === null || !cell) continue;
        (isEntered(cell) ? cells : stated)[address] = `${figure}`;
      }
    }
  }
  return { cells, stated };
}

function publishedReport(id: string): PublishedReport | undefined {
  const folder = new URL(`${id}/`, FOLDER);
  const truth: Truth = JSON.parse(readFileSync(new URL('truth.json', folder), 'utf8'));
  const agency = { name: truth.agency, type: typeOf(truth.agency) };
  const raw = newReport(STATUTORY_FORMATS, agency, truth.year);
  if (!raw) return undefined;
  const text = plainSource(folder);
  const signature = /\n(\S+)\n+(\d{4}年\d{1,2}月\d{1,2}日)\s*$/.exec(text);
  return {
    id,
    truth,
    raw: {
      ...raw,
      preface: prefaceOf(text),
      narrative: narrativeOf(text),
      ...cellsIn(raw, truth.tables),
      signature: { name: signature?.[1] ?? '', date: signature?.[2] ?? '' },
    },
  };
}

/** Every published report with a transcription; none where the folder is absent. */
export function publishedReports(): readonly PublishedReport[] {
  if (PUBLISHED_REPORTS_ABSENT) return [];
  return readdirSync(FOLDER)
    .filter((id) => existsSync(new URL(`${id}/truth.json`, FOLDER)))
    .flatMap((id) => publishedReport(id) ?? []);
}
