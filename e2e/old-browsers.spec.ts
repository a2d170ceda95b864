/**
 * The main job in the browsers of old office machines, served and from a disk: new, fill, paste, sums,
 * finding, save, restart, preview, export, and the export read back.
 */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { SECTIONS } from './support/clerk.ts';
import {
  launchOldBrowser,
  OLD_VERSIONS,
  type OldPage,
  whyNoOldBrowsers,
} from './support/old-chromium.mjs';

const AGENCY = '某县水务局';
const PICTURES = new URL('../test-results/old-browsers/', import.meta.url).pathname;
const FILE = new URL('../dist/nianbaotong.html', import.meta.url).href;
const PATIENCE = { timeout: 10_000 };

// In one worker: the browsers are fetched once.
test.describe.configure({ mode: 'default' });

test.beforeAll(() => {
  test.setTimeout(300_000);
  const why = whyNoOldBrowsers();
  test.skip(why !== undefined, why);
});

/** An element by tag and the words in it. */
async function press(page: OldPage, tag: string, words: string): Promise<void> {
  const path = `//${tag}[contains(normalize-space(.), "${words}")]`;
  await (await page.waitForXPath(path, PATIENCE)).click();
}

async function sees(page: OldPage, words: string): Promise<void> {
  const isThere = () => page.evaluate((text) => document.body.textContent?.includes(text), words);
  await expect.poll(isThere).toBe(true);
}

async function goTo(page: OldPage, section: keyof typeof SECTIONS): Promise<void> {
  await press(page, 'nav//a', SECTIONS[section]);
  await page.waitForXPath(`//h1[normalize-space(.)="${SECTIONS[section]}"]`, PATIENCE);
}

async function begin(page: OldPage, address: string): Promise<void> {
  await page.goto(address);
  await press(page, 'button', '新建年报');
  await (await page.waitForSelector('#new-name')).type(AGENCY);
  await page.select('#new-year', '2025');
  await press(page, 'button', '开始填写');
  await page.waitForXPath(`//h1[normalize-space(.)="${SECTIONS.basics}"]`, PATIENCE);
}

async function typeInto(page: OldPage, name: string, text: string): Promise<void> {
  const input = await page.waitForSelector(`[aria-label="${name}"]`, PATIENCE);
  await input.click();
  await page.keyboard.type(text);
}

/** What another program copied, pasted into the cell at hand; old browsers give no key for it. */
async function paste(page: OldPage, text: string): Promise<void> {
  await page.evaluate((copied) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', copied);
    const about = { clipboardData, bubbles: true, cancelable: true };
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', about));
  }, text);
}

function shownIn(page: OldPage, name: string): Promise<string> {
  return page.evaluate((label) => {
    const element = document.querySelector(`[aria-label="${label}"]`);
    return element instanceof HTMLInputElement ? element.value : (element?.textContent ?? '');
  }, name);
}

/** Presses an export button and gives the file that comes. */
async function exported(page: OldPage, button: string, ending: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'old-export-'));
  const download = { behavior: 'allow', downloadPath: folder };
  await page._client.send('Page.setDownloadBehavior', download);
  await press(page, 'button', button);
  await expect
    .poll(() => readdirSync(folder).filter((name) => name.endsWith(ending)))
    .toHaveLength(1);
  return join(folder, readdirSync(folder)[0] ?? '');
}

/** Gives a file to the input: puppeteer's own way would fetch it, which the page's policy forbids. */
async function chooseFile(page: OldPage, path: string): Promise<void> {
  const { root } = await page._client.send<{ root: { nodeId: number } }>('DOM.getDocument', {});
  const input = { nodeId: root.nodeId, selector: 'input[type=file]' };
  const { nodeId } = await page._client.send<{ nodeId: number }>('DOM.querySelector', input);
  await page._client.send('DOM.setFileInputFiles', { nodeId, files: [path] });
}

