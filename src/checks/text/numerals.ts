/**
 * Numbers as running text writes them: 3119, 1,259, 18万, 一百零五. The pattern is for building
 * longer ones; what it takes, `readNumeral` understands.
 */
import Big from 'big.js';

/**
 * A number without its unit. Decimals are taken whole, so that 3.5 is not read as 5; it begins where
 * its digits do, so that a long row of them is gone through once.
 */
export const NUMERAL =
  '(?:(?<!\\d|\\d,)(?:\\d{1,3}(?:,\\d{3}){1,6}|\\d+)(?:\\.\\d+)?|' +
  '(?<![零〇一二两三四五六七八九十百千])[零〇一二两三四五六七八九十百千]+)万?';

const DIGITS = '零一二三四五六七八九';
const POWERS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

function digitOf(character: string): number {
  if (character === '两') return 2;
  return character === '〇' ? 0 : DIGITS.indexOf(character);
}

/** 一百零五 as 105; undefined for a run of characters that is no number. */
function readHan(text: string): number | undefined {
  if (![...text].some((character) => POWERS[character])) {
    return text.length === 1 ? digitOf(text) : undefined;
  }
  let sum = 0;
  let digit = 0;
  for (const character of text) {
    const power = POWERS[character];
    if (power) {
      sum += (digit || 1) * power;
      digit = 0;
    } else digit = digitOf(character);
  }
  return sum + digit;
}

/** The value of a number taken by `NUMERAL`; undefined where its characters make none. */
export function readNumeral(text: string): Big | undefined {
  const isMyriad = text.endsWith('万');
  const digits = isMyriad ? text.slice(0, -1) : text;
  const value = /\d/.test(digits) ? digits.replace(/,/g, '') : readHan(digits);
  if (value === undefined) return undefined;
  return new Big(value).times(isMyriad ? 10_000 : 1);
}
