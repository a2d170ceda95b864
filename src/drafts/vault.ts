/**
 * The browser's database as promises: two stores, opened when first used. Where there is none, or it
 * is blocked, every dealing fails and the callers go on without.
 *
 *   copies   by draft id    the second copy of every draft
 *   points   by number      restore points, indexed by draft id
 *
 * 1. Writing is done when it is on the disk (`strict`), not when the browser has taken note of it: a
 *    machine that is switched off keeps what was written a moment ago.
 * 2. Nobody waits longer than `PATIENCE`: a database that does not answer is told as a failure, though
 *    what was asked of it may still come to pass.
 * 3. A database that was closed, or could not be opened, is opened again: once by itself, else with
 *    the next dealing. It never tries in a circle.
 */
import type { Schedule } from './schedule.ts';

/** The object stores of the database. */
export type VaultStore = 'copies' | 'points';

/** `lost`: what was stored may be gone. `back`: it answers again after it was lost, refused or silent. */
export type VaultEvent = 'lost' | 'back';

/** The database, opened when first used and again after it was lost; rejects where it cannot be. */
export interface Vault {
  /** The answer of one dealing with a store, once its transaction is complete. */
  readonly run: <T>(
    store: VaultStore,
    mode: 'readonly' | 'readwrite',
    deal: (store: IDBObjectStore) => IDBRequest<T>,
  ) => Promise<T>;
  readonly listen: (heard: (event: VaultEvent) => void) => void;
}

const NAME = 'nianbaotong';
const VERSION = 1;

/** How long a dealing waits for an answer, in milliseconds. */
const PATIENCE = 2000;
/** After so long an opening is given up; the next dealing begins a new one. */
const GIVE_UP = 30_000;
/** How long the vault rests after it opened a lost database by itself. */
const REST = 10_000;

function createStores(database: IDBDatabase): void {
  database.createObjectStore('copies', { keyPath: 'id' });
  const points = database.createObjectStore('points', { keyPath: 'number', autoIncrement: true });
  points.createIndex('id', 'id');
}

interface Opening {
  readonly database: Promise<IDBDatabase>;
  /** `silent`: somebody has waited for it in vain; nobody else waits for it before it answers. */
  state: 'pending' | 'silent' | 'open';
}

/** Opens the database of a factory; what is opened after it was given up is closed again. */
function open(factory: () => IDBFactory | undefined, later: Schedule): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const found = factory();
    if (!found) throw new Error('no database');
    const request = found.open(NAME, VERSION);
    let isGivenUp = false;
    const giveUp = (reason: unknown) => {
      isGivenUp = true;
      reject(reason);
    };
    const stopWaiting = later(() => giveUp(new Error('no answer')), GIVE_UP);
    request.onupgradeneeded = () => createStores(request.result);
    request.onblocked = () => giveUp(new Error('blocked'));
    request.onerror = () => {
      stopWaiting();
      reject(request.error);
    };
    request.onsuccess = () => {
      stopWaiting();
      if (isGivenUp) request.result.close();
      else resolve(request.result);
    };
  });
}

/** The one handle to the database: opened when first used, and again after it was lost. */
interface Connection {
  /** What is open or being opened; undefined before the first use and after a failure. */
  readonly current: () => Opening | undefined;
  readonly transact: (store: VaultStore, mode: IDBTransactionMode) => Promise<IDBTransaction>;
  /** Nobody else waits for an opening that did not answer. */
  readonly isSilent: (opening: Opening) => void;
}

function createConnection(
  factory: () => IDBFactory | undefined,
  later: Schedule,
  tell: (event: VaultEvent) => void,
): Connection {
  let current: Opening | undefined;
  let isAway = false;
  let isResting = false;

  function begin(): Opening {
    const opening: Opening = { database: open(factory, later), state: 'pending' };
    opening.database.then(
      (database) => hold(opening, database),
      () => {
        if (current === opening) current = undefined;
        isAway = true;
      },
    );
    return opening;
  }

  function hold(opening: Opening, database: IDBDatabase): void {
    opening.state = 'open';
    database.onclose = () => lose(opening);
    // Deleted from elsewhere, or changed by a newer program: stand out of the way.
    database.onversionchange = () => {
      database.close();
      lose(opening);
    };
    if (isAway) tell('back');
    isAway = false;
  }

  function lose(opening: Opening): void {
    if (current !== opening) return;
    current = undefined;
    isAway = true;
    tell('lost');
    if (isResting) return;
    isResting = true;
    later(() => {
      isResting = false;
    }, REST);
    current = current ?? begin();
  }

  /** A transaction; a handle that turns out to be dead is replaced, once. */
  async function transact(
    store: VaultStore,
    mode: IDBTransactionMode,
    isAgain = false,
  ): Promise<IDBTransaction> {
    const opening = current ?? begin();
    current = opening;
    const database = await opening.database;
    try {
      return database.transaction(store, mode, { durability: 'strict' });
    } catch (reason) {
      const isDead = reason instanceof Error && reason.name === 'InvalidStateError';
      if (isAgain || !isDead) throw reason;
      lose(opening);
      return transact(store, mode, true);
    }
  }

  return {
    current: () => current,
    transact,
    isSilent: (opening) => {
      opening.state = 'silent';
      isAway = true;
    },
  };
}

/** One dealing. A transaction the browser broke off has done nothing, and is begun again, once. */
async function dealWith<T>(
  connection: Connection,
  store: VaultStore,
  mode: IDBTransactionMode,
  deal: (store: IDBObjectStore) => IDBRequest<T>,
  isAgain = false,
): Promise<T> {
  const transaction = await connection.transact(store, mode);
  const request = deal(transaction.objectStore(store));
  const isDone = await new Promise<boolean>((resolve, reject) => {
    transaction.oncomplete = () => resolve(true);
    transaction.onabort = () => {
      const { error } = transaction;
      if (isAgain || (error && error.name !== 'AbortError')) reject(error);
      else resolve(false);
    };
  });
  return isDone ? request.result : dealWith(connection, store, mode, deal, true);
}

/** The database behind a factory; `factory` may throw, as browsers do where storage is forbidden. */
export function openVault(factory: () => IDBFactory | undefined, later: Schedule): Vault {
  const listeners = new Set<(event: VaultEvent) => void>();
  const connection = createConnection(factory, later, (event) => {
    for (const heard of listeners) heard(event);
  });

  /** An answer, or the failure that there was none in time; the silence of an opening is remembered. */
  function inTime<T>(answer: Promise<T>): Promise<T> {
    const asked = connection.current();
    return new Promise((resolve, reject) => {
      const stopWaiting = later(() => {
        if (asked?.state === 'pending') connection.isSilent(asked);
        reject(new Error('no answer'));
      }, PATIENCE);
      answer.then(resolve, reject).finally(stopWaiting);
    });
  }

  return {
    listen: (heard) => void listeners.add(heard),
    run: async (store, mode, deal) => {
      if (connection.current()?.state === 'silent') throw new Error('no answer');
      return inTime(dealWith(connection, store, mode, deal));
    },
  };
}

/**
 * The values of a store one by one: each is small, so that a slow disk with much on it is not taken
 * for a database that does not answer.
 */
export async function readEach(
  vault: Vault,
  store: VaultStore,
  keys: (store: IDBObjectStore) => IDBRequest<IDBValidKey[]>,
): Promise<readonly unknown[]> {
  const values: unknown[] = [];
  for (const key of await vault.run(store, 'readonly', keys)) {
    values.push(await vault.run<unknown>(store, 'readonly', (one) => one.get(key)));
  }
  return values;
}
