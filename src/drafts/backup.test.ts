import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reports, withCells, zeroReport } from '../testing/reports.ts';
import { planMerge, readBackup, writeBackup } from './backup.ts';
import type { Draft } from './draft.ts';

const NOW = '2026-01-20T08:00:00.000Z';
const DRAFT: Draft = { id: 'one', revision: 3, savedAt: NOW, raw: zeroReport(2025), place: '' };

test('a backup gives back every draft as it was, whatever it holds', () => {
  fc.assert(
    fc.property(reports(2025), reports(2019), (one, other) => {
      const drafts = [
        { ...DRAFT, raw: one },
        { ...DRAFT, id: 'two', raw: other },
      ];
      const back = readBackup(writeBackup(drafts, NOW));
      expect(back).toEqual({ ok: true, value: { drafts, unreadable: 0 } });
    }),
    { numRuns: 10 },
  );
});

test.each([
  ['a report file', '{"kind":"gov-information-disclosure-annual-report","version":1}'],
  ['half a backup', writeBackup([DRAFT], NOW).slice(0, 300)],
  ['a note', '放假通知'],
])('%s is refused as no backup', (_, text) => {
  expect(readBackup(text)).toMatchObject({ failure: { problem: '这不是年报通的备份文件' } });
});

test('a backup of a newer program is refused', () => {
  const text = writeBackup([DRAFT], NOW).replace('"version": 1', '"version": 9');
  expect(readBackup(text)).toMatchObject({
    failure: { problem: '备份文件由新版年报通存下，这一版读不了' },
  });
});

test('a damaged record is counted, and the others are read', () => {
  const text = writeBackup([DRAFT, { ...DRAFT, id: 'two' }], NOW);
  const damaged = text.replace('某市', '某县');
  expect(damaged).not.toBe(text);
  expect(readBackup(damaged)).toMatchObject({ ok: true, value: { unreadable: 1 } });
});

test('what is new here, what is the same and what has to be chosen are told apart', () => {
  const changed = { ...DRAFT, raw: withCells(DRAFT.raw, { 'requests/received/enterprise': '9' }) };
  const other = { ...DRAFT, id: 'two' };
  expect(planMerge([DRAFT, other], [changed])).toEqual({
    fresh: [other],
    same: [],
    clashes: [{ here: changed, backedUp: DRAFT }],
  });
  expect(planMerge([DRAFT], [{ ...DRAFT, revision: 8 }])).toMatchObject({
    same: [DRAFT],
    clashes: [],
  });
});
