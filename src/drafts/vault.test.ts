import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import { closeByForce, settled } from '../testing/databases.ts';
import { type HandClock, handClock } from '../testing/hand-clock.ts';
import { zeroReport } from '../testing/reports.ts';
import type { Draft } from './draft.ts';
import { createRestorePoints } from './restore-points.ts';
import { createSecondCopy } from './second-copy.ts';
import { openVault, type Vault, type VaultEvent } from './vault.ts';

const DRAFT: Draft = { id: 'one', revision: 1, savedAt: '', raw: zeroReport(2025), place: '' };

let factory: IDBFactory;
let clock: HandClock;

beforeEach(() => {
  factory = new IDBFactory();
  clock = handClock();
});

/** A factory that counts what it is asked to open, and hands out what is opened. */
function counted(open: IDBFactory['open'] = (...args) => factory.open(...args)) {
  const handles: IDBDatabase[] = [];
  let asked = 0;
  const port = {
    open: (...args: Parameters<IDBFactory['open']>) => {
      asked += 1;
      const request = open(...args);
      request.addEventListener?.('success', () => handles.push(request.result));
      return request;
    },
  } as IDBFactory;
  return { port, handles, asked: () => asked };
}

/** A request nothing is ever heard of. */
const silent = () => ({}) as IDBOpenDBRequest;

function watched(vault: Vault): VaultEvent[] {
  const events: VaultEvent[] = [];
  vault.listen((event) => events.push(event));
  return events;
}

const count = (vault: Vault) => vault.run('copies', 'readonly', (store) => store.count());

describe('a database that goes while the page is open', () => {
  test('closed by the browser is opened again, and told lost and back', async () => {
    const { port, handles } = counted();
    const vault = openVault(() => port, clock.later);
    const events = watched(vault);
    await count(vault);
    closeByForce(handles[0]);
    await settled();
    expect(handles).toHaveLength(2);
    expect(events).toEqual(['lost', 'back']);
    expect(await count(vault)).toBe(0);
  });

  test('deleted from elsewhere stands in nobody’s way, and is made again', async () => {
    const { port, handles } = counted();
    const vault = openVault(() => port, clock.later);
    await createSecondCopy(vault).put(DRAFT);
    let wasBlocked = false;
    await new Promise((resolve) => {
      const request = factory.deleteDatabase('nianbaotong');
      request.onblocked = () => {
        wasBlocked = true;
      };
      request.onsuccess = resolve;
    });
    await settled();
    expect(wasBlocked).toBe(false);
    expect(handles).toHaveLength(2);
    expect(await count(vault)).toBe(0);
  });

  test('raised by a newer program is left to it, and asked for once with each dealing', async () => {
    const { port, asked } = counted();
    const vault = openVault(() => port, clock.later);
    await count(vault);
    await new Promise((resolve) => {
      factory.open('nianbaotong', 9).onsuccess = resolve;
    });
    await settled();
    expect(asked()).toBe(2);
    await expect(count(vault)).rejects.toMatchObject({ name: 'VersionError' });
    await expect(count(vault)).rejects.toMatchObject({ name: 'VersionError' });
    expect(asked()).toBe(4);
  });

  test('whose handle is dead without a word is replaced within the same dealing', async () => {
    const { port, handles } = counted();
    const vault = openVault(() => port, clock.later);
    const events = watched(vault);
    await count(vault);
    handles[0]?.close();
    expect(await count(vault)).toBe(0);
    expect(events).toEqual(['lost', 'back']);
  });

  test('broken off in the middle of a dealing is opened again, and the dealing done', async () => {
    const { port, handles } = counted();
    const vault = openVault(() => port, clock.later);
    const points = createRestorePoints(vault, () => '');
    await count(vault);
    const begin = handles[0]!.transaction.bind(handles[0]!);
    handles[0]!.transaction = (...args) => {
      const transaction = begin(...args);
      setImmediate(() => {
        transaction.abort();
        closeByForce(handles[0]);
      });
      return transaction;
    };
    expect(await points.add(DRAFT, 'handedOver')).toBe(true);
    expect(await points.of('one')).toMatchObject({ value: [{ reason: 'handedOver' }] });
    expect(handles).toHaveLength(2);
  });

  test('that goes again and again is not opened in a circle', async () => {
    const { port, handles, asked } = counted();
    const vault = openVault(() => port, clock.later);
    vault.listen((event) => {
      if (event === 'back') closeByForce(handles[handles.length - 1]);
    });
    await count(vault);
    closeByForce(handles[0]);
    await settled();
    expect(asked()).toBe(2);
    clock.pass(60_000);
    await settled();
    expect(asked()).toBe(2);
  });
});

