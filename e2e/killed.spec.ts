/**
 * The whole browser is killed at some moment while a clerk types: nothing older than half a second
 * may be lost. `SOAK=50` makes as many runs, over a minute each at most; the moments come from `SEED`.
 */
import { expect, test } from '@playwright/test';
import { beginReportAt, openSection, SECTIONS } from './support/clerk.ts';
import { newProfile, startBrowser } from './support/killable-browser.ts';

const RUNS = Number(process.env.SOAK ?? 6);
const LATEST = process.env.SOAK ? 60_000 : 6_000;
const SEED = Number(process.env.SEED ?? 20260120);
/** What may be lost: what was typed in the last half second. */
const GRACE = 500;

/** A number from 0 to 1 that is the same for the same run and seed. */
function chance(run: number): number {
  return (Math.imul(SEED ^ (run * 0x9e3779b1), 0x85ebca6b) >>> 0) / 2 ** 32;
}

for (let run = 0; run < RUNS; run += 1) {
  const after = Math.round(chance(run) * LATEST);
  test(`F11 killed ${after} ms after the first key (run ${run + 1}, seed ${SEED})`, async ({
    baseURL,
  }) => {
    test.setTimeout(LATEST + 60_000);
    const profile = newProfile();
    const first = await startBrowser(profile);
    const { page } = first;
    await beginReportAt(page, baseURL ?? '', {
      name: '某县财政局',
      type: '地方政府部门',
      year: 2025,
    });
    await openSection(page, 'overview');
    const address = page.url();
    await page.getByRole('textbox', { name: SECTIONS.overview }).focus();

    const typed: { readonly text: string; readonly at: number }[] = [];
    const begun = Date.now();
    let text = '';
    while (Date.now() - begun < after || typed.length === 0) {
      const word = `${typed.length} `;
      await page.keyboard.type(word);
      text += word;
      typed.push({ text, at: Date.now() });
    }
    const killedAt = Date.now();
    await first.kill();

    const second = await startBrowser(profile);
    await second.page.goto(address);
    const found = await second.page
      .getByRole('textbox', { name: SECTIONS.overview })
      .inputValue({ timeout: 20_000 });
    await second.kill();
    const owed = typed.filter(({ at }) => at < killedAt - GRACE).pop()?.text ?? '';
    expect(found.length).toBeGreaterThanOrEqual(owed.length);
    expect(text.startsWith(found)).toBe(true);
  });
}
