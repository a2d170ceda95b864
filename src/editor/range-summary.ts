/** A marked range in words, with the sum of its figures, as the foot of a spreadsheet tells it. */
import Big from 'big.js';
import { type GridShape, isSingle, placesIn, type Range } from '../formats/grid-shape.ts';
import { type Report, valueAt } from '../report/report.ts';

/** 「已选 3 行 × 2 列，合计 57」; empty where a single cell is marked. */
export function rangeSummary(report: Report, shape: GridShape, range: Range): string {
  if (isSingle(range)) return '';
  const rows = placesIn(shape, range);
  const columns = Math.max(...rows.map((row) => row.length));
  const sum = rows.flat().reduce((total, { address }) => {
    const value = valueAt(report, address);
    return value.state === 'known' ? total.plus(value.value) : total;
  }, new Big(0));
  return `已选 ${rows.length} 行 × ${columns} 列，合计 ${sum.toFixed()}`;
}
