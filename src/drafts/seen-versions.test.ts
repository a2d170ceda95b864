import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { RawReport, ReviewStep } from '../report/raw-report.ts';
import { emptyReport, withCells } from '../testing/reports.ts';
import type { Draft } from './draft.ts';
import { createRestorePoints, type RestorePoint, type RestorePoints } from './restore-points.ts';
import { commonVersionOf, draftOfFile, versionBeforeUpdate } from './seen-versions.ts';
import { openVault } from './vault.ts';

const step = (status: ReviewStep['status'], at: string): ReviewStep => ({
  status,
  at,
  by: '张三',
  reason: '',
  left: 0,
});
const SUBMITTED: RawReport = {
  ...emptyReport(2025),
  status: 'submitted',
  steps: [step('submitted', '2026-01-05')],
};
const RETURNED: RawReport = {
  ...SUBMITTED,
  status: 'returned',
  steps: [...SUBMITTED.steps!, step('returned', '2026-01-06')],
};
let id = 0;
let points: RestorePoints;
const draftOf = (raw: RawReport): Draft => ({
  id: String(id),
  revision: 1,
  savedAt: '',
  raw,
  place: '',
});

async function kept(): Promise<readonly RestorePoint[]> {
  const read = await points.of(String(id));
  if (!read.ok) throw new Error(read.failure.problem);
  return read.value;
}

beforeEach(() => {
  id += 1;
  points = createRestorePoints(
    openVault(
      () => indexedDB,
      () => () => undefined,
    ),
    () => '2026-01-01',
  );
});

describe('what a file began from', () => {
  test('is the version last passed on whose road it goes on', async () => {
    const older = withCells(
      { ...SUBMITTED, steps: [], status: 'draft' },
      { 'requests/granted/research': '1' },
    );
    await points.add(draftOf(older), 'handedOver');
    await points.add(draftOf(SUBMITTED), 'handedOver');
    await points.add(draftOf(withCells(SUBMITTED, { 'requests/granted/research': '2' })), 'opened');
    expect(commonVersionOf(RETURNED, await kept())).toEqual(SUBMITTED);
  });

  test('is told also where what was handed over was only opened before', async () => {
    await points.add(draftOf(SUBMITTED), 'opened');
    await points.add(draftOf(SUBMITTED), 'handedOver');
    expect(commonVersionOf(RETURNED, await kept())).toEqual(SUBMITTED);
  });

  test('is not known where no such version is kept', async () => {
    await points.add(draftOf(RETURNED), 'handedOver');
    expect(commonVersionOf(SUBMITTED, await kept())).toBeUndefined();
  });
});

describe('what was seen before a file came', () => {
  test('is what stood here, until something is handed over again', async () => {
    await points.add(draftOf(SUBMITTED), 'handedOver');
    await points.add(draftOf(SUBMITTED), 'beforeUpdate');
    await points.add(draftOf(RETURNED), 'imported');
    expect(versionBeforeUpdate(await kept())?.draft.raw).toEqual(SUBMITTED);
    await points.add(draftOf(RETURNED), 'handedOver');
    expect(versionBeforeUpdate(await kept())).toBeUndefined();
  });
});

test('every version passed on is kept, however many other points there are', async () => {
  await points.add(draftOf(SUBMITTED), 'handedOver');
  for (let nth = 0; nth < 40; nth += 1) {
    await points.add(draftOf(withCells(SUBMITTED, { a: String(nth) })), 'opened');
  }
  const all = await kept();
  expect(all).toHaveLength(31);
  expect(all[30]?.reason).toBe('handedOver');
});

test('a file belongs to the draft of its body, year and road', () => {
  const other = { ...draftOf({ ...SUBMITTED, steps: [] }), id: 'other' };
  const own = { ...draftOf(SUBMITTED), id: 'own' };
  expect(draftOfFile(RETURNED, [other, own])?.id).toBe('own');
  expect(draftOfFile({ ...RETURNED, year: 2024 }, [other, own])).toBeUndefined();
});
