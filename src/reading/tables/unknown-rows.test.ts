/** Rows and columns a body added to a table of its own: never dropped, never taken for one of the form. */
import { describe, expect, it } from 'vitest';
import { NODE_TOOLS } from '../../cli/node-tools.ts';
import { cellsOf, isEntered } from '../../formats/cells.ts';
import type { Format } from '../../formats/format.ts';
import { STATUTORY_FORMATS } from '../../formats/registry.ts';
import { type Figures, LAYOUTS, meaningOf, withTotals } from '../layouts.fixture.ts';
import { readAny } from '../read-any.ts';
import type { Reading } from '../reading.ts';

const CMS = LAYOUTS.find(({ name }) => name === 'CMS table')!;

/** Every figure another than its neighbours'. */
function figuresOf(format: Format): Figures {
  return withTotals(
    format,
    Object.fromEntries(
      cellsOf(format)
        .filter(isEntered)
        .map(({ address }, at) => [address, String((at * 7) % 31)]),
    ),
  );
}

function pageOf(format: Format): string {
  return new TextDecoder().decode(CMS.print(format, figuresOf(format)));
}

async function read(text: string, name = 'a.html'): Promise<Reading> {
  const bytes = new TextEncoder().encode(text);
  const result = await readAny({ name, bytes }, NODE_TOOLS);
  if (!result.ok) throw new Error(result.failure.problem);
  return result.value;
}

/** Cells that were read otherwise than printed, or not at all. */
function amiss(reading: Reading, format: Format): readonly string[] {
  const figures = figuresOf(format);
  return cellsOf(format).flatMap(({ address }) => {
    const cell = reading.cells[address];
    const isRight =
      cell !== undefined &&
      meaningOf(cell.text, format, address) === meaningOf(figures[address] ?? '', format, address);
    return isRight ? [] : [`${address}: ${cell?.certainty} ${cell?.text} from ${cell?.source}`];
  });
}

/** The page with a row put in behind a row of it; the first row is 0. */
function withRow(html: string, behind: number, cells: readonly string[]): string {
  const parts = html.split('</tr>');
  const row = `<tr>${cells.map((text) => `<td>${text}</td>`).join('')}`;
  return [...parts.slice(0, behind + 1), row, ...parts.slice(behind + 1)].join('</tr>');
}

/** Rows of a page that hold figures, by their place among all rows. */
function figureRows(html: string): readonly number[] {
  return html
    .split('</tr>')
    .flatMap((row, at) => (/<td[^>]*><p[^>]*>-?\d+(?:\.\d+)?<\/p><\/td>/.test(row) ? [at] : []));
}

const OWN = '本县自行增加的一行';
/** Figures that stand nowhere else. */
function added(count: number): readonly string[] {
  return Array.from({ length: count }, (_, at) => String(901 + at));
}

/** True where one of the stretches not understood holds all these texts. */
function tells(reading: Reading, texts: readonly string[]): boolean {
  return reading.notUnderstood.some((one) => texts.every((text) => one.includes(text)));
}

const LABELS = [OWN, `九、${OWN}`, '9.其他公开信息'];

describe.each(STATUTORY_FORMATS)('a row the form of $id lacks', { timeout: 30_000 }, (format) => {
  const html = pageOf(format);

  it.each(LABELS)('is told with its figures and moves no other: %s', async (label) => {
    for (const at of figureRows(html)) {
      const row = html.split('</tr>')[at] ?? '';
      const own = added((row.match(/<td/g) ?? []).length - 1 || 1);
      const reading = await read(withRow(html, at, [label, ...own]));
      expect([row, tells(reading, [label, ...own])]).toEqual([row, true]);
      expect(amiss(reading, format)).toEqual([]);
    }
  });

  it('is told where a remark stands behind its figures', async () => {
    for (const at of figureRows(html)) {
      const reading = await read(withRow(html, at, [OWN, '3', '901', '县里加的']));
      expect(tells(reading, [OWN, '3', '901', '县里加的'])).toBe(true);
      expect(amiss(reading, format)).toEqual([]);
    }
  });

  it.each(LABELS)('is never taken for a row that is missing: %s', async (label) => {
    for (const at of figureRows(html)) {
      const rows = html.split('</tr>');
      const isGroup = /rowspan="[^1]/.test(rows[at] ?? '');
      const own = added((rows[at]?.match(/<td/g) ?? []).length - 1);
      if (isGroup || own.length === 0 || own.length > 7) continue;
      const whole = withRow(html, at, [label, ...own]).split('</tr>');
      const reading = await read([...whole.slice(0, at), ...whole.slice(at + 1)].join('</tr>'));
      expect([rows[at], tells(reading, [label, ...own])]).toEqual([rows[at], true]);
      const taken = Object.values(reading.cells).filter(({ text }) => own.includes(text));
      expect(taken).toEqual([]);
    }
  });
});

