/**
 * Rules on figures of two tables of one report.
 */

import type { Found, TableContext, TableRule } from '../named-rule.ts';
import { dispute, figureFor, LITIGATION, sumOf, total } from './counted.ts';

function disputesWithoutRequests(context: TableContext): readonly Found[] {
  const cells = ['review', ...LITIGATION].map((row) => dispute(row));
  const known = [total('received'), total('carriedIn')].map((cell) =>
    figureFor(context.report, cell, context.stage),
  );
  const cases = sumOf(context, cells);
  if (!known.every((value) => value?.eq(0)) || cases.eq(0)) return [];
  return [
    {
      section: 'disputes',
      cells: cells.filter((cell) => !sumOf(context, [cell]).eq(0)),
      problem: `本年没有新收和结转的申请，表四却有 ${cases.toFixed()} 件`,
      numbers: [{ label: '表四', value: cases.toFixed() }],
    },
  ];
}

/** Rules on figures of different tables that bear on each other. */
export const CROSS_TABLE_RULES: readonly TableRule[] = [
  {
    id: 'T4-07',
    reads: [
      { table: 'requests', rows: ['received', 'carriedIn'], columns: ['total'] },
      { table: 'disputes', rows: ['review', ...LITIGATION], columns: ['total'] },
    ],
    severity: 'hint',
    title: '没有申请，一般也没有复议诉讼',
    advice: '往年申请引起的案件计入本年，核对无误即可。',
    source: '表三、表四含义推得',
    explanations: ['案件由往年的申请引起。'],
    judge: disputesWithoutRequests,
  },
];
