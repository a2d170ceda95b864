import { describe, expect, it } from 'vitest';
import { type ReportDocument, textOf } from './document.ts';
import {
  linksXml,
  type PackageParts,
  packageOf,
  type SheetOfFile,
  workbookFile,
  workbookParts,
} from './office-files.fixture.ts';
import { readOffice } from './read-office.ts';

function documentOf(bytes: Uint8Array): ReportDocument {
  const read = readOffice(bytes);
  if (!read.ok) throw new Error(read.failure.problem);
  return read.value;
}

function words(sheets: readonly SheetOfFile[], options = {}): string {
  return textOf(documentOf(workbookFile(sheets, options)));
}

function leftOut(sheet: string, options = {}): readonly string[] {
  return documentOf(workbookFile([{ name: '表三', xml: sheet }], options)).leftOut ?? [];
}

/** A row of cells; a number stands for itself. */
function row(texts: readonly string[], attributes = ''): string {
  const cells = texts.map((text) =>
    /^-?[\d.]+$/.test(text)
      ? `<c><v>${text}</v></c>`
      : `<c t="inlineStr"><is><t>${text}</t></is></c>`,
  );
  return `<row${attributes}>${cells.join('')}</row>`;
}

function sheet(name: string, ...rows: readonly string[]): SheetOfFile {
  return { name, xml: `<sheetData>${rows.join('')}</sheetData>` };
}

describe('the sheets of a workbook', () => {
  it('are read in the order of their tabs, whatever their parts are called', () => {
    expect(
      words([sheet('一', row(['甲'])), sheet('二', row(['乙'])), sheet('三', row(['丙']))]),
    ).toBe('甲\n乙\n丙');
  });

  it.each(['hidden', 'veryHidden'] as const)('are not read and named when %s', (state) => {
    const last = { ...sheet('上年底稿', row(['31'])), state };
    const document = documentOf(workbookFile([last, sheet('表三', row(['21']))]));
    expect(textOf(document)).toBe('21');
    expect(document.leftOut).toEqual(['隐藏的工作表“上年底稿”没有读']);
  });

  it('are refused where none can be seen', () => {
    const read = readOffice(workbookFile([{ ...sheet('表', row(['1'])), state: 'hidden' }]));
    expect(!read.ok && read.failure.problem).toContain('没有看得见的工作表');
  });
});

describe('hidden rows and columns', () => {
  const body = `<sheetData>${row(['甲', '1', '2'])}${row(['乙', '3', '4'], ' hidden="1"')}${row(['丙', '5', '6'])}</sheetData>`;

  it.each([
    ['a hidden column', '<cols><col min="2" max="2" hidden="1"/></cols>', '甲 2\n丙 6'],
    [
      'a column of no width',
      '<cols><col min="2" max="3" width="0" customWidth="1"/></cols>',
      '甲\n丙',
    ],
    [
      'an outline closed',
      '<cols><col min="3" max="3" outlineLevel="1" hidden="true"/></cols>',
      '甲 1\n丙 5',
    ],
  ])('are not read: %s', (_, columns, text) => {
    expect(words([{ name: '表', xml: columns + body }])).toBe(text);
  });

  it('are named where they hold something, and not else', () => {
    const columns =
      '<cols><col min="2" max="2" hidden="1"/><col min="9" max="9" hidden="1"/></cols>';
    expect(leftOut(columns + body)).toEqual([
      '工作表“表三”中隐藏的第 2 行没有读',
      '工作表“表三”中隐藏的B 列没有读',
    ]);
  });

  it('leave of a merge what can still be seen of it', () => {
    const merged = `<cols><col min="1" max="1" hidden="1"/></cols><sheetData>${row(['合并', '', '右'])}</sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells>`;
    expect(words([{ name: '表', xml: merged }])).toBe('合并 右');
    expect(leftOut(merged)).toEqual([]);
  });
});

describe('a cell', () => {
  it('without a reference stands behind the one before it, a row without one below', () => {
    const rows = `<row r="2"><c r="B2"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>`;
    const { blocks } = documentOf(
      workbookFile([{ name: '表', xml: `<sheetData>${rows}</sheetData>` }]),
    );
    const [grid] = blocks;
    const at = (line: number, column: number) =>
      grid?.kind === 'grid' ? grid.rows[line]?.[column]?.text : '';
    expect([at(1, 1), at(1, 2), at(2, 0)]).toEqual(['1', '2', '3']);
  });

  it('has its escapes decoded, and an escaped escape kept', () => {
    expect(words([sheet('表', row(['甲_x000D_', '_x005F_x0041_', '_x4E59_']))])).toBe(
      '甲 _x0041_ 乙',
    );
  });

  it('shows no phonetic guides, and all runs of rich text', () => {
    const strings = [
      '<si><r><t>教育</t></r><r><t>局</t></r><rPh sb="0" eb="2"><t>jiaoyu</t></rPh></si>',
    ];
    const cell = '<sheetData><row><c t="s"><v>0</v></c></row></sheetData>';
    expect(words([{ name: '表', xml: cell }], { strings })).toBe('教育局');
  });

  it('that shares a formula is its last result', () => {
    const cells =
      '<c><f t="shared" ref="A1:B1" si="0">C1</f><v>7</v></c><c><f t="shared" si="0"/><v>8</v></c>';
    const xml = `<sheetData><row>${cells}</row></sheetData>`;
    expect(words([{ name: '表', xml }])).toBe('7 8');
  });

  it('with a formula that was never computed is told, and is no nought', () => {
    const cell = '<sheetData><row r="3"><c r="C3"><f>A1+B1</f></c></row></sheetData>';
    expect(leftOut(cell)).toEqual(['工作表“表三” C3 的公式没有算出结果，按空白读']);
  });
});

