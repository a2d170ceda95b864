/**
 * The browser's database as promises: two stores, opened when first used. Where there is none, or it
 * is blocked, every dealing fails and the callers go on without.
 *
 *   copies   by draft id    the second copy of every draft
 *   points   by number      restore points, indexed by draft id
 *
 * Writing is done when it is on the disk (`strict`), not when the browser has taken note of it: a
 * machine that is switched off keeps what was written a moment ago.
 */

export type VaultStore = 'copies' | 'points';

export interface Vault {
  /** The answer of one dealing with a store, once its transaction is complete. */
  readonly run: <T>(
    store: VaultStore,
    mode: 'readonly' | 'readwrite',
    deal: (store: IDBObjectStore) => IDBRequest<T>,
  ) => Promise<T>;
}

const NAME = 'nianbaotong';
const VERSION = 1;

function createStores(database: IDBDatabase): void {
  database.createObjectStore('copies', { keyPath: 'id' });
  const points = database.createObjectStore('points', { keyPath: 'number', autoIncrement: true });
  points.createIndex('id', 'id');
}

function open(factory: IDBFactory): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open(NAME, VERSION);
    request.onupgradeneeded = () => createStores(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error('blocked'));
    request.onsuccess = () => {
      const database = request.result;
      // A newer program in another window wants to change the stores: stand out of its way.
      database.onversionchange = () => database.close();
      resolve(database);
    };
  });
}

/** The database behind a factory; `factory` may throw, as browsers do where storage is forbidden. */
export function openVault(factory: () => IDBFactory | undefined): Vault {
  let opened: Promise<IDBDatabase> | undefined;

  async function database(): Promise<IDBDatabase> {
    const found = factory();
    if (!found) throw new Error('no database');
    return open(found);
  }

  return {
    run: async (store, mode, deal) => {
      opened = opened ?? database();
      const transaction = (await opened).transaction(store, mode, { durability: 'strict' });
      const request = deal(transaction.objectStore(store));
      return new Promise((resolve, reject) => {
        transaction.oncomplete = () => resolve(request.result);
        transaction.onabort = () => reject(transaction.error);
        transaction.onerror = () => reject(transaction.error);
      });
    },
  };
}
