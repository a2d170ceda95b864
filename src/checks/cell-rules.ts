/**
 * How each kind of cell rule is judged. The registry at the end is closed over the kinds of
 * `formats/rule.ts`, so that a new kind does not compile until it has its judge here.
 *
 * A relation is judged only where all its numbers are known: a half filled line is no violation.
 */
import {
  addendCells,
  addressParts,
  type Cell,
  isEntered,
  leafColumns,
  spokenRow,
} from '../formats/cells.ts';
import type { Format } from '../formats/format.ts';
import { memoise } from '../formats/memoise.ts';
import type {
  BalanceRule,
  CellRule,
  CellRuleKind,
  ComparisonRule,
  FilledRule,
  ForbiddenRule,
  ReadableRule,
  Severity,
  ShareRule,
  StatedTotalRule,
  SuspectRule,
  TotalsOnlyRule,
  UnplacedRule,
} from '../formats/rule.ts';

import { readFigure } from '../report/figure.ts';
import { cellValue, type Report } from '../report/report.ts';
import { type CellsJudge, cellFinding, type LineJudge, lineFinding } from './cell-finding.ts';
import type { Finding, ReportStage } from './finding.ts';
import { evaluate, ruleLinesOf, termCells, termId } from './line.ts';
import { BROKEN, HOLDS, isTrue, rightSide, rightTerms } from './relations.ts';
import { inRows, selectedCells } from './selection.ts';
import { splitDigits, suspect } from './suspects.ts';
import { expressionText, unreadableText } from './words.ts';

const balance: LineJudge<BalanceRule> = (rule, line, report) => {
  const left = evaluate(report, line, rule.left);
  const right = evaluate(report, line, rule.right);
  if (!left || !right || left.sum.eq(right.sum)) return [];
  const difference = left.sum.minus(right.sum).abs().toFixed();
  const problem = `${expressionText(left)}，${expressionText(right)}，相差 ${difference}`;
  return [lineFinding(rule, line, TERMS.balance(rule), [left, right], problem)];
};

const comparison: LineJudge<ComparisonRule> = (rule, line, report) => {
  const { left: leftTerms, relation } = rule.holds;
  const left = evaluate(report, line, leftTerms);
  const right = rightSide(report, line, rule.holds);
  if (!left || !right || HOLDS[relation](left.sum, right.sum)) return [];
  const { expression } = right;
  const difference = left.sum.minus(right.sum).abs().toFixed();
  const rightText = expression
    ? `${expressionText(expression)}，相差 ${difference}`
    : right.sum.toFixed();
  const problem = `${expressionText(left)} ${BROKEN[relation]} ${rightText}`;
  const expressions = expression ? [left, expression] : [left];
  return [lineFinding(rule, line, TERMS.comparison(rule), expressions, problem)];
};

const forbidden: LineJudge<ForbiddenRule> = (rule, line, report) => {
  if (!rule.when.every((one) => isTrue(report, line, one))) return [];
  const terms = TERMS.forbidden(rule);
  const seen = evaluate(report, line, terms);
  if (!seen) return [];
  const numbers = seen.terms.map(({ label, value }) => `${label} ${value.toFixed()}`).join('，');
  return [lineFinding(rule, line, terms, [seen], `${rule.problem}（${numbers}）`)];
};

const statedTotal: CellsJudge<StatedTotalRule> = (rule, selected, report) =>
  selected.flatMap((cell) => {
    const stated = readFigure(report.raw.stated[cell.address] ?? '', cell);
    if (!cell.addends || stated.state !== 'known') return [];
    const computed = cellValue(report, cell);
    if (computed.state !== 'known' || stated.value.eq(computed.value)) return [];
    const difference = stated.value.minus(computed.value).abs().toFixed();
    const addends = addendCells(report.format, cell);
    return [
      cellFinding(rule, [cell, ...addends], {
        problem: `${cell.name} 写的是 ${stated.text}，按各项相加是 ${computed.text}，相差 ${difference}`,
        numbers: [
          { label: '写的总计', value: stated.text },
          { label: '算出的总计', value: computed.text },
        ],
        fix: { label: '以算出的总计为准', change: { kind: 'dropStated' } },
      }),
    ];
  });

