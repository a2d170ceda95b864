/**
 * Drafts by chance against a model: two windows of one browser type, save, delete, restore, erase,
 * import and reload while the storage fills and the database comes and goes.
 *
 * 1. What was typed, and was neither typed over nor erased, is in some store: a slot, the bin, what was
 *    put aside, the second copy, a restore point, or an open window.
 * 2. What is said to be saved is stored; what is said to have a second copy is in the
 *    database, as a second copy or, once another window has replaced that, as a restore point.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  Browser,
  everywhere,
  IDS,
  type Id,
  idOf,
  judge,
  NOW,
  type OpenWindow,
  settle,
  show,
  sitDown,
  tellOthers,
  textOf,
  textsOf,
  WINDOWS,
  type WindowNumber,
} from '../testing/draft-browser.ts';
import { runs, SEED } from '../testing/fuzzing.ts';
import { emptyReport } from '../testing/reports.ts';
import type { Draft } from './draft.ts';
import { recover } from './second-copy.ts';

/** What one command does; the model is what is owed, which the browser keeps beside it. */
type Doing = (browser: Browser) => Promise<void>;

class Command implements fc.AsyncCommand<object, Browser> {
  readonly name: string;
  readonly doing: Doing;

  constructor(name: string, doing: Doing) {
    this.name = name;
    this.doing = doing;
  }

  check(): boolean {
    return true;
  }

  async run(_: object, browser: Browser): Promise<void> {
    await this.doing(browser);
    await settle(browser);
    await judge(browser);
  }

  toString(): string {
    return this.name;
  }
}

/** Something a window does, of which the other one hears. */
function inWindow(
  name: string,
  which: WindowNumber,
  doing: (browser: Browser, window: OpenWindow) => unknown,
): Command {
  return new Command(`${name} in window ${which}`, async (browser) => {
    const window = browser.at(which);
    const before = textsOf(browser);
    await doing(browser, window);
    await settle(browser);
    await tellOthers(browser, window, before);
  });
}

/** Leaves the draft for the desk, as a page does: what waits is written first. */
function goToDesk({ open }: OpenWindow, window: OpenWindow): void {
  open?.flush();
  window.open = undefined;
}

function nextText(browser: Browser, length: number): readonly [string, string] {
  browser.typed += 1;
  return [`t${browser.typed}`, `t${browser.typed}.${'满'.repeat(length)}`];
}

function withWords(draft: Draft, words: string): Draft {
  const narrative = { ...draft.raw.narrative, overview: words };
  return { ...draft, raw: { ...draft.raw, narrative } };
}

/** A new draft, or a file that brings an existing one up to date. */
const takeFile = (which: WindowNumber, id: Id, length: number) =>
  inWindow(`take a file as ${id}`, which, async (browser, window) => {
    goToDesk(window, window);
    const { repository, secondCopy } = window;
    const stored = repository.load(id);
    // Without a database nothing can be set aside, and the clerk who brings a draft up to date at the
    // desk that is typed into, or held, elsewhere replaces what was typed.
    const isElsewhere = browser.windows.some(
      (one) => idOf(one) === id || (one !== window && one.repository.unsaved(id)),
    );
    if (browser.isDatabaseGone && isElsewhere) return;
    // No two windows ever make drafts of one name.
    if (!stored.ok && (repository.revisionOf(id) > 0 || browser.owedOf(id).size > 0)) return;
    const draft = stored.ok
      ? stored.value
      : { id, revision: 0, savedAt: NOW, raw: emptyReport(2025), place: '' };
    const [text, words] = nextText(browser, length);
    browser.owe(id, text, textOf(draft));
    if (stored.ok) await recover(repository, secondCopy);
    repository.save(withWords(draft, words));
  });

const openOne = (which: WindowNumber, id: Id) =>
  inWindow(`open ${id}`, which, async (browser, window) => {
    goToDesk(window, window);
    const loaded = window.repository.load(id);
    if (!loaded.ok) return;
    show(browser, window, loaded.value);
    const isTaken = browser.windows.some((one) => one !== window && idOf(one) === id);
    if (isTaken) window.open?.setWriting(false);
  });

const type = (which: WindowNumber, length: number) =>
  inWindow(`type ${length}`, which, async (browser, window) => {
    const id = idOf(window) as Id | undefined;
    if (!id || !window.open) return;
    await sitDown(browser, window, id);
    const [text, words] = nextText(browser, length);
    browser.owe(id, text, textOf(window.open.getState().draft));
    const change = { kind: 'field' as const, field: 'narrative.overview' as const, text: words };
    window.open.change(change, { label: '填写', place: 'overview', typing: true });
  });

