/**
 * Text cannot become markup or a program but through the one policy of the program: in the served site
 * and in the single file, in browsers that have such guards.
 */
import { expect, type Page, test } from '@playwright/test';

const FILE = new URL('../dist/nianbaotong.html', import.meta.url).href;

/** What each way to turn text into markup or a program ends in. */
function attempts(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() => {
    const { trustedTypes } = window as unknown as {
      trustedTypes: { createPolicy: (name: string, rules: object) => unknown };
    };
    const text = '<img src=x>';
    const ways: Record<string, () => unknown> = {
      innerHTML: () => {
        document.createElement('p').innerHTML = text;
      },
      insertAdjacentHTML: () => document.body.insertAdjacentHTML('beforeend', text),
      'a frame': () => {
        document.createElement('iframe').srcdoc = text;
      },
      'the parser': () => new DOMParser().parseFromString(text, 'text/html'),
      'the address of a script': () => {
        document.createElement('script').src = './x.js';
      },
      'the text of a script': () => {
        document.createElement('script').text = 'hit=1';
      },
      'an event handler': () => document.createElement('p').setAttribute('onclick', 'hit=1'),
      'another policy': () => trustedTypes.createPolicy('other', {}),
      'the same policy again': () => trustedTypes.createPolicy('nianbaotong', {}),
      'the policy nobody names': () => trustedTypes.createPolicy('default', {}),
    };
    return Object.fromEntries(
      Object.entries(ways).map(([way, run]) => {
        try {
          run();
          return [way, 'allowed'];
        } catch (reason) {
          return [way, reason instanceof TypeError ? 'refused' : String(reason)];
        }
      }),
    );
  });
}

for (const [where, address] of [
  ['the served site', './'],
  ['the single file', FILE],
] as const) {
  test(`in ${where} no text becomes markup or a program`, async ({ page }) => {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1, name: '年报通' })).toBeVisible();
    const seen = await attempts(page);
    expect(Object.keys(seen)).toHaveLength(10);
    expect(Object.entries(seen).filter(([, end]) => end !== 'refused')).toEqual([]);
  });
}
