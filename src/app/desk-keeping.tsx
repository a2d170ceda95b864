/** Backup and its merging at the desk: what is new comes in, what differs is asked for one by one. */
import { useState } from 'react';
import { KeepingPart } from '../desk/keeping-part.tsx';
import type { Backup, Clash, MergePlan } from '../drafts/backup.ts';
import type { Draft } from '../drafts/draft.ts';
import type { Failure } from '../report/result.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { shownTime } from '../ui/shown-time.ts';
import { useStore } from '../ui/store.ts';
import { readableDrafts, type Services } from './services.ts';

interface DeskKeepingProps {
  readonly services: Services;
  /** Called when drafts have come in. */
  readonly onChanged: () => void;
  readonly onFailure: (failure: Failure | undefined) => void;
}

const BACKUP_NAME = '年报通备份';

function nameOf({ raw }: Draft): string {
  return `${raw.agency.name || '未填机关名称'} ${raw.year}年`;
}

/** 备份里 2 份已恢复，1 份和本机相同。 */
function outcomeOf({ fresh, same, clashes }: MergePlan, unreadable: number): string {
  const parts = [
    [fresh.length, '份已恢复'],
    [same.length, '份和本机相同'],
    [clashes.length, '份和本机不同，逐份选择'],
    [unreadable, '份已损坏，没有恢复'],
  ] as const;
  const told = parts.flatMap(([count, what]) => (count > 0 ? [`${count} ${what}`] : []));
  return told.length > 0 ? `备份里 ${told.join('，')}。` : '备份里没有草稿。';
}

export function DeskKeeping({ services, onChanged, onFailure }: DeskKeepingProps) {
  const { repository, now, saveFile, readFile } = services;
  const [clashes, setClashes] = useState<readonly Clash[]>([]);
  const [said, setSaid] = useState('');
  const update = useStore(services.update, (ready) => ready);

  const backUp = async () => {
    const { writeBackup } = await import('../drafts/backup.ts');
    const drafts = readableDrafts(services);
    const name = `${BACKUP_NAME}_${shownTime(now()).replace(/[ :]/g, '')}.json`;
    saveFile({ name, mime: 'application/json', content: writeBackup(drafts, now()) });
    setSaid(`已备份 ${drafts.length} 份草稿，文件在浏览器的下载文件夹里。`);
  };
  const takeIn = async ({ drafts, unreadable }: Backup) => {
    const { planMerge } = await import('../drafts/backup.ts');
    const plan = planMerge(drafts, readableDrafts(services));
    const refused = plan.fresh.map((draft) => repository.save(draft)).find(({ ok }) => !ok);
    onFailure(refused && !refused.ok ? refused.failure : undefined);
    setClashes(plan.clashes);
    setSaid(outcomeOf(plan, unreadable));
    onChanged();
  };
  const merge = async (file: File) => {
    const { readBackup } = await import('../drafts/backup.ts');
    const text = await readFile(file);
    const backup = text.ok ? readBackup(text.value) : text;
    if (backup.ok) await takeIn(backup.value);
    else onFailure(backup.failure);
  };
  const settle = () => {
    setClashes(clashes.slice(1));
    onChanged();
  };

  const [clash] = clashes;
  return (
    <>
      <KeepingPart
        size={repository.size()}
        hasDrafts={readableDrafts(services).length > 0}
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
  readonly onSettled: () => void;
}

function ClashDialog({ clash: { here, backedUp }, services, onSettled }: ClashDialogProps) {
  const { newId, repository, restorePoints } = services;
  const answer = (label: string, run: () => void) => ({
    label,
    onChoose: () => {
      run();
      onSettled();
    },
  });
  return (
    <ConfirmDialog
      title={`${nameOf(here)}的年报不一样`}
      text={`本机的最后保存于 ${shownTime(here.savedAt)}，备份里的最后保存于 ${shownTime(backedUp.savedAt)}。留哪一份？`}
      answers={[
        answer('两份都留', () => repository.save({ ...backedUp, id: newId() })),
        answer('用备份里的，本机的放进历史版本', () => {
          void restorePoints.add(here, 'beforeRestore');
          repository.save({ ...here, raw: backedUp.raw });
        }),
        answer('保留本机的', () => undefined),
      ]}
    />
  );
}
