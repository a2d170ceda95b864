/**
 * Random reports printed in the layouts that real ones come in, for tests only. Every layout gets
 * the same grid that the form prints and loses what its kind of source loses.
 */
import { strToU8 } from 'fflate';
import { cellsOf } from '../formats/cells.ts';
import type { Format, Table } from '../formats/format.ts';
import { type GridCell, gridOf } from '../formats/grid.ts';
import { readFigure } from '../report/figure.ts';
import { packageOf, workbookFile } from './readers/office-files.fixture.ts';

/** Text of every figure by address, totals included. */
export type Figures = Readonly<Record<string, string>>;

interface PrintedCell {
  readonly text: string;
  readonly isFigure: boolean;
  readonly colSpan: number;
  readonly rowSpan: number;
}

type PrintedRows = readonly (readonly PrintedCell[])[];

export interface Layout {
  readonly name: string;
  readonly file: string;
  /** The bytes of the file. */
  readonly print: (format: Format, figures: Figures) => Uint8Array;
  /** Cells that run together may stay uncertain, but never become wrong. */
  readonly isLossy?: boolean;
  /** Blank cells leave no trace in it. */
  readonly losesBlanks?: boolean;
}

/** Figures of a report in which every total is the sum of its cells. */
export function withTotals(format: Format, entered: Figures): Figures {
  const figures: Record<string, string> = { ...entered };
  const settle = (address: string): string => {
    const known = figures[address];
    if (known !== undefined) return known;
    const cell = cellsOf(format).find((one) => one.address === address);
    const parts = (cell?.addends ?? []).map(settle);
    const sum = parts.reduce((all, text) => all + Number(text || 0), 0);
    figures[address] = parts.every((text) => text === '') ? '' : String(sum);
    return figures[address] ?? '';
  };
  for (const { address } of cellsOf(format)) settle(address);
  return figures;
}

function printedRows(table: Table, figures: Figures): PrintedRows {
  return gridOf(table).rows.map(({ cells }) =>
    cells.map(({ text, address, colSpan, rowSpan }: GridCell) => ({
      text: address ? (figures[address] ?? '') : text,
      isFigure: address !== undefined,
      colSpan,
      rowSpan,
    })),
  );
}

type TablePrinter = (rows: PrintedRows, table: Table) => string;

export const PREFACE =
  '根据《中华人民共和国政府信息公开条例》编制本报告，统计期限自1月1日至12月31日。';
export const WORDS: Readonly<Record<string, readonly string[]>> = {
  overview: ['本机关认真贯彻落实条例。', '（一）主动公开。全年公开信息 128 条。'],
  problems: ['一是公开意识还需加强；二是培训不够。下一步将改进。'],
  other: ['本年度未收取信息处理费。'],
};

function yearOf(format: Format): number {
  return format.years.from;
}

function pieces(
  format: Format,
  figures: Figures,
  print: TablePrinter,
): readonly (readonly [string, boolean])[] {
  const title = `甲县教育局${yearOf(format)}年政府信息公开工作年度报告`;
  return [
    [title, false] as const,
    [PREFACE, false] as const,
    ...format.sections.flatMap((section): readonly (readonly [string, boolean])[] => [
      [section.heading, false],
      ...(section.kind === 'table'
        ? [[print(printedRows(section.table, figures), section.table), true] as const]
        : (WORDS[section.id] ?? []).map((text) => [text, false] as const)),
    ]),
  ];
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}

