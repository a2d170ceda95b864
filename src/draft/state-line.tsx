/** One line of truth about safety: saved when, where, and whether anything is wrong with it. */

import { COPIED_ONLY, STORAGE_REFUSED } from '../drafts/draft-repository.ts';
import type { Services } from '../ports/services.ts';
import type { OpenDraft } from '../session/open-draft.ts';
import type { Saving } from '../session/saver.ts';
import { useStore } from '../ui/store.ts';
import styles from './state-line.module.css';

/** 14:32 on this machine's clock. */
export function clockTime(iso: string): string {
  const time = new Date(iso);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${two(time.getHours())}:${two(time.getMinutes())}`;
}

const NO_COPY = '。备用的一份没有存上，请导出文件留底';

/** `isUncopied`: there is no second copy just now, so that nothing may be said that rests on it. */
function savingText(saving: Saving, isUncopied: boolean): string {
  switch (saving.state) {
    case 'saved':
      return `已保存 ${clockTime(saving.at)} · 仅在本机${isUncopied ? NO_COPY : ''}`;
    case 'failed': {
      const isUntrue = isUncopied && saving.failure === COPIED_ONLY;
      const { problem, advice } = isUntrue ? STORAGE_REFUSED : saving.failure;
      return `${problem}。${advice}`;
    }
    case 'unkept':
      return '示例，可以随意试填，不保存';
  }
}

interface StateLineProps {
  readonly open: OpenDraft;
  readonly missingCopies: Services['missingCopies'];
  /** Offered where the browser does not store. */
  readonly onExport: () => void;
}

export function StateLine({ open, missingCopies, onExport }: StateLineProps) {
  const id = useStore(open, ({ draft }) => draft.id);
  const isUncopied = useStore(missingCopies, (missing) => missing.has(id));
  const text = useStore(open, ({ saving }) => savingText(saving, isUncopied));
  const hasFailed = useStore(open, ({ saving }) => saving.state === 'failed');
  const said = useStore(open, (state) => state.statusMessage);
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
