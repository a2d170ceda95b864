/** A full storage: deleting and restoring need no room, and nothing that lives is ever erased. */
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import { success } from '../report/result.ts';
import { handClock } from '../testing/hand-clock.ts';
import { withCells, zeroReport } from '../testing/reports.ts';
import { type LimitedStorage, limitedStorage } from '../testing/storage.ts';
import type { Draft } from './draft.ts';
import { writeRecord } from './draft-record.ts';
import { createDraftRepository, type DraftRepository } from './draft-repository.ts';
import { createRestorePoints } from './restore-points.ts';
import { createSecondCopy, recover } from './second-copy.ts';
import { openVault } from './vault.ts';

const NOW = '2026-01-20T08:00:00.000Z';
const DRAFT: Draft = { id: 'one', revision: 0, savedAt: '', raw: zeroReport(2025), place: '' };

let storage: LimitedStorage;
let vault: ReturnType<typeof openVault>;
let repository: DraftRepository;

function opened(): DraftRepository {
  const secondCopy = createSecondCopy(vault);
  const points = createRestorePoints(vault, () => NOW);
  return createDraftRepository(storage, () => NOW, {
    copy: secondCopy.put,
    copies: secondCopy.all,
    forget: async (id) => {
      await Promise.all([secondCopy.forget(id), points.forget(id)]);
    },
    setAside: () => Promise.resolve(false),
  });
}

beforeEach(() => {
  const factory = new IDBFactory();
  storage = limitedStorage();
  vault = openVault(() => factory, handClock().later);
  repository = opened();
});

function withReceived(text: string, revision = 0): Draft {
  const raw = withCells(DRAFT.raw, { 'requests/received/enterprise': text });
  return { ...DRAFT, revision, raw };
}

function saved(draft: Draft): Draft {
  const result = repository.save(draft);
  if (!result.ok) throw new Error(result.failure.problem);
  return result.value;
}

function figure(draft: Draft | undefined): string | undefined {
  return draft?.raw.cells['requests/received/enterprise'];
}

/** The figure of the draft on each shelf. */
function shelves() {
  const figures = (all: ReturnType<DraftRepository['list']>) =>
    all.map((one) => (one.state === 'readable' ? figure(one.draft) : one.reason));
  return { desk: figures(repository.list()), bin: figures(repository.bin()) };
}

describe('in a storage without a character to spare', () => {
  beforeEach(() => {
    saved(withReceived('2', saved(withReceived('1')).revision));
    storage.fill();
  });

  test('a draft is deleted and restored whole, with both its slots', () => {
    const before = new Map(storage.texts);
    expect(repository.remove('one').ok).toBe(true);
    expect(shelves()).toEqual({ desk: [], bin: ['2'] });
    repository = opened();
    expect(shelves()).toEqual({ desk: [], bin: ['2'] });
    expect(repository.restore('one').ok).toBe(true);
    expect(shelves()).toEqual({ desk: ['2'], bin: [] });
    expect(storage.texts).toEqual(before);
  });

  test('a draft of one slot only is deleted too', () => {
    storage.free();
    repository.save({ ...DRAFT, id: 'two' });
    storage.fill();
    expect(repository.remove('two').ok).toBe(true);
    expect(repository.bin()).toHaveLength(1);
  });

  test.each([0, 1, 2])('a browser killed after %i writes keeps the newest copy', (dealings) => {
    storage.killAfter(dealings);
    repository.remove('one');
    storage.killAfter(Number.POSITIVE_INFINITY);
    repository = opened();
    const { desk, bin } = shelves();
    expect([...desk, ...bin]).toEqual(['2']);
  });

  test('a storage that refuses halfway leaves the draft where it was, and says so', () => {
    const before = new Map(storage.texts);
    const setItem = storage.setItem;
    let writes = 0;
    const moody = {
      ...storage,
      setItem: (key: string, text: string) => {
        writes += 1;
        if (writes === 2) throw new DOMException('denied', 'SecurityError');
        setItem(key, text);
      },
    };
    const failing = createDraftRepository(moody, () => NOW);
    expect(failing.remove('one')).toMatchObject({
      failure: { problem: '浏览器不让改动存储，这份草稿没有删除' },
    });
    expect(storage.texts).toEqual(before);
  });

  test('text that is no record at all is deleted too, and comes back', () => {
    storage.free();
    storage.texts.set('nianbaotong/draft/lost/a', 'not a record');
    storage.fill();
    expect(repository.remove('lost').ok).toBe(true);
    expect(repository.bin()).toMatchObject([{ state: 'unreadable', id: 'lost' }]);
    storage.fill();
    expect(repository.restore('lost').ok).toBe(false);
    expect(repository.rawText('lost')).toBe('not a record');
    storage.free();
    expect(repository.restore('lost').ok).toBe(true);
    expect(repository.list()).toContainEqual(expect.objectContaining({ id: 'lost' }));
  });

  test('erasing another draft makes room, and what was held in memory is stored at once', async () => {
    storage.free();
    saved({ ...DRAFT, id: 'two' });
    storage.fill();
    expect(repository.save({ ...withReceived('3', 2), place: '满'.repeat(300) }).ok).toBe(false);
    repository.remove('two');
    expect(await repository.erase('two')).toMatchObject({ ok: true });
    expect(repository.unsaved('one')).toBeUndefined();
    repository = opened();
    expect(shelves().desk).toEqual(['3']);
  });
});

