/** A browser of its own process and profile, that can be shot in the middle of work and started again. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, expect, type Page } from '@playwright/test';
import { CHROMIUM_FLAGS, chromiumPath } from './find-chromium.mjs';

export interface KillableBrowser {
  readonly page: Page;
  /** Ends every process of the browser at once, as a cut of power does. */
  readonly kill: () => Promise<void>;
}

export function newProfile(): string {
  return mkdtempSync(join(tmpdir(), 'nianbaotong-kill-'));
}

function portIn(profile: string): string | undefined {
  try {
    return readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n')[0];
  } catch {
    return undefined;
  }
}

async function connect(profile: string): Promise<Browser> {
  await expect.poll(() => portIn(profile), { timeout: 20_000 }).toBeTruthy();
  return chromium.connectOverCDP(`http://127.0.0.1:${portIn(profile)}`);
}

function gone(browser: ChildProcess): Promise<void> {
  return new Promise((resolve) => browser.once('exit', () => resolve()));
}

/** Starts a browser on a profile. */
export async function startBrowser(profile: string): Promise<KillableBrowser> {
  rmSync(join(profile, 'DevToolsActivePort'), { force: true });
  const flags = ['--headless=new', '--remote-debugging-port=0', `--user-data-dir=${profile}`];
  const browser = spawn(chromiumPath(), [...CHROMIUM_FLAGS, ...flags, 'about:blank'], {
    detached: true,
    stdio: 'ignore',
  });
  const connected = await connect(profile);
  const [context] = connected.contexts();
  if (!context) throw new Error('the browser has no window');
  return {
    page: await context.newPage(),
    kill: async () => {
      const end = gone(browser);
      process.kill(-(browser.pid ?? 0), 'SIGKILL');
      await end;
    },
  };
}
