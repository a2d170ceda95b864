import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import { closeByForce, settled } from '../testing/databases.ts';
import { type HandClock, handClock } from '../testing/hand-clock.ts';
import { withCells, zeroReport } from '../testing/reports.ts';
import type { Draft } from './draft.ts';
import { createDraftRepository } from './draft-repository.ts';
import type { StoragePort } from './draft-slots.ts';
import { createRestorePoints, type RestorePoint, type RestorePoints } from './restore-points.ts';
import { copyAgain, createSecondCopy, recover, syncStorages } from './second-copy.ts';
import { openVault, type Vault } from './vault.ts';

const NOW = '2026-01-20T08:00:00.000Z';
const DRAFT: Draft = { id: 'one', revision: 1, savedAt: NOW, raw: zeroReport(2025), place: '' };

let factory: IDBFactory;
let clock: HandClock;
let vault: Vault;
let kept: Map<string, string>;

const storage: StoragePort = {
  getItem: (key) => kept.get(key) ?? null,
  setItem: (key, text) => void kept.set(key, text),
  removeItem: (key) => void kept.delete(key),
  keys: () => [...kept.keys()],
};

beforeEach(() => {
  factory = new IDBFactory();
  clock = handClock();
  vault = openVault(() => factory, clock.later);
  kept = new Map();
});

function withReceived(revision: number, text: string): Draft {
  return {
    ...DRAFT,
    revision,
    raw: withCells(DRAFT.raw, { 'requests/received/enterprise': text }),
  };
}

function received(draft: Draft | undefined): string | undefined {
  return draft?.raw.cells['requests/received/enterprise'];
}

/** A repository that hands its copies to the vault, as the program does. */
function repositoryWithCopies() {
  const secondCopy = createSecondCopy(vault);
  const safeguards = {
    copy: secondCopy.put,
    copies: secondCopy.all,
    forget: secondCopy.forget,
    setAside: () => Promise.resolve(false),
  };
  return { secondCopy, repository: createDraftRepository(storage, () => NOW, safeguards) };
}

describe('the second copy', () => {
  test('brings back a draft that the first storage lost', async () => {
    const { repository, secondCopy } = repositoryWithCopies();
    repository.save(withReceived(0, '7'));
    expect(await repository.isCopied('one')).toBe(true);
    kept.clear();
    expect(await recover(repository, secondCopy)).toHaveLength(1);
    const loaded = repository.load('one');
    expect(received(loaded.ok ? loaded.value : undefined)).toBe('7');
  });

  test('wins where its revision is higher, whatever the clock says', async () => {
    const { repository, secondCopy } = repositoryWithCopies();
    repository.save(withReceived(0, '1'));
    await secondCopy.put({ ...withReceived(9, '2'), savedAt: '1999-01-01T00:00:00Z' });
    await recover(repository, secondCopy);
    const loaded = repository.load('one');
    expect(received(loaded.ok ? loaded.value : undefined)).toBe('2');
  });

  test('leaves a stored draft of a higher revision alone', async () => {
    const { repository, secondCopy } = repositoryWithCopies();
    await secondCopy.put(withReceived(1, '1'));
    repository.adopt(withReceived(5, '5'), 'draft');
    expect(await recover(repository, secondCopy)).toEqual([]);
    const loaded = repository.load('one');
    expect(received(loaded.ok ? loaded.value : undefined)).toBe('5');
  });

  test('is never replaced by an older revision', async () => {
    const secondCopy = createSecondCopy(vault);
    await secondCopy.put(withReceived(3, '3'));
    expect(await secondCopy.put(withReceived(2, '2'))).toBe(false);
    const [copy] = await secondCopy.all();
    expect(received(copy?.draft)).toBe('3');
  });

  test('of many saves in a row holds the last', async () => {
    const secondCopy = createSecondCopy(vault);
    const puts = Array.from({ length: 50 }, (_, at) =>
      secondCopy.put(withReceived(at + 1, String(at))),
    );
    expect((await Promise.all(puts)).every(Boolean)).toBe(true);
    expect(received((await secondCopy.all())[0]?.draft)).toBe('49');
  });

  test('of a deleted draft comes back into the bin, not onto the desk', async () => {
    const { repository, secondCopy } = repositoryWithCopies();
    repository.save(DRAFT);
    repository.remove('one');
    expect(await repository.isCopied('one')).toBe(true);
    kept.clear();
    expect(await recover(repository, secondCopy)).toEqual([]);
    expect(repository.bin()).toHaveLength(1);
    expect(repository.list()).toEqual([]);
  });

  test('that is torn is passed over and stays where it is', async () => {
    const torn = { id: 'one', shelf: 'draft', revision: 4, text: '{"app":"nian' };
    await vault.run('copies', 'readwrite', (store) => store.put(torn));
    expect(await createSecondCopy(vault).all()).toEqual([]);
    expect(await vault.run('copies', 'readonly', (store) => store.get('one'))).toEqual(torn);
  });

  test('is refused quietly where the browser has no database', async () => {
    const none = openVault(() => {
      throw new DOMException('denied', 'SecurityError');
    }, clock.later);
    const secondCopy = createSecondCopy(none);
    expect(await secondCopy.put(DRAFT)).toBe(false);
    expect(await secondCopy.all()).toEqual([]);
    expect(await createRestorePoints(none, () => NOW).add(DRAFT, 'opened')).toBe(false);
  });
});

