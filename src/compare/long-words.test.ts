import { expect, test } from 'vitest';
import { paginate } from '../paper/pages.ts';
import { workOf } from '../testing/counted-work.ts';
import { wordChanges } from './word-changes.ts';

const MOST_GROWTH = 2.6;

/** A narrative of numbered sentences, every third of which is changed in the other wording. */
function wording(characters: number, changed: boolean): string {
  const count = Math.ceil(characters / 20);
  return Array.from(
    { length: count },
    (_, at) => `第${at}项工作按时办结${changed && at % 3 === 0 ? '并公开' : ''}，群众满意。\n`,
  ).join('');
}

test('two wordings of a million characters are compared in work linear in them', async () => {
  const workAt = (length: number) =>
    workOf(() => wordChanges(wording(length, false), wording(length, true)));
  expect((await workAt(1_000_000)) / (await workAt(500_000))).toBeLessThan(MOST_GROWTH);
});

test('a million characters in paragraphs of a line are cut to pages in linear work', async () => {
  const workAt = (characters: number) => {
    const lines = Array.from({ length: characters / 20 }, (_, at) => at);
    const items = lines.map((at) => ({ kind: 'paragraph', text: `${at}` }) as const);
    const measured = lines.map((at) => ({ top: at * 20, bottom: at * 20 + 20 }));
    return workOf(() => paginate({ page: 'upright', items }, measured, 800));
  };
  expect((await workAt(1_000_000)) / (await workAt(500_000))).toBeLessThan(MOST_GROWTH);
});
