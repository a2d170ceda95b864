/** The drafts on this machine, one a row: what, how far, how many problems, when saved. */
import { shownTime } from '../ui/shown-time.ts';
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

export function DraftRows(props: DraftRowsProps) {
  const { summaries, isUnsaved, hrefOf, hrefOfPublished, hrefOfYears, onDelete } = props;
  const withYears = rowsWithYears(summaries);
  return (
    <table className={styles.rows} aria-label="本机的草稿">
      <thead>
        <tr>
          <th scope="col">机关</th>
          <th scope="col">年度</th>
          <th scope="col">进度</th>
          <th scope="col">问题</th>
          <th scope="col">最后保存</th>
          <th scope="col">
            <span className="visually-hidden">操作</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {summaries.map((summary) => (
          <tr key={summary.id}>
            <th scope="row">
              <a href={hrefOf(summary)}>{summary.agency || '未填机关名称'}</a>
              {withYears.has(summary.id) ? (
                <a className={styles.years} href={hrefOfYears(summary.agency)}>
                  历年对比
                </a>
              ) : null}
            </th>
            <td>
              {summary.year}
              <small>{summary.formatName}</small>
            </td>
            <td>
              {summary.state ?? `${summary.percent}%`}
              {summary.notes.map((note) => (
                <small key={note} data-problems>
                  {note}
                </small>
              ))}
              {summary.isSealed ? (
                <small>
                  <a href={hrefOfPublished(summary)}>核对公布的网页</a>
                </small>
              ) : null}
            </td>
            <td data-problems={summary.problems > 0 || undefined}>
              {summary.problems > 0 ? `${summary.problems} 处` : '没有'}
            </td>
            <td data-problems={isUnsaved(summary.id) || undefined}>
              {isUnsaved(summary.id) ? '还没有存好' : shownTime(summary.savedAt)}
            </td>
            <td>
              <button
                type="button"
                data-quiet
                aria-label={`删除 ${summary.agency} ${summary.year}年`}
                onClick={() => onDelete(summary)}
              >
                删除
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
