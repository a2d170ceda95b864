import { expect, test } from 'vitest';
import { digestOf } from '../file/digest.ts';
import { readReportJson } from '../file/read-json.ts';
import { writeReportJson } from '../file/write-json.ts';
import { STATUTORY_FORMATS } from '../formats/registry.ts';
import { emptyReport, understood, withCells } from '../testing/reports.ts';

const CELL = 'requests/granted/research';

test('a file that says of a cell that nothing was typed into it leaves the cell blank, and no text of it', () => {
  const report = understood(withCells(emptyReport(2025), { [CELL]: '12件' }));
  const file = JSON.parse(writeReportJson(report, []));
  expect(file.asTyped).toEqual([{ cell: CELL, text: '12件' }]);
  file.asTyped[0].text = '';
  const text = JSON.stringify({ ...file, digest: digestOf(file) });
  const read = readReportJson(text, STATUTORY_FORMATS);
  expect(read.ok && CELL in read.value.cells).toBe(false);
  if (!read.ok) throw new Error(read.failure.problem);
  const again = readReportJson(writeReportJson(understood(read.value), []), STATUTORY_FORMATS);
  expect(again).toEqual(read);
});
