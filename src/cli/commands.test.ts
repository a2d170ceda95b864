import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { cellsOf, isEntered } from '../formats/cells.ts';
import { FORMAT_2021 } from '../formats/format-2021.ts';
import { LAYOUTS, withTotals } from '../reading/layouts.fixture.ts';
import { readAny } from '../reading/read-any.ts';
import { wordFile } from '../reading/readers/office-files.fixture.ts';
import type { Reading } from '../reading/reading.ts';
import { runFindings as findingsCommand, findingsOf } from './findings.ts';
import { NODE_TOOLS } from './node-tools.ts';
import { runRead as readCommand, readingLine } from './read.ts';
import { readFiles } from './read-files.ts';

const ENTERED = Object.fromEntries(
  cellsOf(FORMAT_2021)
    .filter(isEntered)
    .map(({ address }) => [address, '0']),
);

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

async function reading(name: string, changed: Readonly<Record<string, string>>): Promise<Reading> {
  const layout = LAYOUTS.find((one) => one.name === name)!;
  const figures = { ...withTotals(FORMAT_2021, ENTERED), ...changed };
  const bytes = layout.print(FORMAT_2021, figures);
  const result = await readAny({ name: layout.file, bytes }, NODE_TOOLS);
  if (!result.ok) throw new Error(result.failure.problem);
  return result.value;
}

describe('read', () => {
  it('prints the report file with totals computed, and beside it as printed', async () => {
    const line = readingLine(await reading('CMS table', { 'requests/concluded/total': '5' }));
    const file = JSON.parse(line);
    expect(file.tables.requests.concluded.total).toBe(0);
    expect(file.reading.printed.requests.concluded.total).toBe(5);
    expect(file.stated).toEqual([{ cell: 'requests/concluded/total', text: '5' }]);
    expect(line).not.toContain('\n');
  });

  it('takes a figure with a unit as printed and keeps its text', async () => {
    const file = JSON.parse(
      readingLine(await reading('CMS table', { 'proactive/licensing/decisions': '2笔' })),
    );
    expect(file.reading.printed.proactive.licensing.decisions).toBe(2);
    expect(file.asTyped).toEqual([{ cell: 'proactive/licensing/decisions', text: '2笔' }]);
  });

  it('tells a row the form lacks, and prints a line the app opens as a report file', async () => {
    const page = LAYOUTS.find((one) => one.name === 'CMS table')!;
    const html = new TextDecoder().decode(
      page.print(FORMAT_2021, withTotals(FORMAT_2021, ENTERED)),
    );
    const row = '<tr><td>九、本县自行增加的一行</td><td>3</td><td>0</td><td>1</td></tr>';
    const changed = html.replace(/(结转下年度(?:(?!<\/tr>).)*<\/tr>)/s, `$1${row}`);
    const read = await readAny({ name: 'a.html', bytes: utf8(changed) }, NODE_TOOLS);
    const line = read.ok ? readingLine(read.value) : '';
    expect(JSON.parse(line).reading.notUnderstood).toEqual(['九、本县自行增加的一行 | 3 | 0 | 1']);
    const again = await readAny({ name: 'a.json', bytes: utf8(line) }, NODE_TOOLS);
    expect(again.ok && again.value.document.blocks).toEqual([]);
    expect(again.ok && again.value.report.cells).toEqual(read.ok && read.value.report.cells);
  });

  it('keeps a remark in brackets behind a figure as a note on the cell', async () => {
    const { report } = await reading('CMS table', {
      'proactive/rules/issued': '22（其中修订 16 件）',
    });
    expect(report.cells['proactive/rules/issued']).toBe('22');
    expect(report.notes).toEqual([{ cell: 'proactive/rules/issued', text: '其中修订 16 件' }]);
  });
});

describe('findings', () => {
  it('shows a printed total that is not the sum of its cells', async () => {
    const findings = findingsOf(await reading('CMS table', { 'requests/concluded/total': '5' }));
    expect(findings.map(({ rule }) => rule)).toContain('T3-02');
  });

  it('tells a figure that cannot be cut out of its source, and calls it no blank', async () => {
    const findings = findingsOf(
      await reading('all cells run together', {
        'proactive/normativeDocuments/issued': '77',
        'proactive/normativeDocuments/repealed': '132',
        'proactive/normativeDocuments/effective': '470',
      }),
    );
    const rules = findings.map(({ rule }) => rule);
    expect(rules).toContain('READ-01');
    expect(rules).not.toContain('T2-20');
  });
});

describe('a command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'nianbaotong-'));
  const file = (name: string, bytes: Uint8Array): string => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  };
  const said: string[] = [];
  const listen = (): string[] => {
    const out: string[] = [];
    said.length = 0;
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => out.push(String(text)) > 0);
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0);
    return out;
  };
  afterEach(() => vi.restoreAllMocks());

  const layout = LAYOUTS.find(({ name }) => name === 'CMS table')!;
  const good = file('b.html', layout.print(FORMAT_2021, withTotals(FORMAT_2021, ENTERED)));
  const deep = file('a.docx', wordFile('<w:sdt><w:sdtContent>'.repeat(9000)));
  const bad = [deep, join(folder, 'none.pdf'), folder, file('c.docx', utf8('PK\u0003\u0004x'))];

  it.each([
    ['read', readCommand],
    ['findings', findingsCommand],
  ])('%s tells each file it cannot read in one line, and reads those behind it', async (_, run) => {
    const out = listen();
    expect(await run([...bad, good])).toBe(2);
    expect(said).toHaveLength(bad.length);
    for (const line of said) expect(line).toMatch(/^[^\n]+：[^\n]+。\n$/);
    expect(said.join('')).not.toContain('50 MB');
    expect(out.length).toBeGreaterThan(0);
  });

  it('goes on behind a file whose reading it cannot use', async () => {
    listen();
    const used: string[] = [];
    const code = await readFiles([good, good], ({ path }) => {
      used.push(path);
      if (used.length === 1) throw new TypeError('a bug');
    });
    expect([code, used.length, said.length]).toEqual([2, 2, 1]);
  });
});
