/** One line of truth about safety: saved when, where, and whether anything is wrong with it. */
import type { OpenDraft } from '../drafts/open-draft.ts';
import type { Saving } from '../drafts/saver.ts';
import { useStore } from '../ui/store.ts';
import styles from './state-line.module.css';

/** 14:32 on this machine's clock. */
export function clockTime(iso: string): string {
  const time = new Date(iso);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${two(time.getHours())}:${two(time.getMinutes())}`;
}

function savingText(saving: Saving): string {
  switch (saving.state) {
    case 'saved':
      return `已保存 ${clockTime(saving.at)} · 仅在本机`;
    case 'failed':
      return `${saving.failure.problem}。${saving.failure.advice}`;
    case 'unkept':
      return '示例，可以随意试填，不保存';
  }
}

interface StateLineProps {
  readonly open: OpenDraft;
  /** Offered where the browser does not store. */
  readonly onExport: () => void;
}

export function StateLine({ open, onExport }: StateLineProps) {
  const text = useStore(open, ({ saving }) => savingText(saving));
  const hasFailed = useStore(open, ({ saving }) => saving.state === 'failed');
  const said = useStore(open, (state) => state.said);
  return (
    <p className={styles.line}>
      <span data-failed={hasFailed || undefined} role={hasFailed ? 'alert' : undefined}>
        {text}
      </span>
      {hasFailed ? (
        <button type="button" className={styles.export} onClick={onExport}>
          导出 JSON 文件
        </button>
      ) : null}
      <span role="status" className={styles.said}>
        {said}
      </span>
    </p>
  );
}