const totalsOnly: CellsJudge<TotalsOnlyRule> = (rule, selected, report) => {
  const cells = selected.filter((cell) => {
    const stated = (report.raw.stated[cell.address] ?? '').trim();
    if (!cell.addends || stated === '') return false;
    const value = cellValue(report, cell);
    return value.state === 'partial' && value.found === 0;
  });
  if (cells.length === 0) return [];
  const problem = `有 ${cells.length} 行只写了总计，各类申请人都是空白`;
  return [cellFinding(rule, cells, { problem, numbers: [] })];
};

const readable: CellsJudge<ReadableRule> = (rule, selected, report) =>
  selected.flatMap((cell) => {
    const value = cellValue(report, cell);
    if (value.state !== 'unreadable' || value.reason === 'dash') return [];
    return [unreadableFinding(rule, cell, value)];
  });

function unreadableFinding(
  rule: CellRule,
  cell: Cell,
  value: Extract<ReturnType<typeof readFigure>, { state: 'unreadable' }>,
): Finding {
  const fix =
    value.suggestion === undefined
      ? {}
      : {
          fix: {
            label: `改为 ${value.suggestion}`,
            change: { kind: 'cells', texts: { [cell.address]: value.suggestion } } as const,
          },
        };
  return cellFinding(rule, [cell], {
    problem: unreadableText(cell.name, value.raw, value.reason),
    numbers: [{ label: cell.name, value: value.raw.trim() }],
    ...fix,
  });
}

/** In a year in which the notice only encouraged the format a gap is no error. */
function gapSeverity(rule: FilledRule, row: string, { raw, format }: Report): Severity {
  const isEncouraged = format.encouragedOnly?.includes(raw.year);
  return rule.errorRows?.includes(row) && !isEncouraged ? 'error' : rule.severity;
}

const filled: CellsJudge<FilledRule> = (rule, selected, report, stage) => {
  const cells = selected.filter(isEntered);
  const dashes = cells.flatMap((cell) => {
    const value = cellValue(report, cell);
    if (value.state !== 'unreadable' || value.reason !== 'dash') return [];
    return [
      { ...unreadableFinding(rule, cell, value), severity: gapSeverity(rule, cell.row.id, report) },
    ];
  });
  const rows = inRows(cells.filter((cell) => cellValue(report, cell).state === 'blank'));
  const gaps = stage === 'finished' ? gapsTogether(rule, rows, report) : [];
  const left = rows.filter((gap) => !gaps.some((all) => all.includes(gap[0]!)));
  return [...dashes, ...[...gaps, ...left].map((gap) => gapFinding(rule, gap, report, stage))];
};

/** More rows than this without a single figure are one omission, and told once. */
const MOST_BLANK_ROWS = 3;

/** The cells of rows that are blank from end to end, those of one severity together. */
function gapsTogether(
  rule: FilledRule,
  rows: readonly (readonly Cell[])[],
  report: Report,
): readonly (readonly Cell[])[] {
  const whole = rows.filter((gap) => {
    const { row, block } = gap[0]!;
    const entered = leafColumns(block.columns).filter(({ sumOf }) => !sumOf);
    return gap.length === entered.length && !row.sumOf;
  });
  const severities = [...new Set(whole.map((gap) => gapSeverity(rule, gap[0]!.row.id, report)))];
  return severities
    .map((severity) =>
      whole.filter((gap) => gapSeverity(rule, gap[0]!.row.id, report) === severity),
    )
    .filter((gaps) => gaps.length > MOST_BLANK_ROWS)
    .map((gaps) => gaps.flat());
}

