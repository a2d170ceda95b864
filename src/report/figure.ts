/**
 * What a typed or read text means as a figure of the form. Blank, zero and not-a-figure are three
 * things; what cannot be taken as it stands is kept with a reason and, where it is plain, with the
 * text the clerk probably meant. Money stays decimal: never a float.
 *
 * Leaves to others: sums (`report.ts`), what to say about a bad figure (`checks/`).
 */
import Big from 'big.js';
import type { AmountUnit, FigureKind } from '../formats/format.ts';

/** Why a text is no figure: words, a dash for nothing, a unit, a sign, decimals, or too many digits. */
export type UnreadableReason = 'text' | 'dash' | 'unit' | 'negative' | 'decimal' | 'tooLarge';

/** What was understood of a typed text: blank, a known number, or no number and why. */
export type Figure =
  | { readonly state: 'blank' }
  /** `text` is the plain figure: digits, at most one sign and decimal point. */
  | { readonly state: 'known'; readonly value: Big; readonly text: string }
  | {
      readonly state: 'unreadable';
      readonly raw: string;
      readonly reason: UnreadableReason;
      readonly suggestion?: string;
    };

/** What a figure is to look like: a count, or an amount in its unit. */
export interface FigureForm {
  readonly kind: FigureKind;
  readonly unit?: AmountUnit | undefined;
}

/** Twelve digits hold any count of a whole country, and sums of them stay exact. */
const MOST_DIGITS = 12;
/** 万元 with six decimals is 元 with two (分). */
const MOST_DECIMALS = 6;
const YUAN_PER: Record<AmountUnit, Big> = { 元: new Big(1), 万元: new Big(10_000) };

const BLANK: Figure = { state: 'blank' };
/** As nearly all figures are typed: read as it stands, whatever the cell counts. */
const BARE = /^(?:0|[1-9]\d{0,11})$/;
const DASHES = /^(?:[-—–－―/／\\、]+|无|没有)$/;
const PLAIN = /^([+-]?)(\d+)(?:\.(\d+))?$/;
const GROUPED = /^([+-]?)(\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/;
const WITH_UNIT = /^([+-]?[\d,.]+)(万元|元|万|件|条|个|项|笔|份|人|宗|起)$/;
const WORDED_SIGN = /^(增加?|减少?)([\d,]+)$/;

/** Full-width forms to half-width, no blanks at the ends, one kind of minus. */
function plainText(raw: string): string {
  return raw
    .normalize('NFKC')
    .trim()
    .replace(/[−–﹣]/g, '-');
}

function unreadable(raw: string, reason: UnreadableReason, suggestion?: string): Figure {
  return { state: 'unreadable', raw, reason, ...(suggestion === undefined ? {} : { suggestion }) };
}

function known(text: string): Figure {
  return { state: 'known', value: new Big(text), text };
}

interface Digits {
  readonly negative: boolean;
  readonly whole: string;
  readonly decimals: string;
}

function digitsOf(text: string): Digits | undefined {
  const match = PLAIN.exec(text) ?? GROUPED.exec(text);
  if (!match) return undefined;
  const whole = (match[2] ?? '').replace(/,/g, '').replace(/^0+(?=\d)/, '');
  return { negative: match[1] === '-', whole, decimals: match[3] ?? '' };
}

function readCount(raw: string, digits: Digits, signed: boolean): Figure {
  const { negative, whole, decimals } = digits;
  if (whole.length > MOST_DIGITS) return unreadable(raw, 'tooLarge');
  const isWhole = /^0*$/.test(decimals);
  if (decimals) return unreadable(raw, 'decimal', isWhole && !negative ? whole : undefined);
  const isNegative = negative && whole !== '0';
  if (isNegative && !signed) return unreadable(raw, 'negative');
  return known(isNegative ? `-${whole}` : whole);
}

function readAmount(raw: string, { negative, whole, decimals }: Digits): Figure {
  if (whole.length > MOST_DIGITS) return unreadable(raw, 'tooLarge');
  if (decimals.length > MOST_DECIMALS) return unreadable(raw, 'decimal');
  const text = decimals ? `${whole}.${decimals}` : whole;
  if (negative && !new Big(text).eq(0)) return unreadable(raw, 'negative');
  return known(text);
}

/** A figure with a unit behind it: the unit of the cell itself is harmless, any other must be agreed. */
function readWithUnit(raw: string, number: string, unit: string, form: FigureForm): Figure {
  const figure = readFigure(number, form);
  if (figure.state !== 'known') return unreadable(raw, 'unit');
  if (form.kind !== 'amount' || !form.unit) return unreadable(raw, 'unit', figure.text);
  const stated = unit === '万' ? '万元' : unit;
  if (stated === form.unit) return figure;
  if (stated !== '元' && stated !== '万元') return unreadable(raw, 'unit', figure.text);
  return unreadable(raw, 'unit', convertAmount(figure.value, stated, form.unit));
}

/** An amount in another unit, exactly: 589484 元 is 58.9484 万元. */
function convertAmount(value: Big, from: AmountUnit, to: AmountUnit): string {
  return from === '元' && to === '万元' ? shift(value, -4) : value.times(YUAN_PER[from]).toFixed();
}

function shift(value: Big, places: number): string {
  const moved = new Big(value);
  moved.e += places;
  return moved.toFixed();
}

function readOther(raw: string, text: string, form: FigureForm): Figure {
  if (DASHES.test(text)) return unreadable(raw, 'dash', '0');
  const [, number, unit] = WITH_UNIT.exec(text.replace(/\s+/g, '')) ?? [];
  if (number && unit) return readWithUnit(raw, number, unit, form);
  const [, word, size] = WORDED_SIGN.exec(text) ?? [];
  if (word && size && form.kind === 'signedCount') {
    return unreadable(raw, 'text', word.startsWith('减') ? `-${size}` : size);
  }
  return unreadable(raw, 'text');
}

/** What a text means in a cell of this form. Never throws; never guesses. */
export function readFigure(raw: string, form: FigureForm): Figure {
  if (BARE.test(raw)) return known(raw);
  const text = plainText(raw);
  if (text === '') return BLANK;
  const digits = digitsOf(text);
  if (!digits) return readOther(raw, text, form);
  return form.kind === 'amount'
    ? readAmount(raw, digits)
    : readCount(raw, digits, form.kind === 'signedCount');
}
