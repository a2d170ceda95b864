import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { check } from '../checks/check.ts';
import { isBrokenSeal } from '../file/broken-seal.ts';
import { digestOf } from '../file/digest.ts';
import { toReportFile } from '../file/report-file.ts';
import { partsOf } from '../file/seal.ts';
import { STATUTORY_FORMATS } from '../formats/registry.ts';
import type { RawReport } from '../report/raw-report.ts';
import { openedAgain, parseHtml } from '../testing/html.ts';
import { damage } from '../testing/json.ts';
import { CITY_2025, reportOf, understood } from '../testing/reports.ts';
import { prepareFile } from './hand-over.ts';

const FINAL: RawReport = {
  ...reportOf(CITY_2025),
  status: 'final',
  narrative: { overview: '全年公开信息。', problems: '培训不够。', other: '' },
  steps: [{ status: 'final', by: '李科长', at: '2026-01-20T01:00:00Z', reason: '', left: 0 }],
};

function fileOf(raw: RawReport, version: 1 | 2 = 2) {
  return JSON.parse(JSON.stringify(toReportFile(understood(raw), [], version)));
}

function opened(file: object) {
  return openedAgain(JSON.stringify(file), STATUTORY_FORMATS);
}

function editedIn(file: object): readonly string[] {
  const read = opened(file);
  if (read.ok) return [];
  return isBrokenSeal(read.failure) ? read.failure.edited.parts : ['refused'];
}

describe('a sealed file that was edited outside', () => {
  test.each<[string, string, unknown, readonly string[]]>([
    ['a figure', 'tables.requests.granted.enterprise', 130, ['三、收到和处理政府信息公开申请情况']],
    ['a word', 'narrative.problems', '没有问题。', ['五、存在的主要问题及改进情况']],
    ['the title', 'title', '年报', ['基本信息（机关、标题、引言、落款）']],
    ['who signed', 'steps.0.by', '赵科长', ['状态和办理经过']],
    [
      'a remark',
      'remarks',
      [{ place: 'other', text: '', by: '', at: '', settled: true }],
      ['审核意见'],
    ],
    ['its fingerprint', 'digest', `sha256-${'0'.repeat(64)}`, ['指纹本身']],
    ['its state', 'status', 'draft', ['状态和办理经过']],
  ])('in %s is refused and says where', (_, path, member, parts) => {
    const file = fileOf(FINAL);
    damage(file, path, member);
    expect(editedIn(file)).toEqual(parts);
  });

  test('in two places names both, and carries what was read for a copy', () => {
    const file = fileOf(FINAL);
    damage(file, 'narrative.overview', '改');
    damage(file, 'tables.disputes.review.upheld', 77);
    expect(editedIn(file)).toEqual(['一、总体情况', '四、政府信息公开行政复议、行政诉讼情况']);
    const read = opened(file);
    expect(!read.ok && isBrokenSeal(read.failure) && read.failure.edited.raw.narrative).toEqual({
      overview: '改',
      problems: '培训不够。',
      other: '',
    });
  });

  test('is noticed on what a page shows, though what it carries is whole', () => {
    const css = readFileSync(new URL('../paper/paper.css', import.meta.url), 'utf8');
    const report = understood(FINAL);
    const tools = { formats: STATUTORY_FORMATS, parseHtml, css, at: '' };
    const page = prepareFile('html', report, check(report, 'drafting'), tools);
    if (!page.ok) throw new Error(page.failure.problem);
    const html = String(page.value.content);
    const read = (text: string) => openedAgain(text, STATUTORY_FORMATS);
    expect(read(html).ok).toBe(true);
    const edited = html.replace('>5345<', '>5346<');
    expect(edited).not.toBe(html);
    const refused = read(edited);
    expect(!refused.ok && refused.failure.problem).toContain('（一）予以公开 · 自然人');
  });
});

describe('a file of version 1', () => {
  const { parts: _, ...file } = fileOf(FINAL, 1);

  test('is read, and its fingerprint holds', () => {
    expect(file.version).toBe(1);
    expect(file.digest).toBe(digestOf(file));
    expect(opened(file)).toMatchObject({ ok: true, value: { status: 'final' } });
  });

  test('that was edited is noticed, and says that it cannot tell the part', () => {
    expect(editedIn({ ...file, preface: '改' })[0]).toContain('旧版文件');
  });
});

test('every member of a file is in one part, but for those about the file', () => {
  const parts = Object.keys(partsOf(fileOf(FINAL)));
  expect(parts).toEqual(
    expect.arrayContaining(['basics', 'tables.proactive', 'narrative.other', 'annexes', 'steps']),
  );
  expect(parts).toHaveLength(11);
});
