import { expect, test } from 'vitest';
import { CITY_2025, reportOf, understood, withCells, zeroReport } from '../testing/reports.ts';
import { seriesOf } from './series.ts';

const EARLIER = understood(
  withCells(zeroReport(2020), { 'requests/otherOutcome/enterprise': '4' }),
);
const BETWEEN = understood(withCells(zeroReport(2024), { 'requests/granted/research': '' }));
const CITY = understood(reportOf(CITY_2025));

function line(label: string, reports = [CITY, EARLIER]) {
  const found = seriesOf(reports).lines.find((one) => one.label === label);
  return found?.values.map((value) => value?.toFixed());
}

test('years stand in order, whatever order the reports came in', () => {
  expect(seriesOf([CITY, EARLIER]).years).toEqual([2020, 2025]);
});

test('every row that counts cases is a line with the total of each year', () => {
  expect(line('一、本年新收政府信息公开申请数量')).toEqual(['0', '14069']);
  expect(line('（七）总计')).toEqual(['4', '13810']);
  expect(line('四、结转下年度继续办理')).toEqual(['0', '819']);
  expect(line('行政复议')).toEqual(['0', '790']);
  expect(line('复议后起诉')).toEqual(['0', '156']);
});

test('a row of one format and the group it became in the next are one line', () => {
  expect(line('（六）其他处理')?.[0]).toBe('4');
  const { tables } = CITY_2025;
  const rows = Object.entries(tables.requests ?? {}).filter(([row]) =>
    row.startsWith('otherOutcome.'),
  );
  const sum = rows.reduce((total, [, figures]) => total + Number(figures.total), 0);
  expect(line('（六）其他处理')?.[1]).toBe(String(sum));
});

test('a total that is not known is a gap', () => {
  expect(line('（一）予以公开', [BETWEEN])).toEqual([undefined]);
});
