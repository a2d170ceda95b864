/**
 * One figure of a table on screen: an input where it is entered, its sum where it is computed. Laid out
 * once; what changes in it is written by the painter of its table.
 */
import { memo, useCallback } from 'react';
import { type Cell, type CellAddress, cellAt } from '../formats/cells.ts';
import { formId, inputId } from '../ui/input-place.ts';
import styles from './figure-cell.module.css';
import { useTableEntry } from './table-entry-context.ts';

interface FigureCellProps {
  readonly address: CellAddress;
}

export const FigureCell = memo(function FigureCell({ address }: FigureCellProps) {
  const { format } = useTableEntry();
  const cell = cellAt(format, address);
  return cell ? <CellFrame cell={cell} /> : null;
});

function CellFrame({ cell }: { readonly cell: Cell }) {
  const { painter } = useTableEntry();
  const frame = useCallback(
    (element: HTMLDivElement | null) => (element ? painter.show(cell, element) : undefined),
    [painter, cell],
  );
  return (
    <div ref={frame} className={styles.cell}>
      {/* A sign beside the colour; what is wrong stands once in the list of findings. */}
      <span className={styles.sign} aria-hidden="true" />
      {cell.addends ? <ComputedFigure cell={cell} /> : <EnteredFigure cell={cell} />}
    </div>
  );
}

function EnteredFigure({ cell }: { readonly cell: Cell }) {
  const { register, isLocked } = useTableEntry();
  return (
    <input
      {...register(cell.address)}
      readOnly={isLocked}
      id={inputId(cell.address)}
      form={formId(cell.table.id, cell.row.id)}
      className={styles.entered}
      type="text"
      inputMode={cell.kind === 'count' ? 'numeric' : 'text'}
      autoComplete="off"
      aria-label={cell.name}
      data-address={cell.address}
      placeholder=" "
    />
  );
}

function ComputedFigure({ cell }: { readonly cell: Cell }) {
  return (
    // An output speaks by itself at every digit; the balance is told in one place instead.
    <output
      id={inputId(cell.address)}
      className={styles.computed}
      tabIndex={-1}
      aria-label={cell.name}
      aria-live="off"
      data-address={cell.address}
    >
      <span />
      <small className={styles.partial} />
    </output>
  );
}
