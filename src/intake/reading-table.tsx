/** One statutory table with what was read into it: every cell marked, each a button to its source. */
import type { Cell, CellAddress } from '../formats/cells.ts';
import { cellAt, isEntered } from '../formats/cells.ts';
import type { Format, Table } from '../formats/format.ts';
import { gridOf } from '../formats/grid.ts';
import type { Reading } from '../reading/reading.ts';
import { figureText, type Report } from '../report/report.ts';
import { MARK_SIGNS, markName, markOf } from './cell-marks.ts';
import styles from './intake-page.module.css';

interface ReadTableProps {
  readonly table: Table;
  readonly format: Format;
  readonly reading: Reading;
  readonly report: Report;
  readonly chosen: CellAddress | undefined;
  readonly onChoose: (cell: Cell) => void;
}

export function ReadingTable({ table, format, reading, report, chosen, onChoose }: ReadTableProps) {
  const grid = gridOf(table);
  return (
    <div className={styles.scroll}>
      <table className={styles.readTable} aria-label={table.caption}>
        <tbody>
          {grid.rows.map(({ cells }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a form never change
            <tr key={at}>
              {cells.map((one, place) => {
                const cell = one.address && cellAt(format, one.address);
                const key = one.address ?? `${place} ${one.text}`;
                const spans = { colSpan: one.colSpan, rowSpan: one.rowSpan };
                if (!cell) {
                  return (
                    <th key={key} {...spans}>
                      {one.text}
                    </th>
                  );
                }
                return (
                  <td key={key} {...spans}>
                    <ReadCell
                      cell={cell}
                      reading={reading}
                      report={report}
                      isChosen={chosen === cell.address}
                      onChoose={onChoose}
                    />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface ReadCellProps extends Pick<ReadTableProps, 'reading' | 'report' | 'onChoose'> {
  readonly cell: Cell;
  readonly isChosen: boolean;
}

function ReadCell({ cell, reading, report, isChosen, onChoose }: ReadCellProps) {
  const { address } = cell;
  if (!isEntered(cell)) return <ReadTotal cell={cell} reading={reading} report={report} />;
  const { kind } = markOf(cell, reading, report.raw);
  const text = report.raw.cells[address] ?? '';
  return (
    <button
      type="button"
      className={styles.figure}
      data-mark={kind}
      aria-pressed={isChosen}
      aria-label={`${cell.name}：${text || '空'}，${markName(kind, reading)}`}
      onClick={() => onChoose(cell)}
    >
      <small>{MARK_SIGNS[kind]}</small>
      {text}
    </button>
  );
}

/** A total as computed, and beside it as printed where the two differ. */
function ReadTotal({ cell, reading, report }: Omit<ReadCellProps, 'isChosen' | 'onChoose'>) {
  const computed = figureText(report, cell.address) ?? '';
  const stated = reading.stated[cell.address];
  const differs = report.raw.stated[cell.address] !== undefined;
  return (
    <output className={styles.total} data-differs={differs || undefined} aria-label={cell.name}>
      {computed}
      {differs && stated ? <small>原文 {stated}</small> : null}
    </output>
  );
}
