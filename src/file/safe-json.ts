/**
 * JSON text from outside as a value that cannot harm: bounded in size, depth and number of members,
 * without keys that reach into an object's making.
 */
import { failure, type Result, success } from '../report/result.ts';

/** The longest JSON text that is parsed, in characters. */
export const LARGEST_TEXT = 10 * 1024 * 1024;
const DEEPEST = 16;
const MOST_MEMBERS = 200_000;
/** Names that reach into the making of objects; no key of ours is called so. */
export const FORBIDDEN_KEYS: ReadonlySet<string> = new Set([
  '__proto__',
  'constructor',
  'prototype',
]);

const UNCHANGED = '选择由年报通导出的文件。现有草稿没有改动。';

function membersOf(value: object): readonly unknown[] {
  return Array.isArray(value) ? value : Object.values(value);
}

/** What is wrong with the making of a value, or nothing. Walks by hand: recursion has its own depth. */
function flawOf(root: unknown): string | undefined {
  const open: { value: unknown; depth: number }[] = [{ value: root, depth: 0 }];
  let members = 0;
  for (let at = open.pop(); at; at = open.pop()) {
    const { value, depth } = at;
    if (typeof value !== 'object' || value === null) continue;
    if (depth > DEEPEST) return '文件的层次太深，不是年报文件';
    if (Object.keys(value).some((key) => FORBIDDEN_KEYS.has(key))) {
      return '文件里有不允许的内容，不是年报通导出的原件';
    }
    const inside = membersOf(value);
    members += inside.length;
    if (members > MOST_MEMBERS) return '文件的内容太多，不是年报文件';
    for (const member of inside) open.push({ value: member, depth: depth + 1 });
  }
  return undefined;
}

/** The value a JSON text holds, or why it is not taken. */
export function parseSafely(text: string): Result<unknown> {
  if (text.length > LARGEST_TEXT) return failure('文件太大，不是年报文件', UNCHANGED);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return failure('文件内容不完整，不是 JSON 格式', UNCHANGED);
  }
  const flaw = flawOf(value);
  return flaw ? failure(flaw, UNCHANGED) : success(value);
}
