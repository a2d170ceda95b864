/**
 * A browser for the tests of drafts: one storage, one database, two windows that follow each other as
 * the program's do, and the judge of what they keep and say.
 */

import { IDBFactory } from 'fake-indexeddb';
import type { Draft } from '../drafts/draft.ts';
import {
  COPIED_ONLY,
  createDraftRepository,
  type DraftRepository,
} from '../drafts/draft-repository.ts';
import { createRestorePoints } from '../drafts/restore-points.ts';
import { createSecondCopy, recover, type SecondCopy } from '../drafts/second-copy.ts';
import { openVault, type Vault } from '../drafts/vault.ts';
import { STATUTORY_FORMATS } from '../formats/registry.ts';
import { type OpenDraft, openDraft } from '../session/open-draft.ts';
import { handClock } from './hand-clock.ts';
import { limitedStorage } from './storage.ts';

export const NOW = '2026-01-20T08:00:00.000Z';
export const IDS = ['one', 'two'] as const;
export type Id = (typeof IDS)[number];
export const WINDOWS = [0, 1] as const;
export type WindowNumber = (typeof WINDOWS)[number];

export interface OpenWindow {
  readonly repository: DraftRepository;
  readonly secondCopy: SecondCopy;
  /** The draft on its screen, where it is not at the desk. */
  open: OpenDraft | undefined;
}

/** The browser: one storage, one database, two windows. */
export class Browser {
  readonly storage = limitedStorage();
  readonly vault: Vault;
  readonly factory = new IDBFactory();
  isDatabaseGone = false;
  windows: OpenWindow[] = [];
  /** Runs what a window runs a moment later. */
  readonly waiting: (() => void)[] = [];
  typed = 0;
  /** By draft: what must be somewhere. */
  readonly owed = new Map<string, Set<string>>();

  constructor() {
    const real = openVault(() => this.factory, handClock().later);
    this.vault = {
      listen: real.listen,
      run: (store, mode, deal) =>
        this.isDatabaseGone ? Promise.reject(new Error('gone')) : real.run(store, mode, deal),
    };
    this.windows = WINDOWS.map(() => this.newWindow());
  }

  newWindow(): OpenWindow {
    const secondCopy = createSecondCopy(this.vault);
    const points = createRestorePoints(this.vault, () => NOW);
    const repository = createDraftRepository(this.storage, () => NOW, {
      copy: secondCopy.put,
      copies: secondCopy.all,
      forget: async (id) => {
        await Promise.all([secondCopy.forget(id), points.forget(id)]);
      },
      setAside: (draft) => points.add(draft, 'setAside'),
    });
    return { repository, secondCopy, open: undefined };
  }

  at(which: WindowNumber): OpenWindow {
    const found = this.windows[which];
    if (!found) throw new Error('no window');
    return found;
  }

  owedOf(id: string): Set<string> {
    const known = this.owed.get(id) ?? new Set();
    this.owed.set(id, known);
    return known;
  }

  /** What was typed last and now is typed over is owed no more; the new text is. */
  owe(id: string, text: string, over: string | undefined): void {
    if (over) this.owedOf(id).delete(over);
    this.owedOf(id).add(text);
  }
}

function wordsOf(draft: Draft | undefined): string {
  return draft?.raw.narrative.overview ?? '';
}

export function idOf(window: OpenWindow): string | undefined {
  return window.open?.getState().draft.id;
}

/** Everything is written that waits, and every answer of the database is in. */
export async function settle(browser: Browser): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    for (const run of browser.waiting.splice(0)) run();
    for (const { repository } of browser.windows) {
      await Promise.all(IDS.map((id) => repository.isCopied(id)));
    }
    // One dealing with the database ends after all that were begun before it.
    await createSecondCopy(browser.vault).all();
    await createRestorePoints(browser.vault, () => NOW).of('one');
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** As `use-writer-lock.ts` follows what the other window stores. */
export async function tellOthers(
  browser: Browser,
  writer: OpenWindow,
  before: string,
): Promise<void> {
  if (textsOf(browser) === before) return;
  for (const window of browser.windows) {
    const { open, repository } = window;
    if (window === writer) continue;
    repository.storeHeld();
    if (!open) continue;
    const { id } = open.getState().draft;
    const stored = repository.load(id);
    if (stored.ok) open.show(stored.value);
    const { draft, saving } = open.getState();
    const isLost = repository.revisionOf(id) < draft.revision;
    if (isLost || saving.state === 'failed') open.saveAgain();
  }
  await settle(browser);
}

