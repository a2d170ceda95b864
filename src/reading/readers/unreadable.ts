/**
 * The one way a reader gives up inside a file: a sentence on its way up to the reader's own door,
 * where it becomes a failure. It never leaves the readers.
 */
import { failure, type Result, success } from '../../report/result.ts';

export class Unreadable extends Error {
  override readonly name = 'Unreadable';
  readonly problem: string;
  readonly advice: string;

  constructor(problem: string, advice: string) {
    super(problem);
    this.problem = problem;
    this.advice = advice;
  }
}

/** A file whose bytes contradict themselves: nothing of it is read. */
export function damaged(): Unreadable {
  return new Unreadable('文件已损坏，解不开', '用 Word 或 WPS 打开后另存一份，再试一次。');
}

/** What a reader yields, or the sentence it gave up with; any other exception goes on its way. */
export function orFailure<Value>(read: () => Value): Result<Value> {
  try {
    return success(read());
  } catch (reason) {
    if (reason instanceof Unreadable) return failure(reason.problem, reason.advice);
    throw reason;
  }
}
