/** A file or a pasted text on its way to the readers, which are loaded when the first one comes. */
import { Cancelled, type Step } from '../reading/progress.ts';
import type { Reading } from '../reading/reading.ts';
import { failure, type Result } from '../report/result.ts';
import type { Services } from './services.ts';

export interface Source {
  readonly name: string;
  readonly bytes: () => Promise<Uint8Array>;
}

/** No report is larger; what is, need not be taken into memory to be told so. */
const LARGEST_FILE = 50 * 1024 * 1024;

export function fileSource(file: File): Source {
  const { name } = file;
  return {
    name,
    bytes: async () => {
      if (file.size > LARGEST_FILE) throw new RangeError('too large');
      return new Uint8Array(await new Response(file).arrayBuffer());
    },
  };
}

export function pastedSource(text: string): Source {
  return { name: '粘贴的内容', bytes: async () => new TextEncoder().encode(text) };
}

function unreadable(name: string, reason: unknown): Result<never> {
  if (reason instanceof RangeError) {
    return failure(`“${name}”超过 50 MB，年报文件不会这么大`, '选择不带大图片的文件。');
  }
  return failure(`“${name}”读不出来`, '确认文件没有被移动、删除或加密，再选一次。');
}

/**
 * The reading of a source, or one sentence why there is none. Throws nothing but `Cancelled`, where
 * `step` did.
 */
export async function readSource(
  name: string,
  bytes: Source['bytes'],
  services: Services,
  step?: Step,
): Promise<Result<Reading>> {
  try {
    const [{ readAny }, tools] = await Promise.all([
      import('../reading/read-any.ts'),
      services.loadReadingTools(),
    ]);
    const heard = step ? { ...tools, step } : tools;
    return await readAny({ name, bytes: await bytes() }, heard);
  } catch (reason) {
    if (reason instanceof Cancelled) throw reason;
    return unreadable(name, reason);
  }
}
