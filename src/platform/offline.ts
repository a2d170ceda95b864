/** The service worker of the site: days without a network, and a newer program once it lies ready. */
import { createValueStore } from '../ui/store.ts';
import { registerWorker } from './trusted-types.ts';

/** What brings in a newer program that lies ready; undefined where there is none. */
export const update = createValueStore<(() => void) | undefined>(undefined);

function offerUpdate(worker: ServiceWorker): void {
  update.set(() => {
    navigator.serviceWorker.addEventListener('controllerchange', () => window.location.reload());
    worker.postMessage({ type: 'SKIP_WAITING' });
  });
}

/** Keeps the site for days without a network. A disk, and a plain http address, have no such worker. */
export async function keepOffline(): Promise<void> {
  if (!import.meta.env.PROD || import.meta.env.MODE === 'single') return;
  if (!('serviceWorker' in navigator)) return;
  const registration = await registerWorker();
  if (registration.waiting) offerUpdate(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const worker = registration.installing;
    worker?.addEventListener('statechange', () => {
      const isUpdate = worker.state === 'installed' && navigator.serviceWorker.controller;
      if (isUpdate) offerUpdate(worker);
    });
  });
}
