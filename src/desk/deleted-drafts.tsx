/** The bin: deleted drafts, each to be brought back, or taken away for good once that is confirmed. */

import { useState } from 'react';
import type { StoredDraft } from '../drafts/draft-repository.ts';
import type { FormatRegistry } from '../formats/registry.ts';
import { UNNAMED_AGENCY } from '../report/raw-report.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import styles from './desk.module.css';
import { type DraftSummary, summaryOf } from './draft-summary.ts';

interface DeletedDraftsProps {
  readonly bin: readonly StoredDraft[];
  readonly formats: FormatRegistry;
  readonly actions: {
    readonly onRestore: (id: string) => void;
    readonly onErase: (id: string) => void;
  };
}

export function DeletedDrafts({ bin, formats, actions }: DeletedDraftsProps) {
  const [doomed, setDoomed] = useState<DraftSummary>();
  const summaries = bin.flatMap((one) =>
    one.state === 'readable' ? [summaryOf(one.draft, formats)] : [],
  );
  if (summaries.length === 0) return null;
  return (
    <details className={styles.bin}>
      <summary>已删除的草稿（{summaries.length}）</summary>
      <p>
        删除的草稿一直留在这里，不会自动清除，也照样占着存储空间；彻底清除才腾出空间，清除以后找不回来。
      </p>
      <ul>
        {summaries.map((summary) => (
          <li key={summary.id}>
            {nameOf(summary)}
            <button type="button" data-quiet onClick={() => actions.onRestore(summary.id)}>
              恢复
            </button>
            <button
              type="button"
              data-quiet
              aria-label={`彻底清除 ${nameOf(summary)}`}
              onClick={() => setDoomed(summary)}
            >
              彻底清除
            </button>
          </li>
        ))}
      </ul>
      {doomed ? (
        <ConfirmDialog
          title={`彻底清除 ${nameOf(doomed)}`}
          text="这份草稿、它的备用副本和历史版本都会清除，找不回来。导出的文件不受影响。"
          answers={[
            {
              label: '彻底清除',
              onChoose: () => {
                setDoomed(undefined);
                actions.onErase(doomed.id);
              },
            },
            { label: '留着', onChoose: () => setDoomed(undefined) },
          ]}
        />
      ) : null}
    </details>
  );
}

function nameOf({ agency, year }: DraftSummary): string {
  return `${agency || UNNAMED_AGENCY} ${year}年`;
}
