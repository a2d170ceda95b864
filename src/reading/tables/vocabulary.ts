/**
 * The words by which a table is known again, derived from the formats and the wordings met in the
 * wild: row labels and column heads in compact form, each with the shortest beginning that belongs
 * to it alone, so that a label broken over lines or mistyped towards its end is still found.
 */
import { leafColumns, leafRows } from '../../formats/cells.ts';
import type { Table, TableBlock } from '../../formats/format.ts';
import type { FormatRegistry } from '../../formats/registry.ts';
import { compact } from '../readers/plain-text.ts';
import { COLUMN_ALIASES, ROW_ALIASES } from './aliases.ts';

/** The wordings of one row, in compact form and without their number. */
export interface RowWords {
  readonly row: string;
  /** The number printed before the label: 2 of 「2.重复申请」, 七 of 「（七）总计」. */
  readonly number: string | undefined;
  /** Whole wordings, longest first. */
  readonly forms: readonly string[];
  /** Beginnings that only this row has; empty for a label too plain to be known without its number. */
  readonly heads: readonly string[];
  /** Known only with its number before it: 3.其他, （七）总计. */
  readonly needsNumber: boolean;
}

const NUMBER = /^(?:(\d+)[.、]|\(([一二三四五六七八九十]+)\)|([一二三四五六七八九十]+)、)/;
const SHORTEST_HEAD = 6;

function unnumbered(label: string): string {
  return label.replace(NUMBER, '');
}

function numberOf(label: string): string | undefined {
  const match = NUMBER.exec(label);
  return match?.[1] ?? match?.[2] ?? match?.[3];
}

/** The label without what stands in brackets after it. */
function withoutRemark(label: string): string {
  return label.split('(', 1).join('');
}

interface Labelled {
  readonly row: string;
  readonly label: string;
}

function labelsOf(table: Table): readonly Labelled[] {
  return table.blocks.flatMap((block) =>
    leafRows(block.rows).map(({ row }) => ({ row: row.id, label: compact(row.label) })),
  );
}

function headOf(form: string, others: readonly string[]): string | undefined {
  for (let length = Math.min(SHORTEST_HEAD, form.length); length <= form.length; length += 1) {
    const head = form.slice(0, length);
    if (!others.some((other) => other.includes(head))) return head;
  }
  return undefined;
}

function tablesOf(formats: FormatRegistry, tableId: string): readonly Table[] {
  return formats.flatMap(({ sections }) =>
    sections.flatMap((section) =>
      section.kind === 'table' && section.table.id === tableId ? [section.table] : [],
    ),
  );
}

/** The words of all rows a table has in any of the formats. */
export function rowWords(formats: FormatRegistry, tableId: string): readonly RowWords[] {
  const labels = tablesOf(formats, tableId).flatMap(labelsOf);
  const forms = new Map<string, string[]>();
  const numbers = new Map<string, string | undefined>();
  for (const { row, label } of labels) {
    const own = forms.get(row) ?? [];
    const plain = unnumbered(label);
    forms.set(row, [...new Set([...own, plain, withoutRemark(plain)])]);
    numbers.set(row, numberOf(label));
  }
  for (const [row, own] of forms) {
    own.push(...(ROW_ALIASES[row] ?? []).map(compact).filter((alias) => !own.includes(alias)));
  }
  return [...forms].map(([row, own]) => {
    const others = [...forms].flatMap(([other, texts]) => (other === row ? [] : texts));
    const heads = own.flatMap((form) => headOf(form, others) ?? []);
    return {
      row,
      number: numbers.get(row),
      forms: [...own].sort((one, other) => other.length - one.length),
      heads: [...new Set(heads)],
      needsNumber: heads.length === 0 || own.every((form) => form.length <= 2 && form !== '规章'),
    };
  });
}

/** The wordings of one column of a block, longest first. */
export interface ColumnWords {
  readonly column: string;
  readonly forms: readonly string[];
}

/** The words of the columns of a block, in printed order. */
export function columnWords(block: TableBlock): readonly ColumnWords[] {
  return leafColumns(block.columns).map(({ id, label }) => ({
    column: id,
    forms: [compact(label), ...(COLUMN_ALIASES[id] ?? []).map(compact)].sort(
      (one, other) => other.length - one.length,
    ),
  }));
}
