/** Help for the cell the clerk is in: what counts here, on which ground, and the slip people make. */
import { cellAt } from '../formats/cells.ts';
import { useStore } from '../ui/store.ts';
import styles from './guidance-strip.module.css';
import { useTableEntry } from './table-entry-context.ts';

const NOTHING_ACTIVE = '光标放到一格里，这里会说明填什么。';

export function GuidanceStrip() {
  const { active, format } = useTableEntry();
  const address = useStore(active, (at) => at);
  const cell = address ? cellAt(format, address) : undefined;
  const guidance = cell?.row.guidance;
  return (
    <div className={styles.strip}>
      {cell ? (
        <p>
          <strong>{cell.name}</strong>
          {guidance ? `　${guidance.counts}` : ''}
          {guidance?.article ? <span className={styles.article}>{guidance.article}</span> : null}
          {guidance?.slip ? <span className={styles.slip}>{guidance.slip}</span> : null}
        </p>
      ) : (
        <p className={styles.quiet}>{NOTHING_ACTIVE}</p>
      )}
    </div>
  );
}
