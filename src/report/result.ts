/**
 * The outcome of dealing with the outside world – files, storage, clipboard: a value, or one Chinese
 * sentence of what is wrong and one of what to do. Bugs throw instead; broken rules are findings.
 */

export interface Failure {
  /** What is wrong and where: 「这不是年报文件」. */
  readonly problem: string;
  /** What to do, and what stays as it was: 「选择由年报通导出的文件。现有草稿没有改动。」 */
  readonly advice: string;
}

/** The outcome of what may fail outside the program: a value, or a failure in words. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure };

/** The result of what went well. */
export function success<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** The result of what failed: what is wrong, and what to do, as Chinese sentences. */
export function failure(problem: string, advice: string): Result<never> {
  return { ok: false, failure: { problem, advice } };
}

/** The two sentences of a failure as one text. */
export function failureText({ problem, advice }: Failure): string {
  return `${problem}。${advice}`;
}
