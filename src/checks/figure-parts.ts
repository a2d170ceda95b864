/**
 * The rules on figures in the parts in which they are judged, with a static index from every cell to
 * the parts that read it: built once per format, so that an edit leads straight to what must be judged
 * again, and the help beside the table to the rules a cell takes part in. Judges nothing itself.
 */
import { type Cell, cellsOf } from '../formats/cells.ts';
import type { Format } from '../formats/format.ts';
import { memoise } from '../formats/memoise.ts';
import { type RulePart, ruleParts } from './cell-rules.ts';
import type { Finding, ReportStage } from './finding.ts';
import { judgeNamedRule, type TableContext, type TableRule } from './named-rule.ts';
import { CARRY_OVER_RULES } from './rules/carry-over-rules.ts';
import { CROSS_TABLE_RULES } from './rules/cross-table-rules.ts';
import { LAST_YEAR_FIGURE_RULES } from './rules/last-year-figure-rules.ts';
import { isSelected } from './selection.ts';

/** Rules on figures across tables and years. */
export const TABLE_RULES: readonly TableRule[] = [
  ...CROSS_TABLE_RULES,
  ...CARRY_OVER_RULES,
  ...LAST_YEAR_FIGURE_RULES,
];

/** What is judged by itself: part of a cell rule, or a whole rule across tables and years. */
export interface FigurePart {
  readonly rule: RulePart['rule'] | TableRule;
  /** Every cell of this year's report whose value it looks at. */
  readonly reads: readonly Cell[];
  readonly judge: (context: TableContext) => readonly Finding[];
}

interface FigureParts {
  readonly parts: readonly FigurePart[];
  /** By the index of a cell: the places of the parts that read it. */
  readonly readers: readonly (readonly number[])[];
}

function tableRulePart(rule: TableRule, format: Format): FigurePart {
  const reads = cellsOf(format).filter((cell) =>
    rule.reads.some((selection) => isSelected(cell, selection)),
  );
  return { rule, reads, judge: (context) => judgeNamedRule(rule, context) };
}

function partsAt(stage: ReportStage): (format: Format) => FigureParts {
  return (format) => {
    const parts = [
      ...ruleParts(format, stage).map(
        ({ rule, reads, judge }): FigurePart => ({
          rule,
          reads,
          judge: ({ report }) => judge(report),
        }),
      ),
      ...TABLE_RULES.map((rule) => tableRulePart(rule, format)),
    ];
    const readers = cellsOf(format).map(() => new Set<number>());
    for (const [at, { reads }] of parts.entries()) {
      for (const { index } of reads) readers[index]?.add(at);
    }
    return { parts, readers: readers.map((places) => [...places]) };
  };
}

const PARTS: Readonly<Record<ReportStage, (format: Format) => FigureParts>> = {
  drafting: memoise(partsAt('drafting')),
  finished: memoise(partsAt('finished')),
};

/** All parts of the rules on figures of a format at a stage, always in the same order. */
export function figureParts(format: Format, stage: ReportStage): readonly FigurePart[] {
  return PARTS[stage](format).parts;
}

/** The places, in `figureParts`, of the parts that read any of these cells; each once. */
export function partsReading(
  format: Format,
  stage: ReportStage,
  cells: readonly Cell[],
): ReadonlySet<number> {
  const { readers } = PARTS[stage](format);
  return new Set(cells.flatMap(({ index }) => readers[index] ?? []));
}
