/**
 * What is said where a reading ends in an exception, by its kind: never a guess at another cause. A bug of
 * ours is said to be one. Small, since it is loaded before the readers are.
 */
import { failure, type Result } from '../report/result.ts';

export const LARGEST_SOURCE = 50 * 1024 * 1024;

/** A file that is turned away unread. */
export function tooLarge(name: string): Result<never> {
  return failure(
    `“${name}”超过 ${LARGEST_SOURCE / 1024 / 1024} MB，年报文件不会这么大`,
    '选择不带大图片的文件。',
  );
}

/** What the names of exceptions and the codes of Node mean to whoever chose the file. */
const KINDS: Readonly<Record<string, readonly [problem: string, advice: string]>> = {
  ENOENT: ['找不到', '核对文件的路径。'],
  EISDIR: ['是文件夹，不是文件', '选择文件夹里的年报文件。'],
  EACCES: ['没有权限打开', '核对文件的权限。'],
  EPERM: ['没有权限打开', '核对文件的权限。'],
  NotFoundError: ['找不到了', '确认文件没有被移动或删除，再选一次。'],
  NotReadableError: ['读不出来', '确认文件没有被移动、删除或加密，再选一次。'],
  NotAllowedError: ['没有权限打开', '核对文件的权限，再选一次。'],
  SecurityError: ['没有权限打开', '核对文件的权限，再选一次。'],
};
const OTHER_CODE = ['打不开', '核对文件的路径和权限。'] as const;
/** How the engines put it that a part of the program did not come. */
const NOT_LOADED = /dynamically imported module|importing a module script|Loading chunk/i;

function kindOf(reason: unknown): readonly [string, string] {
  const { name, code, message } = (reason ?? {}) as Partial<Record<string, unknown>>;
  const known = KINDS[String(code)] ?? KINDS[String(name)];
  if (known) return known;
  if (typeof code === 'string') return OTHER_CODE;
  if (NOT_LOADED.test(String(message))) {
    return ['还没有读：读取程序没有载入', '检查网络后刷新页面，再选一次。现有草稿没有改动。'];
  }
  if (reason instanceof RangeError) {
    return ['的内容太多或层次太深，读不了', '打开后只留年报正文另存一份，再试一次。'];
  }
  return ['读的时候程序出错，没有读', '另存为 Word、Excel、PDF 或网页再试；仍不行，请手工录入。'];
}

/** The sentence for an exception; `name` is the file's. */
export function failureOf(name: string, reason: unknown): Result<never> {
  const [problem, advice] = kindOf(reason);
  return failure(`“${name}”${problem}`, advice);
}
