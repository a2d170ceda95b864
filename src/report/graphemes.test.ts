import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { graphemesOf, longestPrefix, shortened } from './graphemes.ts';

const SEEN = ['𠮷', 'é', '👩‍👩‍👧', '👍🏽', '🇨🇳', '葛󠄀', '县'];

describe.each(['with Intl.Segmenter', 'without it'])('the characters of a text, %s', (kind) => {
  const use = () => {
    if (kind === 'without it') vi.stubGlobal('Intl', {});
  };
  afterEach(() => vi.unstubAllGlobals());

  it('are those a person sees', () => {
    use();
    expect(graphemesOf(SEEN.join(''))).toEqual(SEEN);
  });

  it('are together the text, and none is half of a pair', () => {
    use();
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        expect(graphemesOf(text).join('')).toBe(text);
        const part = longestPrefix(text, (one) => one.length <= 20);
        expect(text.startsWith(part)).toBe(true);
        expect(/[\ud800-\udbff]$/.test(part)).toBe(false);
      }),
    );
  });

  it('are cut between two of them', () => {
    use();
    expect(shortened('甲👩‍👩‍👧乙', 2)).toBe('甲👩‍👩‍👧…');
    expect(shortened('甲👩‍👩‍👧乙', 3)).toBe('甲👩‍👩‍👧乙');
  });
});
