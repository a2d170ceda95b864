/**
 * A section that is a statutory table, laid out for entry: help, table, balance. The table scrolls
 * between the other two, so that help and balance stay in view.
 */
import { type KeyboardEvent, useMemo, useState } from 'react';
import type { OpenDraft } from '../drafts/open-draft.ts';
import { type CellAddress, cellAt, cellsOf, isEntered } from '../formats/cells.ts';
import type { Format, TableSection } from '../formats/format.ts';
import { fillBlanks } from '../report/change.ts';
import { focusPlace } from '../ui/input-place.ts';
import { createValueStore, useStore, type ValueStore } from '../ui/store.ts';
import { BalanceBar } from './balance-bar.tsx';
import { EntryBlock } from './entry-block.tsx';
import { neighbour, stepOf } from './grid-keys.ts';
import { GuidanceStrip } from './guidance-strip.tsx';
import styles from './table-editor.module.css';
import { type TableEntry, TableEntryContext, useTableEntry } from './table-entry-context.ts';
import { type Places, useDraftForm } from './use-draft-form.ts';

interface TableEditorProps {
  readonly open: OpenDraft;
  readonly format: Format;
  readonly section: TableSection;
  readonly spotlight: ValueStore<readonly string[]>;
}

/** The entered cells of a section as places of the form. */
function cellPlaces(format: Format, section: TableSection): Places<CellAddress> {
  const cells = cellsOf(format).filter((cell) => cell.section === section && isEntered(cell));
  return {
    all: cells.map(({ address }) => address),
    textOf: (raw, address) => raw.cells[address] ?? '',
    changeTo: (address, text) => ({ kind: 'cells', texts: { [address]: text } }),
    nameOf: (address) => cellAt(format, address)?.name ?? address,
  };
}

/** The entered cells of the same table and column, top to bottom. */
function columnOf(format: Format, address: CellAddress): readonly CellAddress[] {
  const cell = cellAt(format, address);
  return cellsOf(format)
    .filter((one) => one.table === cell?.table && one.column.id === cell.column.id)
    .filter(isEntered)
    .map((one) => one.address);
}

function moveByKey(event: KeyboardEvent<HTMLElement>, format: Format): void {
  const from = event.target instanceof HTMLElement ? event.target.dataset.address : undefined;
  const step = stepOf({ ...pick(event), isComposing: event.nativeEvent.isComposing });
  if (!from || !step) return;
  event.preventDefault();
  const address = from as CellAddress;
  const next = neighbour(columnOf(format, address), address, step);
  if (next) focusPlace(next);
}

function pick({ key, shiftKey }: KeyboardEvent) {
  return { key, shiftKey };
}

export function TableEditor({ open, format, section, spotlight }: TableEditorProps) {
  const places = useMemo(() => cellPlaces(format, section), [format, section]);
  const register = useDraftForm(open, places);
  const [active] = useState(() => createValueStore<CellAddress | ''>(''));
  const entry = useMemo<TableEntry>(
    () => ({ open, format, register, spotlight, active }),
    [open, format, register, spotlight, active],
  );
  const { table } = section;
  return (
    <TableEntryContext.Provider value={entry}>
      <div className={styles.editor}>
        <Toolbar section={section} />
        <GuidanceStrip />
        {/* biome-ignore lint/a11y/noStaticElementInteractions: keys pressed in its inputs pass through here */}
        <div className={styles.scroll} onKeyDown={(event) => moveByKey(event, format)}>
          {table.blocks.map((block) => (
            <div key={block.title ?? table.id} className={styles.block}>
              {block.title ? <h3 className={styles.blockTitle}>{block.title}</h3> : null}
              <EntryBlock table={table} block={block} />
            </div>
          ))}
        </div>
        <BalanceBar table={table.id} />
      </div>
    </TableEntryContext.Provider>
  );
}

function Toolbar({ section }: { readonly section: TableSection }) {
  const { open, format, active } = useTableEntry();
  const address = useStore(active, (at) => at);
  const row = address ? cellAt(format, address)?.row : undefined;
  const fill = (label: string, rows?: readonly string[]) =>
    open.change(fillBlanks(open.getState().draft.raw, format, section.table.id, rows), {
      label,
      place: address || section.id,
    });
  return (
    <div className={styles.toolbar}>
      <button type="button" onClick={() => fill('本表空格填 0')}>
        本表空格填 0
      </button>
      <button
        type="button"
        disabled={!row}
        onClick={() => row && fill(`本行空格填 0（${row.label}）`, [row.id])}
      >
        本行空格填 0
      </button>
      <span className={styles.note}>只填空格，不改已填的数，可以撤销。灰底的总计自动算出。</span>
    </div>
  );
}
