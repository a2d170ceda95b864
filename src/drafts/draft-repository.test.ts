import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { reports, withCells, zeroReport } from '../testing/reports.ts';
import type { Draft } from './draft.ts';
import { readRecord, writeRecord } from './draft-record.ts';
import { createDraftRepository, type DraftRepository } from './draft-repository.ts';
import type { StoragePort } from './draft-slots.ts';

const NOW = '2026-01-20T08:00:00.000Z';
const DRAFT: Draft = {
  id: 'one',
  revision: 0,
  savedAt: '',
  raw: zeroReport(2025),
  place: 'requests',
};

let kept: Map<string, string>;
let room: number;
let repository: DraftRepository;

const storage: StoragePort = {
  getItem: (key) => kept.get(key) ?? null,
  setItem: (key, text) => {
    if (text.length > room) throw new DOMException('full', 'QuotaExceededError');
    kept.set(key, text);
  },
  removeItem: (key) => {
    kept.delete(key);
  },
  keys: () => [...kept.keys()],
};

beforeEach(() => {
  kept = new Map();
  room = Number.POSITIVE_INFINITY;
  repository = createDraftRepository(storage, () => NOW);
});

function withReceived(draft: Draft, text: string): Draft {
  return { ...draft, raw: withCells(draft.raw, { 'requests/received/enterprise': text }) };
}

function saved(draft: Draft): Draft {
  const result = repository.save(draft);
  if (!result.ok) throw new Error(result.failure.problem);
  return result.value;
}

function received(id = 'one'): string | undefined {
  const loaded = repository.load(id);
  return loaded.ok ? loaded.value.raw.cells['requests/received/enterprise'] : undefined;
}

describe('a draft', () => {
  test('comes back as it was saved, as its next revision', () => {
    const stored = saved(DRAFT);
    expect(stored).toEqual({ ...DRAFT, revision: 1, savedAt: NOW });
    expect(repository.load('one')).toEqual({ ok: true, value: stored });
  });

  test('of any content survives its record', () => {
    fc.assert(
      fc.property(reports(2025), (raw) => {
        const draft = { ...DRAFT, raw };
        expect(readRecord(writeRecord(draft))).toEqual({ ok: true, value: draft });
      }),
      { numRuns: 30 },
    );
  });

  test('is written beside the last good copy, never over it', () => {
    saved(withReceived(saved(DRAFT), '7'));
    expect([...kept.keys()].sort()).toEqual(['nianbaotong/draft/one/a', 'nianbaotong/draft/one/b']);
    const revisions = [...kept.values()].map((text) => JSON.parse(text).data.revision);
    expect(revisions.sort()).toEqual([1, 2]);
    expect(received()).toBe('7');
  });

  test('falls back to the older copy when the newer is half written', () => {
    saved(withReceived(saved(withReceived(DRAFT, '1')), '2'));
    const newer = [...kept].find(([, text]) => text.includes('"revision":2'))![0];
    kept.set(newer, kept.get(newer)!.slice(0, 200));
    expect(received()).toBe('1');
  });

  test('keeps the unreadable text of a slot aside when the slot is used again', () => {
    saved(DRAFT);
    kept.set('nianbaotong/draft/one/b', '{"half');
    saved(withReceived(DRAFT, '3'));
    expect(kept.get('nianbaotong/kept/one/b')).toBe('{"half');
    expect(received()).toBe('3');
  });

  test('that cannot be read at all is listed, told and offered as text', () => {
    kept.set('nianbaotong/draft/lost/a', 'not a record');
    expect(repository.list()).toEqual([
      { state: 'unreadable', id: 'lost', reason: '草稿记录不完整' },
    ]);
    expect(repository.rawText('lost')).toBe('not a record');
    expect(repository.load('lost').ok).toBe(false);
  });
});

