/** An open draft the storage refuses, beside another window that could store. */
import { expect, test } from 'vitest';
import type { Draft } from '../drafts/draft.ts';
import { COPIED_ONLY, STORAGE_REFUSED } from '../drafts/draft-repository.ts';
import { STATUTORY_FORMATS } from '../formats/registry.ts';
import type { Result } from '../report/result.ts';
import { emptyReport } from '../testing/reports.ts';
import { openDraft } from './open-draft.ts';
import type { Keeping } from './saver.ts';

const DRAFT: Draft = {
  id: 'one',
  revision: 1,
  savedAt: '2026-01-20T08:00:00.000Z',
  raw: emptyReport(2025),
  place: '',
};
const THEIRS: Draft = { ...DRAFT, revision: 2, raw: { ...DRAFT.raw, preface: '另一个窗口写的' } };

function refusing(isCopied: boolean, isKept: boolean) {
  const aside: Draft[] = [];
  let unsaved: typeof STORAGE_REFUSED | undefined;
  const copying = Promise.resolve(isCopied);
  const keeping: Keeping = {
    save: (): Result<Draft> => {
      unsaved = STORAGE_REFUSED;
      return { ok: false, failure: STORAGE_REFUSED };
    },
    unsaved: () => unsaved,
    isCopied: () => copying,
    setAside: async (draft) => {
      aside.push(draft);
      if (isKept) unsaved = undefined;
      return isKept;
    },
  };
  const opened = openDraft(DRAFT, {
    formats: STATUTORY_FORMATS,
    keeping,
    later: () => () => undefined,
    soon: (run) => run(),
    now: () => DRAFT.savedAt,
  });
  if (!opened.ok) throw new Error(opened.failure.problem);
  const open = opened.value;
  open.change(
    { kind: 'field', field: 'narrative.overview', text: '这里写的' },
    { label: '填写', place: 'overview' },
  );
  const settled = () => new Promise((resolve) => setTimeout(resolve));
  return { open, aside, settled };
}

test('what was refused gives way to what another window stored once it is kept as a version', async () => {
  const { open, aside, settled } = refusing(true, true);
  open.show(THEIRS);
  await settled();
  expect(aside.map(({ raw }) => raw.narrative.overview)).toEqual(['这里写的']);
  expect(open.getState().draft.raw.preface).toBe('另一个窗口写的');
  expect(open.getState().saving.state).toBe('saved');
});

test('what was refused and can be kept nowhere stays on the screen, and is told to be there alone', async () => {
  const { open, settled } = refusing(true, false);
  await settled();
  expect(open.getState().saving).toMatchObject({ failure: COPIED_ONLY, isCopied: true });
  open.show(THEIRS);
  await settled();
  expect(open.getState().draft.raw.narrative.overview).toBe('这里写的');
  expect(open.getState().saving).toMatchObject({ failure: STORAGE_REFUSED, isCopied: false });
});

test('where the second copy was refused too, nothing is said of it', async () => {
  const { open, settled } = refusing(false, false);
  await settled();
  expect(open.getState().saving).toMatchObject({ failure: STORAGE_REFUSED, isCopied: false });
});
