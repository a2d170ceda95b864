/**
 * Where the app meets the browser: the only place that names its storage, clock, files and root.
 */
import './old-browsers.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { copyText } from './app/clipboard.ts';
import { ErrorBoundary } from './app/error-boundary.tsx';
import { rasterise } from './app/rasterise.ts';
import type { Services } from './app/services.ts';
import { inertDocument, registerWorker } from './app/trusted-types.ts';
import type { Draft } from './drafts/draft.ts';
import { createDraftRepository } from './drafts/draft-repository.ts';
import type { StoragePort } from './drafts/draft-slots.ts';
import { createRestorePoints } from './drafts/restore-points.ts';
import { copyAgain, createSecondCopy, keepTogether, recover } from './drafts/second-copy.ts';
import { openVault } from './drafts/vault.ts';
import { type Calls, seatsByCalls, seatsByLock, type TakeSeat } from './drafts/writer-seat.ts';
import type { HandOverFile } from './exchange/hand-over.ts';
import { STATUTORY_FORMATS } from './formats/registry.ts';
import paperCss from './paper/paper.css?inline';
import { choiceOf, choiceText, type PaperChoice } from './paper/paper-choice.ts';
import type { PdfLibrary } from './reading/pdf-library.ts';
import type { ReadingTools } from './reading/read-any.ts';
import { afterPaint } from './ui/after-paint.ts';
import { createValueStore, type ValueStore } from './ui/store.ts';
import './styles/tokens.css';
import './styles/base.css';
import './styles/print.css';
import './paper/paper.css';

const storage: StoragePort = {
  getItem: (key) => window.localStorage.getItem(key),
  setItem: (key, text) => window.localStorage.setItem(key, text),
  removeItem: (key) => window.localStorage.removeItem(key),
  keys: () => Object.keys(window.localStorage),
};

const now = () => new Date().toISOString();

function newId(): string {
  const parts = window.crypto.getRandomValues(new Uint32Array(2));
  return Array.from(parts, (part) => part.toString(36)).join('');
}

function later(run: () => void, milliseconds: number): () => void {
  const timer = window.setTimeout(run, milliseconds);
  return () => window.clearTimeout(timer);
}

/** Whoever waits for the page to be left; kept here so that a crash can call them too. */
const leaving = new Set<() => void>();
const leave = () => {
  for (const run of leaving) run();
};
window.addEventListener('pagehide', leave);
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') leave();
});

function onLeave(run: () => void): () => void {
  leaving.add(run);
  return () => leaving.delete(run);
}

