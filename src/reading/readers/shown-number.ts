/**
 * A number of a worksheet as its number format shows it. Where only grouping, padding or the sign's look
 * differ the number itself is kept; where what is shown is another number – rounded, scaled, a percentage,
 * a date – what is shown is taken and said to be so. It never shows more than the sheet does.
 */
import { format } from 'numfmt';
import { attributeNumber, childNamed, elementsOf, type XmlElement } from './xml-part.ts';

/** Codes of the built-in formats (ECMA-376 18.8.30, with those of Chinese systems). */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  37: '#,##0;-#,##0',
  38: '#,##0;-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;-#,##0.00',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};
const GENERAL = /^(?:general|g\/通用格式|@)?$/i;

/** The code of the number format of every cell style, by its number; empty where it is the general one. */
export function numberFormats(styles: XmlElement | undefined): readonly string[] {
  const listed = childNamed(styles, 's:numFmts');
  const own = new Map(
    (listed ? elementsOf(listed) : []).map(({ attributes }) => [
      Number(attributes.numFmtId),
      attributes.formatCode ?? '',
    ]),
  );
  const looks = childNamed(styles, 's:cellXfs');
  return (looks ? elementsOf(looks) : []).map((look) => {
    const id = attributeNumber(look, 'numFmtId') ?? 0;
    const code = own.get(id) ?? BUILT_IN[id] ?? '';
    return GENERAL.test(code) ? '' : code;
  });
}

/** A stored number without binary remainder and exponent: fifteen digits. */
export function plainNumber(text: string): string {
  const value = Number(text);
  if (!Number.isFinite(value) || !/[.eE]/.test(text)) return text;
  const rounded = Number(value.toPrecision(15));
  return Math.abs(rounded) < 1e15 && Math.abs(rounded) >= 1e-6 ? String(rounded) : text;
}

function formatted(code: string, value: number, isFrom1904: boolean): string | undefined {
  try {
    const shown = format(code, isFrom1904 && isDate(code) ? value + 1462 : value, {
      nbsp: false,
      locale: 'zh-CN',
    });
    return shown.trim();
  } catch {
    return undefined;
  }
}

/** Letters of dates outside quotes, brackets and escapes. */
function isDate(code: string): boolean {
  return /[ymdhs]/i.test(code.replace(/"[^"]*"|\[[^[\]]*\]|\\./g, ''));
}

const ONE_NUMBER = /^[^\d]*?(-?\d+(?:\.\d+)?)[^\d]*$/;

export interface ShownNumber {
  readonly text: string;
  /** What the cell holds, where the sheet shows something else. */
  readonly stored?: string;
}

/** What a cell with this number and format shows; `hidesNought` says that the sheet shows no zeros. */
export function shownNumber(
  stored: string,
  code: string,
  { hidesNought = false, isFrom1904 = false } = {},
): ShownNumber {
  const plain = plainNumber(stored);
  const value = Number(stored);
  if (stored.trim() === '' || !Number.isFinite(value)) return { text: stored };
  if (value === 0 && hidesNought) return { text: '', stored: plain };
  const shown = code === '' ? plain : (formatted(code, value, isFrom1904) ?? plain);
  if (shown === '') return { text: '', stored: plain };
  // Accounting formats show nought as a dash.
  if (value === 0 && /^[-–—]$/.test(shown)) return { text: plain };
  const bare = shown.replace(/(\d),(?=\d)/g, '$1');
  const number = Number(ONE_NUMBER.exec(bare)?.[1] ?? Number.NaN);
  const isSame = number === Number(plain) || (value < 0 && number === -Number(plain));
  if (isSame && !shown.includes('%')) return { text: plain };
  return { text: bare, ...(isDate(code) ? {} : { stored: plain }) };
}
