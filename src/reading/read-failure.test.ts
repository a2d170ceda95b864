import { describe, expect, it } from 'vitest';
import { failureOf } from './read-failure.ts';

function said(reason: unknown): string {
  const result = failureOf('年报.docx', reason);
  return result.ok ? '' : result.failure.problem;
}

const withCode = (code: string) => Object.assign(new Error(code), { code });

describe('an exception while a file is read', () => {
  it.each([
    [new RangeError('Maximum call stack size exceeded'), '“年报.docx”的内容太多或层次太深，读不了'],
    [new RangeError('Invalid array length'), '“年报.docx”的内容太多或层次太深，读不了'],
    [withCode('ENOENT'), '“年报.docx”找不到'],
    [withCode('EISDIR'), '“年报.docx”是文件夹，不是文件'],
    [withCode('EACCES'), '“年报.docx”没有权限打开'],
    [withCode('EIO'), '“年报.docx”打不开'],
    [new DOMException('', 'NotReadableError'), '“年报.docx”读不出来'],
    [
      new TypeError('Failed to fetch dynamically imported module: read-any.js'),
      '“年报.docx”还没有读：读取程序没有载入',
    ],
    [new TypeError('x is undefined'), '“年报.docx”读的时候程序出错，没有读'],
    ['a string', '“年报.docx”读的时候程序出错，没有读'],
    [undefined, '“年报.docx”读的时候程序出错，没有读'],
  ])('is told by its kind, and only what is too large is called so: %s', (reason, sentence) => {
    expect(said(reason)).toBe(sentence);
    expect(said(reason)).not.toContain('50 MB');
  });
});
