/**
 * Times what happens in a page between a key, or an act, and the frame that shows its effect. The page
 * notes it itself: the browser's own clock of the key event, the first change of what is watched, and
 * the first task after the next frame.
 */
import type { CDPSession, Page } from '@playwright/test';

export interface Sample {
  /** Milliseconds in which the page's own script ran because of the key, by the browser's count. */
  readonly script: number;
  /** Milliseconds from the key until what is watched had changed, the browser's own part with it. */
  readonly change: number;
  /** Milliseconds from the key until that was painted. */
  readonly paint: number;
  /** Changes of the document. */
  readonly mutations: number;
}

const BETWEEN_KEYS = 100;

/** What the page can note by itself. */
type PageSample = Omit<Sample, 'script'>;

interface Timed {
  samples: PageSample[];
  took: number | undefined;
}

/** Runs in the page: notes a sample for every digit that changes what `watched` shows. */
function install(watched: string): void {
  const state = window as unknown as Timed;
  const read = () => document.querySelector(watched)?.textContent;
  let from = 0;
  let before: string | null | undefined;
  let mutations = 0;
  let change = 0;
  state.samples = [];
  const begin = ({ timeStamp, key }: KeyboardEvent) => {
    if (!/^\d$/.test(key)) return;
    from = timeStamp;
    before = read();
    mutations = 0;
    change = 0;
  };
  addEventListener('keydown', begin, true);
  new MutationObserver((records) => {
    if (!from) return;
    mutations += records.length;
    if (change || read() === before) return;
    change = performance.now() - from;
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        state.samples.push({ change, paint: performance.now() - from, mutations });
        from = 0;
      };
      channel.port2.postMessage(0);
    });
  }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
}

/** Makes a page ready to be typed in and timed; `watched` shows something else after every digit. */
export async function watch(page: Page, watched: string): Promise<void> {
  await page.evaluate(install, watched);
}

/** How long the page's script has run by now, in milliseconds. */
async function scriptTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? Number.NaN);
}

/**
 * Types one digit into the focused input, a tenth of a second after the last key as a quick hand does;
 * gives its sample.
 */
export async function typeDigit(page: Page, session: CDPSession, digit: string): Promise<Sample> {
  const count = () => page.evaluate(() => (window as unknown as Timed).samples.length);
  await page.waitForTimeout(BETWEEN_KEYS);
  const before = await count();
  const begun = await scriptTime(session);
  await page.keyboard.press(digit);
  await page.waitForFunction(
    (least) => (window as unknown as Timed).samples.length > least,
    before,
  );
  const script = (await scriptTime(session)) - begun;
  const last = await page.evaluate(() => (window as unknown as Timed).samples.slice(-1));
  const [sample] = last;
  if (!sample) throw new Error('the page noted no sample');
  return { ...sample, script };
}

/** Runs in the page: waits until `shown` says something else and that has been painted. */
function waitForChange([shown, act]: readonly [string, string]): void {
  const state = window as unknown as Timed;
  const read = () => document.querySelector(shown)?.textContent;
  const before = read();
  state.took = undefined;
  const observer = new MutationObserver(() => {
    if (read() === before) return;
    observer.disconnect();
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        state.took = performance.now() - began;
      };
      channel.port2.postMessage(0);
    });
  });
  observer.observe(document, { subtree: true, childList: true, characterData: true });
  const began = performance.now();
  if (act === 'accept') document.querySelector<HTMLButtonElement>('dialog [type=submit]')?.click();
  else if (act === 'undo') {
    const key = new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true });
    document.activeElement?.dispatchEvent(key);
  } else window.location.hash = act;
}

/** Milliseconds from an act – `accept` a dialog, `undo`, or an address to go to – to its painted effect. */
export async function timeOf(page: Page, act: string, shown: string): Promise<number> {
  await page.evaluate(waitForChange, [shown, act] as const);
  const took = await page.waitForFunction(() => (window as unknown as Timed).took);
  return Number(await took.jsonValue());
}

/** The value below which a share of all values lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