function gapFinding(
  rule: FilledRule,
  gap: readonly Cell[],
  report: Report,
  stage: ReportStage,
): Finding {
  const { row } = gap[0]!;
  const rows = new Set(gap.map((cell) => cell.row)).size;
  return cellFinding(rule, gap, {
    key: `${rule.id} blank ${gap[0]!.table.id}/${row.id}`,
    severity: stage === 'drafting' ? 'unfilled' : gapSeverity(rule, row.id, report),
    problem:
      rows > 1
        ? `有 ${rows} 行整行空白，共 ${gap.length} 格`
        : `${spokenRow({ row, groups: [] })} 还有 ${gap.length} 格空白`,
    numbers: [],
    fix: {
      label: '空格填 0',
      change: {
        kind: 'cells',
        texts: Object.fromEntries(gap.map(({ address }) => [address, '0'])),
      },
    },
  });
}

function unplaced(rule: UnplacedRule, report: Report): readonly Finding[] {
  const claimed = report.format.rules.flatMap((other) =>
    other.kind === 'unplaced' && other !== rule && !rule.rows ? (other.rows ?? []) : [],
  );
  const figures = report.unplaced.filter(([address]) => {
    const { table, row } = addressParts(address as Cell['address']);
    if (rule.table && table !== rule.table) return false;
    return rule.rows ? rule.rows.includes(row) : !claimed.includes(row);
  });
  if (figures.length === 0) return [];
  const section = report.format.sections.find(
    (one) => one.kind === 'table' && figures[0]?.[0].startsWith(`${one.table.id}/`),
  );
  return [
    cellFinding(rule, [], {
      key: rule.id,
      section: section?.id ?? report.format.sections[0]?.id ?? '',
      problem: `有 ${figures.length} 个数在${report.format.name}里没有对应的格：${figures
        .slice(0, 5)
        .map(([address, text]) => `${address.split('/').slice(1).join(' ')} ${text}`)
        .join('，')}`,
      numbers: figures.map(([label, value]) => ({ label, value })),
    }),
  ];
}

const share: LineJudge<ShareRule> = (rule, line, report) => {
  const part = evaluate(report, line, rule.part);
  const whole = evaluate(report, line, rule.whole);
  if (!part || !whole || whole.sum.lt(rule.from)) return [];
  // Multiplied out, since dividing takes longer and is seldom needed.
  if (part.sum.times(100).lte(whole.sum.times(rule.atMost))) return [];
  const percent = part.sum.times(100).div(whole.sum);
  const problem = `${expressionText(part)}，占${expressionText(whole)} 的 ${percent.toFixed(1)}%`;
  return [lineFinding(rule, line, TERMS.share(rule), [part, whole], problem)];
};

/** A rule on lines is a relation that every line keeps by itself. */
type LineRule = Extract<CellRule, { readonly at: unknown }>;
type LineRuleKind = LineRule['kind'];
type RuleOf<Kind extends CellRuleKind> = Extract<CellRule, { kind: Kind }>;

const bothSides = ({ left, right }: BalanceRule | SuspectRule) => [...left, ...right];

/** The terms a line must have for the rule to be about it. */
const TERMS = {
  balance: bothSides,
  comparison: ({ holds }) => [...holds.left, ...rightTerms(holds)],
  forbidden: ({ when }) => [
    ...new Set(when.flatMap((one) => [...one.left, ...rightTerms(one)]).map(termId)),
  ],
  share: ({ part, whole }) => [...part, ...whole],
  suspect: bothSides,
} satisfies { readonly [Kind in LineRuleKind]: (rule: RuleOf<Kind>) => readonly string[] };

const LINE_JUDGES = {
  balance,
  comparison,
  forbidden,
  share,
  suspect,
} satisfies { readonly [Kind in LineRuleKind]: LineJudge<RuleOf<Kind>> };