export function textsOf(browser: Browser): string {
  return [...browser.storage.texts].map(([key, text]) => `${key}${text.slice(0, 90)}`).join();
}

/** Opens a draft as a window does that has just been opened: what only the second copy has comes in. */
export function show(browser: Browser, window: OpenWindow, draft: Draft): void {
  const opened = openDraft(draft, {
    formats: STATUTORY_FORMATS,
    keeping: window.repository,
    later: (run) => {
      browser.waiting.push(run);
      return () => undefined;
    },
    soon: (run) => void browser.waiting.push(run),
    now: () => NOW,
  });
  if (!opened.ok) throw new Error(opened.failure.problem);
  window.open = opened.value;
}

/** The window sits down to write a draft; the other one shows it from then on. */
export async function sitDown(browser: Browser, window: OpenWindow, id: Id): Promise<void> {
  const before = textsOf(browser);
  for (const other of browser.windows) {
    if (other !== window && idOf(other) === id) other.open?.setWriting(false);
  }
  await settle(browser);
  if (!window.open?.getState().isWriting) await recover(window.repository, window.secondCopy);
  if (idOf(window) === id) {
    const stored = window.repository.load(id);
    if (stored.ok) window.open?.show(stored.value);
    await settle(browser);
    window.open?.setWriting(true);
  }
  await tellOthers(browser, window, before);
}

/** Second copies and restore points, also while no window can reach them. */
async function databaseOf(browser: Browser): Promise<unknown> {
  const wasGone = browser.isDatabaseGone;
  browser.isDatabaseGone = false;
  const copies = await browser.vault.run<unknown[]>('copies', 'readonly', (all) => all.getAll());
  const points = await browser.vault.run<unknown[]>('points', 'readonly', (all) => all.getAll());
  browser.isDatabaseGone = wasGone;
  return [copies, points];
}

/** Everything that is kept anywhere, without what is on its way. */
export async function everywhere(browser: Browser): Promise<string> {
  const database = await databaseOf(browser);
  const held = browser.windows.flatMap(({ repository, open }) => [
    repository.list(),
    repository.bin(),
    open?.getState().draft,
  ]);
  return JSON.stringify([[...browser.storage.texts], database, held]);
}

export async function judge(browser: Browser): Promise<void> {
  const kept = await everywhere(browser);
  for (const [id, texts] of browser.owed) {
    for (const text of texts) {
      if (!kept.includes(`${text}.`)) throw new Error(`${text} of ${id} is in no store`);
    }
  }
  const stored = JSON.stringify([...browser.storage.texts]);
  const inDatabase = JSON.stringify(await databaseOf(browser));
  for (const { open } of browser.windows) {
    if (!open?.getState().isWriting) continue;
    const { saving, draft } = open.getState();
    const words = wordsOf(draft);
    // What was brought up to date by a file at another window's desk is that window's to tell of.
    if (!browser.owedOf(draft.id).has(textOf(draft) ?? '')) continue;
    if (saving.state === 'saved' && !stored.includes(words)) {
      throw new Error(`${words} is said to be saved and is not stored`);
    }
    const isCopied = inDatabase.includes(words);
    const saysCopied = saving.state === 'failed' && saving.failure === COPIED_ONLY;
    if (saysCopied && !isCopied) throw new Error(`${words} is said to have a second copy`);
  }
}

export function textOf(draft: Draft): string | undefined {
  return /^t\d+/.exec(wordsOf(draft))?.[0];
}
