/**
 * The sentences findings are made of: the problem with its numbers, in the printed label's own
 * words. One pattern each, so that all rules speak alike.
 */
import type { Severity } from '../formats/rule.ts';
import type { UnreadableReason } from '../report/figure.ts';
import type { Expression, RuleLine } from './line.ts';

/** The severities as the screen names them. */
export const SEVERITY_NAMES: Readonly<Record<Severity, string>> = {
  error: '错误',
  reminder: '提醒',
  hint: '提示',
  unfilled: '未填',
};

/** 本年新收 12 ＋ 上年结转 3 ＝ 15; a single term needs no sum. */
export function expressionText({ terms, sum }: Expression): string {
  const text = terms
    .map(({ label, value, negative }, at) => {
      const sign = negative ? '－ ' : '＋ ';
      return `${at === 0 && !negative ? '' : sign}${label} ${value.toFixed()}`;
    })
    .join(' ');
  return terms.length > 1 ? `${text} ＝ ${sum.toFixed()}` : text;
}

/** A sentence about a line, begun with the label of that line. */
export function onLine(line: RuleLine, text: string): string {
  return `${line.label}：${text}`;
}

/** Why a text is no figure, as the end of a sentence. */
export const UNREADABLE_WORDS: Readonly<Record<UnreadableReason, string>> = {
  text: '不是数字',
  dash: '不是数字，没有的应填 0',
  unit: '带有单位',
  negative: '是负数',
  decimal: '小数位数不合要求',
  tooLarge: '位数过多',
};

/** The sentence that says what a cell holds and why that is no figure. */
export function unreadableText(cellName: string, raw: string, reason: UnreadableReason): string {
  return `${cellName} 填的是“${raw.trim()}”，${UNREADABLE_WORDS[reason]}`;
}
