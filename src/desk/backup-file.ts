/**
 * A backup as a file: opened by one road alone, which every new one is sent down before it is handed
 * over. A backup that does not come back as it was is not handed over.
 */
import {
  type Backup,
  type BackupContent,
  LARGEST_BACKUP,
  type Pause,
  readBackup,
  writeBackup,
} from '../drafts/backup.ts';
import type { Draft } from '../drafts/draft.ts';
import { canonicalJson } from '../file/digest.ts';
import { failure, type Result, success } from '../report/result.ts';

function megabytes(bytes: number): number {
  return Math.ceil(bytes / 1024 / 1024);
}

const LIMIT = `${megabytes(LARGEST_BACKUP)} MB`;

/** The part of a browser's file that is needed. */
export type BackupFile = Pick<File, 'name' | 'size' | 'text'>;

/** The drafts in a backup file, or why there are none. */
export async function openBackup(file: BackupFile, pause: Pause): Promise<Result<Backup>> {
  if (file.size > LARGEST_BACKUP) {
    const size = megabytes(file.size);
    return failure(
      `“${file.name}”有 ${size} MB，备份文件不超过 ${LIMIT}`,
      '选择由“备份全部草稿”存下的文件。现有草稿没有改动。',
    );
  }
  let text: string;
  try {
    text = await file.text();
  } catch {
    return failure(`“${file.name}”读不出来`, '确认文件没有被移动或删除，再选一次。');
  }
  return readBackup(text, pause);
}

/** The first draft that did not come back as it was, in its place. */
function lostOf(drafts: readonly Draft[], back: readonly Draft[]): Draft | undefined {
  return drafts.find((draft, at) => canonicalJson(draft) !== canonicalJson(back[at]));
}

/** The text of a backup that was opened again and says what the drafts say, or why there is none. */
export async function prepareBackup(
  name: string,
  content: BackupContent,
  savedAt: string,
  pause: Pause,
): Promise<Result<string>> {
  const text = writeBackup(content, savedAt);
  const file = new File([text], name);
  if (file.size > LARGEST_BACKUP) {
    return failure(
      `备份有 ${megabytes(file.size)} MB，超过 ${LIMIT}，没有导出`,
      '把草稿逐份导出为文件保存，再删除、清除不用的草稿。',
    );
  }
  const back = await openBackup(file, pause);
  if (!back.ok) {
    return failure(
      `备份写好以后读不回来（${back.failure.problem}），没有导出`,
      '把草稿逐份导出为文件保存。草稿没有改动。',
    );
  }
  const lost = lostOf(content.drafts, back.value.drafts) ?? lostOf(content.bin, back.value.bin);
  if (!lost) return success(text);
  const { agency, year } = lost.raw;
  return failure(
    `“${agency.name} ${year}年”写进备份以后读回来不一样，没有导出备份`,
    '把草稿逐份导出为文件保存。草稿没有改动。',
  );
}
