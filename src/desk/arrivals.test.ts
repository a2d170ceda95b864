import { expect, test } from 'vitest';
import type { Draft } from '../drafts/draft.ts';
import { brokenSeal } from '../file/broken-seal.ts';
import { CHECK_PAGE, PREVIEW_PAGE } from '../ports/page-of-place.ts';
import type { Reading } from '../reading/reading.ts';
import type { RawReport } from '../report/raw-report.ts';
import { failure, success } from '../report/result.ts';
import { emptyReport } from '../testing/reports.ts';
import { likelyYear, outcomeOf, updatedDraft } from './arrivals.ts';

const OWN: RawReport = {
  ...emptyReport(2025),
  agency: { ...emptyReport(2025).agency, name: '甲局' },
};
const DRAFT: Draft = { id: 'one', revision: 3, savedAt: '', raw: OWN, place: 'requests' };

function readingOf(report: RawReport, paragraphs: number): Reading {
  const blocks = Array.from({ length: paragraphs }, () => ({ kind: 'paragraph', text: '一' }));
  return { report, document: { blocks, wrapped: false } } as unknown as Reading;
}

test('a file of ours that is here in no version becomes a draft', () => {
  const other = { ...DRAFT, raw: { ...OWN, year: 2024 } };
  const read = success(readingOf(OWN, 0));
  expect(outcomeOf('甲局.json', read, [other])).toEqual({ kind: 'new', raw: OWN });
});

test('a file of ours on a body and year that is here is another version of that draft', () => {
  const read = success(readingOf(OWN, 0));
  const outcome = outcomeOf('甲局.json', read, [DRAFT]);
  expect(outcome).toEqual({ kind: 'version', raw: OWN, existing: DRAFT });
});

test('a foreign report is looked at first, also where its body and year are here', () => {
  const reading = readingOf(OWN, 1);
  const outcome = outcomeOf('甲局.docx', success(reading), [DRAFT]);
  expect(outcome).toEqual({ kind: 'foreign', name: '甲局.docx', reading });
});

test('a sealed file that was edited is asked about, any other failure is told', () => {
  const edited = brokenSeal(OWN, ['表三']);
  expect(outcomeOf('甲局.json', edited, [])).toMatchObject({ kind: 'edited', name: '甲局.json' });
  const broken = failure('读不出来', '换一个文件。');
  const outcome = outcomeOf('甲局.json', broken, []);
  expect(outcome).toEqual({ kind: 'refused', failure: broken.ok ? undefined : broken.failure });
});

test('a returned report opens where its findings are, any other on its preview', () => {
  const now = '2026-01-20T08:00:00Z';
  const returned = updatedDraft(DRAFT, { ...OWN, status: 'returned' }, now);
  expect(returned.draft.place).toBe(CHECK_PAGE);
  const submitted = updatedDraft(DRAFT, { ...OWN, status: 'submitted' }, now);
  expect(submitted.draft.place).toBe(PREVIEW_PAGE);
});

test('an update keeps id and revision, and can be undone to what was here', () => {
  const merged = { ...OWN, preface: '新' };
  const { draft, step } = updatedDraft(DRAFT, merged, '2026-01-20T08:00:00Z');
  expect(draft).toMatchObject({ id: 'one', revision: 3, raw: merged });
  expect(draft.unexportedSince).toBe('2026-01-20T08:00:00Z');
  expect(step).toMatchObject({ before: OWN, after: merged });
  const since = '2026-01-01T00:00:00Z';
  const waiting = updatedDraft(
    { ...DRAFT, unexportedSince: since },
    merged,
    '2026-01-20T08:00:00Z',
  );
  expect(waiting.draft.unexportedSince).toBe(since);
});

test.each([
  ['2026-01-20T08:00:00', 2025],
  ['2026-09-30T12:00:00', 2025],
  ['2026-10-01T12:00:00', 2026],
  ['2026-12-31T12:00:00', 2026],
])('at %s a new report is likely to be on %i', (now, year) => {
  expect(likelyYear(now)).toBe(year);
});
