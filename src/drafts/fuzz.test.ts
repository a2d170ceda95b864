/**
 * Damaged records and backups by the thousand: none may crash, none may be taken for what it is not,
 * and none may keep the desk shut. `npm run fuzz` is the long run.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { check } from '../checks/check.ts';
import { formatById, STATUTORY_FORMATS } from '../formats/registry.ts';
import { rawReportSchema } from '../report/raw-report-schema.ts';
import { understand } from '../report/report.ts';
import { openDraft } from '../session/open-draft.ts';
import { inTime, inTimeLater, runs, SEED } from '../testing/fuzzing.ts';
import { damagedText, damagedValue, jsonText, type Stroke, strokes } from '../testing/mutations.ts';
import { REPORTS } from '../testing/report-files.ts';
import { readBackup, writeBackup } from './backup.ts';
import type { Draft } from './draft.ts';
import { readRecord, writeRecord } from './draft-record.ts';
import { createDraftRepository } from './draft-repository.ts';
import type { StoragePort } from './draft-slots.ts';

const NOW = '2026-01-20T08:00:00.000Z';
const DRAFTS: readonly Draft[] = REPORTS.map((raw, at) => ({
  id: `draft-${at}`,
  revision: at + 1,
  savedAt: NOW,
  raw,
  place: 'requests',
  ...(at % 2 === 0 ? { lastYear: raw, unexportedSince: NOW } : {}),
  ...(at % 3 === 0 ? { handedOver: { revision: 1, at: NOW } } : {}),
}));

/** How a record is damaged: as text, as a value, or in its draft with a checksum that fits. */
const WAYS = ['text', 'value', 'summed'] as const;
type Way = (typeof WAYS)[number];

function damagedRecord(draft: Draft, way: Way, all: readonly Stroke[]): string {
  const record = writeRecord(draft);
  if (way === 'text') return damagedText(record, all);
  if (way === 'value') return jsonText(damagedValue(JSON.parse(record), all), all[0] as Stroke);
  return writeRecord(damagedValue(draft, all) as Draft);
}

/** Opened as the program opens it; throws where the program would. */
function expectWorkable(draft: Draft): void {
  expect(rawReportSchema.safeParse(draft.raw)).toEqual({ success: true, data: draft.raw });
  const format = formatById(STATUTORY_FORMATS, draft.raw.format);
  if (format) check(understand(draft.raw, format), 'drafting');
  openDraft(draft, {
    formats: STATUTORY_FORMATS,
    later: () => () => undefined,
    soon: () => undefined,
    now: () => NOW,
    keeping: undefined,
    loadTextCheck: () => Promise.resolve(() => []),
  });
}

test(`a damaged record is refused, or is a whole draft (seed ${SEED})`, () => {
  let accepted = 0;
  fc.assert(
    fc.property(fc.nat(DRAFTS.length - 1), fc.constantFrom(...WAYS), strokes, (which, way, all) => {
      const draft = DRAFTS[which] as Draft;
      const read = inTime(() => readRecord(damagedRecord(draft, way, all)));
      if (!read.ok) {
        expect(read.failure.advice).not.toBe('');
        return;
      }
      accepted += 1;
      // Without a checksum that fits, nothing but the draft itself gets through.
      if (way !== 'summed') expect(read.value).toEqual(draft);
      expectWorkable(read.value);
      expect(readRecord(writeRecord(read.value))).toEqual(read);
    }),
    runs(5000, 200),
  );
  expect(accepted).toBeGreaterThan(10);
});

/** Names of keys as they should be, and as they should not. */
const KEYS = [
  'nianbaotong/draft/one/a',
  'nianbaotong/draft/one/b',
  'nianbaotong/bin/one/a',
  'nianbaotong/kept/one/a',
  'nianbaotong/draft//a',
  'nianbaotong/draft/',
  'nianbaotong/draft/__proto__/a',
  'nianbaotong/draft/a/b/c/a',
  'nianbaotong/type',
  'other',
];

function storageOf(kept: Map<string, string>): StoragePort {
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, text) => void kept.set(key, text),
    removeItem: (key) => void kept.delete(key),
    keys: () => [...kept.keys()],
  };
}

test(`a storage full of damage still opens, and takes new work (seed ${SEED})`, () => {
  const record = fc
    .tuple(fc.nat(DRAFTS.length - 1), fc.constantFrom(...WAYS), strokes)
    .map(([which, way, all]) => damagedRecord(DRAFTS[which] as Draft, way, all));
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...KEYS), record, { maxKeys: 6 }), (texts) => {
      const kept = new Map(Object.entries(texts));
      const before = [...kept];
      const repository = createDraftRepository(storageOf(kept), () => NOW);
      inTime(() => [repository.list(), repository.bin(), repository.size()]);
      // Looking changes nothing.
      expect([...kept]).toEqual(before);
      const draft = { ...(DRAFTS[0] as Draft), id: 'one', revision: 0 };
      const saved = repository.save(draft);
      const loaded = repository.load('one');
      expect(loaded.ok && loaded.value.raw).toEqual(draft.raw);
      // What could not be read is kept, be it where it was or aside.
      const unreadable = before.filter(
        ([key, text]) => /\/draft\//.test(key) && !readRecord(text).ok,
      );
      const after = [...kept.values()];
      if (saved.ok) for (const [, text] of unreadable) expect(after).toContain(text);
    }),
    runs(1000, 40),
  );
});

test(`a damaged backup gives only drafts that are whole (seed ${SEED})`, async () => {
  const text = writeBackup({ drafts: DRAFTS, bin: DRAFTS.slice(0, 2) }, NOW);
  await fc.assert(
    fc.asyncProperty(fc.boolean(), strokes, async (isText, all) => {
      const damaged = isText
        ? damagedText(text, all)
        : jsonText(damagedValue(JSON.parse(text), all), all[0] as Stroke);
      const read = await inTimeLater(() => readBackup(damaged, async () => undefined));
      const drafts = read.ok ? [...read.value.drafts, ...read.value.bin] : [];
      for (const draft of drafts) expect(DRAFTS).toContainEqual(draft);
    }),
    runs(1000, 40),
  );
});
