import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { cellsOf, isEntered, tableSections } from '../formats/cells.ts';
import { FORMAT_2019 } from '../formats/format-2019.ts';
import { FORMAT_2021 } from '../formats/format-2021.ts';
import { STATUTORY_FORMATS } from '../formats/registry.ts';
import { copyRows, copyTable } from '../paste/copy-range.ts';
import { pastedTexts, planPaste } from '../paste/paste-plan.ts';
import { newReport } from '../report/raw-report.ts';
import { figureText, understand } from '../report/report.ts';

const parsePage = (html: string) => parseHTML(html).document;

test('rows go as tabbed text and as an HTML table', () => {
  const copied = copyRows(
    [
      ['t/1/a', 't/1/b'],
      ['t/2/a', 't/2/b'],
    ],
    (address) => (address === 't/2/b' ? '<7>' : address.slice(2)),
  );
  expect(copied.text).toBe('1/a\t1/b\r\n2/a\t<7>');
  expect(copied.html).toBe(
    '<table border="1"><tr><td>1/a</td><td>1/b</td></tr><tr><td>2/a</td><td>&lt;7&gt;</td></tr></table>',
  );
});

const CASES = [FORMAT_2021, FORMAT_2019].flatMap((format) =>
  tableSections(format).map(({ table }) => [format.id, table.id, format, table] as const),
);

test.each(CASES)('a whole table %s %s copied is pasted again the same', (_f, _t, format, table) => {
  const year = format.years.from;
  const empty = newReport(STATUTORY_FORMATS, { name: '某局', type: 'department' }, year)!;
  const entered = cellsOf(format).filter((cell) => cell.table === table && isEntered(cell));
  const cells = Object.fromEntries(entered.map(({ address }, at) => [address, String(at * 3)]));
  const full = understand({ ...empty, cells }, format);
  const copied = copyTable(table, (address) => figureText(full, address) ?? '');
  const target = { report: understand(empty, format), table, focus: entered[0]!.address };
  const pasted = (content: typeof copied) =>
    pastedTexts(planPaste(content, target, parsePage), new Set());
  expect(pasted(copied)).toEqual(cells);
  expect(pasted({ ...copied, html: '' })).toEqual(cells);
});
