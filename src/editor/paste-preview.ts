/** A paste plan as its preview shows it: the rows and columns it touches, and what it does in words. */

import { addressOf, leafColumns, leafRows } from '../formats/cells.ts';
import type { ColumnLeaf, TableBlock } from '../formats/format.ts';
import { answeredText, type PastePlan, type PlannedCell } from '../paste/paste-plan.ts';

export interface PreviewBlock {
  readonly block: TableBlock;
  readonly columns: readonly ColumnLeaf[];
  readonly rows: readonly {
    readonly label: string;
    readonly cells: readonly (PlannedCell | undefined)[];
  }[];
}

/** The blocks of the table that a paste touches, with only the rows it touches. */
export function previewBlocks({ table, cells }: PastePlan): readonly PreviewBlock[] {
  const byAddress = new Map(cells.map((cell) => [cell.address, cell]));
  return table.blocks.flatMap((block) => {
    const columns = leafColumns(block.columns);
    const rows = leafRows(block.rows)
      .map(({ row }) => ({
        label: row.label,
        cells: columns.map(({ id }) => byAddress.get(addressOf(table.id, row.id, id))),
      }))
      .filter((row) => row.cells.some((cell) => cell));
    return rows.length > 0 ? [{ block, columns, rows }] : [];
  });
}

/** How many cells get another text, for the questions answered with yes. */
export function changeCount({ cells }: PastePlan, yes: ReadonlySet<string>): number {
  return cells.filter((cell) => {
    const text = answeredText(cell, yes);
    return text !== undefined && text !== cell.before;
  }).length;
}

/** 「读出 144 个数：12 格要改，132 格和表上相同，24 个总计自动算出、不填，1 格读不出、照原样填入。」 */
export function planSentence(plan: PastePlan, yes: ReadonlySet<string>): string {
  const filled = plan.cells.filter(({ raw }) => raw.trim() !== '');
  const count = (state: PlannedCell['state']) =>
    filled.filter((cell) => cell.state === state).length;
  const isWaiting = (cell: PlannedCell) =>
    cell.asked !== undefined && cell.text === undefined && !yes.has(cell.asked.question);
  const same = filled.filter((cell) => answeredText(cell, yes) === cell.before);
  const parts = [
    `${changeCount(plan, yes)} 格要改`,
    part(same.length, '格和表上相同'),
    part(plan.cells.filter(isWaiting).length, '格等下面的问题答了才填'),
    part(count('computed'), '个总计自动算出、不填'),
    part(count('unreadable'), '格不是数字、照原样填入'),
  ].filter(Boolean);
  return `读到 ${filled.length} 格：${parts.join('，')}。`;
}

function part(count: number, words: string): string {
  return count > 0 ? `${count} ${words}` : '';
}
