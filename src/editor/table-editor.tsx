/**
 * A section that is a statutory table, laid out for entry: help, table, balance. The table scrolls
 * between the other two, so that help and balance stay in view.
 */
import { lazy, Suspense, useEffect, useLayoutEffect, useMemo, useState } from 'react';
import { type CellAddress, cellAt, cellsOf, isEntered } from '../formats/cells.ts';
import type { Format, TableSection } from '../formats/format.ts';
import type { ClipboardContent, ParseClipboardHtml } from '../paste/clipboard-table.ts';
import { fillBlanks } from '../report/change.ts';
import type { OpenDraft } from '../session/open-draft.ts';
import { createValueStore, useStore, type ValueStore } from '../ui/store.ts';
import { BalanceBar } from './balance-bar.tsx';
import { createCellPainter } from './cell-painter.ts';
import { EntryBlock } from './entry-block.tsx';
import { createGridSession } from './grid-session.ts';
import { GuidanceStrip } from './guidance-strip.tsx';
import type { Pasting } from './paste-dialog.tsx';
import { rangeSummary } from './range-summary.ts';
import styles from './table-editor.module.css';
import { type TableEntry, TableEntryContext, useTableEntry } from './table-entry-context.ts';
import { type Places, useDraftForm } from './use-draft-form.ts';

interface TableEditorProps {
  readonly open: OpenDraft;
  readonly format: Format;
  readonly section: TableSection;
  readonly spotlight: ValueStore<readonly string[]>;
  readonly parsePage: ParseClipboardHtml;
}

/** Reading foreign tables is no part of the first load; it is fetched once a table is on screen. */
const loadPasteDialog = () => import('./paste-dialog.tsx');
const PasteDialog = lazy(async () => ({ default: (await loadPasteDialog()).PasteDialog }));

const NO_CELLS: readonly string[] = [];

/** The entered cells of a section as places of the form. */
function cellPlaces(format: Format, section: TableSection): Places<CellAddress> {
  const cells = cellsOf(format).filter((cell) => cell.section === section && isEntered(cell));
  const all = cells.map(({ address }) => address);
  const own: ReadonlySet<string> = new Set(all);
  const isOwn = (address: string): address is CellAddress => own.has(address);
  return {
    all,
    textOf: (raw, address) => raw.cells[address] ?? '',
    editedIn: ({ edited }) => edited.filter(isOwn),
    changeTo: (address, text) => ({ kind: 'cells', texts: { [address]: text } }),
    nameOf: (address) => cellAt(format, address)?.name ?? address,
  };
}

export function TableEditor({ open, format, section, spotlight, parsePage }: TableEditorProps) {
  const places = useMemo(() => cellPlaces(format, section), [format, section]);
  const { register, isLocked } = useDraftForm(open, places);
  useEffect(() => {
    void loadPasteDialog();
  }, []);
  const [pasting, setPasting] = useState<Pasting>();
  const [active] = useState(() => createValueStore<CellAddress | ''>(''));
  const { table } = section;
  const session = useMemo(() => {
    const onArrive = (address: CellAddress) => {
      active.set(address);
      // A finding's light stays while one of its cells is looked at; else a sum lights its addends.
      if (spotlight.getState().includes(address)) return;
      spotlight.set(cellAt(format, address)?.addends ?? NO_CELLS);
    };
    const onPasted = (content: ClipboardContent, focus: CellAddress, rows: number) =>
      setPasting({ content, focus, rows });
    return createGridSession({ open, format, table, onArrive, onPasted });
  }, [open, format, table, active, spotlight]);
  const painter = useMemo(
    () => createCellPainter({ open, spotlight, marked: session.marked }),
    [open, spotlight, session],
  );
  useLayoutEffect(() => painter.follow(), [painter]);
  const entry = useMemo<TableEntry>(
    () => ({ open, format, register, isLocked, spotlight, active, session, painter }),
    [open, format, register, isLocked, spotlight, active, session, painter],
  );
  return (
    <TableEntryContext.Provider value={entry}>
      <div className={styles.editor}>
        <Toolbar section={section} />
        <GuidanceStrip />
        <div className={styles.scroll} {...session.listeners}>
          {table.blocks.map((block) => (
            <div key={block.title ?? table.id} className={styles.block}>
              {block.title ? <h2 className={styles.blockTitle}>{block.title}</h2> : null}
              <EntryBlock table={table} block={block} />
            </div>
          ))}
        </div>
        <BalanceBar key={`${format.id} ${table.id}`} table={table.id} />
        {pasting ? (
          <Suspense fallback={null}>
            <PasteDialog
              {...pasting}
              open={open}
              table={table}
              parsePage={parsePage}
              onClose={() => setPasting(undefined)}
            />
          </Suspense>
        ) : null}
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
      <RangeNote />
    </div>
  );
}

/** What is marked, as the foot of a spreadsheet has it; what the buttons do while nothing is. */
function RangeNote() {
  const { open, session } = useTableEntry();
  const range = useStore(session.range, (now) => now);
  const summary = useStore(open, ({ report }) =>
    range ? rangeSummary(report, session.shape, range) : '',
  );
  return (
    <span className={styles.note} role="status">
      {summary || '只填空格，不改已填的数，可以撤销。灰底的总计自动算出。'}
    </span>
  );
}
