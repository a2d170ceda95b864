/**
 * All drafts of a machine as one file, and the file merged into the drafts of this or another one.
 * The file carries the same records the storage has, each with its own checksum.
 */
import * as z from 'zod/mini';
import { failure, type Result, success } from '../report/result.ts';
import type { Draft } from './draft.ts';
import { readRecord, writeRecord } from './draft-record.ts';

const KIND = 'nianbaotong-backup';
const VERSION = 1;

const backupSchema = z.object({
  kind: z.literal(KIND),
  version: z.int(),
  records: z.array(z.string()),
});

export interface Backup {
  readonly drafts: readonly Draft[];
  /** Records that could not be read; they are told, and nothing is made of them. */
  readonly unreadable: number;
}

/** What becomes of each draft of a backup. */
export interface MergePlan {
  /** Not on this machine. */
  readonly fresh: readonly Draft[];
  /** On this machine with the same content. */
  readonly same: readonly Draft[];
  /** On this machine with another content: somebody has to choose. */
  readonly clashes: readonly Clash[];
}

export interface Clash {
  readonly here: Draft;
  readonly backedUp: Draft;
}

/** The text of a backup file. */
export function writeBackup(drafts: readonly Draft[], savedAt: string): string {
  const records = drafts.map((draft) => writeRecord(draft));
  return JSON.stringify({ kind: KIND, version: VERSION, savedAt, records }, null, 1);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
}

/** The drafts in a backup file, or why it is none. */
export function readBackup(text: string): Result<Backup> {
  const backup = backupSchema.safeParse(parsed(text));
  if (!backup.success) {
    return failure('这不是年报通的备份文件', '选择由“备份全部草稿”存下的文件。现有草稿没有改动。');
  }
  if (backup.data.version > VERSION) {
    return failure('备份文件由新版年报通存下，这一版读不了', '换用新版年报通。现有草稿没有改动。');
  }
  const read = backup.data.records.map((record) => readRecord(record));
  const drafts = read.flatMap((one) => (one.ok ? [one.value] : []));
  return success({ drafts, unreadable: read.length - drafts.length });
}

/** Sorts the drafts of a backup by what this machine has of them. */
export function planMerge(backup: readonly Draft[], here: readonly Draft[]): MergePlan {
  const known = new Map(here.map((draft) => [draft.id, draft]));
  const isSame = (draft: Draft) =>
    JSON.stringify(known.get(draft.id)?.raw) === JSON.stringify(draft.raw);
  return {
    fresh: backup.filter(({ id }) => !known.has(id)),
    same: backup.filter((draft) => known.has(draft.id) && isSame(draft)),
    clashes: backup.flatMap((backedUp) => {
      const draft = known.get(backedUp.id);
      return draft && !isSame(backedUp) ? [{ here: draft, backedUp }] : [];
    }),
  };
}
