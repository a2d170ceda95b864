/** What was explained or put aside: for the clerk to take back, for the supervisor to read. */
import type { SettledFinding } from '../checks/decisions.ts';
import type { Finding } from '../checks/finding.ts';
import styles from './finding-list.module.css';

interface SettledListProps {
  readonly settled: readonly SettledFinding[];
  readonly onReopen: (finding: Finding) => void;
  /** Open from the start, as on the page that is printed. */
  readonly isOpen?: boolean;
}

export function SettledList({ settled, onReopen, isOpen = false }: SettledListProps) {
  if (settled.length === 0) return null;
  return (
    <details open={isOpen}>
      <summary>已说明或放下的 {settled.length} 处</summary>
      <ul className={styles.list}>
        {settled.map(({ finding, decision }) => (
          <li key={finding.key} className={styles.finding} data-severity="settled">
            <p>
              {finding.problem}。<small className={styles.rule}>{finding.rule}</small>
            </p>
            <p>{decision.text ? `${decision.by}说明：${decision.text}` : '已放下，不再提示。'}</p>
            <p className={styles.buttons} data-screen-only>
              <button type="button" data-quiet onClick={() => onReopen(finding)}>
                重新打开
              </button>
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}