async function pointsOf(points: RestorePoints, id: string): Promise<readonly RestorePoint[]> {
  const read = await points.of(id);
  if (!read.ok) throw new Error(read.failure.problem);
  return read.value;
}

describe('restore points', () => {
  test('come back latest first, each with its time and reason', async () => {
    const points = createRestorePoints(vault, () => NOW);
    await points.add(withReceived(1, '1'), 'opened');
    await points.add(withReceived(2, '2'), 'handedOver');
    expect(
      (await pointsOf(points, 'one')).map(({ at, reason, draft }) => [at, reason, received(draft)]),
    ).toEqual([
      [NOW, 'handedOver', '2'],
      [NOW, 'opened', '1'],
    ]);
    expect(await pointsOf(points, 'other')).toEqual([]);
  });

  test('of the same content are kept once', async () => {
    const points = createRestorePoints(vault, () => NOW);
    await points.add(withReceived(1, '1'), 'opened');
    await points.add(withReceived(2, '1'), 'opened');
    expect(await pointsOf(points, 'one')).toHaveLength(1);
  });

  test('are at least the last twenty, and not without end', async () => {
    const points = createRestorePoints(vault, () => NOW);
    for (let at = 0; at < 40; at += 1) await points.add(withReceived(at, String(at)), 'opened');
    const left = await pointsOf(points, 'one');
    expect(left.length).toBeGreaterThanOrEqual(20);
    expect(left.length).toBeLessThan(40);
    expect(received(left[0]?.draft)).toBe('39');
  });
});

async function deleteDatabase(): Promise<void> {
  await new Promise((resolve) => {
    factory.deleteDatabase('nianbaotong').onsuccess = resolve;
  });
}

describe('a second copy that was lost while the page is open', () => {
  test('is told as missing, made again of what was last saved, and no longer told', async () => {
    const { repository, secondCopy } = repositoryWithCopies();
    syncStorages(vault, repository, secondCopy);
    const told: number[] = [];
    secondCopy.missing.subscribe(() => told.push(secondCopy.missing.getState().size));
    repository.save(withReceived(0, '7'));
    repository.save({ ...withReceived(0, '8'), id: 'two' });
    repository.remove('two');
    await settled();
    expect(told).toEqual([]);
    await deleteDatabase();
    await settled();
    expect(told).toEqual([2, 1, 0]);
    kept.clear();
    expect((await recover(repository, secondCopy)).map(received)).toEqual(['7']);
    expect(repository.bin()).toHaveLength(1);
  });

  test('stays missing where the database does not come back, until a save brings it', async () => {
    let isAway = false;
    vault = openVault(() => (isAway ? undefined : factory), clock.later);
    const { repository, secondCopy } = repositoryWithCopies();
    syncStorages(vault, repository, secondCopy);
    repository.save(withReceived(0, '7'));
    repository.save({ ...withReceived(0, '8'), id: 'two' });
    await settled();
    isAway = true;
    await deleteDatabase();
    await settled();
    expect([...secondCopy.missing.getState()].sort()).toEqual(['one', 'two']);
    repository.save(withReceived(2, '9'));
    await settled();
    expect(secondCopy.missing.getState().size).toBe(2);
    isAway = false;
    repository.save(withReceived(3, '10'));
    await settled();
    expect(secondCopy.missing.getState().size).toBe(0);
    const copies = await secondCopy.all();
    expect(copies.map(({ draft }) => received(draft)).sort()).toEqual(['10', '8']);
  });

  test('of a draft that was stored before there was a database is made at the start', async () => {
    createDraftRepository(storage, () => NOW).save(withReceived(0, '5'));
    const { repository, secondCopy } = repositoryWithCopies();
    expect(await recover(repository, secondCopy)).toEqual([]);
    await copyAgain(repository, secondCopy);
    expect((await secondCopy.all()).map(({ draft }) => received(draft))).toEqual(['5']);
  });

  test('is not brought back of a draft that was erased while the database was away', async () => {
    let isAway = false;
    const port = {
      open: (...args: Parameters<IDBFactory['open']>) => {
        if (isAway) throw new Error('disk');
        const request = factory.open(...args);
        request.addEventListener('success', () => {
          handle = request.result;
        });
        return request;
      },
    } as IDBFactory;
    let handle: IDBDatabase | undefined;
    vault = openVault(() => port, clock.later);
    const { repository, secondCopy } = repositoryWithCopies();
    syncStorages(vault, repository, secondCopy);
    repository.save(withReceived(0, '7'));
    await settled();
    isAway = true;
    closeByForce(handle);
    await settled();
    repository.remove('one');
    await repository.erase('one');
    isAway = false;
    expect(await recover(repository, secondCopy)).toEqual([]);
    expect([repository.list(), repository.bin()]).toEqual([[], []]);
  });

  test('that arrives after nobody waited for it any longer is no longer told as missing', async () => {
    const late: (() => Promise<unknown>)[] = [];
    const slow: Vault = {
      listen: () => undefined,
      run: (...dealing) => {
        late.push(() => vault.run(...dealing));
        return Promise.reject(new Error('no answer'));
      },
    };
    const secondCopy = createSecondCopy(slow);
    expect(await secondCopy.put(withReceived(1, '1'))).toBe(false);
    expect(await secondCopy.put(withReceived(2, '2'))).toBe(false);
    expect(secondCopy.missing.getState().size).toBe(1);
    await late[0]?.();
    expect(secondCopy.missing.getState().size).toBe(1);
    await late[1]?.();
    expect(secondCopy.missing.getState().size).toBe(0);
  });
});
