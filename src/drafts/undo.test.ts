import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellsOf, isEntered } from '../formats/cells.ts';
import { FORMAT_2021 } from '../formats/format-2021.ts';
import { STATUTORY_FORMATS } from '../formats/registry.ts';
import { type Change, type FieldId, fillBlanks } from '../report/change.ts';
import { newReport } from '../report/raw-report.ts';
import type { Draft } from './draft.ts';
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
    now: () => '2026-01-05T08:00:00Z',
  });
  if (!result.ok) throw new Error(result.failure.problem);
  return result.value;
}

const text = fc.constantFrom('', '0', '7', '12', '１２', '12件', '/', '第一。第二');

/** Typing, paste, fill, clear, words, year and body: whatever a clerk may do in a row. */
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
  fc.constant('fill' as const),
);

const edit = fc.record({
  change,
  typing: fc.boolean(),
  anew: fc.boolean(),
  place: fc.constantFrom('a', 'b'),
});

function make(open: OpenDraft, wanted: Change | 'fill'): Change {
  if (wanted !== 'fill') return wanted;
  const { report } = open.getState();
  return fillBlanks(report.raw, report.format, 'requests');
}

test('undoing everything gives the start again, redoing everything the end', () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 40 }), (edits) => {
      const open = opened();
      const start = open.getState().draft.raw;
      for (const { change: wanted, ...doing } of edits) {
        open.change(make(open, wanted), { label: '改', ...doing });
      }
      const end = open.getState().draft.raw;
      while (open.undo() !== undefined);
      expect(open.getState().draft.raw).toEqual(start);
      while (open.redo() !== undefined);
      expect(open.getState().draft.raw).toEqual(end);
      expect(open.getState().report.raw).toBe(open.getState().draft.raw);
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
      { label: '填写', place: 'preface', typing: true, anew },
    );
  type('一');
  type('一。');
  type('一。二', true);
  type('一。二。');
  expect(open.undo()).toBe('preface');
  expect(open.getState().draft.raw.preface).toBe('一。');
  expect(open.getState().said).toBe('已撤销：填写');
  open.undo();
  expect(open.getState().draft.raw.preface).toBe('');
});
