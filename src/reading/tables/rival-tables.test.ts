import { describe, expect, it } from 'vitest';
import { NODE_TOOLS } from '../../cli/node-tools.ts';
import { readingLine } from '../../cli/read.ts';
import { cellsOf, isEntered } from '../../formats/cells.ts';
import { FORMAT_2021 } from '../../formats/format-2021.ts';
import { LAYOUTS, withTotals } from '../layouts.fixture.ts';
import { readAny } from '../read-any.ts';
import type { Reading } from '../reading.ts';

const ENTERED = Object.fromEntries(
  cellsOf(FORMAT_2021)
    .filter(isEntered)
    .map(({ address }, at) => [address, String(at % 5)]),
);
const RECEIVED = 'requests/received/naturalPerson';

const CMS = LAYOUTS.find(({ name }) => name === 'CMS table')!;

/** A page with the tables of a report, 21 applications received where nothing else is said. */
function page(changed: Readonly<Record<string, string>> = {}): string {
  const figures = withTotals(FORMAT_2021, { ...ENTERED, [RECEIVED]: '21', ...changed });
  return new TextDecoder().decode(CMS.print(FORMAT_2021, figures));
}

/** The printed tables of a page: two, three, four. */
function tablesOf(html: string): readonly string[] {
  return html.match(/<table[\s\S]*?<\/table>/g) ?? [];
}

async function read(html: string): Promise<Reading> {
  const result = await readAny(
    { name: 'a.html', bytes: new TextEncoder().encode(html) },
    NODE_TOOLS,
  );
  if (!result.ok) throw new Error(result.failure.problem);
  return result.value;
}

function certaintiesOf({ cells }: Reading, table: string): readonly string[] {
  const own = Object.entries(cells).filter(([address]) => address.startsWith(`${table}/`));
  return [...new Set(own.map(([, { certainty }]) => certainty))];
}

const WHOLE = page();
const [TWO = '', THREE = ''] = tablesOf(WHOLE);
const [, LAST_YEAR = ''] = tablesOf(page({ [RECEIVED]: '31' }));

describe('a second table of a kind with other figures', () => {
  it.each([
    ['before it', WHOLE.replace(THREE, `<p>2023年底稿</p>${LAST_YEAR}${THREE}`), ['31', '21']],
    ['behind it', WHOLE.replace(THREE, `${THREE}<p>2023年底稿</p>${LAST_YEAR}`), ['21', '31']],
    [
      'at the end of the file',
      WHOLE.replace('</body>', `<p>附：2023年</p>${LAST_YEAR}</body>`),
      ['21', '31'],
    ],
    ['before all others', WHOLE.replace(TWO, `${LAST_YEAR}${TWO}`), ['31', '21']],
  ])('is told, and neither is called certain: %s', async (_, html, received) => {
    const reading = await read(html);
    expect(reading.rivals.map(({ table }) => table)).toEqual(['requests', 'requests']);
    expect(reading.rivals.map(({ cells }) => cells[RECEIVED]?.text)).toEqual(received);
    expect(certaintiesOf(reading, 'requests')).toEqual(['uncertain']);
    expect(reading.report.cells[RECEIVED]).toBeUndefined();
    expect(certaintiesOf(reading, 'proactive')).not.toContain('uncertain');
    expect(certaintiesOf(reading, 'disputes')).not.toContain('uncertain');
  });

  it('says where each of them stands', async () => {
    const html = WHOLE.replace(THREE, `${THREE}<p>2023年底稿</p>${LAST_YEAR}`);
    const [, second] = (await read(html)).rivals;
    expect(second?.where).toBe('“2023年底稿”后面');
  });

  it.each([
    ['proactive', 0, 'proactive/licensing/decisions'],
    ['disputes', 2, 'disputes/review/upheld'],
  ])('is told of every kind: %s', async (table, at, address) => {
    const own = tablesOf(WHOLE)[at]!;
    const other = tablesOf(page({ [address]: '77' }))[at]!;
    const reading = await read(WHOLE.replace(own, `${own}<p>上年</p>${other}`));
    expect(reading.rivals.map((one) => one.table)).toEqual([table, table]);
    expect(certaintiesOf(reading, table)).toEqual(['uncertain']);
  });

  it('is told on the command line, in a line the app opens', async () => {
    const line = readingLine(await read(WHOLE.replace(THREE, THREE + LAST_YEAR)));
    expect(JSON.parse(line).reading.rivals).toHaveLength(2);
    expect(JSON.parse(line).tables.requests.received.naturalPerson).toBeNull();
    const again = await readAny(
      { name: 'a.json', bytes: new TextEncoder().encode(line) },
      NODE_TOOLS,
    );
    expect(again.ok).toBe(true);
  });
});

describe('a table that stands twice', () => {
  it.each([
    ['with the same figures', WHOLE.replace(THREE, THREE + THREE)],
    ['once without figures', WHOLE.replace(THREE, THREE + THREE.replace(/>\d+</g, '><'))],
  ])('is one table: %s', async (_, html) => {
    const reading = await read(html);
    expect(reading.rivals).toEqual([]);
    expect(reading.report.cells[RECEIVED]).toBe('21');
  });

  it('is not seen in a report that has each once', async () => {
    expect((await read(WHOLE)).rivals).toEqual([]);
  });
});
