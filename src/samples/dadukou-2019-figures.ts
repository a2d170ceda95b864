/**
 * The figures of the report 重庆市大渡口区经济和信息化委员会 published for 2019, as printed: of table
 * three only the totals, all 0. Facts only; the words of that report are not ours.
 */

export const DADUKOU_2019_PROACTIVE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  rules: { produced: '0', newlyDisclosed: '0', totalDisclosed: '0' },
  normativeDocuments: { produced: '0', newlyDisclosed: '0', totalDisclosed: '0' },
  licensing: { lastYearItems: '4', change: '1', decisions: '1' },
  otherServices: { lastYearItems: '0', change: '8', decisions: '0' },
  penalties: { lastYearItems: '2', change: '0', decisions: '0' },
  coercion: { lastYearItems: '0', change: '0', decisions: '0' },
  fees: { lastYearItems: '0', change: '0' },
  procurement: { items: '33', amount: '589484.00 元' },
};
