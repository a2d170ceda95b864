/**
 * Where the app meets the browser: the only place that names its storage, clock, files and root.
 */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { ErrorBoundary } from './app/error-boundary.tsx';
import type { Services } from './app/services.ts';
import { createDraftRepository, type StoragePort } from './drafts/draft-repository.ts';
import { STATUTORY_FORMATS } from './formats/registry.ts';
import paperCss from './paper/paper.css?inline';
import { failure, type Result, success } from './report/result.ts';
import { createValueStore, type ValueStore } from './ui/store.ts';
import './styles/tokens.css';
import './styles/base.css';
import './styles/print.css';
import './paper/paper.css';

const LARGEST_FILE = 10 * 1024 * 1024;

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

function saveFile({ name, mime, text }: { name: string; mime: string; text: string }): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${mime};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the blob after this task; revoking at once would empty the file.
  window.setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

async function readFile(file: File): Promise<Result<string>> {
  if (file.size > LARGEST_FILE) {
    const size = Math.round(file.size / 1024 / 1024);
    return failure(`“${file.name}”有 ${size} MB，年报文件不会这么大`, '选择由年报通导出的文件。');
  }
  try {
    return success(await file.text());
  } catch {
    return failure(`“${file.name}”读不出来`, '确认文件没有被移动或删除，再选一次。');
  }
}

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

const services: Services = {
  formats: STATUTORY_FORMATS,
  repository: createDraftRepository(storage, now),
  now,
  newId,
  later,
  onLeave,
  parseHtml: (html) => new DOMParser().parseFromString(html, 'text/html'),
  saveFile,
  readFile,
  print: () => window.print(),
  largeType: createLargeType(),
  paperCss,
};

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <ErrorBoundary onBroken={leave}>
        <App services={services} />
      </ErrorBoundary>
    </StrictMode>,
  );
}
