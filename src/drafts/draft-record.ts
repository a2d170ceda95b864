/**
 * A draft as text in storage and back: envelope with version and checksum, migrations in order, and
 * a parse at the end. Text that cannot be read is never an excuse to write over it.
 */

import * as z from 'zod/mini';
import { memoise } from '../formats/memoise.ts';
import { rawReportSchema } from '../report/raw-report-schema.ts';
import { failure, type Result, success } from '../report/result.ts';
import type { Draft } from './draft.ts';

/** What turns the data of one version into that of the next. */
export type Migration = (data: unknown) => unknown;

/**
 * Entry 0 leads from version 1 to 2, and so on; the current version follows from their number.
 * Version 2 may hold states of 已公布 and 更正版: nothing changes in what was stored, but a program
 * that does not know them must not take such a draft for a broken one.
 */
export const MIGRATIONS: readonly Migration[] = [(data) => data];

const APP = 'nianbaotong';

const envelopeSchema = z.object({
  app: z.literal(APP),
  version: z.int(),
  checksum: z.string(),
  data: z.unknown(),
});

const draftSchema: z.ZodMiniType<Draft> = z.object({
  id: z.string(),
  revision: z.int(),
  savedAt: z.string(),
  raw: rawReportSchema,
  lastYear: z.optional(rawReportSchema),
  place: z.string(),
  unexportedSince: z.optional(z.string()),
  handedOver: z.optional(z.object({ revision: z.int(), at: z.string() })),
});

/** FNV-1a over the text: tells a torn or altered record, and is no protection against intent. */
function checksumOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** Writes the record of a draft. */
export function writeRecord(draft: Draft, migrations: readonly Migration[] = MIGRATIONS): string {
  const data = JSON.stringify(draft);
  const envelope = { app: APP, version: migrations.length + 1, checksum: checksumOf(data) };
  // Written into the envelope as it is: a draft is large, and is saved at every key.
  return `${JSON.stringify(envelope).slice(0, -1)},"data":${data}}`;
}

/** The record of a draft, written once although several storages are given it. */
export const recordOf = memoise((draft: Draft) => writeRecord(draft));

/** How the record of a draft begins, and how one begins that stands on the other shelf than its key says. */
const BEGINNINGS = ['{"app":', '{"off":'] as const;

/** True where a record is marked as moved to the other shelf. */
export function isMoved(text: string): boolean {
  return text.startsWith(BEGINNINGS[1]);
}

/**
 * A record with its mark set, or taken away again: as long as it was, so that it takes no room.
 * Undefined for what is no record.
 */
export function withMoveToggled(text: string): string | undefined {
  const at = BEGINNINGS.findIndex((beginning) => text.startsWith(beginning));
  const mark = BEGINNINGS[1 - at];
  return at < 0 || !mark ? undefined : mark + text.slice(mark.length);
}

/** Said of a record that a newer program wrote; this one must not write over it. */
export const WRITTEN_BY_NEWER = '草稿由新版年报通保存';

function unreadable(reason: string): Result<never> {
  return failure(reason, '下载原文保存，不要删除；用导出的文件或备份恢复。');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The draft a record holds, or why it cannot be read. */
export function readRecord(
  text: string,
  migrations: readonly Migration[] = MIGRATIONS,
): Result<Draft> {
  const envelope = envelopeSchema.safeParse(parseJson(text));
  if (!envelope.success) return unreadable('草稿记录不完整');
  const { version, checksum, data } = envelope.data;
  if (version > migrations.length + 1) return unreadable(WRITTEN_BY_NEWER);
  if (version < 1 || checksumOf(JSON.stringify(data)) !== checksum) {
    return unreadable('草稿记录已损坏');
  }
  const migrated = migrations.slice(version - 1).reduce((older, migrate) => migrate(older), data);
  const draft = draftSchema.safeParse(migrated);
  return draft.success ? success(draft.data) : unreadable('草稿内容不合规格');
}