function htmlPage(format: Format, figures: Figures, print: TablePrinter): string {
  const body = pieces(format, figures, print)
    .map(([text, isTable]) => (isTable ? text : `<p>${escapeHtml(text)}</p>`))
    .join('\n');
  const menu = '<div class="nav"><a>首页</a> &gt; <a>政府信息公开年报</a></div>';
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>网站</title></head><body>${menu}${body}<div>版权所有：甲县人民政府</div></body></html>`;
}

function htmlTable(rows: PrintedRows, cellHtml: (text: string) => string): string {
  const lines = rows.map(
    (row) =>
      `<tr>${row
        .map(
          ({ text, colSpan, rowSpan }) =>
            `<td colspan="${colSpan}" rowspan="${rowSpan}">${cellHtml(text)}</td>`,
        )
        .join('')}</tr>`,
  );
  return `<table border="1"><tbody>${lines.join('')}</tbody></table>`;
}

function wordCell(text: string): string {
  const style = 'style="font-family:仿宋;mso-font-kerning:0pt"';
  const letters = Array.from(text);
  const half = Math.ceil(letters.length / 2);
  const spans = [letters.slice(0, half).join(''), letters.slice(half).join(''), ''];
  const body = spans.map((part) => `<span ${style}>${escapeHtml(part)}</span>`).join('');
  return `<p class="MsoNormal" ${style}>&nbsp;${body}&nbsp; </p>`;
}

function textPage(format: Format, figures: Figures, print: TablePrinter): string {
  return pieces(format, figures, print)
    .map(([text]) => text)
    .join('\n');
}

/** A row as separators keep it: merged labels give nothing, every figure a cell. */
function plainCells(row: readonly PrintedCell[]): readonly string[] {
  return row.map(({ text }) => text);
}

function wrapLabel(text: string, width: number): readonly string[] {
  return text.match(new RegExp(`[^]{1,${width}}`, 'g')) ?? [text];
}

/** Lines of a PDF: a long label is broken, its figures stand beside its middle line. */
function pdfRow(row: readonly PrintedCell[]): string {
  const figures = row.filter(({ isFigure }) => isFigure).map(({ text }) => text);
  const label = row
    .filter(({ isFigure }) => !isFigure)
    .map(({ text }) => text)
    .join(' ');
  if (figures.length === 0 || label.length <= 16) return [label, ...figures].join(' ').trim();
  const lines = wrapLabel(label, 15);
  const middle = Math.floor(lines.length / 2);
  return lines
    .map((line, at) => (at === middle ? `${line} ${figures.join(' ')}` : line))
    .join('\n');
}

function markdown(rows: PrintedRows): string {
  const lines = rows.map((row) => `| ${plainCells(row).join(' | ')} |`);
  return [lines[0], '|---|---|', ...lines.slice(1)].join('\n');
}

function wordXml(format: Format, figures: Figures): string {
  const paragraph = (text: string) =>
    `<w:p><w:r><w:t xml:space="preserve">${escapeHtml(text)}</w:t></w:r></w:p>`;
  const table: TablePrinter = (rows) => {
    const covered: Record<number, number> = {};
    const lines = rows.map((row) => {
      let column = 0;
      let xml = '';
      const fill = () => {
        while ((covered[column] ?? 0) > 0) {
          covered[column] = covered[column]! - 1;
          xml += `<w:tc><w:tcPr><w:vMerge/></w:tcPr>${paragraph('')}</w:tc>`;
          column += 1;
        }
      };
      for (const { text, colSpan, rowSpan } of row) {
        fill();
        const merge = rowSpan > 1 ? '<w:vMerge w:val="restart"/>' : '';
        xml += `<w:tc><w:tcPr><w:gridSpan w:val="${colSpan}"/>${merge}</w:tcPr>${paragraph(text)}</w:tc>`;
        for (let at = column; at < column + colSpan; at += 1)
          if (rowSpan > 1) covered[at] = rowSpan - 1;
        column += colSpan;
      }
      fill();
      return `<w:tr>${xml}</w:tr>`;
    });
    return `<w:tbl>${lines.join('')}</w:tbl>`;
  };
  const body = pieces(format, figures, table)
    .map(([text, isTable]) => (isTable ? text : paragraph(text)))
    .join('');
  return `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
}

function columnName(at: number): string {
  return at < 26 ? String.fromCharCode(65 + at) : `A${String.fromCharCode(65 + at - 26)}`;
}

