import { expect, test } from 'vitest';
import { cellsOf } from '../formats/cells.ts';
import { STATUTORY_FORMATS } from '../formats/registry.ts';
import { fieldName } from './input-place.ts';

test('every cell of a form has a name of its own, which the form library takes whole', () => {
  for (const format of STATUTORY_FORMATS) {
    const names = cellsOf(format).map(({ address }) => fieldName(address));
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !/^\w+$/.test(name))).toEqual([]);
  }
});
