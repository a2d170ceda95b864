/** One figure of a table on screen: an input where it is entered, its sum where it is computed. */
import { type Cell, type CellAddress, cellAt } from '../formats/cells.ts';
import { inputId } from '../ui/input-place.ts';
import { useStore } from '../ui/store.ts';
import { computedText, PARTIAL_MARK } from './cell-text.ts';
import styles from './figure-cell.module.css';
import { useTableEntry } from './table-entry-context.ts';

const MARK_NAMES: Readonly<Record<string, string>> = { error: '错', reminder: '?', hint: '·' };

export function FigureCell({ address }: { readonly address: CellAddress }) {
  const { format } = useTableEntry();
  const cell = cellAt(format, address);
  if (!cell) return null;
  return cell.addends ? <ComputedFigure cell={cell} /> : <EnteredFigure cell={cell} />;
}

function useLook(address: CellAddress) {
  const { open, spotlight, session } = useTableEntry();
  const severity = useStore(open, (state) => state.marks.get(address)?.severity);
  const notes = useStore(open, (state) => state.marks.get(address)?.notes);
  const isLit = useStore(spotlight, (cells) => cells.includes(address));
  const isMarked = useStore(session.marked, (cells) => cells.has(address));
  const id = inputId(address);
  const frame = {
    className: styles.cell,
    'data-mark': severity,
    'data-lit': isLit || undefined,
    'data-marked': isMarked || undefined,
  };
  return { id, frame, severity, notes };
}

function EnteredFigure({ cell }: { readonly cell: Cell }) {
  const { open, register } = useTableEntry();
  const { id, frame, severity, notes } = useLook(cell.address);
  const isZero = useStore(open, ({ draft }) => draft.raw.cells[cell.address]?.trim() === '0');
  return (
    <div {...frame}>
      <input
        {...register(cell.address)}
        id={id}
        className={styles.entered}
        type="text"
        inputMode={cell.kind === 'count' ? 'numeric' : 'text'}
        autoComplete="off"
        aria-label={cell.name}
        aria-invalid={severity === 'error'}
        aria-describedby={notes}
        data-address={cell.address}
        data-zero={isZero || undefined}
        placeholder=" "
      />
      <MarkSign severity={severity} />
    </div>
  );
}

function ComputedFigure({ cell }: { readonly cell: Cell }) {
  const { open } = useTableEntry();
  const { id, frame, severity, notes } = useLook(cell.address);
  const text = useStore(open, (state) => computedText(state, cell.address));
  const [sum, partial] = text.split(` ${PARTIAL_MARK}`);
  return (
    <div {...frame}>
      {/* An output speaks by itself at every digit; the balance is told in one place instead. */}
      <output
        id={id}
        className={styles.computed}
        tabIndex={-1}
        aria-label={cell.name}
        aria-live="off"
        aria-describedby={notes}
        data-address={cell.address}
      >
        {sum}
        {partial === undefined ? null : <small className={styles.partial}>{PARTIAL_MARK}</small>}
      </output>
      <MarkSign severity={severity} />
    </div>
  );
}

/** A sign beside the colour; what is wrong stands once in the notes of the table. */
function MarkSign({ severity }: { readonly severity: string | undefined }) {
  if (!severity) return null;
  return (
    <span className={styles.sign} aria-hidden="true">
      {MARK_NAMES[severity]}
    </span>
  );
}
