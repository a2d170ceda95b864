/** How a computed figure was reached, written out. */
import { rowName } from '../checks/line.ts';
import { type Cell, cellAt } from '../formats/cells.ts';
import { type Report, valueAt } from '../report/report.ts';

/** Addends that are 0 say nothing; beyond this many others nobody adds up by eye. */
const MOST_WRITTEN = 24;

/** 「＝ 自然人 12 ＋ 商业企业 3 ＝ 15，其余 4 项为 0」; empty for an entered cell. */
export function sumText(report: Report, { address, addends }: Cell): string {
  if (!addends) return '';
  const parts = addends.flatMap((one) => {
    const cell = cellAt(report.format, one);
    const value = valueAt(report, one);
    return cell ? [{ name: nameBeside(cell, address), value }] : [];
  });
  const known = parts.flatMap(({ name, value }) =>
    value.state === 'known' || value.state === 'partial' ? [{ name, figure: value.value }] : [],
  );
  const written = known.filter(({ figure }) => !figure.eq(0)).slice(0, MOST_WRITTEN);
  const zeros = known.length - written.length;
  const open = parts.length - known.length;
  const sum = valueAt(report, address);
  const total = sum.state === 'known' || sum.state === 'partial' ? sum.value.toFixed() : '0';
  const words = written.map(({ name, figure }) => `${name} ${figure.toFixed()}`).join(' ＋ ');
  return [
    words ? `＝ ${words}${written.length > 1 ? ` ＝ ${total}` : ''}` : '＝ 0',
    zeros > 0 && words ? `其余 ${zeros} 项为 0` : '',
    open > 0 ? `${open} 项还没有数` : '',
  ]
    .filter(Boolean)
    .join('，');
}

/** An addend by what tells it from the sum: its column within a row, its row within a column. */
function nameBeside(cell: Cell, sum: string): string {
  const isSameRow = sum.startsWith(`${cell.table.id}/${cell.row.id}/`);
  return isSameRow ? cell.column.label : rowName(cell);
}
