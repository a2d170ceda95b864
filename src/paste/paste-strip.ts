/**
 * A table that is printed as one line of figures under the labels of its rows and columns, as 表四 is:
 * by the heads above each figure, or in printed order where there are as many figures as cells.
 */
import { addressOf, leafColumns, leafRows } from '../formats/cells.ts';
import type { Table } from '../formats/format.ts';
import type { ClipboardTable, PastedCell } from './clipboard-table.ts';
import { isFigureLike } from './clipboard-words.ts';
import {
  type Alignment,
  hasWords,
  type LineSlot,
  NOTHING,
  type PastedLine,
  type Placed,
  slotsOfLine,
} from './paste-lines.ts';
import type { StatutoryLabels } from './statutory-labels.ts';

/** Lays a pasted strip upon a table; nothing where it is none. */
export function alignStrip(
  pasted: ClipboardTable,
  table: Table,
  labels: StatutoryLabels,
): Alignment {
  const at = pasted.rows.findIndex(
    (line) => line.length > 0 && !hasWords(line) && line.some((piece) => piece?.text),
  );
  const line = pasted.running ? pasted.rows.flat().filter(isBare) : pasted.rows[at];
  if (!line) return NOTHING;
  const heads = pasted.running ? pasted.rows : pasted.rows.slice(0, at);
  const slots = slotsOfLine(line, 0);
  const placed = pasted.running ? [] : stripByHeads(slots, heads, table, labels);
  if (placed.length === slots.length) return { placed, unmatched: [] };
  return stripByCount(slots, heads, table, labels);
}

function isBare(piece: PastedCell | undefined): boolean {
  return piece !== undefined && isFigureLike(piece.text);
}

function stripByHeads(
  slots: readonly LineSlot[],
  heads: readonly PastedLine[],
  table: Table,
  labels: StatutoryLabels,
): readonly Placed[] {
  const placed = slots.flatMap(({ cell: piece, at }) => {
    const above = heads.map((line) => line[at]?.text ?? '').reverse();
    const row = above.map((text) => labels.rowOf(text)).find((name) => name?.sure);
    const column =
      row && above.map((text) => labels.columnOf(text, row.block)).find((name) => name?.sure);
    if (!row || !column) return [];
    return [{ address: addressOf(table.id, row.leaf.id, column.leaf.id), raw: piece.text }];
  });
  const distinct = new Set(placed.map(({ address }) => address));
  return distinct.size === placed.length ? placed : [];
}

/** In printed order, where there are as many figures as cells and every row is named. */
function stripByCount(
  slots: readonly LineSlot[],
  heads: readonly PastedLine[],
  table: Table,
  labels: StatutoryLabels,
): Alignment {
  const cells = table.blocks.flatMap((block) =>
    leafRows(block.rows).flatMap(({ row }) =>
      leafColumns(block.columns).map((column) => addressOf(table.id, row.id, column.id)),
    ),
  );
  const texts = heads.flat().map((piece) => piece?.text ?? '');
  const named = new Set(texts.flatMap((text) => labels.rowOf(text)?.leaf.id ?? []));
  const rows = table.blocks.flatMap((block) => leafRows(block.rows)).length;
  if (slots.length !== cells.length || named.size !== rows) return NOTHING;
  return {
    placed: slots.map(({ cell: piece }, at) => ({ address: cells[at]!, raw: piece.text })),
    unmatched: [],
  };
}
