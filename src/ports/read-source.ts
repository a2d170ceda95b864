/** A file or a pasted text on its way to the readers, which are loaded when the first one comes. */

import { failureOf, LARGEST_SOURCE, tooLarge } from '../reading/read-failure.ts';
import { Cancelled, type Step } from '../reading/readers/progress.ts';
import type { Reading } from '../reading/reading.ts';
import type { Result } from '../report/result.ts';
import type { Services } from './services.ts';

export interface Source {
  readonly name: string;
  readonly bytes: () => Promise<Uint8Array>;
}

/** Thrown by a source that need not be taken into memory to be told too large. */
class TooLarge extends Error {}

export function fileSource(file: File): Source {
  const { name } = file;
  return {
    name,
    bytes: async () => {
      if (file.size > LARGEST_SOURCE) throw new TooLarge();
      return new Uint8Array(await new Response(file).arrayBuffer());
    },
  };
}

export function pastedSource(text: string): Source {
  return { name: '粘贴的内容', bytes: async () => new TextEncoder().encode(text) };
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
    return reason instanceof TooLarge ? tooLarge(name) : failureOf(name, reason);
  }
}
