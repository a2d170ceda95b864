/**
 * One window writes a draft at a time; the others show it. Whoever opens it first sits down, whoever
 * waits moves up when the lock is left, and anybody may take it over.
 *
 * Two ways to the same end: the browser's own locks, and, where a plain http address has none, calls
 * between windows. A call is `<claim number>`: the higher number sits, of equals the lower name.
 *
 *     opens ──► asks 「谁在写」──► answered: shows ──► left, or silent ──► asks again
 *                     └──► silence: claims ──► sits ──► a higher claim is called: shows
 */
import * as z from 'zod/mini';
import type { Schedule } from './schedule.ts';

/** The lock of one draft as one window holds it or waits for it. */
export interface WriterLock {
  /** Becomes the writer now; the window that wrote so far writes what waits and shows from then on. */
  readonly takeOver: () => void;
  readonly leave: () => void;
}

/** Waits for the lock of a draft; `onChange` hears each time this window begins or stops to write. */
export type AcquireWriterLock = (id: string, onChange: (isWriting: boolean) => void) => WriterLock;

/** The lock by the browser's locks. */
export function locksOfBrowser(locks: LockManager): AcquireWriterLock {
  return (id, onChange) => {
    const name = `nianbaotong/draft/${id}`;
    let release: (() => void) | undefined;
    let queued = new AbortController();
    let hasLeft = false;

    function acquire(): Promise<void> {
      if (hasLeft) return Promise.resolve();
      onChange(true);
      return new Promise((resolve) => {
        release = resolve;
      });
    }
    function lose(): void {
      if (hasLeft) return;
      release = undefined;
      onChange(false);
      wait();
    }
    function wait(): void {
      queued = new AbortController();
      const { signal } = queued;
      locks.request(name, { signal }, acquire).catch(() => signal.aborted || lose());
    }
    function tryFirst(): void {
      const acquireIfFree = async (lock: Lock | null) => {
        if (lock) await acquire();
        else lose();
      };
      locks.request(name, { ifAvailable: true }, acquireIfFree).catch(lose);
    }
    tryFirst();
    return {
      takeOver: () => {
        queued.abort();
        locks.request(name, { steal: true }, acquire).catch(lose);
      },
      leave: () => {
        hasLeft = true;
        queued.abort();
        release?.();
      },
    };
  };
}

/** Calls between the windows of one browser. */
export interface Calls {
  readonly send: (call: unknown) => void;
  readonly listen: (heard: (call: unknown) => void) => () => void;
}

const callSchema = z.object({
  kind: z.enum(['who', 'mine', 'free']),
  id: z.string(),
  claim: z.int(),
  from: z.string(),
});

type Call = z.infer<typeof callSchema>;

/** How long a writer may take to answer; a hidden window answers as fast as any. */
const SILENCE = 400;
/** How often a window that shows asks whether the writer is still there. */
const ASK_AGAIN = 3000;

/** The lock by calls; `from` is the name of this window, unlike all others. */
export function locksByCalls(calls: Calls, later: Schedule, from: string): AcquireWriterLock {
  return (id, onChange) => {
    let claim = 0;
    let isWriting = false;
    let stopTimer: () => void = () => undefined;

    const say = (kind: Call['kind']) => calls.send({ kind, id, claim, from });
    const wait = (run: () => void, milliseconds: number) => {
      stopTimer();
      stopTimer = later(run, milliseconds);
    };
    function ask(): void {
      wait(acquire, SILENCE);
      say('who');
    }
    function acquire(): void {
      claim += 1;
      isWriting = true;
      stopTimer();
      say('mine');
      onChange(true);
    }
    function show(): void {
      isWriting = false;
      onChange(false);
      wait(ask, ASK_AGAIN);
    }
    function hear(call: Call): void {
      const isHigher = call.claim > claim || (call.claim === claim && call.from < from);
      if (call.kind === 'who' && isWriting) say('mine');
      if (call.kind === 'free' && !isWriting) ask();
      if (call.kind === 'mine' && isWriting && !isHigher) say('mine');
      else if (call.kind === 'mine') {
        claim = Math.max(claim, call.claim);
        show();
      }
    }
    const stop = calls.listen((value) => {
      const call = callSchema.safeParse(value);
      if (call.success && call.data.id === id && call.data.from !== from) hear(call.data);
    });
    ask();
    return {
      takeOver: acquire,
      leave: () => {
        stopTimer();
        stop();
        if (isWriting) say('free');
      },
    };
  };
}
