/**
 * The browser's storage and what other windows do to it, and the preferences kept in it. The only module
 * that names the storage; it must never be asked for drafts but through the repository.
 */
import type { StoragePort } from '../drafts/draft-slots.ts';
import { choiceOf, choiceText, type PaperChoice } from '../paper/paper-choice.ts';
import { createValueStore, type ValueStore } from '../ui/store.ts';

export const storage: StoragePort = {
  getItem: (key) => window.localStorage.getItem(key),
  setItem: (key, text) => window.localStorage.setItem(key, text),
  removeItem: (key) => window.localStorage.removeItem(key),
  keys: () => Object.keys(window.localStorage),
};

/** Hears what other windows store; the storage tells only the others, never the one that writes. */
export function onStored(heard: (key: string | null) => void): () => void {
  const tell = ({ key, storageArea }: StorageEvent) => {
    if (storageArea === window.localStorage) heard(key);
  };
  window.addEventListener('storage', tell);
  return () => window.removeEventListener('storage', tell);
}

const TYPE_KEY = 'nianbaotong/type';
const PAPER_KEY = 'nianbaotong/paper';

/** A store of one preference. It may be lost where storage is closed; the page works all the same. */
function createPreference<Value>(
  key: string,
  read: (text: string | null) => Value,
  write: (value: Value) => string,
): ValueStore<Value> {
  const store = createValueStore(read(remembered(key)));
  store.subscribe(() => {
    try {
      storage.setItem(key, write(store.getState()));
    } catch {
      // Nothing is lost but the preference for the next visit.
    }
  });
  return store;
}

function remembered(key: string): string | null {
  try {
    return storage.getItem(key);
  } catch {
    return null;
  }
}

/** 大字版, shown at once and remembered on this machine. */
export function createLargeType(): ValueStore<boolean> {
  const store = createPreference(
    TYPE_KEY,
    (text) => text === 'large',
    (isLarge) => (isLarge ? 'large' : 'standard'),
  );
  const show = () => {
    document.documentElement.dataset.type = store.getState() ? 'large' : 'standard';
  };
  show();
  store.subscribe(show);
  return store;
}

/** How the paper is set, remembered on this machine. */
export function createPaperChoice(): ValueStore<PaperChoice> {
  return createPreference(PAPER_KEY, choiceOf, choiceText);
}
