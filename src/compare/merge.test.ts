import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RawReport, Remark, ReviewStep } from '../report/raw-report.ts';
import { isPrefixOf } from '../report/review.ts';
import { CITY_2025, formatOf, reportOf, reports } from '../testing/reports.ts';
import { differencesBetween } from './differences.ts';
import { type Merging, mergedReport, mergePlaces, mergeRefusal } from './merge.ts';

const [FIRST, SECOND] = ['requests/received/naturalPerson', 'requests/received/enterprise'];
const at = (day: number) => `2026-01-${String(day).padStart(2, '0')}T01:00:00Z`;
const step = (status: ReviewStep['status'], day: number): ReviewStep => ({
  status,
  by: '甲',
  at: at(day),
  reason: '',
  left: 0,
});
const REMARK: Remark = {
  place: FIRST!,
  text: '与台账不符',
  by: '李科长',
  at: at(3),
  settled: false,
};
const BASE: RawReport = {
  ...reportOf(CITY_2025),
  status: 'submitted',
  steps: [step('submitted', 1)],
  narrative: { overview: '全年公开。', problems: '', other: '' },
};
const RETURNED: RawReport = {
  ...BASE,
  status: 'returned',
  steps: [...BASE.steps!, step('returned', 3)],
  remarks: [REMARK],
};

const cells = (raw: RawReport, more: Readonly<Record<string, string>>): RawReport => ({
  ...raw,
  cells: { ...raw.cells, ...more },
});

function merging(here: RawReport, file: RawReport, base: RawReport | undefined = BASE): Merging {
  return { base, here, file, format: formatOf(here) };
}

const NONE: ReadonlySet<string> = new Set();

describe('a returned file', () => {
  test('updates a draft that was not touched: state, steps, remarks', () => {
    expect(mergedReport(merging(BASE, RETURNED), NONE)).toEqual(RETURNED);
  });

  test('leaves what was changed here since, and takes what the file changed', () => {
    const here = cells({ ...BASE, status: 'draft' }, { [FIRST!]: '7' });
    const file = cells(RETURNED, { [SECOND!]: '8' });
    const merged = mergedReport(merging(here, file), NONE);
    expect([merged.cells[FIRST!], merged.cells[SECOND!]]).toEqual(['7', '8']);
    expect([merged.status, merged.remarks]).toEqual(['returned', [REMARK]]);
    expect(mergePlaces(merging(here, file)).map(({ place, changed }) => [place, changed])).toEqual([
      [FIRST, 'here'],
      [SECOND, 'file'],
    ]);
  });

  test('asks where both changed the same place: the file unless the clerk keeps hers', () => {
    const here = { ...BASE, narrative: { ...BASE.narrative, overview: '本机的话。' } };
    const file = { ...RETURNED, narrative: { ...BASE.narrative, overview: '文件的话。' } };
    const both = merging(here, file);
    expect(mergePlaces(both)[0]).toMatchObject({ changed: 'both', here: '本机的话。' });
    expect(mergedReport(both, NONE).narrative.overview).toBe('文件的话。');
    const kept = mergedReport(both, new Set(['narrative.overview']));
    expect(kept.narrative.overview).toBe('本机的话。');
  });

  test('whose beginning is not known: every difference is for the clerk to choose', () => {
    const file = cells(RETURNED, { [FIRST!]: '9' });
    expect(mergePlaces({ ...merging(BASE, file), base: undefined })[0]).toMatchObject({
      changed: 'both',
    });
  });
});

describe('a final file', () => {
  const final: RawReport = { ...BASE, status: 'final', steps: [...BASE.steps!, step('final', 4)] };

  test('is final no more where something was kept from here', () => {
    const here = cells({ ...BASE, status: 'draft' }, { [FIRST!]: '7' });
    expect(mergedReport(merging(here, final), NONE).status).toBe('draft');
    expect(mergedReport(merging(BASE, final), NONE).status).toBe('final');
  });

  test('stays final when an older file of it is opened', () => {
    expect(mergedReport(merging(final, BASE), NONE)).toMatchObject({
      status: 'final',
      steps: final.steps,
    });
  });
});

describe('remarks and answers', () => {
  const answered: Remark = {
    ...REMARK,
    answers: [{ text: '已核对', by: '张三', at: at(5) }],
    settled: true,
  };

  test('of both sides are kept', () => {
    const here = { ...RETURNED, remarks: [answered, { ...REMARK, text: '另一条' }] };
    const file = {
      ...RETURNED,
      remarks: [{ ...REMARK, answers: [{ text: '再核', by: '李科长', at: at(6) }] }],
    };
    const [first, second] = mergedReport(merging(here, file, RETURNED), NONE).remarks;
    expect(first?.answers?.map(({ text }) => text)).toEqual(['已核对', '再核']);
    expect([first?.settled, second?.text]).toEqual([true, '另一条']);
  });

  test('settled by the clerk stay open when the supervisor opens them again', () => {
    const here = { ...RETURNED, remarks: [answered] };
    const file = { ...RETURNED, remarks: [{ ...answered, settled: false }] };
    expect(mergedReport(merging(here, file, here), NONE).remarks[0]?.settled).toBe(false);
  });
});

test('nothing typed on either side is lost but what somebody chose to replace', () => {
  fc.assert(
    fc.property(reports(2025), reports(2025), reports(2025), (base, here, file) => {
      const all = merging(here, file, base);
      const merged = mergedReport(all, NONE);
      const places = new Map(mergePlaces(all).map((one) => [one.place, one]));
      for (const { place, after } of differencesBetween(base, merged, all.format)) {
        const known = places.get(place);
        if (known) expect(after).toBe(known.changed === 'here' ? known.here : known.file);
      }
      for (const { place, changed, here: own } of places.values()) {
        const kept = differencesBetween(merged, here, all.format).find(
          (one) => one.place === place,
        );
        if (changed === 'here') expect([place, own, kept]).toEqual([place, own, undefined]);
      }
    }),
    { numRuns: 40 },
  );
});

describe('a published report here', () => {
  const published = { ...RETURNED, steps: [...(RETURNED.steps ?? []), step('published', 9)] };
  const here: RawReport = { ...published, status: 'published' };

  test('is not brought back by a file from before it', () => {
    expect(mergeRefusal(merging(here, RETURNED, BASE))).toContain('已公布 · 开始更正后修改');
  });

  test('is brought on by a file whose road goes on from its own', () => {
    const steps = [...(here.steps ?? []), step('correction', 10)];
    expect(mergeRefusal(merging(here, { ...here, status: 'correction', steps }, here))).toBe(
      undefined,
    );
  });
});

test('a road is the beginning of another by state, time and name', () => {
  expect(isPrefixOf(BASE, RETURNED)).toBe(true);
  expect(isPrefixOf(RETURNED, BASE)).toBe(false);
  expect(isPrefixOf({ ...BASE, steps: [step('submitted', 2)] }, RETURNED)).toBe(false);
});
