/**
 * A file of a report whose draft is on this machine: what it would change, and what both sides changed
 * since they parted, for somebody to choose. Decides nothing itself.
 */
import { useMemo, useState } from 'react';
import {
  type MergePlace,
  type Merging,
  mergedReport,
  mergePlaces,
  mergeRefusal,
} from '../compare/merge.ts';
import { countChanges, versionChanges } from '../compare/version-changes.ts';
import type { RawReport } from '../report/raw-report.ts';
import { understand } from '../report/report.ts';
import type { Failure } from '../report/result.ts';
import { currentStep } from '../report/review.ts';
import { lockRefusal, stateName } from '../report/status.ts';
import { Dialog } from '../ui/dialog.tsx';
import { localTime } from '../ui/local-time.ts';
import { ChangesList } from './changes-list.tsx';
import styles from './update-dialog.module.css';

interface UpdateDialogProps {
  readonly merging: Merging;
  /** Why the version both sides began from could not be looked for. */
  readonly unread: Failure | undefined;
  readonly onUpdate: (merged: RawReport) => void;
  readonly onAnother: () => void;
  readonly onOpen: () => void;
  readonly onClose: () => void;
}

/** 退回修改，李科长，2026年1月20日 09:30. */
function stateLine(raw: RawReport): string {
  const step = currentStep(raw);
  return [stateName(raw), step?.by, step && localTime(step.at)].filter(Boolean).join('，');
}

/** Whether what was here before can be had back: from the history, by undoing, or not at all. */
function wayBack(isKept: boolean, isLocked: boolean): string {
  if (isKept) {
    const kept = '更新以前的样子留在历史版本里';
    return isLocked ? `${kept}。` : `${kept}，更新以后还可以撤销。`;
  }
  const lost = '更新以前的样子留不进历史版本';
  return isLocked
    ? `${lost}，更新以后也不能撤销；先把本机的一份导出保存。`
    : `${lost}；更新以后，离开这份草稿之前可以撤销。`;
}

/** What is locked here is told before a file takes its place, and what is locked afterwards too. */
function lockWords(merging: Merging, merged: RawReport, isKept: boolean): string {
  const { here } = merging;
  const refusal = mergeRefusal(merging);
  if (refusal) return refusal;
  const after = wayBack(isKept, lockRefusal(merged) !== undefined);
  return lockRefusal(here)
    ? `本机的一份是“${stateName(here)}”，更新以后是“${stateName(merged)}”。${after}`
    : after;
}

export function UpdateDialog(props: UpdateDialogProps) {
  const { merging, unread, onUpdate, onAnother, onOpen, onClose } = props;
  const { here, file, format } = merging;
  const [keep, setKeep] = useState<ReadonlySet<string>>(new Set());
  const places = useMemo(() => mergePlaces(merging), [merging]);
  const merged = useMemo(() => mergedReport(merging, keep), [merging, keep]);
  const changes = versionChanges(understand(here, format), understand(merged, format));
  const isSame = countChanges(changes) === 0 && places.length === 0;
  const choosing = (place: string, isKept: boolean) => {
    const others = [...keep].filter((one) => one !== place);
    setKeep(new Set(isKept ? [...others, place] : others));
  };
  return (
    <Dialog title="已经有这一年的年报" onClose={onClose} wide>
      <p>
        {here.agency.name} {here.year}年。文件：{stateLine(file)}。本机：{stateLine(here)}。
      </p>
      {unread ? (
        <p className={styles.use}>{unread.problem}，分不清是哪一边改的，不同的地方逐处看清再选。</p>
      ) : null}
      <Clashes places={places} keep={keep} onChoose={choosing} />
      <Kept places={places} />
      {isSame ? (
        <p>文件的内容和本机的草稿一样。</p>
      ) : (
        <section className={styles.changes} aria-label="更新以后的变化">
          <h3>更新这份草稿会改变 {countChanges(changes)} 处</h3>
          <ChangesList format={format} changes={changes} />
        </section>
      )}
      {isSame ? null : (
        <p className={styles.use}>{lockWords(merging, merged, unread === undefined)}</p>
      )}
      <p className={styles.answers}>
        {isSame || mergeRefusal(merging) ? null : (
          <button type="button" data-primary onClick={() => onUpdate(merged)}>
            更新这份草稿
          </button>
        )}
        <button type="button" data-primary={isSame || undefined} onClick={onOpen}>
          打开已有的
        </button>
        <button type="button" onClick={onAnother}>
          用文件内容另建一份
        </button>
        <button type="button" onClick={onClose}>
          取消
        </button>
      </p>
    </Dialog>
  );
}

interface ClashesProps {
  readonly places: readonly MergePlace[];
  readonly keep: ReadonlySet<string>;
  readonly onChoose: (place: string, isKept: boolean) => void;
}

/** Places both sides changed: one choice each. */
function Clashes({ places, keep, onChoose }: ClashesProps) {
  const clashes = places.filter(({ changed }) => changed === 'both');
  if (clashes.length === 0) return null;
  return (
    <section className={styles.clashes} aria-label="两边都改过的地方">
      <h3>本机和文件都改过的 {clashes.length} 处，选留哪一个</h3>
      {clashes.map(({ place, name, here, file }) => (
        <fieldset key={place}>
          <legend>{name}</legend>
          <label>
            <input
              type="radio"
              name={place}
              checked={!keep.has(place)}
              onChange={() => onChoose(place, false)}
            />
            用文件的：{file || '（空白）'}
          </label>
          <label>
            <input
              type="radio"
              name={place}
              checked={keep.has(place)}
              onChange={() => onChoose(place, true)}
            />
            留本机的：{here || '（空白）'}
          </label>
        </fieldset>
      ))}
    </section>
  );
}

/** What was changed here alone is kept, and said to be. */
function Kept({ places }: { readonly places: readonly MergePlace[] }) {
  const own = places.filter(({ changed }) => changed === 'here');
  if (own.length === 0) return null;
  return (
    <p className={styles.use}>
      本机交出以后又改过的 {own.length} 处保留：{own.map(({ name }) => name).join('、')}。
    </p>
  );
}
