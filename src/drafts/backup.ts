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

/** No backup is larger, in bytes: all a browser stores of a site is a fraction of it. */
export const LARGEST_BACKUP = 200 * 1024 * 1024;

const backupSchema = z.object({
  kind: z.literal(KIND),
  version: z.int(),
  records: z.array(z.string()),
  bin: z.optional(z.array(z.string())),
});

/** All there is to back up: the drafts, and those in the bin. */
export interface BackupContent {
  readonly drafts: readonly Draft[];
  readonly bin: readonly Draft[];
}

/** A backup as it was read from its file. */
export interface Backup extends BackupContent {
  /** Records that could not be read; they are told, and nothing is made of them. */
  readonly unreadable: number;
}

/** A turn for the screen between two drafts, so that many of them do not freeze it. */
export type Pause = () => Promise<void>;

/** What becomes of each draft of a backup. */
export interface MergePlan {
  /** Not on this machine, or in its bin with another content. */
  readonly added: readonly Draft[];
  /** In the bin of this machine with the same content. */
  readonly binnedHere: readonly Draft[];
  /** On this machine with the same content. */
  readonly same: readonly Draft[];
  /** On this machine with another content: somebody has to choose. */
  readonly clashes: readonly Clash[];
  /** For the bin: what this machine has nowhere with this content. */
  readonly binned: readonly Draft[];
}

/** A draft that stands here and in a backup in two different forms. */
export interface Clash {
  readonly here: Draft;
  readonly backedUp: Draft;
}

/** The text of a backup file. */
export function writeBackup({ drafts, bin }: BackupContent, savedAt: string): string {
  const [records, binned] = [drafts, bin].map((list) => list.map((draft) => writeRecord(draft)));
  return JSON.stringify({ kind: KIND, version: VERSION, savedAt, records, bin: binned }, null, 1);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
}

async function readRecords(records: readonly string[], pause: Pause): Promise<readonly Draft[]> {
  const drafts: Draft[] = [];
  for (const record of records) {
    await pause();
    const draft = readRecord(record);
    if (draft.ok) drafts.push(draft.value);
  }
  return drafts;
}

/** The drafts in the text of a backup file, or why it is none. */
export async function readBackup(text: string, pause: Pause): Promise<Result<Backup>> {
  const backup = backupSchema.safeParse(parsed(text));
  if (!backup.success) {
    return failure('这不是年报通的备份文件', '选择由“备份全部草稿”存下的文件。现有草稿没有改动。');
  }
  const { version, records, bin: binned = [] } = backup.data;
  if (version > VERSION) {
    return failure('备份文件由新版年报通存下，这一版读不了', '换用新版年报通。现有草稿没有改动。');
  }
  const drafts = await readRecords(records, pause);
  const bin = await readRecords(binned, pause);
  const unreadable = records.length - drafts.length + binned.length - bin.length;
  return success({ drafts, bin, unreadable });
}

function hasSameContent(one: Draft | undefined, other: Draft): boolean {
  return one !== undefined && JSON.stringify(one.raw) === JSON.stringify(other.raw);
}

function contentsOf(drafts: readonly Draft[]): ReadonlySet<string> {
  return new Set(drafts.map(({ raw }) => JSON.stringify(raw)));
}

function byId(drafts: readonly Draft[]): ReadonlyMap<string, Draft> {
  return new Map(drafts.map((draft) => [draft.id, draft]));
}

/** Sorts the drafts of a backup by what this machine has of them. */
export function planMerge(backup: BackupContent, here: BackupContent): MergePlan {
  const [known, bin] = [byId(here.drafts), byId(here.bin)];
  const [onDesk, inBin] = [contentsOf(here.drafts), contentsOf(here.bin)];
  const isInBin = (draft: Draft) => hasSameContent(bin.get(draft.id), draft);
  // What came in beside another one has an id of its own here: it is known by what it says.
  const hasCome = ({ id, raw }: Draft) => bin.has(id) && onDesk.has(JSON.stringify(raw));
  const isSame = (draft: Draft) => hasSameContent(known.get(draft.id), draft) || hasCome(draft);
  const unknown = backup.drafts.filter((draft) => !known.has(draft.id) && !isSame(draft));
  return {
    added: unknown.filter((draft) => !isInBin(draft)),
    binnedHere: unknown.filter(isInBin),
    same: backup.drafts.filter(isSame),
    clashes: backup.drafts.flatMap((backedUp) => {
      const draft = known.get(backedUp.id);
      return draft && !isSame(backedUp) ? [{ here: draft, backedUp }] : [];
    }),
    binned: backup.bin.filter(({ raw }) => {
      const content = JSON.stringify(raw);
      return !inBin.has(content) && !onDesk.has(content);
    }),
  };
}
