/** How far the files that are being read have come, with the way to call it off. */
import styles from './desk.module.css';

export interface ReadingNow {
  readonly name: string;
  /** Which of how many files. */
  readonly file: number;
  readonly files: number;
  /** Which of how many pages, where the file has pages. */
  readonly pages?: { readonly done: number; readonly of: number } | undefined;
  readonly onCancel: () => void;
}

function stateOf({ name, file, files, pages }: ReadingNow): string {
  const which = files > 1 ? `（第 ${file} 个，共 ${files} 个）` : '';
  return `正在读取“${name}”${which}${pages ? `：第 ${pages.done + 1} 页，共 ${pages.of} 页` : ''}…`;
}

export function ReadingProgress({ reading }: { readonly reading: ReadingNow }) {
  const { file, files, pages, onCancel } = reading;
  const within = pages ? pages.done / pages.of : 0;
  return (
    <div className={styles.readable}>
      <p>{stateOf(reading)}</p>
      {/* Beside the bar, which does not grow with the words: nobody can hit a button that moves. */}
      <p>
        <progress aria-label="读取进度" max={files} value={file - 1 + within} />{' '}
        <button type="button" onClick={onCancel}>
          取消读取
        </button>
      </p>
    </div>
  );
}
