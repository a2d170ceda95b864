import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Draft } from '../drafts/draft.ts';
import { cellsOf, isEntered } from '../formats/cells.ts';
import { FORMAT_2021 } from '../formats/format-2021.ts';
import { STATUTORY_FORMATS } from '../formats/registry.ts';
import { type FieldId, fillBlanks } from '../report/change.ts';
import { newReport, type RawReport } from '../report/raw-report.ts';
import { type OpenDraft, openDraft } from './open-draft.ts';

const ENTERED = cellsOf(FORMAT_2021)
  .filter(isEntered)
  .map(({ address }) => address);
const FIELDS: readonly FieldId[] = ['title', 'agency.name', 'narrative.overview', 'signature.date'];

function opened(): OpenDraft {
  const raw = newReport(STATUTORY_FORMATS, { name: '某市水务局', type: 'department' }, 2025)!;
  const draft: Draft = { id: 'one', revision: 0, savedAt: '', raw, place: '' };
  const result = openDraft(draft, {
    formats: STATUTORY_FORMATS,
    keeping: undefined,
    later: () => () => undefined,
    soon: () => undefined,
    now: () => '2026-01-05T08:00:00Z',
  });
  if (!result.ok) throw new Error(result.failure.problem);
  return result.value;
}

const text = fc.constantFrom('', '0', '7', '12', '１２', '12件', '/', '第一。第二');

/** A report that is read from a file and put in the place of this one, or beside it as last year's. */
const foreign = fc
  .record({ year: fc.constantFrom(2019, 2024), figure: fc.nat(99), words: text })
  .map(({ year, figure, words }): RawReport => {
    const raw = newReport(STATUTORY_FORMATS, { name: '某县教育局', type: 'department' }, year)!;
    const cells = { 'requests/received/naturalPerson': `${figure}` };
    return { ...raw, preface: words, cells, stated: { 'requests/received/total': '9' } };
  });

/** Typing, paste, fill, clear, words, year, body, reasons, remarks, hand-over: all that is a change. */
const change = fc.oneof(
  fc.record({
    kind: fc.constant('cells' as const),
    texts: fc.dictionary(fc.constantFrom(...ENTERED), text, { maxKeys: 12 }),
  }),
  fc.record({ kind: fc.constant('field' as const), field: fc.constantFrom(...FIELDS), text }),
  fc.record({ kind: fc.constant('year' as const), year: fc.integer({ min: 2018, max: 2027 }) }),
  fc.record({
    kind: fc.constant('agencyType' as const),
    type: fc.constantFrom('department' as const, 'countyGovernment' as const),
  }),
  fc.record({
    kind: fc.constant('status' as const),
    status: fc.constantFrom('draft' as const, 'returned' as const, 'correction' as const),
  }),
  fc.record({
    kind: fc.constant('explanations' as const),
    explanations: fc.array(
      fc.record({
        rule: fc.constantFrom('T2-03', 'F-20'),
        cells: fc.constant([]),
        numbers: fc.array(text, { maxLength: 2 }),
        text,
        by: text,
      }),
      { maxLength: 2 },
    ),
  }),
  fc.record({
    kind: fc.constant('remark' as const),
    remark: fc.record({ place: text, text, by: text, at: text, settled: fc.boolean() }),
  }),
  fc.constant({ kind: 'dropStated' as const }),
);

const doing = { typing: fc.boolean(), anew: fc.boolean(), place: fc.constantFrom('a', 'b') };

/** Whatever a clerk may do in a row, taking back and doing again in between. */
const deed = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ ...doing, change }).map(
      ({ change: wanted, ...how }) =>
        (open: OpenDraft) =>
          open.change(wanted, { label: '改', ...how }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('proactive', 'requests', 'disputes')
      .map((table) => (open: OpenDraft) => {
        const { report } = open.getState();
        open.change(fillBlanks(report.raw, report.format, table), { label: '填 0', place: table });
      }),
  },
  {
    weight: 1,
    arbitrary: foreign.map((raw) => (open: OpenDraft) => open.replace(raw, '打开文件')),
  },
  { weight: 1, arbitrary: foreign.map((raw) => (open: OpenDraft) => open.attachLastYear(raw)) },
  { weight: 2, arbitrary: fc.constant((open: OpenDraft) => open.undo()) },
  { weight: 1, arbitrary: fc.constant((open: OpenDraft) => open.redo()) },
);

test('undoing everything gives the start again, redoing everything the end', () => {
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 60 }), (deeds) => {
      const open = opened();
      const start = open.getState().draft.raw;
      for (const act of deeds) act(open);
      while (open.redo() !== undefined);
      const end = open.getState().draft.raw;
      const { lastYear } = open.getState().draft;
      while (open.undo() !== undefined);
      expect(open.getState().draft.raw).toEqual(start);
      while (open.redo() !== undefined);
      expect(open.getState().draft.raw).toEqual(end);
      expect(open.getState().report.raw).toBe(open.getState().draft.raw);
      // Last year's report stands beside this one and is no part of what is taken back.
      expect(open.getState().draft.lastYear).toBe(lastYear);
    }),
  );
});

test('a new edit after an undo forgets what could have been redone', () => {
  const open = opened();
  const type = (words: string) =>
    open.change({ kind: 'field', field: 'title', text: words }, { label: '改', place: 'title' });
  type('一');
  open.undo();
  type('二');
  expect(open.redo()).toBeUndefined();
  expect(open.getState().draft.raw.title).toBe('二');
});

test('typing in one place is one step, a new sentence another', () => {
  const open = opened();
  const type = (words: string, anew = false) =>
    open.change(
      { kind: 'field', field: 'preface', text: words },
      { label: '填写', place: 'preface', typing: true, startsNewStep: anew },
    );
  type('一');
  type('一。');
  type('一。二', true);
  type('一。二。');
  expect(open.undo()).toBe('preface');
  expect(open.getState().draft.raw.preface).toBe('一。');
  expect(open.getState().statusMessage).toBe('已撤销：填写');
  open.undo();
  expect(open.getState().draft.raw.preface).toBe('');
});
