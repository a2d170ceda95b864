import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reports, withCells, zeroReport } from '../testing/reports.ts';
import { planMerge, readBackup, writeBackup } from './backup.ts';
import type { Draft } from './draft.ts';

const NOW = '2026-01-20T08:00:00.000Z';
const DRAFT: Draft = { id: 'one', revision: 3, savedAt: NOW, raw: zeroReport(2025), place: '' };
const TWO: Draft = { ...DRAFT, id: 'two' };

const noPause = () => Promise.resolve();
const read = (text: string) => readBackup(text, noPause);
const backupOf = (...drafts: readonly Draft[]) => writeBackup({ drafts, bin: [] }, NOW);

test('a backup gives back every draft as it was, whatever it holds, also of the bin', async () => {
  await fc.assert(
    fc.asyncProperty(reports(2025), reports(2019), async (one, other) => {
      const content = { drafts: [{ ...DRAFT, raw: one }], bin: [{ ...TWO, raw: other }] };
      const back = await read(writeBackup(content, NOW));
      expect(back).toEqual({ ok: true, value: { ...content, unreadable: 0 } });
    }),
    { numRuns: 10 },
  );
});

test('a backup made before the bin was in it is read as it was', async () => {
  const older = JSON.parse(backupOf(DRAFT, TWO));
  delete older.bin;
  expect(await read(JSON.stringify(older))).toEqual({
    ok: true,
    value: { drafts: [DRAFT, TWO], bin: [], unreadable: 0 },
  });
});

test.each([
  ['a report file', '{"kind":"gov-information-disclosure-annual-report","version":1}'],
  ['half a backup', backupOf(DRAFT).slice(0, 300)],
  ['a note', '放假通知'],
])('%s is refused as no backup', async (_, text) => {
  expect(await read(text)).toMatchObject({ failure: { problem: '这不是年报通的备份文件' } });
});

test('a backup of a newer program is refused', async () => {
  const text = backupOf(DRAFT).replace('"version": 1', '"version": 9');
  expect(await read(text)).toMatchObject({
    failure: { problem: '备份文件由新版年报通存下，这一版读不了' },
  });
});

test('a damaged record is counted, and the others are read', async () => {
  const text = backupOf(DRAFT, TWO);
  const damaged = text.replace('某市', '某县');
  expect(damaged).not.toBe(text);
  expect(await read(damaged)).toMatchObject({ ok: true, value: { unreadable: 1 } });
});

test('what many drafts take is taken in turns', async () => {
  let turns = 0;
  const pause = async () => {
    turns += 1;
  };
  await readBackup(writeBackup({ drafts: [DRAFT, TWO], bin: [DRAFT] }, NOW), pause);
  expect(turns).toBe(3);
});

const CHANGED: Draft = {
  ...DRAFT,
  raw: withCells(DRAFT.raw, { 'requests/received/enterprise': '9' }),
};
const NOTHING = { added: [], binnedHere: [], same: [], clashes: [], binned: [] };

test('what is new here, what is the same and what has to be chosen are told apart', () => {
  expect(planMerge({ drafts: [DRAFT, TWO], bin: [] }, { drafts: [CHANGED], bin: [] })).toEqual({
    ...NOTHING,
    added: [TWO],
    clashes: [{ here: CHANGED, backedUp: DRAFT }],
  });
  expect(
    planMerge({ drafts: [DRAFT], bin: [] }, { drafts: [{ ...DRAFT, revision: 8 }], bin: [] }),
  ).toEqual({ ...NOTHING, same: [DRAFT] });
});

test('a draft that lies in the bin here comes out of it, or beside it where it differs', () => {
  expect(planMerge({ drafts: [DRAFT], bin: [] }, { drafts: [], bin: [DRAFT] })).toEqual({
    ...NOTHING,
    binnedHere: [DRAFT],
  });
  expect(planMerge({ drafts: [DRAFT], bin: [] }, { drafts: [], bin: [CHANGED] })).toEqual({
    ...NOTHING,
    added: [DRAFT],
  });
});

test('what was in the bin goes into the bin, unless it is here', () => {
  const backup = { drafts: [], bin: [DRAFT] };
  expect(planMerge(backup, { drafts: [], bin: [] })).toEqual({ ...NOTHING, binned: [DRAFT] });
  expect(planMerge(backup, { drafts: [], bin: [DRAFT] })).toEqual(NOTHING);
  expect(planMerge(backup, { drafts: [DRAFT], bin: [] })).toEqual(NOTHING);
  expect(planMerge(backup, { drafts: [CHANGED], bin: [] })).toEqual({
    ...NOTHING,
    binned: [DRAFT],
  });
});

test('a backup restored twice brings nothing a second time', () => {
  const backup = { drafts: [DRAFT], bin: [{ ...CHANGED, id: 'two' }] };
  const here = { drafts: [], bin: [CHANGED, TWO] };
  const first = planMerge(backup, here);
  expect(first).toEqual({ ...NOTHING, added: [DRAFT] });
  const after = { ...here, drafts: first.added.map((draft) => ({ ...draft, id: 'new' })) };
  expect(planMerge(backup, after)).toEqual({ ...NOTHING, same: [DRAFT] });
});
