/**
 * Records and files as every older version wrote them, frozen: never written anew. A version more
 * needs its migration and its frozen record, or this test is red.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readReportJson } from '../file/read-json.ts';
import { FILE_VERSION } from '../file/report-file.ts';
import { STATUTORY_FORMATS } from '../formats/registry.ts';
import { MIGRATIONS, readRecord, writeRecord } from './draft-record.ts';

const FOLDER = new URL('../testing/frozen/', import.meta.url);

function frozen(name: string): string {
  return readFileSync(new URL(name, FOLDER), 'utf8');
}

/** What a clerk would miss first; every frozen text was written with it. */
const SAID = {
  format: '2021',
  year: 2025,
  status: 'returned',
  title: '我局的报告',
  cells: {
    'requests/granted/research': '12件',
    'requests/partlyGranted/research': '１２',
    'requests/denied.stateSecret/research': '——',
    'requests/repeated/x': '5',
  },
  remarks: [{ text: '补充培训情况', answers: [{ text: '已补充' }] }],
  steps: [{ status: 'submitted' }, { status: 'returned', reason: '数不平', left: 2 }],
  explanations: [{ text: '核过', by: '王' }],
  signature: { name: '某局', date: '2026-01-20' },
};

const VERSIONS = Array.from({ length: MIGRATIONS.length + 1 }, (_, at) => at + 1);

test('every version of the record that ever was has its frozen text', () => {
  const names = readdirSync(FOLDER).filter((name) => name.startsWith('record-'));
  expect(names.sort()).toEqual(VERSIONS.map((version) => `record-${version}.txt`));
});

test.each(VERSIONS)(
  'a draft of version %i is read whole, and written as the present one',
  (version) => {
    const text = frozen(`record-${version}.txt`);
    expect(JSON.parse(text).version).toBe(version);
    const read = readRecord(text);
    expect(read).toMatchObject({ ok: true, value: { id: 'frozen', revision: 7, raw: SAID } });
    if (!read.ok) return;
    expect(read.value).toMatchObject({
      lastYear: { year: 2024 },
      unexportedSince: '2026-01-20T07:00:00.000Z',
      handedOver: { revision: 5 },
    });
    expect(JSON.parse(writeRecord(read.value)).version).toBe(VERSIONS.length);
    expect(readRecord(writeRecord(read.value))).toEqual(read);
  },
);

test.each(Array.from({ length: FILE_VERSION }, (_, at) => at + 1))(
  'a report file of version %i is read whole',
  (version) => {
    const text = frozen(`report-file-${version}.json`);
    expect(JSON.parse(text).version).toBe(version);
    const read = readReportJson(text, STATUTORY_FORMATS);
    expect(read).toMatchObject({ ok: true, value: SAID });
  },
);