describe('a database that cannot be opened', () => {
  test('once is asked again with the next dealing', async () => {
    let isRefused = true;
    const { port } = counted((...args) => {
      if (isRefused) throw new DOMException('disk', 'UnknownError');
      return factory.open(...args);
    });
    const vault = openVault(() => port, clock.later);
    const events = watched(vault);
    await expect(count(vault)).rejects.toThrow('disk');
    isRefused = false;
    expect(await count(vault)).toBe(0);
    expect(events).toEqual(['back']);
  });

  test('because another window blocks it is asked again, and what opens late is closed', async () => {
    const opened = new IDBFactory();
    const requests: IDBOpenDBRequest[] = [];
    const { port, handles } = counted((...args) => {
      const request = opened.open(...args);
      requests.push(request);
      return request;
    });
    const vault = openVault(() => port, clock.later);
    const first = count(vault);
    requests[0]?.onblocked?.({} as IDBVersionChangeEvent);
    await expect(first).rejects.toThrow('blocked');
    expect(await count(vault)).toBe(0);
    expect(handles).toHaveLength(2);
    expect(() => handles[0]?.transaction('copies')).toThrow();
    expect(() => handles[1]?.transaction('copies')).not.toThrow();
  });
});

describe('a database that never answers', () => {
  test('lets nobody wait longer than two seconds, and the next one not at all', async () => {
    const { port, asked } = counted(silent);
    const vault = openVault(() => port, clock.later);
    let isTold = false;
    const first = count(vault).catch((reason) => {
      isTold = true;
      return reason;
    });
    clock.pass(1999);
    await settled();
    expect(isTold).toBe(false);
    clock.pass(1);
    await settled();
    expect(isTold).toBe(true);
    expect(await first).toEqual(new Error('no answer'));
    await expect(count(vault)).rejects.toThrow('no answer');
    expect(asked()).toBe(1);
  });

  test('is given up after half a minute, and the next dealing begins anew', async () => {
    let isSilent = true;
    const { port } = counted((...args) => (isSilent ? silent() : factory.open(...args)));
    const vault = openVault(() => port, clock.later);
    const first = expect(count(vault)).rejects.toThrow('no answer');
    clock.pass(30_000);
    await first;
    isSilent = false;
    expect(await count(vault)).toBe(0);
  });

  test('with a transaction that stays without an end is told in two seconds as well', async () => {
    const { port, handles } = counted();
    const vault = openVault(() => port, clock.later);
    await count(vault);
    const request = {} as IDBRequest<number>;
    const store = { count: () => request } as IDBObjectStore;
    handles[0]!.transaction = () => ({ objectStore: () => store }) as unknown as IDBTransaction;
    const told = expect(count(vault)).rejects.toThrow('no answer');
    await settled();
    clock.pass(2000);
    await told;
  });

  test('gives a sentence in the place of the restore points, and puts no second copy', async () => {
    const vault = openVault(() => counted(silent).port, clock.later);
    const read = createRestorePoints(vault, () => '').of('one');
    clock.pass(2000);
    expect(await read).toMatchObject({
      ok: false,
      failure: { problem: '历史版本读不出来：浏览器的数据库没有应答，或不让使用' },
    });
    const secondCopy = createSecondCopy(vault);
    expect(await secondCopy.put(DRAFT)).toBe(false);
    expect([...secondCopy.missing.getState()]).toEqual(['one']);
  });
});
