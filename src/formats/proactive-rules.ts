/**
 * Rules of table two, and on the shape of the tables, that both statutory formats state in the same
 * words about different rows and columns.
 */
import { AGENCY_TYPES_WITHOUT_RULES } from './agency.ts';
import type { CellRule } from './rule.ts';

/** T2-01: a body without the power to make 规章 reports none (立法法). */
export function rulesPowerRule(columns: readonly string[]): CellRule {
  return {
    id: 'T2-01',
    kind: 'forbidden',
    severity: 'error',
    title: '没有规章制定权的机关，规章各格为 0',
    bodies: AGENCY_TYPES_WITHOUT_RULES,
    exceptGovernmentOffice: true,
    at: { table: 'proactive', along: 'column', lines: columns },
    problem: '本机关没有规章制定权，规章却不为 0',
    when: [{ left: ['rules'], relation: '>', right: 0 }],
    advice: '改为 0；如属规范性文件，填到下一行。',
    source: '立法法',
    overridable: true,
    explanations: ['本机关依法律特别授权制定规章。'],
  };
}

/** T2-02: a government that may make 规章 usually has some in force. */
export function rulesUnusedRule(columns: readonly string[]): CellRule {
  return {
    id: 'T2-02',
    kind: 'forbidden',
    severity: 'reminder',
    title: '有规章制定权的政府，规章各格不会都是 0',
    bodies: ['provincialGovernment', 'municipalGovernment'],
    at: { table: 'proactive', along: 'row', lines: ['rules'] },
    problem: '本机关有规章制定权，规章各格却都是 0',
    when: columns.map((column) => ({ left: [column], relation: '=', right: 0 })),
    advice: '与司法行政部门核对现行有效的规章。',
    source: '立法法推得',
    explanations: ['本机关至今没有制定过规章。'],
  };
}

/** T2-20: no blank, slash or 无 in table two. */
export const PROACTIVE_FILLED_RULE: CellRule = {
  id: 'T2-20',
  kind: 'filled',
  severity: 'reminder',
  title: '表二不留空格，没有的填 0',
  cells: { table: 'proactive' },
  advice: '没有的填 0。',
  source: '实际年报中常见的缺漏',
};

/** T3-20: every figure has a cell of this format; `annex` names the notice that prints the form. */
export function shapeRule(annex: string): CellRule {
  return {
    id: 'T3-20',
    kind: 'unplaced',
    severity: 'error',
    title: '表格的行和列与统计格式一致',
    advice: '核对这些数应当填在哪一格。',
    source: annex,
  };
}
