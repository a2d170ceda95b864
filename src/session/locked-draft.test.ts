import { describe, expect, test } from 'vitest';
import { STATUTORY_FORMATS } from '../formats/registry.ts';
import { fillBlanks } from '../report/change.ts';
import type { RawReport, ReviewStep, Status } from '../report/raw-report.ts';
import { emptyReport } from '../testing/reports.ts';
import { type OpenDraft, openDraft } from './open-draft.ts';

const CELL = 'requests/received/naturalPerson';

const step = (status: Status): ReviewStep => ({
  status,
  by: '李科长',
  at: '2026-01-20T01:00:00Z',
  reason: status === 'correction' ? '漏填' : '',
  left: 0,
});

function opened(): OpenDraft {
  const draft = { id: 'one', revision: 0, savedAt: '', raw: emptyReport(2025), place: '' };
  const result = openDraft(draft, {
    formats: STATUTORY_FORMATS,
    keeping: undefined,
    later: () => () => undefined,
    soon: () => undefined,
    now: () => '2026-01-20T08:00:00Z',
  });
  if (!result.ok) throw new Error(result.failure.problem);
  return result.value;
}

const rawOf = (open: OpenDraft): RawReport => open.getState().draft.raw;

function type(open: OpenDraft, text: string): void {
  open.change({ kind: 'cells', texts: { [CELL]: text } }, { label: '填写', place: CELL });
}

function take(open: OpenDraft, ...states: readonly Status[]): void {
  for (const status of states) {
    open.change({ kind: 'step', step: step(status) }, { label: status, place: 'preview' });
  }
}

/** Every road on which a report is changed without a step of its review. */
const EDITS: readonly (readonly [string, (open: OpenDraft) => unknown])[] = [
  ['a key in a cell', (open) => type(open, '7')],
  [
    'a key in a text',
    (open) =>
      open.change(
        { kind: 'field', field: 'narrative.overview', text: '一' },
        { label: '填写', place: 'narrative.overview', typing: true },
      ),
  ],
  [
    'filling blanks with 0',
    (open) =>
      open.change(fillBlanks(rawOf(open), open.getState().report.format, 'requests'), {
        label: '填 0',
        place: 'requests',
      }),
  ],
  [
    'the kind of body',
    (open) =>
      open.change({ kind: 'agencyType', type: 'township' }, { label: '选择', place: 'basics' }),
  ],
  [
    'the year',
    (open) => open.change({ kind: 'year', year: 2024 }, { label: '改年度', place: 'basics' }),
  ],
  [
    'an explanation',
    (open) => open.change({ kind: 'explanations', explanations: [] }, { label: '说明', place: '' }),
  ],
  ['undo', (open) => open.undo()],
  ['redo', (open) => open.redo()],
  ['a version of before', (open) => open.replace(emptyReport(2025), '恢复')],
];

describe.each<[string, readonly Status[], string]>([
  ['final', ['final'], '已定稿 · 取消定稿后修改'],
  ['submitted', ['submitted'], '已提交 · 撤回提交后修改'],
  ['published', ['final', 'published'], '已公布 · 开始更正后修改'],
])('a report that is %s', (_, road, refusal) => {
  function locked(): OpenDraft {
    const open = opened();
    type(open, '21');
    type(open, '22');
    open.undo();
    take(open, ...road);
    return open;
  }

  test.each(EDITS)('is not changed by %s, and says so', (name, edit) => {
    const open = locked();
    const before = open.getState();
    edit(open);
    expect(rawOf(open)).toBe(before.draft.raw);
    expect(open.getState().history).toBe(before.history);
    // What could not have changed anything is no attempt.
    if (name !== 'redo') expect(open.getState().statusMessage).toBe(refusal);
  });

  test('says nothing where a key would have changed nothing', () => {
    const open = locked();
    open.announce('');
    type(open, '21');
    expect(open.getState().statusMessage).toBe('');
  });

  test('takes remarks', () => {
    const open = locked();
    const remark = { place: 'basics', text: '核实', by: '', at: '', settled: false };
    open.change({ kind: 'remark', remark }, { label: '审核意见', place: 'basics' });
    expect(rawOf(open).remarks).toHaveLength(1);
  });
});

test('a step opens a final report again, and the 定稿 stays in its road', () => {
  const open = opened();
  type(open, '21');
  take(open, 'final', 'draft');
  type(open, '7');
  expect(rawOf(open).cells[CELL]).toBe('7');
  expect(rawOf(open).steps?.map(({ status }) => status)).toEqual(['final', 'draft']);
});

test('taking back what was done after the 定稿 leads to it and not behind it', () => {
  const open = opened();
  type(open, '21');
  take(open, 'final');
  const final = rawOf(open);
  take(open, 'draft');
  type(open, '7');
  while (open.undo() !== undefined);
  expect(rawOf(open)).toBe(final);
});
