/**
 * The workbook in a program that computes: LibreOffice, where the machine has it, told to compute
 * everything anew. An input is changed in the file, and totals and balances must follow.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { paperOf } from '../paper/paper.ts';
import { CITY_2025, reportOf, understood } from '../testing/reports.ts';
import { writeXlsx } from './write-xlsx.ts';

function hasLibreOffice(): boolean {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Formulas are computed on loading, whatever results the file carries. */
const ALWAYS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>`;

/** Commas, quotes, UTF-8, values as shown, every sheet. */
const CSV = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';

type Rows = readonly (readonly string[])[];

/** Table three of each workbook as LibreOffice computes it, all in one run: starting it is slow. */
function computed(workbooks: Readonly<Record<string, Uint8Array>>): ReadonlyMap<string, Rows> {
  const folder = mkdtempSync(join(tmpdir(), 'xlsx-'));
  const user = join(folder, 'profile/user');
  mkdirSync(user, { recursive: true });
  writeFileSync(join(user, 'registrymodifications.xcu'), ALWAYS);
  const paths = Object.entries(workbooks).map(([name, workbook]) => {
    const path = join(folder, `${name}.xlsx`);
    writeFileSync(path, workbook);
    return path;
  });
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const command = [profile, '--headless', '--convert-to', CSV, '--outdir', folder, ...paths];
  execFileSync('soffice', command, { stdio: 'ignore' });
  const sheets = readdirSync(folder).filter((name) => name.includes('-三、'));
  return new Map(
    sheets.map((name) => {
      const lines = readFileSync(join(folder, name), 'utf8').split('\n');
      return [name.replace(/-三.*$/, ''), lines.map((line) => line.split(','))] as const;
    }),
  );
}

const raw = reportOf(CITY_2025);
const report = understood(raw);
const bytes = writeXlsx(report, paperOf(report, { draftMark: false }));
const { received, concluded } = CITY_2025.tables.requests!;

/** The workbook with the text of one sheet changed. */
function changed(sheet: number, change: (xml: string) => string): Uint8Array {
  const path = `xl/worksheets/sheet${sheet}.xml`;
  const parts = unzipSync(bytes);
  const xml = strFromU8(parts[path] ?? new Uint8Array());
  const spoiled = change(xml);
  expect(spoiled).not.toBe(xml);
  return zipSync({ ...parts, [path]: strToU8(spoiled) });
}

function rowOf(rows: Rows, label: string): readonly string[] {
  return rows.find((row) => row.some((text) => text.startsWith(label))) ?? [];
}

const BEFORE = String(received?.naturalPerson);
const MORE = String(Number(BEFORE) + 5);
const HOSTILE = understood({
  ...raw,
  cells: { ...raw.cells, 'requests/received/research': '=1+1' },
});

describe.skipIf(!hasLibreOffice())('in LibreOffice (skipped where it is absent)', () => {
  let books: ReadonlyMap<string, Rows> = new Map();
  beforeAll(() => {
    books = computed({
      whole: bytes,
      more: changed(2, (xml) => xml.replace(`<v>${BEFORE}</v>`, `<v>${MORE}</v>`)),
      blank: changed(2, (xml) => xml.replace(`<v>${BEFORE}</v>`, '')),
      hostile: writeXlsx(HOSTILE, paperOf(HOSTILE, { draftMark: false })),
    });
  }, 300_000);
  const row = (book: string, label: string) => rowOf(books.get(book) ?? [], label);

  test('totals come out as a city printed them, and every balance is 0', () => {
    expect(row('whole', '一、本年新收').slice(-1)).toEqual([String(received?.total)]);
    const totals = Object.values(concluded ?? {}).map(String);
    expect(row('whole', '（七）总计').slice(3)).toEqual(totals);
    expect(row('whole', '勾稽').slice(3)).toEqual(Array(7).fill('0'));
  });

  test('one changed input changes its total and unbalances its column', () => {
    const line = row('more', '一、本年新收');
    expect(line[3]).toBe(MORE);
    expect(line.slice(-1)).toEqual([String(Number(received?.total) + 5)]);
    expect(row('more', '勾稽').slice(3)).toEqual(['5', '0', '0', '0', '0', '0', '5']);
  });

  test('a missing input leaves its totals blank, as on paper', () => {
    expect(row('blank', '一、本年新收').slice(-1)).toEqual(['']);
    expect(row('blank', '勾稽').slice(3)).toEqual(['', '0', '0', '0', '0', '0', '']);
  });

  test('words that look like formulas are shown as they are', () => {
    expect(row('hostile', '一、本年新收')[5]).toBe('=1+1');
  });
});
