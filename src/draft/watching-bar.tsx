/** Says that another window writes this draft, and offers to go on writing here. */
import type { OpenDraft } from '../session/open-draft.ts';
import { useStore } from '../ui/store.ts';
import styles from './watching-bar.module.css';

interface WatchingBarProps {
  readonly open: OpenDraft;
  readonly onTakeOver: () => void;
}

export function WatchingBar({ open, onTakeOver }: WatchingBarProps) {
  const isWriting = useStore(open, (state) => state.isWriting);
  if (isWriting) return null;
  return (
    <p className={styles.bar} role="status" data-screen-only>
      这份草稿正在另一个窗口里填写，这里只能看，内容随时跟着更新。
      <button type="button" onClick={onTakeOver}>
        由这个窗口接着填
      </button>
    </p>
  );
}
