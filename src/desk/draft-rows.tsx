/** The drafts on this machine, one a row: what, how far, how many problems, when saved. */
import { UNNAMED_AGENCY } from '../report/raw-report.ts';
import { DataTable } from '../ui/data-table.tsx';
import { shownTime } from '../ui/shown-time.ts';
import { type DataColumn, useDataTable } from '../ui/use-data-table.ts';
import styles from './draft-rows.module.css';
import type { DraftSummary } from './draft-summary.ts';

interface DraftRowsProps {
  readonly summaries: readonly DraftSummary[];
  readonly isUnsaved: (id: string) => boolean;
  readonly hrefOf: (summary: DraftSummary) => string;
  readonly hrefOfPublished: (summary: DraftSummary) => string;
  readonly hrefOfYears: (agency: string) => string;
  readonly onDelete: (summary: DraftSummary) => void;
}

/** The first row of every body that has reports on more than one year. */
function rowsWithYears(summaries: readonly DraftSummary[]): ReadonlySet<string> {
  const first = summaries.filter(
    ({ agency, year }, at) =>
      summaries.findIndex((one) => one.agency === agency) === at &&
      summaries.some((other) => other.agency === agency && other.year !== year),
  );
  return new Set(first.map(({ id }) => id));
}

/** A draft with what its row leads to. */
interface DraftRow {
  readonly summary: DraftSummary;
  /** The browser has not stored it, or not as it is now. */
  readonly isUnsaved: boolean;
  readonly href: string;
  readonly publishedHref: string;
  /** 历年对比, on the first row of a body that has several years. */
  readonly yearsHref: string | undefined;
  readonly onDelete: () => void;
}

function AgencyCell({ summary, href, yearsHref }: DraftRow) {
  return (
    <>
      <a href={href}>{summary.agency || UNNAMED_AGENCY}</a>
      {yearsHref ? (
        <a className={styles.years} href={yearsHref}>
          历年对比
        </a>
      ) : null}
    </>
  );
}

function ProgressCell({ summary, publishedHref }: DraftRow) {
  return (
    <>
      {summary.state ?? `${summary.percent}%`}
      {summary.notes.map((note) => (
        <small key={note} data-problems>
          {note}
        </small>
      ))}
      {summary.isSealed ? (
        <small>
          <a href={publishedHref}>核对公布的网页</a>
        </small>
      ) : null}
    </>
  );
}

function DeleteCell({ summary: { agency, year }, onDelete }: DraftRow) {
  return (
    <button type="button" data-quiet aria-label={`删除 ${agency} ${year}年`} onClick={onDelete}>
      删除
    </button>
  );
}

function ProblemsCell({ summary: { problems } }: DraftRow) {
  return problems > 0 ? <span data-problems>{problems} 处</span> : '没有';
}

function SavedCell({ summary, isUnsaved }: DraftRow) {
  return isUnsaved ? <span data-problems>还没有存好</span> : shownTime(summary.savedAt);
}

const COLUMNS: DataColumn<DraftRow>[] = [
  {
    id: 'agency',
    header: '机关',
    cell: ({ row }) => AgencyCell(row.original),
    meta: { isRowHead: true },
  },
  {
    id: 'year',
    header: '年度',
    cell: ({ row: { original } }) => (
      <>
        {original.summary.year}
        <small>{original.summary.formatName}</small>
      </>
    ),
  },
  { id: 'progress', header: '进度', cell: ({ row }) => ProgressCell(row.original) },
  {
    id: 'problems',
    header: '问题',
    cell: ({ row }) => ProblemsCell(row.original),
  },
  {
    id: 'saved',
    header: '最后保存',
    cell: ({ row }) => SavedCell(row.original),
  },
  {
    id: 'delete',
    header: () => <span className="visually-hidden">操作</span>,
    cell: ({ row }) => DeleteCell(row.original),
  },
];

export function DraftRows(props: DraftRowsProps) {
  const { summaries, isUnsaved, hrefOf, hrefOfPublished, hrefOfYears, onDelete } = props;
  const withYears = rowsWithYears(summaries);
  const rows = summaries.map((summary) => ({
    summary,
    isUnsaved: isUnsaved(summary.id),
    href: hrefOf(summary),
    publishedHref: hrefOfPublished(summary),
    yearsHref: withYears.has(summary.id) ? hrefOfYears(summary.agency) : undefined,
    onDelete: () => onDelete(summary),
  }));
  const model = useDataTable(COLUMNS, rows, ({ summary }) => summary.id);
  return <DataTable model={model} label="本机的草稿" className={styles.rows} />;
}