describe('storage that is full', () => {
  test('is told, and the last saved copy stands', () => {
    const first = saved(withReceived(DRAFT, '1'));
    room = 10;
    expect(repository.save(withReceived(first, '2'))).toMatchObject({ ok: false });
    repository = createDraftRepository(storage, () => NOW);
    expect(received()).toBe('1');
  });

  test('does not stop the work: what was refused goes on in memory, and is told as unsaved', () => {
    room = 10;
    repository.save(withReceived(DRAFT, '2'));
    expect(received()).toBe('2');
    expect(repository.list()).toHaveLength(1);
    expect(repository.unsaved('one')?.problem).toContain('浏览器不让保存');
  });

  test('takes what was held in memory as soon as there is room', () => {
    room = 10;
    repository.save(withReceived(DRAFT, '2'));
    room = Number.POSITIVE_INFINITY;
    saved(withReceived(DRAFT, '3'));
    expect(repository.unsaved('one')).toBeUndefined();
    repository = createDraftRepository(storage, () => NOW);
    expect(received()).toBe('3');
  });
});

test('storage that is blocked altogether gives an empty desk and a clear refusal', () => {
  const refuse = () => {
    throw new DOMException('denied', 'SecurityError');
  };
  const blocked = createDraftRepository(
    { getItem: refuse, setItem: refuse, removeItem: refuse, keys: refuse },
    () => NOW,
  );
  expect(blocked.list()).toEqual([]);
  expect(blocked.save(DRAFT)).toMatchObject({ ok: false });
});

describe('two windows', () => {
  test('that both stored lose neither: the one that did not know of the other replaces it, after it was set aside', () => {
    const aside: Draft[] = [];
    const copy = () => Promise.resolve(true);
    const other = createDraftRepository(storage, () => NOW, {
      copy,
      copies: () => Promise.resolve([]),
      forget: () => Promise.resolve(),
      setAside: (draft) => Promise.resolve(aside.push(draft) > 0),
    });
    const begun = saved(DRAFT);
    const theirs = saved(withReceived(begun, '1'));
    other.save(withReceived(begun, '2'));
    expect(received()).toBe('2');
    expect(aside).toEqual([theirs]);
  });

  test('of which one is a newer program: the older one writes nothing over its draft', () => {
    saved(DRAFT);
    const newer = writeRecord({ ...DRAFT, revision: 5 }).replace(/"version":\d+/, '"version":9');
    kept.set('nianbaotong/draft/one/b', newer);
    expect(repository.save(withReceived(DRAFT, '3'))).toMatchObject({
      failure: { problem: '这份草稿已由新版年报通保存，这个窗口的修改没有存下' },
    });
    expect(kept.get('nianbaotong/draft/one/b')).toBe(newer);
  });
});

test('a deleted draft lies in the bin and comes back whole', () => {
  saved(withReceived(DRAFT, '9'));
  repository.remove('one');
  expect(repository.list()).toEqual([]);
  expect(repository.bin()).toHaveLength(1);
  repository.restore('one');
  expect(received()).toBe('9');
  expect(repository.bin()).toEqual([]);
});

describe('a record', () => {
  const record = writeRecord(DRAFT);

  test.each([
    ['altered', record.replace('"place":"requests"', '"place":"elsewhere"'), '草稿记录已损坏'],
    ['cut short', record.slice(0, -20), '草稿记录不完整'],
    ['of a newer program', record.replace(/"version":\d+/, '"version":9'), '草稿由新版年报通保存'],
    ['of something else', '{"app":"other","version":1,"checksum":"","data":{}}', '草稿记录不完整'],
  ])('that was %s is refused with one sentence', (_, text, problem) => {
    expect(readRecord(text)).toMatchObject({ ok: false, failure: { problem } });
  });

  test('with keys that reach into the making of objects is refused', () => {
    const raw = { ...DRAFT.raw, cells: JSON.parse('{"__proto__":"x","constructor":"y"}') };
    expect(readRecord(writeRecord({ ...DRAFT, raw })).ok).toBe(false);
  });

  test('of version 1 is read as it stands', () => {
    expect(readRecord(writeRecord(DRAFT, []))).toMatchObject({ ok: true, value: { id: 'one' } });
  });

  test('of an older program is led through every migration in order', () => {
    const addPlace = (data: unknown) => ({ ...(data as object), place: 'proactive' });
    const rename = (data: unknown) => ({ ...(data as Draft), id: `${(data as Draft).id}-2` });
    expect(readRecord(writeRecord(DRAFT, []), [addPlace, rename])).toMatchObject({
      ok: true,
      value: { id: 'one-2', place: 'proactive' },
    });
  });
});