const move = (which: WindowNumber, id: Id, verb: 'remove' | 'restore', killed: number) =>
  inWindow(
    `${verb} ${id}${killed < 3 ? ` killed after ${killed}` : ''}`,
    which,
    (browser, window) => {
      goToDesk(window, window);
      const { repository } = window;
      const [from, to] =
        verb === 'remove' ? (['list', 'bin'] as const) : (['bin', 'list'] as const);
      const isOn = (shelf: 'list' | 'bin') =>
        JSON.stringify(repository[shelf]()).includes(`"${id}"`);
      if (!isOn(from)) return undefined;
      browser.storage.killAfter(killed < 3 ? killed : Number.POSITIVE_INFINITY);
      const { ok } = repository[verb](id);
      browser.storage.killAfter(Number.POSITIVE_INFINITY);
      if (killed < 3) return reloaded(browser, which);
      if (isOn(to) !== ok || isOn(from) === ok) throw new Error(`${verb} says ${ok}`);
      return undefined;
    },
  );

const erase = (which: WindowNumber, id: Id) =>
  inWindow(`erase ${id}`, which, async (browser, window) => {
    goToDesk(window, window);
    await settle(browser);
    const { repository, secondCopy } = window;
    const inBin = repository.bin().find((one) => one.state === 'readable' && one.draft.id === id);
    if (inBin?.state !== 'readable') return;
    const isOnDesk = (await secondCopy.all()).some(
      ({ draft, shelf }) =>
        draft.id === id && shelf === 'draft' && draft.revision > inBin.draft.revision,
    );
    const { ok } = await repository.erase(id);
    if (!ok) return;
    if (isOnDesk) throw new Error('erased what the second copy has on the desk');
    // What another window shows is that window's, and still owed.
    const shown = browser.windows.flatMap(
      ({ open }) => textOf(open?.getState().draft as Draft) ?? [],
    );
    browser.owed.set(id, new Set(shown.filter((text) => browser.owedOf(id).has(text))));
  });

/** The window closes and another opens in its place. What is lost by that it has warned of. */
async function reloaded(browser: Browser, which: WindowNumber): Promise<void> {
  const old = browser.at(which);
  await settle(browser);
  const saving = old.open?.getState().saving;
  const hasWarned = old.repository.isAtRisk() || (saving?.state === 'failed' && !saving.isCopied);
  browser.windows[which] = browser.newWindow();
  const kept = await everywhere(browser);
  for (const texts of hasWarned ? browser.owed.values() : []) {
    for (const text of texts) if (!kept.includes(`${text}.`)) texts.delete(text);
  }
  const { repository, secondCopy } = browser.at(which);
  await recover(repository, secondCopy);
}

const reload = (which: WindowNumber) =>
  new Command(`reload window ${which}`, async (browser) => {
    const before = textsOf(browser);
    browser.at(which).open?.flush();
    await reloaded(browser, which);
    await tellOthers(browser, browser.at(which), before);
  });

const ofBrowser = (name: string, doing: (browser: Browser) => void) =>
  new Command(name, async (browser) => doing(browser));

const which = fc.constantFrom(...WINDOWS);
const id = fc.constantFrom(...IDS);
const length = fc.constantFrom(0, 300, 3000);
const killed = fc.constantFrom(3, 3, 3, 0, 1, 2);

const COMMANDS = [
  fc.tuple(which, id, length).map((all) => takeFile(...all)),
  fc.tuple(which, id).map((all) => openOne(...all)),
  fc.tuple(which, length).map((all) => type(...all)),
  fc.tuple(which, length).map((all) => type(...all)),
  fc
    .tuple(which, id, fc.constantFrom('remove' as const, 'restore' as const), killed)
    .map((all) => move(...all)),
  fc.tuple(which, id).map((all) => erase(...all)),
  which.map(reload),
  fc.constantFrom(
    ...[0, 1000, 3500].map((spare) =>
      ofBrowser(`fill the storage but for ${spare}`, ({ storage }) => storage.fill(spare)),
    ),
    ofBrowser('free the storage', ({ storage }) => storage.free()),
    ofBrowser('the database goes', (browser) => {
      browser.isDatabaseGone = true;
    }),
    ofBrowser('the database comes back', (browser) => {
      browser.isDatabaseGone = false;
    }),
  ),
];

test(`whatever happens to drafts, nothing typed is in no store, and nothing untrue is said (seed ${SEED})`, async () => {
  await fc.assert(
    fc.asyncProperty(fc.commands(COMMANDS, { maxCommands: 40, size: 'max' }), (commands) =>
      fc.asyncModelRun(() => ({ model: {}, real: new Browser() }), commands),
    ),
    { ...runs(2000, 100), verbose: 0 },
  );
  expect.assertions(0);
}, 600_000);