/** A rule on a selection of cells. */
type SelectionRule = Extract<CellRule, { readonly cells: unknown }>;
type SelectionRuleKind = SelectionRule['kind'];

const CELLS_JUDGES = {
  statedTotal,
  totalsOnly,
  readable,
  filled,
  splitDigits,
} satisfies { readonly [Kind in SelectionRuleKind]: CellsJudge<RuleOf<Kind>> };

/** When a rule looks at each row by itself: 未填 only while rows are still being filled. */
const BY_ROW: Readonly<Record<SelectionRuleKind, readonly ReportStage[]>> = {
  statedTotal: [],
  totalsOnly: [],
  readable: ['drafting', 'finished'],
  filled: ['drafting'],
  splitDigits: [],
};

const MAY_REPORT_FOR_GOVERNMENT = /^$|[省市州]$|自治区$|人民政府办公[厅室]$/;

function isForBody(rule: CellRule, { raw: { agency } }: Report): boolean {
  if (rule.bodies && !rule.bodies.includes(agency.type)) return false;
  return !rule.unlessForGovernment || !MAY_REPORT_FOR_GOVERNMENT.test(agency.name.trim());
}

/**
 * Part of a rule that is judged by itself: on a line, on a row, or the rule as a whole. Beside the
 * cells in `reads` it may look at the kind and name of the body, the year, and at `raw.stated` and
 * `unplaced`; at no other cell.
 */
export interface RulePart {
  readonly rule: CellRule;
  /** Every cell whose value it looks at. */
  readonly reads: readonly Cell[];
  readonly judge: (report: Report) => readonly Finding[];
}

/** A computed cell is looked at together with what it is the sum of. */
function withAddends(format: Format, cells: readonly Cell[]): readonly Cell[] {
  return cells.flatMap((cell) => [cell, ...addendCells(format, cell)]);
}

function linePartsOf(rule: LineRule, format: Format): readonly RulePart[] {
  const terms = TERMS[rule.kind] as (rule: CellRule) => readonly string[];
  const judge = LINE_JUDGES[rule.kind] as LineJudge<CellRule>;
  return ruleLinesOf(format, rule.at, terms(rule)).map((line) => ({
    rule,
    reads: withAddends(format, termCells(line, terms(rule))),
    judge: (report) => judge(rule, line, report),
  }));
}

function selectionPartsOf(
  rule: SelectionRule,
  format: Format,
  stage: ReportStage,
): readonly RulePart[] {
  const judge = CELLS_JUDGES[rule.kind] as CellsJudge<CellRule>;
  const selected = selectedCells(format, rule.cells);
  const parts = BY_ROW[rule.kind].includes(stage) ? inRows(selected) : [selected];
  return parts.map((cells) => ({
    rule,
    reads: withAddends(format, cells),
    judge: (report) => judge(rule, cells, report, stage),
  }));
}

function partsOfRule(rule: CellRule, format: Format, stage: ReportStage): readonly RulePart[] {
  if ('at' in rule) return linePartsOf(rule, format);
  if ('cells' in rule) return selectionPartsOf(rule, format, stage);
  return [{ rule, reads: [], judge: (report) => unplaced(rule, report) }];
}

function partsAt(stage: ReportStage): (format: Format) => readonly RulePart[] {
  return (format) =>
    format.rules
      .flatMap((rule) => partsOfRule(rule, format, stage))
      .map((part) => ({
        ...part,
        judge: (report) => (isForBody(part.rule, report) ? part.judge(report) : []),
      }));
}

const PARTS: Readonly<Record<ReportStage, (format: Format) => readonly RulePart[]>> = {
  drafting: memoise(partsAt('drafting')),
  finished: memoise(partsAt('finished')),
};

/** The cell rules of a format in their parts, in the order of the format's rules. */
export function ruleParts(format: Format, stage: ReportStage): readonly RulePart[] {
  return PARTS[stage](format);
}