describe('a number', () => {
  const styles = (code: string) =>
    `<numFmts><numFmt numFmtId="164" formatCode="${code}"/></numFmts><cellXfs><xf numFmtId="164"/></cellXfs>`;
  const cell = (value: string) => `<sheetData><row><c s="0"><v>${value}</v></c></row></sheetData>`;

  it.each([
    ['20.6', '0', '21', '20.6'],
    ['0.206', '0.0%', '20.6%', '0.206'],
    ['12345', '0.00,', '12.35', '12345'],
    ['5', ';;;', '', '5'],
  ])(
    '%s in the format %s is read as it shows: %s; what is stored is told',
    (value, code, text, stored) => {
      const xml = cell(value);
      expect(words([{ name: '表', xml }], { styles: styles(code) })).toBe(text);
      expect(leftOut(xml, { styles: styles(code) }).join()).toContain(
        text === '' ? '按空白读' : `存的是 ${stored}`,
      );
    },
  );

  it.each([
    ['1234', '#,##0', '1234'],
    ['-5', '#,##0_);(#,##0)', '-5'],
    ['0', '#,##0;-#,##0;&quot;-&quot;', '0'],
    ['3', '0.00', '3'],
    ['0.30000000000000004', 'General', '0.3'],
  ])('%s in the format %s is itself', (value, code, text) => {
    expect(words([{ name: '表', xml: cell(value) }], { styles: styles(code) })).toBe(text);
    expect(leftOut(cell(value), { styles: styles(code) })).toEqual([]);
  });

  it('of nought is blank on a sheet that shows no noughts', () => {
    const xml = `<sheetViews><sheetView showZeros="0"/></sheetViews>${cell('0')}`;
    expect(leftOut(xml)).toEqual(['工作表“表三” A1 有数但不显示，按空白读']);
  });
});

describe('the parts of a workbook', () => {
  const parts = workbookParts([sheet('表', row(['甲', '21']))]);

  function changed(change: (text: string, path: string) => string | Uint8Array): PackageParts {
    return Object.fromEntries(
      Object.entries(parts).map(([path, text]) => [path, change(String(text), path)]),
    );
  }

  it('are found by the links of the package, strict or transitional, absolute or relative', () => {
    const strict = changed((text) =>
      text
        .replace(
          /http:\/\/schemas\.openxmlformats\.org\/(spreadsheetml|officeDocument)\/2006/g,
          'http://purl.oclc.org/ooxml/$1',
        )
        .replace('Target="xl/workbook.xml"', 'Target="/book/main.xml"'),
    );
    const { 'xl/workbook.xml': main, 'xl/_rels/workbook.xml.rels': links, ...rest } = strict;
    const moved = {
      ...rest,
      'book/main.xml': main!,
      'book/_rels/main.xml.rels': String(links).replace(/Target="(\w)/g, 'Target="../xl/$1'),
    };
    expect(textOf(documentOf(packageOf(moved)))).toBe('甲 21');
  });

  it.each([
    ['little', 'utf-16le', 0],
    ['big', 'utf-16be', 1],
  ])('may be written in UTF-16, %s end first, with a mark or without', (_, encoding, at) => {
    for (const mark of ['\ufeff', '']) {
      const wide = changed((text) => {
        const whole = `${mark}<?xml version="1.0" encoding="UTF-16"?>${text}`;
        const bytes = new Uint8Array(whole.length * 2);
        const view = new DataView(bytes.buffer);
        Array.from({ length: whole.length }, (_x, i) =>
          view.setUint16(i * 2, whole.charCodeAt(i), at === 0),
        );
        return bytes;
      });
      expect(textOf(documentOf(packageOf(wide))), encoding).toBe('甲 21');
    }
  });

  it('may have any prefix for their namespace', () => {
    const prefixed = changed((text, path) =>
      path.endsWith('.rels') || path === 'xl/workbook.xml'
        ? text
        : text.replace('xmlns=', 'xmlns:x=').replace(/<(\/?)(?=\w)/g, '<$1x:'),
    );
    expect(textOf(documentOf(packageOf(prefixed)))).toBe('甲 21');
  });

  it('are told to be missing where a sheet leads nowhere', () => {
    const { 'xl/worksheets/sheet1.xml': _, ...rest } = parts;
    const read = readOffice(packageOf(rest));
    expect(!read.ok && read.failure.problem).toBe('工作表“表”在文件里找不到');
  });

  it.each([
    ['OFD.xml', 'OFD'],
    ['xl/workbook.bin', 'xlsb'],
    ['ppt/presentation.xml', '演示文稿'],
    ['META-INF/manifest.xml', 'OpenDocument'],
  ])('of another kind of file are told by name: %s', (path, told) => {
    const read = readOffice(
      packageOf({ [path]: 'x', '_rels/.rels': linksXml([['m', 'officeDocument', path]]) }),
    );
    expect(!read.ok && read.failure.problem).toContain(told);
  });
});
