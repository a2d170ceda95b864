/** The foot of the desk: how full the storage is, all drafts as one file, and such a file merged in. */
import type { ChangeEvent } from 'react';
import styles from './desk.module.css';

interface KeepingPartProps {
  /** Characters the drafts take up. */
  readonly size: number;
  readonly hasDrafts: boolean;
  readonly onBackUp: () => void;
  readonly onMerge: (file: File) => void;
}

/** What Chromium gives a site to store drafts in, in UTF-16 units. */
const ROOM = 5 * 1024 * 1024;
/** From so full on, the clerk is asked to make room. */
const NEARLY_FULL = 80;

export function KeepingPart({ size, hasDrafts, onBackUp, onMerge }: KeepingPartProps) {
  const percent = Math.ceil((size / ROOM) * 100);
  const chooseFile = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    if (file) onMerge(file);
    event.target.value = '';
  };
  return (
    <>
      <h2>备份</h2>
      <p className={styles.keeping}>
        草稿只存在这台电脑的这个浏览器里，换电脑、清理浏览器之前先备份。已用浏览器存储空间的{' '}
        {percent}
        %。
        {percent >= NEARLY_FULL
          ? '快满了，备份以后删除不用的草稿，再从“已删除的草稿”里彻底清除。'
          : null}
      </p>
      <div className={styles.keepers}>
        <button type="button" disabled={!hasDrafts} onClick={onBackUp}>
          备份全部草稿
        </button>
        <label className={styles.merge}>
          恢复备份
          <input type="file" accept=".json" onChange={chooseFile} />
        </label>
      </div>
    </>
  );
}
