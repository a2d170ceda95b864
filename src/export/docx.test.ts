import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import mammoth from 'mammoth';
import { describe, expect, test } from 'vitest';
import type { Paper } from '../paper/paper.ts';
import { paperOf } from '../paper/paper.ts';
import { SAMPLE_2019 } from '../samples/sample-2019.ts';
import { SAMPLE_2021 } from '../samples/sample-2021.ts';
import { parseHtml } from '../testing/html.ts';
import { CITY_2025, reportOf, understood } from '../testing/reports.ts';
import type { Bytes } from './office-package.ts';
import { matrixOf, outlineDifference, outlineOf } from './outline.ts';
import { readDocx } from './read-docx.ts';
import { writeDocx } from './write-docx.ts';

const CITY = {
  ...reportOf(CITY_2025),
  notes: [{ cell: 'proactive/rules/issued', text: '含 1 件修订' }],
};
const REPORTS = [
  ['a city of 2025', CITY],
  ['the sample of 2021', SAMPLE_2021],
  ['the sample of 2019', SAMPLE_2019],
] as const;

function paper(raw: typeof CITY | typeof SAMPLE_2021, draftMark = true): Paper {
  return paperOf(understood(raw), { draftMark });
}

/** The file with its main part changed. */
function spoiled(bytes: Bytes, spoil: (xml: string) => string): Bytes {
  const parts = unzipSync(bytes);
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  const changed = spoil(xml);
  expect(changed).not.toBe(xml);
  return Uint8Array.from(zipSync({ ...parts, 'word/document.xml': strToU8(changed) }));
}

describe.each(REPORTS)('the Word file of %s', (_, raw) => {
  const sheet = paper(raw);
  const bytes = writeDocx(sheet);

  test('reads back as the paper: every word, figure and merge', () => {
    const seen = readDocx(bytes);
    expect(outlineDifference(seen?.outline ?? [], outlineOf(sheet))).toBeUndefined();
  });

  test('says the same to a reader of other people', async () => {
    const { value, messages } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      { styleMap: ["p[style-name='Title'] => h6:fresh"] },
    );
    expect(messages.filter(({ type }) => type === 'error')).toEqual([]);
    const page = parseHtml(`<!doctype html><body>${value}</body>`);
    const tables = Array.from(page.querySelectorAll('table'), (table) =>
      Array.from(table.querySelectorAll('tr'), (row) =>
        Array.from(row.querySelectorAll('td, th'), (cell) => ({
          printed: cell.textContent ?? '',
          colSpan: Number(cell.getAttribute('colspan') ?? 1),
          rowSpan: Number(cell.getAttribute('rowspan') ?? 1),
        })),
      ),
    );
    const expected = sheet.blocks.flatMap((block) => (block.kind === 'table' ? [block.rows] : []));
    expect(tables.map((rows) => matrixOf(rows.map((cells) => ({ cells }))))).toEqual(
      expected.map(matrixOf),
    );
    const headings = Array.from(page.querySelectorAll('h1'), ({ textContent }) => textContent);
    expect(headings).toEqual(
      sheet.blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : [])),
    );
  });

  test('is the same bytes each time', () => {
    expect(writeDocx(paper(raw))).toEqual(bytes);
  });
});

describe('a Word file that lies', () => {
  const sheet = paper(CITY);
  const bytes = writeDocx(sheet);
  const difference = (spoil: (xml: string) => string) =>
    outlineDifference(readDocx(spoiled(bytes, spoil))?.outline ?? [], outlineOf(sheet));

  test.each<[string, (xml: string) => string, string]>([
    ['another figure', (xml) => xml.replace('>5345<', '>5346<'), '（一）予以公开'],
    ['a merge it lost', (xml) => xml.replace('<w:gridSpan w:val="7"/>', ''), '列数'],
    ['a line it lost', (xml) => xml.replace(/<w:tr>.*?<\/w:tr>/, ''), '行数'],
    ['another heading', (xml) => xml.replace('五、存在', '五、现存'), '五、存在'],
    ['a note it lost', (xml) => xml.replace('含 1 件修订', ''), '含 1 件修订'],
    [
      'words it has too many',
      (xml) => xml.replace('<w:sectPr', '<w:p><w:r><w:t>多</w:t></w:r></w:p><w:sectPr'),
      '多出',
    ],
  ])('with %s is found out', (_, spoil, place) => {
    expect(difference(spoil)).toContain(place);
  });

  test('or is cut short is no file', () => {
    expect(readDocx(bytes.slice(0, bytes.length / 2))).toBeUndefined();
  });
});

test('only a draft carries the mark, on odd and even pages', () => {
  expect(readDocx(writeDocx(paper(CITY, true)))?.draftMark).toBe(true);
  expect(readDocx(writeDocx(paper(CITY, false)))?.draftMark).toBe(false);
});