for (const version of OLD_VERSIONS) {
  for (const from of ['http', 'file'] as const) {
    test(`Chromium ${version} does the main job from ${from}`, async ({ baseURL }) => {
      const address = from === 'http' ? (baseURL ?? '') : FILE;
      const profile = mkdtempSync(join(tmpdir(), 'old-profile-'));
      const errors: string[] = [];
      const picture = (name: string) => `${PICTURES}${version}-${from}-${name}.png`;
      mkdirSync(PICTURES, { recursive: true });

      const first = await launchOldBrowser(version, profile);
      expect(await first.version()).toContain(`/${version}.`);
      const page = await first.newPage();
      page.on('pageerror', (error: Error) => errors.push(error.message));
      await begin(page, address);
      await goTo(page, 'requests');
      await typeInto(page, '三、（一）予以公开 · 自然人', '12');
      await typeInto(page, '三、（一）予以公开 · 商业企业', '30');
      await typeInto(page, '一、本年新收政府信息公开申请数量 · 自然人', '21');
      // A click on the active cell marks its figure again; the next digit must not fall between two.
      await typeInto(page, '一、本年新收政府信息公开申请数量 · 自然人', '5件');
      await page.keyboard.press('Tab');
      expect(await shownIn(page, '三、（一）予以公开 · 总计')).toContain('42');
      await typeInto(page, '二、上年结转政府信息公开申请数量 · 自然人', '1');
      await paste(page, '7\t8\r\n12\t30\r\n');
      await press(page, 'button', '填入 2 格');
      await expect
        .poll(() => shownIn(page, '二、上年结转政府信息公开申请数量 · 商业企业'))
        .toBe('8');
      const isThere = (tag: string) => document.querySelector(tag) !== null;
      await expect.poll(() => page.evaluate(isThere, 'dialog')).toBe(false);
      const focused = (name: string) => document.activeElement?.getAttribute(name) ?? '';
      expect(await page.evaluate(focused, 'aria-label')).toBe(
        '二、上年结转政府信息公开申请数量 · 自然人',
      );
      expect(await shownIn(page, '二、上年结转政府信息公开申请数量 · 总计')).toContain('15');
      await sees(page, '带有单位');
      await sees(page, '已保存');
      await page.screenshot({ path: picture('requests') });
      await page.reload();
      await page.waitForSelector('[aria-label="三、（一）予以公开 · 商业企业"]', PATIENCE);
      expect(await shownIn(page, '三、（一）予以公开 · 商业企业')).toBe('30');
      expect(await shownIn(page, '二、上年结转政府信息公开申请数量 · 自然人')).toBe('7');
      await goTo(page, 'preview');
      await page.waitForSelector('.paper-table', PATIENCE);
      await page.screenshot({ path: picture('preview') });
      const json = await exported(page, '导出上报文件', '.json');
      const html = await exported(page, '导出可打印网页', '.html');
      expect(JSON.parse(readFileSync(json, 'utf8')).tables.requests.granted.enterprise).toBe(30);
      await first.close();

      const second = await launchOldBrowser(version, profile);
      const again = await second.newPage();
      again.on('pageerror', (error: Error) => errors.push(error.message));
      await again.goto(address);
      await sees(again, AGENCY);
      await again.screenshot({ path: picture('desk') });
      expect(existsSync(html)).toBe(true);
      await chooseFile(again, html);
      await sees(again, '已经有这一年的年报');
      await press(again, 'button', '用文件内容另建一份');
      await goTo(again, 'requests');
      expect(await shownIn(again, '三、（一）予以公开 · 商业企业')).toBe('30');
      expect(await shownIn(again, '一、本年新收政府信息公开申请数量 · 自然人')).toBe('5件');
      await second.close();
      // A part that was still being fetched when the page was left is no fault.
      expect(errors.filter((text) => !text.includes('Unable to preload'))).toEqual([]);
    });
  }
}
