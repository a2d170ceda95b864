/**
 * Restore points (历史版本): a draft as it stood when it was opened, imported, handed over, or before
 * something took its place. Kept in the browser's database beside the second copies.
 *
 * 1. The same content is not kept twice in a row, unless it is passed on.
 * 2. At most `MOST_POINTS` of a draft and `BUDGET` characters; the oldest go first, the last stays.
 * 3. What was handed over or came in is kept beyond that number: only the budget ends it.
 */
import * as z from 'zod/mini';
import { failure, type Result, success } from '../report/result.ts';
import type { Draft } from './draft.ts';
import { readRecord, writeRecord } from './draft-record.ts';
import { readEach, type Vault } from './vault.ts';

/** Why a version was kept, as the list of versions says it. */
export const POINT_REASONS = {
  opened: '打开草稿',
  imported: '导入文件',
  handedOver: '导出文件',
  movedHere: '换到另一个窗口填写',
  setAside: '两个窗口同时改过，没有采用的一份',
  beforeRestore: '恢复历史版本之前',
  beforeUpdate: '用文件更新之前',
  final: '定稿',
  published: '登记公布',
} as const;

/** The reason for which a version was kept. */
export type PointReason = keyof typeof POINT_REASONS;

/** A kept version of a draft. */
export interface RestorePoint {
  readonly number: number;
  /** ISO time, for display. */
  readonly at: string;
  readonly reason: PointReason;
  readonly draft: Draft;
}

/** The kept versions of all drafts, in the browser's database. */
export interface RestorePoints {
  /** Keeps a point; false where that was not possible. */
  readonly add: (draft: Draft, reason: PointReason) => Promise<boolean>;
  /** Lets all points of a draft go. */
  readonly forget: (id: string) => Promise<void>;
  /** The points of a draft, latest first; a failure where the database does not give them. */
  readonly of: (id: string) => Promise<Result<readonly RestorePoint[]>>;
}

const MOST_POINTS = 30;
const BUDGET = 8 * 1024 * 1024;

const NOT_READ = failure(
  '历史版本读不出来：浏览器的数据库没有应答，或不让使用',
  '关闭浏览器再打开；仍不行就用导出的文件代替。草稿没有改动。',
);

const REASONS = Object.keys(POINT_REASONS) as [PointReason, ...PointReason[]];

const pointSchema = z.object({
  number: z.int(),
  id: z.string(),
  at: z.string(),
  reason: z.enum(REASONS),
  text: z.string(),
});

type StoredPoint = z.infer<typeof pointSchema>;

/** Versions others have seen. */
const LASTING: ReadonlySet<PointReason> = new Set([
  'handedOver',
  'imported',
  'beforeUpdate',
  'final',
  'published',
]);

/** The readable points of a draft, latest first. */
async function stored(vault: Vault, id: string): Promise<readonly StoredPoint[]> {
  const values = await readEach(vault, 'points', (store) => store.index('id').getAllKeys(id));
  return values
    .flatMap((value) => {
      const point = pointSchema.safeParse(value);
      return point.success ? [point.data] : [];
    })
    .sort((one, other) => other.number - one.number);
}

function restorePoint({ number, at, reason, text }: StoredPoint): readonly RestorePoint[] {
  const draft = readRecord(text);
  return draft.ok ? [{ number, at, reason, draft: draft.value }] : [];
}

/** True where the latest point says the same; a version others see is also kept for what it was. */
function isSame(point: StoredPoint | undefined, draft: Draft, reason: PointReason): boolean {
  const [known] = point ? restorePoint(point) : [];
  if (!known || (LASTING.has(reason) && known.reason !== reason)) return false;
  // Both as they are read: a record may give its members in another order than the report at hand.
  const again = readRecord(writeRecord(draft));
  return again.ok && JSON.stringify(known.draft.raw) === JSON.stringify(again.value.raw);
}

/** The points beyond number and budget. */
function beyond(points: readonly StoredPoint[]): readonly StoredPoint[] {
  let [size, passing] = [0, 0];
  return points.filter(({ text, reason }, at) => {
    size += text.length;
    if (!LASTING.has(reason)) passing += 1;
    const isPast = !LASTING.has(reason) && passing > MOST_POINTS;
    return at > 0 && (isPast || size > BUDGET);
  });
}

/** Restore points in a vault; `now` gives the ISO time shown. */
export function createRestorePoints(vault: Vault, now: () => string): RestorePoints {
  return {
    add: async (draft, reason) => {
      try {
        const [latest] = await stored(vault, draft.id);
        if (isSame(latest, draft, reason)) return true;
        const point = { id: draft.id, at: now(), reason, text: writeRecord(draft) };
        await vault.run('points', 'readwrite', (store) => store.add(point));
        for (const { number } of beyond(await stored(vault, draft.id))) {
          await vault.run('points', 'readwrite', (store) => store.delete(number));
        }
        return true;
      } catch {
        return false;
      }
    },
    forget: async (id) => {
      try {
        for (const { number } of await stored(vault, id)) {
          await vault.run('points', 'readwrite', (store) => store.delete(number));
        }
      } catch {
        // Points without their draft are shown nowhere.
      }
    },
    of: async (id) => {
      try {
        return success((await stored(vault, id)).flatMap(restorePoint));
      } catch {
        return NOT_READ;
      }
    },
  };
}
