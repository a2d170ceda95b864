/** What tests do to a database in Node: waiting for it, and taking it away. */
import { forceCloseDatabase } from 'fake-indexeddb';

/** Lets the database do all that was asked of it. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 100; turn += 1) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** What the browser does when site data are cleared, or the disk fails: no word beforehand. */
export function closeByForce(handle: IDBDatabase | undefined): void {
  // The package describes its argument as the class where it takes an instance.
  if (handle) (forceCloseDatabase as unknown as (database: IDBDatabase) => void)(handle);
}