function sheetXml(format: Format, figures: Figures): string {
  const cells: string[] = [];
  const merges: string[] = [];
  let line = 0;
  const put = (column: number, text: string) => {
    if (text === '') return;
    const value = /^-?\d+(?:\.\d+)?$/.test(text)
      ? `<v>${text}</v>`
      : `<is><t>${escapeHtml(text)}</t></is>`;
    const type = value.startsWith('<is>') ? ' t="inlineStr"' : '';
    cells.push(`<row><c r="${columnName(column)}${line + 1}"${type}>${value}</c></row>`);
  };
  const table: TablePrinter = (rows) => {
    const taken = new Set<string>();
    for (const row of rows) {
      let column = 0;
      for (const { text, colSpan, rowSpan } of row) {
        while (taken.has(`${line} ${column}`)) column += 1;
        put(column, text);
        if (colSpan * rowSpan > 1) {
          merges.push(
            `<mergeCell ref="${columnName(column)}${line + 1}:${columnName(column + colSpan - 1)}${line + rowSpan}"/>`,
          );
        }
        for (let r = 0; r < rowSpan; r += 1) {
          for (let c = 0; c < colSpan; c += 1) taken.add(`${line + r} ${column + c}`);
        }
        column += colSpan;
      }
      line += 1;
    }
    return '';
  };
  for (const section of [undefined, ...format.sections]) {
    if (section === undefined) {
      for (const text of [`甲县教育局${yearOf(format)}年政府信息公开工作年度报告`, PREFACE]) {
        put(0, text);
        line += 1;
      }
      continue;
    }
    put(0, section.heading);
    line += 1;
    if (section.kind === 'table') table(printedRows(section.table, figures), section.table);
    else {
      for (const text of WORDS[section.id] ?? []) {
        put(0, text);
        line += 1;
      }
    }
  }
  return `<sheetData>${cells.join('')}</sheetData><mergeCells>${merges.join('')}</mergeCells>`;
}

function quotedPrintable(text: string): string {
  return Array.from(strToU8(text), (byte) =>
    byte === 61 || byte > 126 || (byte < 32 && byte !== 10)
      ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
      : String.fromCharCode(byte),
  )
    .join('')
    .replace(/(.{70}(?<!=.?))/g, '$1=\r\n');
}

/** 表四 turned: the kinds of case down, the results across. */
function turnedDisputes(table: Table, figures: Figures): string {
  const results = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
  const rows = [
    ['review', '行政复议'],
    ['litigationDirect', '未经复议直接起诉'],
    ['litigationAfterReview', '复议后起诉'],
  ] as const;
  const ids = ['upheld', 'corrected', 'otherResult', 'pending', 'total'];
  const line = (cells: readonly string[]) =>
    `<tr>${cells.map((text) => `<td>${text}</td>`).join('')}</tr>`;
  return `<table>${line(['', ...results])}${rows
    .map(([row, label]) =>
      line([label, ...ids.map((id) => figures[`${table.id}/${row}/${id}`] ?? '')]),
    )
    .join('')}</table>`;
}

function cmsTable(rows: PrintedRows): string {
  return htmlTable(rows, (text) => `<p align="center">${escapeHtml(text)}</p>`);
}

/** Every row a table of its own, as some scanners wrap them. */
function rowTables(rows: PrintedRows): string {
  return rows
    .map((row) => htmlTable([row.map((cell) => ({ ...cell, rowSpan: 1 }))], escapeHtml))
    .join('');
}

/** Broken over pages: each part a table with the heads repeated, group labels printed twice. */
function pagedTable(rows: PrintedRows, table: Table): string {
  if (table.id !== 'requests') return cmsTable(rows);
  const heads = rows.slice(0, 3);
  const parts = [rows.slice(3, 12), rows.slice(12)];
  return parts
    .map((part) =>
      cmsTable([...heads, ...part.map((row) => row.map((cell) => ({ ...cell, rowSpan: 1 })))]),
    )
    .join('<p>- 3 -</p>');
}

function csvTable(rows: PrintedRows): string {
  return rows
    .map((row) =>
      row.flatMap(({ text, colSpan }) => [`"${text}"`, ...Array(colSpan - 1).fill('')]).join(','),
    )
    .join('\n');
}

