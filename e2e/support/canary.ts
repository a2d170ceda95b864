/** Tells whether a hostile text ran or asked for something: the texts set `hit`, or call x.test. */
import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';

/** Script, handlers, SVG, styles, addresses, templates, mutations: each tries to run or to load. */
export const HOSTILE_TEXTS: readonly string[] = JSON.parse(
  readFileSync(new URL('../fixtures/hostile-texts.json', import.meta.url), 'utf8'),
);

export interface Watch {
  /** Fails where anything ran, was asked for, or spoke. */
  readonly expectQuiet: () => Promise<void>;
}

/** Watches a page from now on; `own` is the address it may ask. */
export function watch(page: Page, own: string): Watch {
  const asked: string[] = [];
  const talked: string[] = [];
  const broken: string[] = [];
  page.on('dialog', (dialog) => talked.push(dialog.message()));
  page.on('pageerror', (error) => broken.push(error.message));
  page.on('request', (request) => {
    const isOwn = request.url().startsWith(own) || /^(blob|data):/.test(request.url());
    if (!isOwn) asked.push(request.url());
  });
  return {
    expectQuiet: async () => {
      expect(await page.evaluate(() => 'hit' in window)).toBe(false);
      expect({ asked, talked, broken }).toEqual({ asked: [], talked: [], broken: [] });
    },
  };
}
