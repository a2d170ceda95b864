/**
 * The pages on screen are the pages of the PDF, in every browser that is promised: as many, the same
 * characters on each, and every figure where the preview shows it. In both type settings, for the
 * samples, the city, and every published report that lies beside the project.
 */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { exportFile, type Figures, fixture } from './support/clerk.ts';
import {
  launchOldBrowser,
  OLD_VERSIONS,
  type OldPage,
  whyNoOldBrowsers,
} from './support/old-chromium.mjs';
import { charactersOf, figuresLost, pdfPages, type SeenPage, seenPages } from './support/pdf.ts';
import { PUBLISHED_ABSENT, publishedFiles } from './support/published.ts';

const SETTINGS = ['document', 'web'] as const;
const SAMPLES = [2019, 2021] as const;

// Reports are read, and old browsers fetched, once; how long it takes is the machine's matter.
test.describe.configure({ mode: 'default', timeout: 1_200_000 });

async function expectSamePages(
  name: string,
  seen: readonly SeenPage[],
  pdf: Uint8Array,
): Promise<void> {
  const pages = await pdfPages(name, pdf);
  expect([name, pages.length]).toEqual([name, seen.length]);
  seen.forEach(({ text, figures }, at) => {
    const place = `${name}, page ${at + 1}`;
    const printed = pages[at] ?? [];
    expect([place, charactersOf(printed.join(''))]).toEqual([place, charactersOf(text)]);
    expect([place, figuresLost(figures, printed)]).toEqual([place, []]);
  });
}

function fileOf(json: string) {
  return { name: 'report.json', mimeType: 'application/json', buffer: Buffer.from(json) };
}

async function openFile(page: Page, json: string): Promise<void> {
  await page.goto('./');
  await page.getByLabel('打开文件').setInputFiles(fileOf(json));
  await page.getByRole('link', { name: '预览与导出' }).first().click();
  await expect(page.getByText(/^共 \d+ 页$/)).toBeVisible();
}

async function expectPrintedAsSeen(page: Page, name: string): Promise<void> {
  for (const setting of SETTINGS) {
    await page.getByLabel('版式').selectOption(setting);
    const seen = await page.evaluate(seenPages);
    expect(seen.length).toBeGreaterThan(2);
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    await expectSamePages(`${name}-${setting}`, seen, pdf);
  }
}

/** The sample's file with the figures of a city and words enough for several pages. */
async function cityFile(page: Page): Promise<string> {
  const tables: Figures = fixture('city-2025').tables;
  await page.goto('./#/sample/2021/preview');
  const file = JSON.parse((await exportFile(page, /导出上报文件/)).text);
  const long = `${'全年围绕重点领域加强信息公开，推进“一网通办”，受理12345件；'.repeat(20)}。`;
  return JSON.stringify({
    ...file,
    tables,
    agency: { name: '测试市人民政府', type: 'municipalGovernment' },
    title: '测试市人民政府2025年政府信息公开工作年度报告',
    narrative: { ...file.narrative, overview: Array(4).fill(long).join('\n') },
    notes: [{ cell: 'requests/received/total', text: '含上年补登 3 件' }],
  });
}

for (const year of SAMPLES) {
  test(`the sample of ${year} prints as it is seen`, async ({ page }) => {
    await page.goto(`./#/sample/${year}/preview`);
    await expectPrintedAsSeen(page, `sample-${year}`);
  });
}

test('a city with long words, large figures and a note prints as it is seen', async ({ page }) => {
  await openFile(page, await cityFile(page));
  await expectPrintedAsSeen(page, 'city');
});

test('wide tables turned on pages of their own print as they are seen', async ({ page }) => {
  await openFile(page, await cityFile(page));
  for (const turned of ['strip', 'wide']) {
    await page.getByLabel('宽表').selectOption(turned);
    await expectPrintedAsSeen(page, `city-${turned}`);
  }
});