function saveFile({ name, mime, content }: HandOverFile): void {
  const type = typeof content === 'string' ? `${mime};charset=utf-8` : mime;
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the blob after this task; revoking at once would empty the file.
  window.setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** PDF files are read on this thread: a worker of its own would need a laxer policy. */
async function loadPdf(): Promise<PdfLibrary> {
  await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  return (await import('pdfjs-dist/legacy/build/pdf.mjs')) as unknown as PdfLibrary;
}

const POLICY = /<meta\s+http-equiv\s*=\s*["']?content-security-policy["']?[^<>]*>/gi;

/**
 * An inert page. Chromium 80 takes the policy of a page it only parses for this page's own, and then
 * loads no style sheet any more: it is left out.
 */
function parsePage(html: string): Document {
  return inertDocument(html.replace(POLICY, ''), 'text/html');
}

async function loadReadingTools(): Promise<ReadingTools> {
  return {
    formats: STATUTORY_FORMATS,
    parsePage,
    loadPdf,
    loadCMap: async (name) => (await import('./app/character-maps.ts')).loadCMap(name),
  };
}

/** Hears what other windows store; the storage tells only the others, never the one that writes. */
function onStored(heard: (key: string | null) => void): () => void {
  const tell = ({ key, storageArea }: StorageEvent) => {
    if (storageArea === window.localStorage) heard(key);
  };
  window.addEventListener('storage', tell);
  return () => window.removeEventListener('storage', tell);
}

/** Asks before the page is left, but only while something is in no storage at all. */
function warnWhile(isAtRisk: () => boolean): () => void {
  const ask = (event: BeforeUnloadEvent) => {
    if (!isAtRisk()) return;
    event.preventDefault();
    event.returnValue = '';
  };
  window.addEventListener('beforeunload', ask);
  return () => window.removeEventListener('beforeunload', ask);
}

function calls(): Calls {
  const channel = new BroadcastChannel('nianbaotong');
  return {
    send: (call) => channel.postMessage(call),
    listen: (heard) => {
      const hear = ({ data }: MessageEvent<unknown>) => heard(data);
      channel.addEventListener('message', hear);
      return () => channel.removeEventListener('message', hear);
    },
  };
}

/** Locks are for pages from a safe address or a disk; a plain http address has none. */
function seats(): TakeSeat {
  const locks: LockManager | undefined = navigator.locks;
  return locks ? seatsByLock(locks) : seatsByCalls(calls(), later, newId());
}

/** What brings in a newer program that lies ready; undefined where there is none. */
const update = createValueStore<(() => void) | undefined>(undefined);

function offerUpdate(worker: ServiceWorker): void {
  update.set(() => {
    navigator.serviceWorker.addEventListener('controllerchange', () => window.location.reload());
    worker.postMessage({ type: 'SKIP_WAITING' });
  });
}

/** Keeps the site for days without a network. A disk, and a plain http address, have no such worker. */
async function keepOffline(): Promise<void> {
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

const vault = openVault(() => window.indexedDB, later);
const secondCopy = createSecondCopy(vault);
const restorePoints = createRestorePoints(vault, now);
const repository = createDraftRepository(storage, now, {
  copy: secondCopy.put,
  copies: secondCopy.all,
  forget: async (id) => {
    await Promise.all([secondCopy.forget(id), restorePoints.forget(id)]);
  },
  setAside: (draft) => restorePoints.add(draft, 'setAside'),
});
keepTogether(vault, repository, secondCopy);

const TYPE_KEY = 'nianbaotong/type';

/** A preference may be lost where storage is closed; the page is readable all the same. */
function remembered(key: string): string | null {
  try {
    return storage.getItem(key);
  } catch {
    return null;
  }
}

function createLargeType(): ValueStore<boolean> {
  const store = createValueStore(remembered(TYPE_KEY) === 'large');
  const show = () => {
    document.documentElement.dataset.type = store.getState() ? 'large' : 'standard';
  };
  show();
  store.subscribe(() => {
    show();
    try {
      storage.setItem(TYPE_KEY, store.getState() ? 'large' : 'standard');
    } catch {
      // Nothing is lost but the preference for the next visit.
    }
  });
  return store;
}

const PAPER_KEY = 'nianbaotong/paper';

function createPaperChoice(): ValueStore<PaperChoice> {
  const store = createValueStore(choiceOf(remembered(PAPER_KEY)));
  store.subscribe(() => {
    try {
      storage.setItem(PAPER_KEY, choiceText(store.getState()));
    } catch {
      // Nothing is lost but the preference for the next visit.
    }
  });
  return store;
}

/** What came back from second copies; where they are slow to read, the desk shows it once it is here. */
const recovered = createValueStore<readonly Draft[]>([]);

/** How long one waits for all second copies: also where each is answered, but slowly. */
const PATIENCE = 2000;

/** Takes in what second copies know better; goes on without where that takes long. */
function recoverInTime(): Promise<void> {
  const silence = new Promise<void>((resolve) => later(resolve, PATIENCE));
  const recovering = recover(repository, secondCopy).then((drafts) => {
    if (drafts.length > 0) recovered.set(drafts);
  });
  void recovering.then(() => copyAgain(repository, secondCopy));
  return Promise.race([recovering, silence]);
}

const services: Services = {
  recovered,
  formats: STATUTORY_FORMATS,
  repository,
  recover: recoverInTime,
  restorePoints,
  missingCopies: secondCopy.missing,
  takeSeat: seats(),
  onStored,
  warnWhile,
  update,
  now,
  newId,
  later,
  soon: afterPaint,
  onLeave,
  parseHtml: parsePage,
  saveFile,
  loadReadingTools,
  copy: copyText,
  rasterise,
  print: () => window.print(),
  largeType: createLargeType(),
  paperChoice: createPaperChoice(),
  paperCss,
};

async function start(root: HTMLElement): Promise<void> {
  await recoverInTime();
  // Emptied by another page while this one is open: all that is not open here comes back as well.
  onStored((key) => key === null && void recover(repository, secondCopy));
  createRoot(root).render(
    <StrictMode>
      <ErrorBoundary onBroken={leave}>
        <App services={services} />
      </ErrorBoundary>
    </StrictMode>,
  );
}

const root = document.getElementById('root');
if (root) void start(root);
// Offline is a gift, not a condition: where the browser refuses it, the site works all the same.
keepOffline().catch(() => undefined);
