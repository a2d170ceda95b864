import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { recompute } from '../../e2e/support/recompute-proof.mjs';
import { check } from '../checks/check.ts';
import { NODE_TOOLS } from '../cli/node-tools.ts';
import { comparePublished, realChanges } from '../compare/compare-published.ts';
import { cellsOf } from '../formats/cells.ts';
import { STATUTORY_FORMATS } from '../formats/registry.ts';
import { readAny } from '../reading/read-any.ts';
import { seenPage } from '../reading/seen-page.ts';
import { SAMPLE_2021 } from '../samples/sample-2021.ts';
import { parseHtml } from '../testing/html.ts';
import { understood } from '../testing/reports.ts';
import { preparePackage } from './hand-over.ts';

const REPORT = understood(SAMPLE_2021);
let files: Readonly<Record<string, Uint8Array>> = {};

beforeAll(() => {
  const tools = { formats: STATUTORY_FORMATS, parseHtml, css: '', at: '' };
  const zip = preparePackage(REPORT, check(REPORT, 'drafting'), tools);
  if (!zip.ok) throw new Error(zip.failure.problem);
  files = unzipSync(zip.value.content as Uint8Array);
});

function fileEnding(end: string): readonly [string, Uint8Array] {
  const found = Object.entries(files).find(([name]) => name.endsWith(end));
  if (!found) throw new Error(`no ${end}`);
  return found;
}

describe('every form in the package, read as a stranger reads it', () => {
  test.each(['年度报告.json', '年度报告.html', '.docx', '网站正文.html', '.txt'])(
    '%s gives every figure and every sentence',
    async (end) => {
      const [name, bytes] = fileEnding(end);
      const read = await readAny({ name, bytes }, { ...NODE_TOOLS, asShown: true });
      if (!read.ok) throw new Error(read.failure.problem);
      const comparison = comparePublished(REPORT, seenPage(read.value, STATUTORY_FORMATS));
      expect(realChanges(comparison)).toEqual({ figures: [], sentences: [] });
    },
    30_000,
  );

  test('.xlsx gives every figure', async () => {
    const [name, bytes] = fileEnding('.xlsx');
    const read = await readAny({ name, bytes }, NODE_TOOLS);
    if (!read.ok) throw new Error(read.failure.problem);
    const comparison = comparePublished(REPORT, seenPage(read.value, STATUTORY_FORMATS));
    expect(realChanges(comparison).figures).toEqual([]);
    expect(comparison.compared.figures).toBe(cellsOf(REPORT.format).length);
  }, 30_000);

  test('the proof sheet stands up to being done over', () => {
    const [, sheet] = fileEnding('校对单.html');
    const [, json] = fileEnding('.json');
    expect(recompute(strFromU8(sheet), strFromU8(json))).toEqual([]);
  });

  test('the picture says in words what it shows', () => {
    const [, svg] = fileEnding('.svg');
    expect(strFromU8(svg)).toMatch(/<desc[^>]*>[^<]*28/);
  });
});
