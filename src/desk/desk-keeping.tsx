/** Backup and its merging at the desk: what is new comes in, what differs is asked for one by one. */

import { useState } from 'react';
import type { Backup, BackupContent, Clash, MergePlan } from '../drafts/backup.ts';
import type { Draft } from '../drafts/draft.ts';
import { readableBin, readableDrafts, type Services } from '../ports/services.ts';
import { reportName } from '../report/raw-report.ts';
import type { Failure } from '../report/result.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { shownTime } from '../ui/shown-time.ts';
import { useStore } from '../ui/store.ts';
import { KeepingPart } from './keeping-part.tsx';

interface DeskKeepingProps {
  readonly services: Services;
  /** Called when drafts have come in. */
  readonly onChanged: () => void;
  readonly onFailure: (failure: Failure | undefined) => void;
}

/** What lies here and cannot be read, and so goes into no backup. */
function unreadableOf({ repository }: Services): number {
  const stored = [...repository.list(), ...repository.bin()];
  return stored.filter(({ state }) => state === 'unreadable').length;
}

/** 已备份 2 份草稿和 1 份已删除的草稿，文件在浏览器的下载文件夹里。 */
function backedUp({ drafts, bin }: BackupContent, unreadable: number): string {
  const deleted = bin.length > 0 ? `和 ${bin.length} 份已删除的草稿` : '';
  const left = unreadable > 0 ? `另有 ${unreadable} 份读不出来，不在备份里，请下载原文保存。` : '';
  return `已备份 ${drafts.length} 份草稿${deleted}，文件在浏览器的下载文件夹里。${left}`;
}

const BACKUP_NAME = '年报通备份';

function nameOf({ raw }: Draft): string {
  return reportName(raw);
}

/** 备份里 2 份已恢复，1 份和本机相同。 */
function sentenceOf(parts: readonly (readonly [count: number, what: string])[]): string {
  const some = parts.flatMap(([count, what]) => (count > 0 ? [`${count} ${what}`] : []));
  return some.length > 0 ? `备份里 ${some.join('，')}。` : '备份里没有草稿。';
}

/** Brings in what the plan says is missing here; gives what the storage refused. */
function bringIn(plan: MergePlan, { repository, newId }: Services): readonly Failure[] {
  const idOf = ({ id }: Draft) => (repository.revisionOf(id) > 0 ? newId() : id);
  for (const draft of plan.binned) repository.adopt({ ...draft, id: idOf(draft) }, 'bin');
  const done = [
    ...plan.added.map((draft) => repository.save({ ...draft, id: idOf(draft) })),
    ...plan.binnedHere.map(({ id }) => repository.restore(id)),
  ];
  return done.flatMap((one) => (one.ok ? [] : [one.failure]));
}

export function DeskKeeping({ services, onChanged, onFailure }: DeskKeepingProps) {
  const { repository, now, saveFile, later } = services;
  const [clashes, setClashes] = useState<readonly Clash[]>([]);
  const [said, setSaid] = useState('');
  const update = useStore(services.update, (ready) => ready);
  const pause = () => new Promise<void>((resolve) => later(resolve, 0));
  const here = () => ({ drafts: readableDrafts(services), bin: readableBin(services) });

  const backUp = async () => {
    setSaid('正在备份，写好以后读回核对…');
    const { prepareBackup } = await import('./backup-file.ts');
    const content = here();
    const name = `${BACKUP_NAME}_${shownTime(now()).replace(/[ :]/g, '')}.json`;
    const text = await prepareBackup(name, content, now(), pause);
    onFailure(text.ok ? undefined : text.failure);
    if (text.ok) saveFile({ name, mime: 'application/json', content: text.value });
    setSaid(text.ok ? backedUp(content, unreadableOf(services)) : '');
  };
  const takeIn = async (backup: Backup) => {
    const { planMerge } = await import('../drafts/backup.ts');
    const plan = planMerge(backup, here());
    const refused = bringIn(plan, services);
    onFailure(refused[0]);
    setClashes(plan.clashes);
    setSaid(
      sentenceOf([
        [plan.added.length + plan.binnedHere.length - refused.length, '份已恢复'],
        [refused.length, '份浏览器没有存下'],
        [plan.same.length, '份和本机相同'],
        [plan.clashes.length, '份和本机不同，逐份选择'],
        [plan.binned.length, '份放进已删除的草稿'],
        [backup.unreadable, '份已损坏，没有恢复'],
      ]),
    );
    onChanged();
  };
  const merge = async (file: File) => {
    setSaid('正在读备份…');
    const { openBackup } = await import('./backup-file.ts');
    const backup = await openBackup(file, pause);
    setSaid('');
    if (backup.ok) await takeIn(backup.value);
    else onFailure(backup.failure);
  };
  const settle = (failure: Failure | undefined) => {
    if (failure) onFailure(failure);
    setClashes(clashes.slice(1));
    onChanged();
  };

  const [clash] = clashes;
  return (
    <>
      <KeepingPart
        size={repository.size()}
        hasDrafts={readableDrafts(services).length + readableBin(services).length > 0}
        onBackUp={backUp}
        onMerge={merge}
      />
      <p role="status">{said}</p>
      {update ? (
        <p>
          有新版年报通，草稿不受影响。
          <button type="button" onClick={update}>
            现在更新
          </button>
        </p>
      ) : null}
      {clash ? <ClashDialog clash={clash} services={services} onSettled={settle} /> : null}
    </>
  );
}

interface ClashDialogProps {
  readonly clash: Clash;
  readonly services: Services;
  /** Called once the answer is carried out; with why, where it was not. */
  readonly onSettled: (failure: Failure | undefined) => void;
}

const NOT_KEPT: Failure = {
  problem: '本机的这一份没能放进历史版本，没有替换，两份都留下了',
  advice: '打开两份看清以后，删除不用的一份。',
};

function ClashDialog({ clash: { here, backedUp }, services, onSettled }: ClashDialogProps) {
  const { newId, repository, restorePoints } = services;
  const keepBoth = () => {
    repository.save({ ...backedUp, id: newId() });
    onSettled(undefined);
  };
  const takeBackedUp = async () => {
    // What lies here is replaced only once it is kept: nothing else would have it.
    if (!(await restorePoints.add(here, 'beforeRestore'))) {
      repository.save({ ...backedUp, id: newId() });
      return onSettled(NOT_KEPT);
    }
    repository.save({ ...here, raw: backedUp.raw });
    onSettled(undefined);
  };
  return (
    <ConfirmDialog
      title={`${nameOf(here)}的年报不一样`}
      text={`本机的最后保存于 ${shownTime(here.savedAt)}，备份里的最后保存于 ${shownTime(backedUp.savedAt)}。留哪一份？`}
      answers={[
        { label: '两份都留', onChoose: keepBoth },
        { label: '用备份里的，本机的放进历史版本', onChoose: () => void takeBackedUp() },
        { label: '保留本机的', onChoose: () => onSettled(undefined) },
      ]}
    />
  );
}
