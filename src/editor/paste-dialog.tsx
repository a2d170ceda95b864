/**
 * The preview of a paste: what goes where, what differs, what is asked. Enter accepts, Esc leaves
 * everything as it was. Loaded when something is pasted for the first time.
 */
import { type FormEvent, useMemo, useRef, useState } from 'react';
import type { CellAddress } from '../formats/cells.ts';
import type { Table } from '../formats/format.ts';
import type { ClipboardContent, ParseClipboardHtml } from '../paste/clipboard-table.ts';
import {
  answeredText,
  differingTotals,
  type PastePlan,
  type PlannedCell,
  pastedTexts,
  planPaste,
} from '../paste/paste-plan.ts';
import type { OpenDraft } from '../session/open-draft.ts';
import { afterPaint } from '../ui/after-paint.ts';
import { DataTable } from '../ui/data-table.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { type DataColumn, useDataTable } from '../ui/use-data-table.ts';
import styles from './paste-dialog.module.css';
import { changeCount, type PreviewBlock, planSentence, previewBlocks } from './paste-preview.ts';

export interface Pasting {
  readonly content: ClipboardContent;
  readonly focus: CellAddress;
  /** How many rows are marked. */
  readonly rows: number;
}

interface PasteDialogProps extends Pasting {
  readonly open: OpenDraft;
  readonly table: Table;
  readonly parsePage: ParseClipboardHtml;
  readonly onClose: () => void;
}

type Answers = ReadonlySet<string>;

const NONE: Answers = new Set();

/** By the browser itself, which gives the focus back as a hand would: the cell is marked again. */
function closeDialogOf(element: HTMLElement): void {
  element.closest('dialog')?.close();
}

export function PasteDialog(props: PasteDialogProps) {
  const { content, focus, rows, open, table, parsePage, onClose } = props;
  const plan = useMemo(
    () => planPaste(content, { report: open.getState().report, table, focus, rows }, parsePage),
    [content, focus, rows, open, table, parsePage],
  );
  const [yes, setYes] = useState<Answers>(NONE);
  const changes = changeCount(plan, yes);
  const isAccepted = useRef(false);
  // The figures are seen first; the dialog goes with the next frame, and its button is dead until then.
  const accept = (event: FormEvent<HTMLElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    if (isAccepted.current) return;
    isAccepted.current = true;
    const texts = pastedTexts(plan, yes);
    open.change({ kind: 'cells', texts }, { label: `粘贴 ${changes} 格`, place: focus });
    afterPaint(() => closeDialogOf(form));
  };
  return (
    <Dialog title={`粘贴到“${table.caption}”`} onClose={onClose} wide>
      <form onSubmit={accept}>
        {plan.cells.length > 0 ? (
          <p>{planSentence(plan, yes)}</p>
        ) : (
          <p>剪贴板里没有能填进这张表的数，表没有改动。复制整张表或其中几行几列，再粘贴一次。</p>
        )}
        <Questions plan={plan} yes={yes} onAnswer={setYes} />
        <Notices plan={plan} yes={yes} open={open} />
        <p className={styles.buttons}>
          <button type="submit" data-primary disabled={changes === 0}>
            填入 {changes} 格
          </button>
          <button type="button" onClick={({ currentTarget }) => closeDialogOf(currentTarget)}>
            不填
          </button>
        </p>
        <div className={styles.preview}>
          {previewBlocks(plan).map((shown) => (
            <BlockPreview key={shown.block.title ?? ''} shown={shown} yes={yes} />
          ))}
        </div>
      </form>
    </Dialog>
  );
}

interface QuestionsProps {
  readonly plan: PastePlan;
  readonly yes: Answers;
  readonly onAnswer: (yes: Answers) => void;
}

function Questions({ plan, yes, onAnswer }: QuestionsProps) {
  if (plan.questions.length === 0) return null;
  const toggle = (id: string) =>
    onAnswer(new Set(yes.has(id) ? [...yes].filter((one) => one !== id) : [...yes, id]));
  return (
    <fieldset className={styles.questions}>
      <legend>要你定的</legend>
      {plan.questions.map(({ id, text }) => (
        <label key={id}>
          <input type="checkbox" checked={yes.has(id)} onChange={() => toggle(id)} />
          {text}
        </label>
      ))}
    </fieldset>
  );
}

interface NoticesProps {
  readonly plan: PastePlan;
  readonly yes: Answers;
  readonly open: OpenDraft;
}

/** Totals that contradict, and what has no place. */
function Notices({ plan, yes, open }: NoticesProps) {
  const totals = differingTotals(plan, open.getState().report, yes);
  if (totals.length === 0 && plan.unmatched.length === 0) return null;
  return (
    <ul className={styles.notices} aria-label="要留意的">
      {totals.map(({ name, pasted, computed }) => (
        <li key={name} data-differs>
          {name}：粘贴的是 {pasted}，按各格相加是 {computed}。核对这一行、这一列的数。
        </li>
      ))}
      {plan.unmatched.map(({ raw, reason }) => (
        <li key={`${reason} ${raw}`}>
          没有填：{raw.slice(0, 60)}（{reason}）
        </li>
      ))}
    </ul>
  );
}

type PreviewRow = PreviewBlock['rows'][number];

/** What a cell of the preview shows: its state, as the style sheet knows it, and its text. */
interface CellPreview {
  readonly state: string | undefined;
  readonly text: string;
  /** What stood there before, where that is replaced. */
  readonly replaced: string;
}

const NO_PREVIEW: CellPreview = { state: undefined, text: '', replaced: '' };

function previewOf(cell: PlannedCell | undefined, yes: Answers): CellPreview {
  if (!cell) return NO_PREVIEW;
  const text = answeredText(cell, yes);
  if (cell.state === 'computed') return { ...NO_PREVIEW, state: 'computed', text: cell.raw };
  if (text === undefined) {
    return { ...NO_PREVIEW, state: 'waiting', text: cell.raw || cell.before };
  }
  const isSame = text === cell.before;
  return { state: isSame ? 'same' : cell.state, text, replaced: isSame ? '' : cell.before };
}

function previewColumns({ columns, rows }: PreviewBlock, yes: Answers): DataColumn<PreviewRow>[] {
  return [
    {
      id: 'corner',
      header: '',
      meta: { isCorner: true },
      columns: [{ id: 'label', cell: ({ row }) => row.original.label, meta: { isRowHead: true } }],
    },
    ...columns.map(
      ({ id, label }, at): DataColumn<PreviewRow> => ({
        id,
        header: label,
        cell: ({ row }) => <PreviewText {...previewOf(row.original.cells[at], yes)} />,
        meta: {
          cellAttributes: (row) => ({ 'data-state': previewOf(rows[row]?.cells[at], yes).state }),
        },
      }),
    ),
  ];
}

function BlockPreview({ shown, yes }: { readonly shown: PreviewBlock; readonly yes: Answers }) {
  const columns = useMemo(() => previewColumns(shown, yes), [shown, yes]);
  const model = useDataTable(columns, shown.rows, ({ label }) => label);
  return <DataTable model={model} caption={shown.block.title} className={styles.table} />;
}

function PreviewText({ state, text, replaced }: CellPreview) {
  return (
    <>
      {replaced ? <del>{replaced}</del> : null} {text}
      {state === 'unreadable' ? <small> 不是数字</small> : null}
    </>
  );
}
