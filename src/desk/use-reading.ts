/** Files on their way to the readers, one after the other, told as they go and called off when asked. */
import { useState } from 'react';
import { readSource, type Source } from '../ports/read-source.ts';
import type { Services } from '../ports/services.ts';
import { Cancelled, type Stage } from '../reading/readers/progress.ts';
import type { Reading } from '../reading/reading.ts';
import type { Result } from '../report/result.ts';
import type { ReadingNow } from './reading-progress.tsx';

interface Readings {
  /** What is being read at the moment. */
  readonly now: ReadingNow | undefined;
  readonly read: (sources: readonly Source[]) => Promise<void>;
}

/** A failure that says of which file it is, where several are read together. */
function ofFile(read: Result<Reading>, name: string, files: number): Result<Reading> {
  if (read.ok || files === 1 || read.failure.problem.includes(name)) return read;
  const { failure } = read;
  return { ...read, failure: { ...failure, problem: `“${name}”：${failure.problem}` } };
}

/** `take` gets each reading as it comes; what was called off gives none. */
export function useReading(
  services: Services,
  take: (name: string, read: Result<Reading>) => void,
): Readings {
  const [now, setNow] = useState<ReadingNow>();

  const read = async (sources: readonly Source[]) => {
    let isCancelled = false;
    const onCancel = () => {
      isCancelled = true;
    };
    for (const [at, { name, bytes }] of sources.entries()) {
      const told = { name, file: at + 1, files: sources.length, onCancel };
      const step = async (pages?: Stage) => {
        setNow({ ...told, pages });
        // A turn for the screen, and for the click that calls it off.
        await new Promise<void>((resolve) => services.later(resolve, 0));
        if (isCancelled) throw new Cancelled();
      };
      try {
        await step();
        take(name, ofFile(await readSource(name, bytes, services, step), name, sources.length));
      } catch (reason) {
        if (!(reason instanceof Cancelled)) throw reason;
        break;
      }
    }
    setNow(undefined);
  };

  return { now, read };
}
