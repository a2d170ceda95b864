/** Which window writes a draft: by the browser's locks, or by calls between windows where it has none. */
import {
  type AcquireWriterLock,
  type Calls,
  locksByCalls,
  locksOfBrowser,
} from '../drafts/writer-lock.ts';
import { later, newId } from './clock.ts';

function calls(): Calls {
  const channel = new BroadcastChannel('nianbaotong');
  return {
    send: (call) => channel.postMessage(call),
    listen: (heard) => {
      const hear = ({ data }: MessageEvent<unknown>) => heard(data);
      channel.addEventListener('message', hear);
      return () => channel.removeEventListener('message', hear);
    },
  };
}

/** Locks are for pages from a safe address or a disk; a plain http address has none. */
export function writerLocks(): AcquireWriterLock {
  const locks: LockManager | undefined = navigator.locks;
  return locks ? locksOfBrowser(locks) : locksByCalls(calls(), later, newId());
}
