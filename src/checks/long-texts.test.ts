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
/** Characters gone through for each one typed, last year's included: some 150 patterns read every field. */
const MOST_PER_CHARACTER = 800;
/** Twice the words may be twice the work and a little more, not four times. */
const MOST_GROWTH = 2.6;

function reportWith(text: string, yearsAgo = 0) {
  const city = reportOf(CITY_2025);
  const raw = { ...city, year: city.year - yearsAgo };
  const narrative = { overview: text, problems: text, other: text };
  return understand({ ...raw, preface: text, narrative }, formatOf(raw));
}

/** What last year promised, and nothing of it told: every word is looked for to the end. */
function promised(length: number): string {
  const words = Array.from({ length: Math.ceil(length / 4) }, (_, at) =>
    String.fromCharCode(0x4e00 + (at % 97), 0x5000 + (at % 89), 0x5200 + (at % 83), 0x5400 + at),
  );
  return `下一步${words.join('').slice(0, length)}`;
}

describe('the rules go through 100 kB of words and last year’s a bounded number of times', () => {
  const workAt = (seed: string, length: number, last: string) => {
    const report = reportWith(repeated(seed, length));
    const lastYear = reportWith(last, 1);
    return workOf(() => checkAll(report, 'finished', { lastYear }));
  };

  test.each(HOSTILE_SEEDS.slice(0, 40))('of %j', async (seed) => {
    const [half, whole] = [FIELD_LENGTH / 2, FIELD_LENGTH];
    const work = await workAt(seed, whole, repeated(seed, whole));
    expect(work / (FIELDS * whole)).toBeLessThan(MOST_PER_CHARACTER);
    expect(work / (await workAt(seed, half, repeated(seed, half)))).toBeLessThan(MOST_GROWTH);
  });

  test('of promises that are not kept', async () => {
    const [half, whole] = [FIELD_LENGTH / 2, FIELD_LENGTH];
    const work = await workAt('一', whole, promised(whole));
    expect(work / (await workAt('一', half, promised(half)))).toBeLessThan(MOST_GROWTH);
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
