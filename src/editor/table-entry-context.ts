/** What every cell of a table on screen shares: the open draft, the form, and what is lit or active. */
import { createContext, useContext } from 'react';
import type { CellAddress } from '../formats/cells.ts';
import type { Format } from '../formats/format.ts';
import type { OpenDraft } from '../session/open-draft.ts';
import type { ValueStore } from '../ui/store.ts';
import type { CellPainter } from './cell-painter.ts';
import type { GridSession } from './grid-session.ts';
import type { RegisterPlace } from './use-draft-form.ts';

export interface TableEntry {
  readonly open: OpenDraft;
  readonly format: Format;
  readonly register: RegisterPlace<CellAddress>;
  /** A locked report is read, marked and copied, and not typed into. */
  readonly isLocked: boolean;
  /** Cells of the finding or balance that is being looked at. */
  readonly spotlight: ValueStore<readonly string[]>;
  /** The cell the clerk is in; empty outside the table. */
  readonly active: ValueStore<CellAddress | ''>;
  readonly session: GridSession;
  readonly painter: CellPainter;
}

export const TableEntryContext = createContext<TableEntry | undefined>(undefined);

export function useTableEntry(): TableEntry {
  const entry = useContext(TableEntryContext);
  if (!entry) throw new Error('a cell stands outside its table');
  return entry;
}
