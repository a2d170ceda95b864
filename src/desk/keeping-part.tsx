/** The foot of the desk: how full the storage is, all drafts as one file, and such a file merged in. */
import type { ChangeEvent } from 'react';
import styles from './desk.module.css';

interface KeepingPartProps {
  /** Characters in use of the whole storage, and by what is ours. */
  readonly size: { readonly all: number; readonly ours: number };
  readonly hasDrafts: boolean;
  readonly onBackUp: () => void;
  readonly onMerge: (file: File) => void;
}

/** What Chromium gives all pages of an origin together, in UTF-16 units; from a disk all are of one. */
const ROOM = 5 * 1024 * 1024;
/** From so full on, the clerk is asked to make room. */
const NEARLY_FULL = 80;

/** 已用浏览器存储空间的 97%，其中年报通 12%。 */
function usedText(all: number, ours: number): string {
  const used = `已用浏览器存储空间的 ${all}%，其中年报通 ${ours}%。`;
  if (all < NEARLY_FULL) return used;
  const makeRoom = '备份以后删除不用的草稿，再从“已删除的草稿”里彻底清除';
  if (ours >= all / 2) return `${used}快满了，${makeRoom}。`;
  return `${used}快满了，多半是同一处打开的别的网页存的：${makeRoom}，还不够就清理那些网页的数据。`;
}

function percentOf(size: number): number {
  return Math.min(Math.ceil((size / ROOM) * 100), 100);
}

export function KeepingPart({ size, hasDrafts, onBackUp, onMerge }: KeepingPartProps) {
  const chooseFile = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    if (file) onMerge(file);
    event.target.value = '';
  };
  return (
    <>
      <h2>备份</h2>
      <p className={styles.keeping}>
        草稿只存在这台电脑的这个浏览器里，换电脑、清理浏览器之前先备份。
        {usedText(percentOf(size.all), percentOf(size.ours))}
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
