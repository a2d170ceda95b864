/**
 * Every rule there is, from the same data the judges use: for the page that lists them, and for the
 * test that holds them against the catalogue. What the program does not check stands here as well,
 * with the reason, so that nobody relies on it.
 */
import type { AgencyType } from '../formats/agency.ts';
import { STATUTORY_FORMATS } from '../formats/registry.ts';
import type { CellRule, Severity } from '../formats/rule.ts';
import { TEXT_RULES } from './check-all.ts';
import { TABLE_RULES } from './figure-parts.ts';
import { BASIC_RULES } from './rules/basic-rules.ts';

/** A rule as the list of all rules shows it, wherever it is defined. */
export interface RuleEntry {
  readonly id: string;
  readonly severity: Severity;
  readonly title: string;
  readonly advice: string;
  readonly source: string;
  /** What it reads: the cells of one report, or its words. Both may look at last year's report. */
  readonly reads: 'cells' | 'words';
  /** Ids of the formats it is for. */
  readonly formats: readonly string[];
  /** The bodies it is for; missing means all. */
  readonly bodies?: readonly AgencyType[];
  /** Stock sentences that may explain what it finds. */
  readonly explanations: readonly string[];
  /** An error that a written reason settles. */
  readonly isOverridable: boolean;
}

interface RuleFacts {
  readonly id: string;
  readonly severity: Severity;
  readonly title: string;
  readonly advice: string;
  readonly source: string;
  readonly bodies?: readonly AgencyType[];
  readonly explanations?: readonly string[];
  readonly overridable?: true;
}

function entryOf(
  rule: RuleFacts,
  reads: RuleEntry['reads'],
  formats: readonly string[],
): RuleEntry {
  const { id, severity, title, advice, source, bodies, explanations = [], overridable } = rule;
  return {
    id,
    severity,
    title,
    advice,
    source,
    reads,
    formats,
    explanations,
    isOverridable: overridable === true,
    ...(bodies ? { bodies } : {}),
  };
}

const ALL_FORMATS = STATUTORY_FORMATS.map(({ id }) => id);

/** A rule that two formats state in the same words is one entry for both. */
function cellRuleEntries(): readonly RuleEntry[] {
  const formats = new Map<string, { readonly rule: CellRule; readonly ids: string[] }>();
  for (const format of STATUTORY_FORMATS) {
    for (const rule of format.rules) {
      const key = `${rule.id} ${rule.title}`;
      const known = formats.get(key);
      if (known) known.ids.push(format.id);
      else formats.set(key, { rule, ids: [format.id] });
    }
  }
  return [...formats.values()].map(({ rule, ids }) => entryOf(rule, 'cells', ids));
}

function byId(one: RuleEntry, other: RuleEntry): number {
  const order = (id: string) => ['T2', 'T3', 'T4', 'N', 'F', 'Y'].indexOf(id.split('-')[0] ?? '');
  return order(one.id) - order(other.id) || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);
}

/** All rules, in the order of the catalogue. */
export const RULES: readonly RuleEntry[] = [
  ...cellRuleEntries(),
  ...TABLE_RULES.map((rule) => entryOf(rule, 'cells', rule.formats ?? ALL_FORMATS)),
  ...[...BASIC_RULES, ...TEXT_RULES].map((rule) =>
    entryOf(rule, 'words', rule.formats ?? ALL_FORMATS),
  ),
].sort(byId);

/** Rules of the catalogue that are not checked, with the reason as the list of rules shows it. */
export const NOT_CHECKED: readonly { readonly id: string; readonly reason: string }[] = [
  {
    id: 'T2-06',
    reason: '规范性文件件数是否与司法行政部门核对过，年报里没有记载，要由填报人自己核对。',
  },
  {
    id: 'T2-14',
    reason: '表格的行名由统计格式决定，不会写错；读入的文件行名不同的，读入时提示。',
  },
  { id: 'N-15', reason: '不是一条规则：中文数字、全角数字一并识别。' },
  {
    id: 'F-32',
    reason: '发布的网页和附件是不是文字和真正的表格，要在发布后到网站上查看；本程序导出的都是。',
  },
  { id: 'F-35', reason: '发布后有没有改动，要对照网站上的页面；本程序不访问网络。' },
  { id: 'F-36', reason: '几个网站的内容是否一致，要到网站上查看；本程序不访问网络。' },
  { id: 'Y-06', reason: '不是一条规则：2020年和2021年的表二口径不同，不作比较。' },
  { id: 'Y-10', reason: '与其他单位的文字雷同，要汇总时比较各单位的年报才能看出。' },
  { id: 'Y-13', reason: '往年年报是否齐全，要看公开平台上的专栏；本程序只看打开的文件。' },
];

/** The stock sentences that may explain a finding of this rule. */
export function explanationsFor(id: string): readonly string[] {
  return [...new Set(RULES.filter((rule) => rule.id === id).flatMap((rule) => rule.explanations))];
}
