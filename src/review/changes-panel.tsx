/** 变化: what to compare with, how many changes there are, and the list of them. */

import { ChangesList } from '../changes/changes-list.tsx';
import type { Comparing } from '../changes/use-comparison.ts';
import { countChanges } from '../compare/version-changes.ts';
import type { Format } from '../formats/format.ts';
import styles from './review-panel.module.css';

interface ChangesPanelProps {
  readonly format: Format;
  readonly comparing: Comparing;
}

function showCell(address: string): void {
  document.querySelector(`[data-cell="${address}"]`)?.scrollIntoView({ block: 'center' });
}

export function ChangesPanel({ format, comparing }: ChangesPanelProps) {
  const { choices, chosen, changes, choose } = comparing;
  if (choices.length === 0) return null;
  return (
    <details open={chosen !== undefined}>
      <summary>变化{changes ? ` ${countChanges(changes)}` : ''}</summary>
      <div className={styles.form}>
        <label>
          与哪个版本比
          <select value={chosen?.id ?? ''} onChange={(event) => choose(event.target.value)}>
            <option value="">不比较</option>
            {choices.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
      </div>
      {changes && countChanges(changes) === 0 ? (
        <p className={styles.use}>和这个版本一样。</p>
      ) : null}
      {changes ? <ChangesList format={format} changes={changes} onShow={showCell} /> : null}
    </details>
  );
}
