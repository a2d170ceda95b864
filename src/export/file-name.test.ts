import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CITY_2025, reportOf } from '../testing/reports.ts';
import { fileNameOf } from './file-name.ts';

const RAW = reportOf(CITY_2025);

function named(name: string, extension = 'docx'): string {
  return fileNameOf({ ...RAW, agency: { ...RAW.agency, name } }, extension);
}

describe('a file name', () => {
  it('keeps its end and takes no more bytes than a file system does, whatever the body is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        const file = named(name);
        expect(new TextEncoder().encode(file).length).toBeLessThanOrEqual(255);
        expect(file.endsWith(`_${RAW.year}年_政府信息公开工作年度报告.docx`)).toBe(true);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be left.
        expect(file).not.toMatch(/[\\/:*?"<>|\u0000-\u001f]|\p{Cs}/u);
      }),
    );
  });

  it.each([
    ['a rare character of two code units', '𠮷'],
    ['an emoji joined of several', '👩‍👩‍👧'],
    ['a letter with its accent', 'é'],
  ])('is never cut inside a character: %s', (_, character) => {
    for (const before of ['', '甲', '甲a', '甲ab']) {
      const [body = ''] = named(before + character.repeat(120)).split('_');
      const rest = body.slice(before.length);
      expect(rest).toBe(character.repeat(rest.length / character.length));
      expect(rest).not.toBe('');
    }
  });

  it('shows its extension as it is: nothing in it turns the direction of writing', () => {
    expect(named('甲局\u202excod.')).toBe('甲局 xcod._2025年_政府信息公开工作年度报告.docx');
  });
});
