/** A sealed file that was edited outside: which parts, what exactly where the original is kept, and a copy. */
import type { Difference } from '../compare/differences.ts';
import type { Failure } from '../report/result.ts';
import { Dialog } from '../ui/dialog.tsx';
import { DifferenceTable } from './difference-table.tsx';
import styles from './update-dialog.module.css';
import versions from './versions-dialog.module.css';

interface EditedDialogProps {
  readonly fileName: string;
  /** What was edited, by name. */
  readonly parts: readonly string[];
  /** What differs from the kept original; undefined where this machine has none. */
  readonly differences: readonly Difference[] | undefined;
  /** Why the original could not be looked for. */
  readonly unread: Failure | undefined;
  readonly onCopy: () => void;
  readonly onClose: () => void;
}

export function EditedDialog(props: EditedDialogProps) {
  const { fileName, parts, differences, unread, onCopy, onClose } = props;
  return (
    <Dialog title="文件在定稿以后被改动过" onClose={onClose} wide>
      <p>“{fileName}”的内容与定稿时的指纹不符，没有打开。改动过的部分：</p>
      <ul aria-label="改动过的部分">
        {parts.map((part) => (
          <li key={part}>{part}</li>
        ))}
      </ul>
      {differences ? (
        <Differences differences={differences} />
      ) : (
        <p className={styles.use}>
          {unread ? `${unread.problem}，` : '本机没有定稿时的版本，'}
          说不出具体改了什么。向出具文件的单位核实。
        </p>
      )}
      <p className={styles.answers}>
        <button type="button" data-primary onClick={onClose}>
          不打开
        </button>
        <button type="button" onClick={onCopy}>
          作为副本打开，注明被改动过
        </button>
      </p>
    </Dialog>
  );
}

function Differences({ differences }: { readonly differences: readonly Difference[] }) {
  if (differences.length === 0) {
    return <p className={styles.use}>数据和文字与本机保存的定稿一样，改动在状态或指纹里。</p>;
  }
  return (
    <div className={versions.differences}>
      <DifferenceTable label="与定稿的不同" before="定稿时" after="这个文件" rows={differences} />
    </div>
  );
}
