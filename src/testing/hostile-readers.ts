/**
 * Every door a text comes in by, as tests of hostile texts go through them: the readers of files by
 * their names and bytes, the regions of the three tables, the clipboard as text and as HTML.
 */
import { NODE_TOOLS } from '../cli/node-tools.ts';
import { toReportFile } from '../file/report-file.ts';
import { tableSections } from '../formats/cells.ts';
import { STATUTORY_FORMATS } from '../formats/registry.ts';
import { planPaste } from '../paste/paste-plan.ts';
import { readAny } from '../reading/read-any.ts';
import { recognise } from '../reading/recognise.ts';
import { understand } from '../report/report.ts';
import { parseHtml } from './html.ts';
import { CITY_2025, formatOf, reportOf } from './reports.ts';

type Reader = (text: string) => unknown;

const TITLE = '某市2025年政府信息公开工作年度报告';
const WORDS = `${TITLE}\n一、总体情况\n依申请公开\n`;
/** The words by which each table is known; what follows them stands in its region. */
const REGIONS = {
  proactive:
    '二、主动公开政府信息情况\n信息内容 本年制发件数 本年废止件数 现行有效件数\n规章 1 2 3\n',
  requests:
    '三、收到和处理政府信息公开申请情况\n（本列数据的勾稽关系为）申请人情况\n一、本年新收政府信息公开申请数量 1 2 3\n',
  disputes: '四、政府信息公开行政复议、行政诉讼情况\n未经复议直接起诉 复议后起诉\n',
};

const raw = reportOf(CITY_2025);
const report = understand(raw, formatOf(raw));
/** The one that is pasted in every way: as rows, as columns and as a strip. */
const { table } = tableSections(report.format).find((one) => one.table.id === 'disputes')!;
const parsePage = (html: string) => parseHtml(html) as unknown as Document;

function opened(name: string, text: string): unknown {
  return readAny({ name, bytes: new TextEncoder().encode(text) }, NODE_TOOLS);
}

function pasted(content: { readonly html: string; readonly text: string }): unknown {
  return planPaste(content, { report, table, focus: `${table.id}/review/upheld` }, parsePage);
}

function gridOf(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`);
  return `<table>${lines.join('')}</table>`;
}

/** Text that stays text in a page. */
function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}

function page(body: string): string {
  return `<!doctype html><html><head><title>${TITLE}</title></head><body>${body}</body></html>`;
}

function archive(head: string, body: string): string {
  return `MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n${head}\n\n--b\nContent-Type: text/html; charset="utf-8"\nContent-Transfer-Encoding: quoted-printable\n\n${body}\n--b--\n`;
}

function ownFile(overview: string): string {
  const own = { ...raw, narrative: { ...raw.narrative, overview } };
  return JSON.stringify(toReportFile(understand(own, formatOf(raw)), []));
}

/** The readers, by what is handed to them. */
export const HOSTILE_READERS: readonly (readonly [name: string, reader: Reader])[] = [
  ['a file of nothing else', (text) => opened('a.txt', text)],
  ['a plain text', (text) => opened('a.txt', WORDS + text)],
  ['the region of table two', (text) => opened('a.txt', WORDS + REGIONS.proactive + text)],
  ['the region of table three', (text) => opened('a.txt', WORDS + REGIONS.requests + text)],
  ['the region of table four', (text) => opened('a.txt', WORDS + REGIONS.disputes + text)],
  [
    'a PDF, its lines cut where the paper ended',
    (text) =>
      recognise(
        {
          blocks: (WORDS + text).split('\n').map((line) => ({ kind: 'paragraph', text: line })),
          wrapped: true,
        },
        STATUTORY_FORMATS,
      ),
  ],
  ['a web page as markup', (text) => opened('a.html', page(`<p>${WORDS}</p><div>${text}`))],
  [
    'a web page as words',
    (text) => opened('a.html', page(`<p>${WORDS}</p><p>${escaped(text)}</p>`)),
  ],
  [
    'a cell of a web table',
    (text) => opened('a.html', page(gridOf([['申请人情况'], ['予以公开', escaped(text)]]))),
  ],
  ['a report of our own', (text) => opened('a.json', ownFile(text))],
  ['a report of our own, broken', (text) => opened('a.json', `{"kind":${text}`)],
  ['the page in a web archive', (text) => opened('a.mht', archive('', page(WORDS + text)))],
  ['the head of a web archive', (text) => opened('a.mht', archive(text, ''))],
  ['a separated file', (text) => opened('a.csv', text)],
  ['the clipboard as text', (text) => pasted({ html: '', text })],
  [
    'the clipboard as text, after a label',
    (text) => pasted({ html: '', text: `予以公开 ${text}` }),
  ],
  ['the clipboard as HTML', (text) => pasted({ html: `<table><tr><td>${text}`, text })],
  [
    'a cell of the clipboard',
    (text) => pasted({ html: gridOf([['申请人情况'], ['予以公开', escaped(text)]]), text: '' }),
  ],
];