describe('a row the form lacks', () => {
  const [, format] = STATUTORY_FORMATS;

  it('is told with the group of rows it was put into', async () => {
    const html = pageOf(format!);
    const at = html.split('</tr>').findIndex((row) => row.includes('无正当理由逾期不补正'));
    const reading = await read(withRow(html, at, [OWN, ...added(7)]));
    expect(tells(reading, ['其他处理', OWN, ...added(7)])).toBe(true);
  });

  it('leaves both uncertain where its label begins with one of the form, and tells both', async () => {
    const html = pageOf(format!);
    const at = html.split('</tr>').findIndex((row) => row.includes('行政许可'));
    const reading = await read(withRow(html, at, ['行政许可中的告知承诺', '901']));
    expect(tells(reading, ['行政许可中的告知承诺', '901'])).toBe(true);
    expect(reading.cells['proactive/licensing/decisions']?.certainty).toBe('uncertain');
  });

  it('is told beside a part of a row of the form', async () => {
    const html = pageOf(format!);
    const at = html.split('</tr>').findIndex((row) => row.includes('行政许可'));
    const reading = await read(withRow(html, at, ['行政许可', '其中：告知承诺', '901']));
    expect(tells(reading, ['其中：告知承诺', '901'])).toBe(true);
    expect(amiss(reading, format!)).toEqual([]);
  });

  it.each([
    ['lines of a PDF', ' '],
    ['one cell a line', '\n'],
    ['Markdown', ' | '],
    ['CSV', ','],
  ])('is told from %s, and no figure is read wrong', async (name, gap) => {
    const layout = LAYOUTS.find((one) => one.name === name)!;
    const lines = new TextDecoder().decode(layout.print(format!, figuresOf(format!))).split('\n');
    // Behind the last row of the table on requests.
    const end = lines.findIndex((line) => /四、政府信息公开行政复议/.test(line));
    expect(end).toBeGreaterThan(0);
    lines.splice(end, 0, [OWN, ...added(7)].join(gap));
    const reading = await read(lines.join('\n'), layout.file);
    expect(tells(reading, [OWN, ...added(7)])).toBe(true);
    expect(amiss(reading, format!).filter((one) => !one.includes('uncertain'))).toEqual([]);
  });

  it.each(['CMS table', 'disputes turned'])('is told from the last table: %s', async (name) => {
    const layout = LAYOUTS.find((one) => one.name === name)!;
    const html = new TextDecoder().decode(layout.print(format!, figuresOf(format!)));
    const last = html.split('</tr>').length - 2;
    const reading = await read(withRow(html, last, [OWN, ...added(5)]));
    expect(tells(reading, [OWN, ...added(5)])).toBe(true);
    expect(amiss(reading, format!)).toEqual([]);
  });
});

describe('a column the form lacks', () => {
  const [, format] = STATUTORY_FORMATS;

  /** The page with a column of its own behind the last of the table on requests. */
  function withColumn(html: string, figure: string): string {
    const rows = html.split('</tr>');
    const from = rows.findIndex((row) => row.includes('申请人情况'));
    const to = rows.findIndex((row, at) => at > from && row.includes('</table>'));
    return rows
      .map((row, at) => {
        if (at === from) return `${row}<td rowspan="3">其中涉企</td>`;
        return at < from + 3 || at >= to ? row : `${row}<td>${figure}</td>`;
      })
      .join('</tr>');
  }

  it('is told row by row, and moves no figure', async () => {
    const html = pageOf(format!);
    const changed = withColumn(html, '901');
    expect(changed).not.toBe(html);
    const reading = await read(changed);
    expect(amiss(reading, format!)).toEqual([]);
    expect(tells(reading, ['予以公开', '其中涉企', '901'])).toBe(true);
    expect(tells(reading, ['结转下年度', '其中涉企', '901'])).toBe(true);
  });

  it('moves no figure into a blank before it', async () => {
    const html = withColumn(pageOf(format!), '901');
    const cut = html.replace(/(予以公开<\/p><\/td><td[^>]*><p[^>]*>)\d+/, '$1');
    expect(cut).not.toBe(html);
    const reading = await read(cut);
    const wrong = amiss(reading, format!).map((text) => text.split(':')[0]);
    expect(wrong.length).toBeLessThanOrEqual(1);
    expect(Object.values(reading.cells).filter(({ text }) => text === '901')).toEqual([]);
  });
});

it('tells the figures of a table whose columns stand otherwise than in the form', async () => {
  const [, format] = STATUTORY_FORMATS;
  const html = pageOf(format!)
    .replace('商业企业', 'X')
    .replace('科研机构', '商业企业')
    .replace('X', '科研机构');
  const reading = await read(html);
  expect(reading.cells['requests/granted/enterprise']).toBeUndefined();
  expect(tells(reading, ['予以公开', figuresOf(format!)['requests/granted/total'] ?? '?'])).toBe(
    true,
  );
});
