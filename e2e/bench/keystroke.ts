/**
 * How long a keystroke takes until its totals, balance and findings are painted, at four times
 * slower than this machine, beside a page without any framework that does the same sums. Run with
 * `npm run bench` after a build; prints median and 95th percentile, and fails over the budget.
 *
 * Only the ratio of the two pages means anything on a busy machine; the milliseconds depend on it.
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { type Browser, chromium, type Page } from '@playwright/test';
import { CHROMIUM_FLAGS, chromiumPath } from '../support/find-chromium.mjs';

const PORT = 4178;
const SAMPLES = 80;
const WARM_UP = 8;
const SLOWER = 4;
const BUDGET = { ratio: 1.25, paint: 50, script: 12, paste: 100, undo: 100, section: 150 };

interface Sample {
  /** Key to changed document, and key to the frame painted, in milliseconds. */
  readonly script: number;
  readonly paint: number;
  readonly mutations: number;
}

/** Installed in the page: times from a key to the change of what `watched` shows and to the frame. */
function install(watched: string): void {
  const state = window as unknown as { samples: Sample[]; arm: (from: number) => void };
  const read = () => document.querySelector(watched)?.textContent;
  let from = 0;
  let before: string | null | undefined;
  let mutations = 0;
  let changed = 0;
  state.samples = [];
  state.arm = (now) => {
    from = now;
    before = read();
    mutations = 0;
    changed = 0;
  };
  addEventListener(
    'keydown',
    ({ timeStamp, key }) => {
      if (/^\d$/.test(key)) state.arm(timeStamp);
    },
    true,
  );
  new MutationObserver((records) => {
    if (!from) return;
    mutations += records.length;
    if (changed || read() === before) return;
    changed = performance.now() - from;
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        state.samples.push({ script: changed, paint: performance.now() - from, mutations });
        from = 0;
      };
      channel.port2.postMessage(0);
    });
  }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
}

async function slowed(browser: Browser, url: string, html?: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' });
  if (html)
    await page.route('**/control.html', (route) =>
      route.fulfill({ body: html, contentType: 'text/html' }),
    );
  // tsx names functions with a helper that pages do not have.
  await page.addInitScript('globalThis.__name = (named) => named');
  await page.goto(url);
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  return page;
}

async function typeThrough(page: Page, watched: string): Promise<readonly Sample[]> {
  await page.evaluate(install, watched);
  const inputs = page.locator('table input');
  const count = await inputs.count();
  for (let at = 0; at < SAMPLES + WARM_UP; at += 1) {
    await inputs.nth((at * 7) % count).focus();
    const done = await page.evaluate(
      () => (window as unknown as { samples: unknown[] }).samples.length,
    );
    await page.keyboard.press(String((at % 9) + 1));
    await page.waitForFunction(
      (least) => (window as unknown as { samples: unknown[] }).samples.length > least,
      done,
    );
  }
  const samples = await page.evaluate(() => (window as unknown as { samples: Sample[] }).samples);
  return samples.slice(WARM_UP);
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function summary(name: string, samples: readonly Sample[]) {
  const of = (part: keyof Sample, share: number) =>
    percentile(
      samples.map((sample) => sample[part]),
      share,
    );
  const figures = {
    name,
    'script p50': of('script', 0.5),
    'script p95': of('script', 0.95),
    'paint p50': of('paint', 0.5),
    'paint p95': of('paint', 0.95),
    'mutations p95': of('mutations', 0.95),
  };
  return figures;
}

/** From an act until the frame after its effect, in milliseconds. */
async function timed(page: Page, act: string, watched: string): Promise<number> {
  await page.evaluate((shown) => {
    const state = window as unknown as { took?: number; began: number };
    const read = () => document.querySelector(shown)?.textContent;
    const before = read();
    delete state.took;
    const observer = new MutationObserver(() => {
      if (read() === before) return;
      observer.disconnect();
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => {
          state.took = performance.now() - state.began;
        };
        channel.port2.postMessage(0);
      });
    });
    observer.observe(document, { subtree: true, childList: true, characterData: true });
  }, watched);
  await page.evaluate(`window.began = performance.now(); ${act}; undefined`);
  const took = await page.waitForFunction(() => (window as unknown as { took?: number }).took);
  return (await took.jsonValue()) as number;
}

const GRAND = '[aria-label="三、（七）总计 · 总计"]';

async function pasteAndUndo(page: Page): Promise<{ paste: number; undo: number }> {
  const rows = Array.from({ length: 25 }, (_, row) =>
    Array.from({ length: 7 }, (__, column) => row + column).join('\t'),
  ).join('\n');
  await page.locator('table input').first().focus();
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData('text/plain', text);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, rows);
  await page.getByRole('dialog').waitFor();
  const paste = await timed(page, "document.querySelector('dialog [type=submit]').click()", GRAND);
  const undo = await timed(
    page,
    "document.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true }))",
    GRAND,
  );
  return { paste, undo };
}

async function run(browser: Browser): Promise<boolean> {
  const control = readFileSync(new URL('control.html', import.meta.url), 'utf8');
  const origin = `http://127.0.0.1:${PORT}/`;
  const plain = await slowed(browser, `${origin}control.html`, control);
  const plainKeys = summary('plain DOM', await typeThrough(plain, '#balance'));
  await plain.close();
  const app = await slowed(browser, `${origin}#/sample/2021/requests`);
  await app.locator('table input').first().waitFor();
  const appKeys = summary('年报通', await typeThrough(app, '[aria-label="勾稽关系"]'));
  const { paste, undo } = await pasteAndUndo(app);
  const section = await timed(app, "location.hash = '#/sample/2021/disputes'", 'h1');
  console.table([plainKeys, appKeys]);
  const ratio = appKeys['paint p95'] / plainKeys['paint p95'];
  const figures = {
    ratio,
    paint: appKeys['paint p95'],
    script: appKeys['script p95'],
    paste,
    undo,
    section,
  };
  console.table(
    Object.entries(BUDGET).map(([what, most]) => {
      const value = figures[what as keyof typeof BUDGET];
      return { what, value, most, holds: value <= most };
    }),
  );
  return Object.entries(BUDGET).every(
    ([what, most]) => figures[what as keyof typeof BUDGET] <= most,
  );
}

const server = spawn(
  'npx',
  ['vite', 'preview', '--host', '127.0.0.1', '--port', String(PORT), '--strictPort'],
  {
    stdio: ['ignore', 'pipe', 'ignore'],
    detached: true,
  },
);
try {
  await new Promise<void>((resolve) => {
    server.stdout.on('data', (text) => {
      if (String(text).includes(String(PORT))) resolve();
    });
  });
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_FLAGS });
  process.exitCode = (await run(browser)) ? 0 : 1;
  await browser.close();
} finally {
  if (server.pid) process.kill(-server.pid);
}
