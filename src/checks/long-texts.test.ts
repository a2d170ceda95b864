import { describe, expect, test } from 'vitest';
import { paperOf } from '../paper/paper.ts';
import { understand } from '../report/report.ts';
import { workOf } from '../testing/counted-work.ts';
import { HOSTILE_SEEDS, repeated } from '../testing/hostile-seeds.ts';
import { CITY_2025, formatOf, reportOf } from '../testing/reports.ts';
import { check } from './check.ts';
import { checkAll, checkText } from './check-all.ts';
import { messageOf } from './finding.ts';
import { LONGEST_READ } from './text/report-text.ts';

const FIELDS = 4;
const FIELD_LENGTH = 25_000;
/** Characters gone through for each one typed: some 150 patterns read every field. */
const MOST_PER_CHARACTER = 400;

function reportWith(text: string) {
  const raw = reportOf(CITY_2025);
  const narrative = { overview: text, problems: text, other: text };
  return understand({ ...raw, preface: text, narrative }, formatOf(raw));
}

describe('the rules go through 100 kB of words a bounded number of times', () => {
  test.each(HOSTILE_SEEDS.slice(0, 40))('of %j', async (seed) => {
    const report = reportWith(repeated(seed, FIELD_LENGTH));
    const work = await workOf(() => checkAll(report, 'finished'));
    expect(work / (FIELDS * FIELD_LENGTH)).toBeLessThan(MOST_PER_CHARACTER);
  });
});

describe('a field of a million characters', () => {
  const million = '本机关严格落实条例要求。'.repeat(Math.ceil(1_000_000 / 12));
  const raw = reportOf(CITY_2025);
  const report = understand(
    {
      ...raw,
      narrative: { ...raw.narrative, overview: million, problems: '存在问题是更新不及时。' },
    },
    formatOf(raw),
  );

  test('is said not to be checked, in one sentence, and other fields are', () => {
    const findings = checkText(report, 'finished').filter(({ section }) => section === 'overview');
    expect(findings.map(messageOf)).toEqual([
      `“一、总体情况”文字过长，超过 ${LONGEST_READ} 字，未检查用语。删去不属于年报的文字。`,
    ]);
    expect(checkText(report, 'finished').map(({ section }) => section)).toContain('problems');
  });

  test('costs a key a few passes over its characters', async () => {
    const work = await workOf(() => check(report, 'drafting'));
    expect(work).toBeLessThan(10 * million.length);
  });

  test('is set on paper in a few passes', async () => {
    const work = await workOf(() => paperOf(report, { draftMark: true }));
    expect(work).toBeLessThan(10 * million.length);
  });

  test('one that is just short enough is checked', () => {
    const short = understand(
      { ...raw, narrative: { ...raw.narrative, overview: million.slice(0, LONGEST_READ) } },
      formatOf(raw),
    );
    const rules = checkText(short, 'finished').map(({ rule }) => rule);
    expect(rules).not.toContain('TEXT-01');
    expect(rules).toContain('F-06');
  });
});