export const LAYOUTS: readonly Layout[] = [
  { name: 'CMS table', file: 'a.html', print: (f, x) => strToU8(htmlPage(f, x, cmsTable)) },
  {
    name: 'table pasted from Word',
    file: 'a.html',
    print: (f, x) => strToU8(htmlPage(f, x, (rows) => htmlTable(rows, wordCell))),
  },
  {
    name: 'page laid out by a table',
    file: 'a.html',
    print: (f, x) =>
      strToU8(
        htmlPage(f, x, cmsTable)
          .replace('<body>', '<body><table><tr><td>')
          .replace('</body>', '</td></tr></table></body>'),
      ),
  },
  {
    name: 'table broken over pages',
    file: 'a.html',
    print: (f, x) => strToU8(htmlPage(f, x, pagedTable)),
  },
  {
    name: 'a table for every row',
    file: 'a.html',
    print: (f, x) => strToU8(htmlPage(f, x, rowTables)),
  },
  {
    name: 'disputes turned',
    file: 'a.html',
    print: (f, x) =>
      strToU8(
        htmlPage(f, x, (rows, table) =>
          table.print === 'strip' ? turnedDisputes(table, x) : cmsTable(rows),
        ),
      ),
  },
  {
    name: 'web archive',
    file: 'a.mht',
    print: (f, x) =>
      strToU8(
        `From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="--=_x"\r\n\r\n----=_x\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${quotedPrintable(htmlPage(f, x, cmsTable))}\r\n----=_x--`,
      ),
  },
  {
    name: 'Word file',
    file: 'a.docx',
    print: (f, x) => packageOf({ 'word/document.xml': wordXml(f, x) }),
  },
  {
    name: 'Excel file',
    file: 'a.xlsx',
    print: (f, x) => workbookFile([{ name: '年报', xml: sheetXml(f, x) }]),
  },
  { name: 'CSV', file: 'a.csv', print: (f, x) => strToU8(textPage(f, x, csvTable)), isLossy: true },
  {
    name: 'tab text',
    file: 'a.txt',
    print: (f, x) =>
      strToU8(textPage(f, x, (rows) => rows.map((row) => plainCells(row).join('\t')).join('\n'))),
    isLossy: true,
  },
  {
    name: 'Markdown',
    file: 'a.md',
    print: (f, x) => strToU8(textPage(f, x, markdown)),
    isLossy: true,
  },
  {
    name: 'pipe rows',
    file: 'a.txt',
    print: (f, x) =>
      strToU8(
        textPage(f, x, (rows) => rows.map((row) => `${plainCells(row).join(' | ')} |`).join('\n')),
      ),
    isLossy: true,
  },
  {
    name: 'one cell a line',
    file: 'a.txt',
    print: (f, x) =>
      strToU8(
        textPage(f, x, (rows) =>
          rows
            .flatMap(plainCells)
            .filter((text) => text !== '')
            .join('\n\n'),
        ),
      ),
    losesBlanks: true,
  },
  {
    name: 'lines of a PDF',
    file: 'a.txt',
    print: (f, x) => strToU8(textPage(f, x, (rows) => rows.map(pdfRow).join('\n'))),
    losesBlanks: true,
  },
  {
    name: 'all cells run together',
    file: 'a.txt',
    print: (f, x) =>
      strToU8(
        pieces(f, x, (rows) => rows.flatMap(plainCells).join(''))
          .map(([text]) => text)
          .join(''),
      ),
    isLossy: true,
    losesBlanks: true,
  },
  {
    name: 'cells run together but for some blanks',
    file: 'a.txt',
    print: (f, x) =>
      strToU8(
        pieces(f, x, (rows) =>
          rows
            .map((row, at) =>
              plainCells(row)
                .map((text, column) => text + ((at + column) % 3 === 0 ? ' ' : ''))
                .join(''),
            )
            .join(''),
        )
          .map(([text]) => text)
          .join(''),
      ),
    isLossy: true,
    losesBlanks: true,
  },
];

/** What a printed text says as a number, to compare what was read with what was printed. */
export function meaningOf(text: string, format: Format, address: string): string {
  const cell = cellsOf(format).find((one) => one.address === address);
  const figure = cell && readFigure(text, cell);
  return figure?.state === 'known' ? String(Number(figure.text)) : text;
}
