import { describe, expect, test } from 'vitest';
import { choiceOf, choiceText, hasPicture, withPicture } from './paper-choice.ts';
import { settingCss, settingProperties } from './setting-css.ts';
import {
  DOCUMENT,
  letterSpacing,
  POINTS_PER_MM,
  TYPE_SETTINGS,
  textHeight,
  textWidth,
  WEB,
} from './type-setting.ts';

describe('公文, as GB/T 9704-2012 has it', () => {
  test('a page of 156 by 225 mm holds 22 lines of 28 characters', () => {
    expect([textWidth(DOCUMENT), textHeight(DOCUMENT)]).toEqual([156, 225]);
    expect((textHeight(DOCUMENT) * POINTS_PER_MM) / DOCUMENT.line).toBeCloseTo(22);
    const character = DOCUMENT.letters.body.size + letterSpacing(DOCUMENT);
    const width = textWidth(DOCUMENT) * POINTS_PER_MM;
    expect(28 * character).toBeLessThanOrEqual(width);
    expect(29 * character).toBeGreaterThan(width);
  });

  test('sets title, headings and body in the letters of the standard', () => {
    const { title, heading, subheading, body, pageNumber } = DOCUMENT.letters;
    expect([title.font.name, title.size]).toEqual(['方正小标宋简体', 22]);
    expect([heading.font.name, subheading.font.name]).toEqual(['黑体', '楷体_GB2312']);
    expect([body.font.name, body.size, pageNumber.size]).toEqual(['仿宋_GB2312', 16, 14]);
  });
});

test.each(TYPE_SETTINGS)('$name names its margins as they are in every style made of it', (one) => {
  const { top, right, bottom, left } = one.margins;
  expect(settingProperties(one)['--paper-left']).toBe(`${left}mm`);
  expect(settingCss(one)).toContain(`margin: ${top}mm ${right}mm ${bottom}mm ${left}mm`);
});

describe('what was chosen', () => {
  test('comes back from its text', () => {
    const choice = withPicture(withPicture(choiceOf('web strip'), false), true);
    expect(choiceOf(choiceText(choice))).toEqual(choice);
    expect(choice).toMatchObject({ setting: WEB, turned: 'strip', pictures: { web: true } });
  });

  test.each([null, '', 'gothic sideways', '{"setting":1}'])('%j chooses 公文', (text) => {
    expect(choiceOf(text)).toEqual({ setting: DOCUMENT, turned: 'none', pictures: {} });
  });

  test('has a picture where its setting has, until somebody says otherwise', () => {
    expect(hasPicture(choiceOf('document'))).toBe(false);
    expect(hasPicture(choiceOf('web'))).toBe(true);
    expect(hasPicture(withPicture(choiceOf('web'), false))).toBe(false);
  });
});
