import { describe, expect, test } from 'vitest';
import { LARGEST_BACKUP } from '../drafts/backup.ts';
import type { Draft } from '../drafts/draft.ts';
import { zeroReport } from '../testing/reports.ts';
import { openBackup, prepareBackup } from './backup-file.ts';

const NOW = '2026-01-20T08:00:00.000Z';
const DRAFT: Draft = { id: 'one', revision: 3, savedAt: NOW, raw: zeroReport(2025), place: '' };
const noPause = () => Promise.resolve();

function prepared(drafts: readonly Draft[], bin: readonly Draft[] = []) {
  return prepareBackup('备份.json', { drafts, bin }, NOW, noPause);
}

describe('a backup', () => {
  test('of 48 long drafts, more than any report file may be, is restored', async () => {
    const overview = '公开'.repeat(40_000);
    const drafts = Array.from({ length: 48 }, (_, at) => ({
      ...DRAFT,
      id: `draft-${at}`,
      raw: { ...DRAFT.raw, narrative: { overview } },
    }));
    const text = await prepared(drafts, [{ ...DRAFT, id: 'bin' }]);
    if (!text.ok) throw new Error(text.failure.problem);
    const file = new File([text.value], '备份.json');
    expect(file.size).toBeGreaterThan(11 * 1024 * 1024);
    const back = await openBackup(file, noPause);
    expect(back).toEqual({
      ok: true,
      value: { drafts, bin: [{ ...DRAFT, id: 'bin' }], unreadable: 0 },
    });
  });

  test('is read back whatever the order of its members, and whatever its letters', async () => {
    const { id, raw, ...rest } = DRAFT;
    const odd = { raw: { ...raw, preface: '\ud800 𠮷 \u0000 \u2028 "\\' }, ...rest, id };
    expect((await prepared([odd])).ok).toBe(true);
  });

  test('of a draft that would not be read is not handed over, and says which', async () => {
    const broken = { ...DRAFT, raw: { ...DRAFT.raw, narrative: { overview: 5 } } };
    const refused = await prepared([DRAFT, broken as unknown as Draft]);
    expect(refused).toMatchObject({
      ok: false,
      failure: { problem: expect.stringContaining('读回来不一样，没有导出备份') },
    });
  });

  test('of a file larger than any backup is refused unread, with its size and the limit', async () => {
    const file = {
      name: '大.json',
      size: LARGEST_BACKUP + 1,
      text: () => Promise.reject(new Error('read')),
    };
    expect(await openBackup(file, noPause)).toMatchObject({
      failure: { problem: '“大.json”有 201 MB，备份文件不超过 200 MB' },
    });
  });

  test('that was moved away meanwhile is told as unreadable', async () => {
    const file = { name: 'x.json', size: 5, text: () => Promise.reject(new Error('gone')) };
    expect(await openBackup(file, noPause)).toMatchObject({
      failure: { problem: '“x.json”读不出来' },
    });
  });
});