describe('the bin of an older program', () => {
  beforeEach(() => {
    storage.texts.set('nianbaotong/bin/one/a', writeRecord(withReceived('1', 1)));
    storage.texts.set('nianbaotong/bin/one/b', writeRecord(withReceived('2', 2)));
  });

  test('is read, and its drafts are restored without room', () => {
    storage.fill();
    expect(shelves()).toEqual({ desk: [], bin: ['2'] });
    expect(repository.restore('one').ok).toBe(true);
    expect(shelves()).toEqual({ desk: ['2'], bin: [] });
  });

  test('lets its slots go once the restored draft has two good ones of its own', () => {
    repository.restore('one');
    const third = saved(withReceived('3', 2));
    expect(storage.texts.has('nianbaotong/bin/one/b')).toBe(true);
    saved(withReceived('4', third.revision));
    expect([...storage.texts.keys()].sort()).toEqual([
      'nianbaotong/draft/one/a',
      'nianbaotong/draft/one/b',
    ]);
    expect(shelves()).toEqual({ desk: ['4'], bin: [] });
  });

  test('with half a copy of a living draft: the higher revision counts, of equal ones the draft', () => {
    storage.texts.set('nianbaotong/draft/one/a', writeRecord(withReceived('3', 3)));
    expect(shelves()).toEqual({ desk: ['3'], bin: [] });
    storage.texts.set('nianbaotong/draft/one/a', writeRecord(withReceived('4', 2)));
    expect(shelves()).toEqual({ desk: ['4'], bin: [] });
    storage.texts.set('nianbaotong/draft/one/a', writeRecord(withReceived('0', 1)));
    expect(shelves()).toEqual({ desk: [], bin: ['2'] });
  });
});

describe('erasing', () => {
  async function copied() {
    const all = await createSecondCopy(vault).all();
    return all.map(({ draft }) => figure(draft));
  }

  test('takes every trace of a deleted draft', async () => {
    const { revision } = saved(withReceived('1'));
    storage.texts.set('nianbaotong/draft/one/b', '{"half');
    saved(withReceived('2', revision));
    repository.remove('one');
    await createRestorePoints(vault, () => NOW).add(DRAFT, 'opened');
    expect(await repository.erase('one')).toMatchObject({ ok: true });
    expect(storage.texts.size).toBe(0);
    expect(await copied()).toEqual([]);
    expect(await createRestorePoints(vault, () => NOW).of('one')).toEqual(success([]));
  });

  test('half a copy in the bin harms neither the living draft nor what else is kept of it', async () => {
    saved(withReceived('3', 3));
    storage.texts.set('nianbaotong/bin/one/a', writeRecord(withReceived('1', 1)));
    storage.texts.set('nianbaotong/kept/one/a', '{"half');
    await createRestorePoints(vault, () => NOW).add(DRAFT, 'opened');
    expect(await repository.erase('one')).toMatchObject({
      failure: { problem: '这份草稿后来又填过，没有清除' },
    });
    expect(shelves().desk).toEqual(['3']);
    expect(storage.texts.get('nianbaotong/kept/one/a')).toBe('{"half');
    expect(await copied()).toEqual(['3']);
    const points = await createRestorePoints(vault, () => NOW).of('one');
    expect(points.ok && points.value).toHaveLength(1);
  });

  test('spares a draft that only the second copy knows to be on the desk, and brings it back', async () => {
    saved(withReceived('1'));
    repository.remove('one');
    await repository.isCopied('one');
    await createSecondCopy(vault).put(withReceived('7', 7));
    expect((await repository.erase('one')).ok).toBe(false);
    expect(shelves()).toEqual({ desk: ['7'], bin: [] });
    expect(await copied()).toEqual(['7']);
  });

  test('spares what another window holds that went on writing', async () => {
    const { revision } = saved(withReceived('1'));
    const other = opened();
    repository.remove('one');
    other.save(withReceived('2', revision));
    expect((await repository.erase('one')).ok).toBe(false);
    expect(shelves()).toEqual({ desk: ['2'], bin: [] });
  });

  test('spares what a newer program has saved since', async () => {
    saved(withReceived('1'));
    repository.remove('one');
    const newer = writeRecord(withReceived('5', 5)).replace(/"version":\d+/, '"version":9');
    storage.texts.set('nianbaotong/draft/one/b', newer);
    expect((await repository.erase('one')).ok).toBe(false);
    expect(storage.texts.get('nianbaotong/draft/one/b')).toBe(newer);
  });
});

test('text put aside is never overwritten by other text put aside later', () => {
  let { revision } = saved(DRAFT);
  for (const half of ['{"half', '{"other']) {
    const slots = ['a', 'b'].map((name) => `nianbaotong/draft/one/${name}`);
    const older = slots.find((key) => !storage.texts.get(key)?.includes(`"revision":${revision},`));
    storage.texts.set(older ?? '', half);
    ({ revision } = saved(withReceived(half, revision)));
    ({ revision } = saved(withReceived(half, revision)));
  }
  expect([...storage.texts.values()]).toEqual(expect.arrayContaining(['{"half', '{"other']));
});

test('a deleted draft comes back from its second copy into the bin, and can be restored there', async () => {
  saved(withReceived('1'));
  repository.remove('one');
  await repository.isCopied('one');
  storage.texts.clear();
  repository = opened();
  await recover(repository, createSecondCopy(vault));
  expect(shelves()).toEqual({ desk: [], bin: ['1'] });
  repository = opened();
  expect(shelves()).toEqual({ desk: [], bin: ['1'] });
  expect(repository.restore('one').ok).toBe(true);
  expect(shelves()).toEqual({ desk: ['1'], bin: [] });
});

test('the room in use is that of the whole origin, and what is ours is told apart', () => {
  saved(DRAFT);
  const before = repository.size();
  expect(before.all).toBe(before.ours);
  storage.texts.set('elsewhere', 'x'.repeat(1000));
  expect(repository.size()).toEqual({ all: before.all + 1009, ours: before.ours });
});
