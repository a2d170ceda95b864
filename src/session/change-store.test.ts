import { describe, expect, test } from 'vitest';
import { createChangeStore } from './change-store.ts';

interface Told {
  readonly changed: readonly string[];
  readonly edited: readonly string[];
}

const NOTHING: Told = { changed: [], edited: [] };

describe('a store of changes', () => {
  test('tells every listener of all that changed, also where one of them changes more', () => {
    const store = createChangeStore<Told>(NOTHING);
    const heard: string[] = [];
    let isFirst = true;
    store.subscribe(() => {
      if (!isFirst) return;
      isFirst = false;
      store.update({ changed: ['sum'] });
      store.update({ changed: ['mark'] });
    });
    store.subscribe(() => heard.push(...store.getState().changed));
    store.update({ changed: ['cell'] });
    expect(new Set(heard)).toEqual(new Set(['cell', 'sum', 'mark']));
  });

  test('begins anew with the next update, also after a listener that failed', () => {
    const store = createChangeStore<Told>(NOTHING);
    const end = store.subscribe(() => {
      throw new Error('broken');
    });
    expect(() => store.update({ changed: ['cell'] })).toThrow('broken');
    end();
    store.update({ changed: ['other'] });
    expect(store.getState().changed).toEqual(['other']);
  });
});