test('every published report prints as it is seen', async ({ page }) => {
  test.skip(PUBLISHED_ABSENT !== undefined, PUBLISHED_ABSENT);
  const files = publishedFiles();
  expect(files.length).toBeGreaterThan(10);
  for (const { name, json } of files) {
    await openFile(page, json);
    await expectPrintedAsSeen(page, name);
  }
});

test('what was chosen of the paper is remembered on this machine', async ({ page }) => {
  await page.goto('./#/sample/2021/preview');
  await page.getByLabel('版式').selectOption('web');
  await page.getByLabel('宽表').selectOption('strip');
  await page.getByLabel('末页附一图读懂').uncheck();
  await page.reload();
  await expect(page.getByLabel('版式')).toHaveValue('web');
  await expect(page.getByLabel('宽表')).toHaveValue('strip');
  await expect(page.getByLabel('末页附一图读懂')).not.toBeChecked();
});

test('missing fonts are told, with what stands in for them', async ({ page }) => {
  await page.goto('./#/sample/2021/preview');
  const told = page.getByText(/^这台电脑缺字体：.*代替/);
  // A machine that has them all has nothing to tell.
  const hasAll = await page.evaluate(() => {
    const canvas = document.createElement('canvas').getContext('2d');
    const width = (font: string) => {
      if (canvas) canvas.font = `32px ${font}`;
      return canvas?.measureText('mmmmiiii').width;
    };
    return width('FZXiaoBiaoSong-B05S, monospace') === width('FZXiaoBiaoSong-B05S, serif');
  });
  if (!hasAll) await expect(told).toContainText('方正小标宋简体');
});

/** Gives a file to the input: puppeteer's own way would fetch it, which the page's policy forbids. */
async function chooseFile(page: OldPage, json: string): Promise<void> {
  const path = join(mkdtempSync(join(tmpdir(), 'old-report-')), 'report.json');
  writeFileSync(path, json);
  const { root } = await page._client.send<{ root: { nodeId: number } }>('DOM.getDocument', {});
  const input = { nodeId: root.nodeId, selector: 'input[type=file]' };
  const { nodeId } = await page._client.send<{ nodeId: number }>('DOM.querySelector', input);
  await page._client.send('DOM.setFileInputFiles', { nodeId, files: [path] });
}

async function press(page: OldPage, path: string): Promise<void> {
  await (await page.waitForXPath(path, { timeout: 20_000 })).click();
}

async function expectOldPrintedAsSeen(page: OldPage, name: string): Promise<void> {
  for (const setting of SETTINGS) {
    await page.waitForSelector('article [data-page]', { timeout: 20_000 });
    await page.select('select[name=setting]', setting);
    const seen = await page.evaluate<undefined, SeenPage[]>(seenPages, undefined);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    await expectSamePages(`${name}-${setting}`, seen, pdf);
  }
}

/** The older browser that most old machines have; it prints every published report too. */
const THOROUGHLY = 109;

for (const version of OLD_VERSIONS) {
  test(`Chromium ${version} prints every report as it is seen`, async ({
    baseURL,
    page: newer,
  }) => {
    const why = whyNoOldBrowsers();
    test.skip(why !== undefined, why);
    const city = { name: 'city', json: await cityFile(newer) };
    const browser = await launchOldBrowser(version, mkdtempSync(join(tmpdir(), 'old-profile-')));
    const page = await browser.newPage();
    for (const year of SAMPLES) {
      await page.goto('about:blank');
      await page.goto(`${baseURL}#/sample/${year}/preview`);
      await expectOldPrintedAsSeen(page, `${version}-sample-${year}`);
    }
    const published = version === THOROUGHLY ? publishedFiles() : [];
    for (const { name, json } of [city, ...published]) {
      await page.goto('about:blank');
      await page.goto(baseURL ?? '');
      await page.waitForSelector('input[type=file]', { timeout: 20_000 });
      await chooseFile(page, json);
      await press(page, '//a[contains(., "预览与导出")]');
      await expectOldPrintedAsSeen(page, `${version}-${name}`);
    }
    await browser.close();
  });
}
