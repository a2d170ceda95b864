import { describe, expect, test } from 'vitest';
import { recompute } from '../../e2e/support/recompute-proof.mjs';
import { check } from '../checks/check.ts';
import { STATUTORY_FORMATS } from '../formats/registry.ts';
import type { RawReport } from '../report/raw-report.ts';
import { SAMPLE_2021 } from '../samples/sample-2021.ts';
import { parseHtml } from '../testing/html.ts';
import { CITY_2025, reportOf, understood, withCells, zeroReport } from '../testing/reports.ts';
import { prepareFile } from './hand-over.ts';

function written(kind: 'proof' | 'json', raw: RawReport): string {
  const report = understood(raw);
  const tools = { formats: STATUTORY_FORMATS, parseHtml, css: '', at: '2026年1月20日' };
  const file = prepareFile(kind, report, check(report, 'drafting'), tools);
  if (!file.ok) throw new Error(file.failure.problem);
  return String(file.value.content);
}

const FILLED = {
  'requests/received/naturalPerson': '31',
  'requests/received/research': '4',
  'requests/carriedIn/naturalPerson': '2',
  'requests/granted/naturalPerson': '30',
  'requests/granted/research': '4',
  'requests/carriedOut/naturalPerson': '2',
  'disputes/review/upheld': '3',
};
const REPORTS: readonly (readonly [string, RawReport])[] = [
  ['a city', reportOf(CITY_2025)],
  ['a department in the trial format', withCells(zeroReport(2019), FILLED)],
  ['the sample', SAMPLE_2021],
];

describe('a script that knows only the statutory form', () => {
  test.each(REPORTS)('finds every sum, balance and fingerprint true: %s', (_, raw) => {
    expect(recompute(written('proof', raw), written('json', raw))).toEqual([]);
  });

  const [sheet, file] = [
    written('proof', reportOf(CITY_2025)),
    written('json', reportOf(CITY_2025)),
  ];
  const damaged = (text: string, from: string | RegExp, to: string) => {
    const other = text.replace(from, to);
    expect(other).not.toBe(text);
    return other;
  };

  test.each<[string, string | RegExp, string, string]>([
    ['a printed figure', '>5345<', '>5346<', '表三 （一）予以公开 总计'],
    ['an addend', '5345 ＋', '5346 ＋', '合计核算 三、（一）予以公开 · 总计'],
    ['a conclusion', '>平<', '>不平，差 1<', '勾稽核算'],
    ['the printed fingerprint', /sha256-\w/, 'sha256-x', '校对单上的指纹'],
  ])('tells %s that is wrong on the sheet', (_, from, to, what) => {
    const found = recompute(damaged(sheet, from, to), file);
    expect(found.some((one) => one.includes(what))).toBe(true);
  });

  test.each<[string, string | RegExp, string, string]>([
    ['a figure', '"naturalPerson": 5345', '"naturalPerson": 5344', '上报文件与表三 （一）予以公开'],
    ['a word', '"preface": ""', '"preface": "改"', '上报文件的指纹'],
  ])('tells %s that is wrong in the file', (_, from, to, what) => {
    expect(recompute(sheet, damaged(file, from, to))).toContain(what);
  });
});
