import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { balancesOf } from './checks/balances.ts';
import { check } from './checks/check.ts';
import { messageOf } from './checks/finding.ts';
import { prepareFile } from './export/hand-over.ts';
import { gridOf } from './formats/grid.ts';
import { STATUTORY_FORMATS } from './formats/registry.ts';
import { paperOf } from './paper/paper.ts';
import { applyChange } from './report/change.ts';
import { newReport } from './report/raw-report.ts';
import { figureText, understand } from './report/report.ts';
import { openedAgain, parseHtml } from './testing/html.ts';
import { MADE_UP_FORMAT } from './testing/made-up-format.ts';

const formats = [...STATUTORY_FORMATS, MADE_UP_FORMAT];
const css = readFileSync(new URL('./paper/paper.css', import.meta.url), 'utf8');

const FIGURES = {
  'visits/hall/adults': '12',
  'visits/hall/minors': '1',
  'visits/phone/adults': '30',
  'visits/phone/minors': '0',
  'visits/answered/adults': '40',
  'visits/answered/minors': '1',
  'visits/waiting/adults': '3',
  'visits/waiting/minors': '0',
  'costs/year/planned': '10.5',
  'costs/year/spent': '11.25',
};

const filled = applyChange(
  newReport(formats, { name: '某局', type: 'department' }, 2090)!,
  { kind: 'cells', texts: FIGURES },
  formats,
).raw;
const report = understand(filled, MADE_UP_FORMAT);
const findings = check(report, 'drafting');

test('a format described in one file has its sums computed', () => {
  expect(figureText(report, 'visits/both/all')).toBe('43');
  expect(figureText(report, 'visits/hall/all')).toBe('13');
});

test('its own rules are judged, in its own labels', () => {
  const messages = findings.filter(({ rule }) => rule.startsWith('M-')).map(messageOf);
  expect(messages).toEqual([
    '成人：总数 42，已答复 40 ＋ 待答复 3 ＝ 43，相差 1。核对待答复。',
    '合计：总数 43，已答复 41 ＋ 待答复 3 ＝ 44，相差 1。核对待答复。',
    '全年：支出 11.25 ＞ 预算 10.5，相差 0.75。核对支出。',
  ]);
  expect(balancesOf(report).map(({ state }) => state)).toEqual([
    'unbalanced',
    'balanced',
    'unbalanced',
  ]);
});

test('its paper has its headings, its merges and its strip', () => {
  const paper = paperOf(report, { draftMark: true });
  expect(paper.blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []))).toEqual(
    MADE_UP_FORMAT.sections.map(({ heading }) => heading),
  );
  const strip = MADE_UP_FORMAT.sections[1];
  if (strip?.kind !== 'table') throw new Error('no strip');
  expect(gridOf(strip.table).rows.map(({ cells }) => cells.length)).toEqual([1, 2, 2]);
});

test.each(['json', 'html'] as const)('its %s file reads back as the same report', (kind) => {
  const file = prepareFile(kind, report, findings, { formats, parseHtml, css, at: '' });
  if (!file.ok) throw new Error(file.failure.problem);
  const back = openedAgain(String(file.value.content), formats);
  expect(back).toMatchObject({ ok: true, value: { format: '2090', year: 2090, cells: FIGURES } });
});
