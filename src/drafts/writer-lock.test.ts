import { expect, test } from 'vitest';
import { type Calls, locksByCalls, type WriterLock } from './writer-lock.ts';

/** Windows of one browser with calls between them and a clock that is moved by hand. */
function createWindows() {
  const listeners = new Set<{ name: string; heard: (call: unknown) => void }>();
  let waiting: { run: () => void; at: number }[] = [];
  let time = 0;
  const later = (run: () => void, milliseconds: number) => {
    const one = { run, at: time + milliseconds };
    waiting.push(one);
    return () => {
      waiting = waiting.filter((other) => other !== one);
    };
  };
  const pass = (milliseconds: number) => {
    for (const end = time + milliseconds; ; ) {
      waiting.sort((one, other) => one.at - other.at);
      const next = waiting[0];
      if (!next || next.at > end) {
        time = end;
        return;
      }
      time = next.at;
      waiting.shift();
      next.run();
    }
  };
  const writes: Record<string, boolean> = {};
  const opens = (name: string, id = 'one'): WriterLock & { dies: () => void } => {
    const own = { name, heard: (_: unknown) => undefined as unknown };
    const calls: Calls = {
      send: (call) => {
        for (const other of [...listeners]) if (other.name !== name) other.heard(call);
      },
      listen: (heard) => {
        own.heard = heard;
        listeners.add(own);
        return () => listeners.delete(own);
      },
    };
    const lock = locksByCalls(
      calls,
      later,
      name,
    )(id, (isWriting) => {
      writes[name] = isWriting;
    });
    return { ...lock, dies: () => listeners.delete(own) };
  };
  return { opens, pass, writes };
}

test('the first window writes, the second shows', () => {
  const { opens, pass, writes } = createWindows();
  opens('a');
  pass(500);
  opens('b');
  pass(500);
  expect(writes).toEqual({ a: true, b: false });
});

test('the window that shows takes over, and the other shows from then on', () => {
  const { opens, pass, writes } = createWindows();
  opens('a');
  pass(500);
  const second = opens('b');
  pass(500);
  second.takeOver();
  pass(10_000);
  expect(writes).toEqual({ a: false, b: true });
});

test('a lock that is left goes to the window that shows', () => {
  const { opens, pass, writes } = createWindows();
  const first = opens('a');
  pass(500);
  opens('b');
  pass(500);
  first.leave();
  pass(500);
  expect(writes.b).toBe(true);
});

test('a window that died without a word is found out', () => {
  const { opens, pass, writes } = createWindows();
  const first = opens('a');
  pass(500);
  opens('b');
  pass(500);
  first.dies();
  pass(4000);
  expect(writes.b).toBe(true);
});

test('of two that open at the same moment one writes in the end', () => {
  const { opens, pass, writes } = createWindows();
  opens('b');
  opens('a');
  pass(10_000);
  expect(Object.values(writes).filter(Boolean)).toHaveLength(1);
});

test('windows on two drafts do not hinder each other', () => {
  const { opens, pass, writes } = createWindows();
  opens('a', 'one');
  opens('b', 'two');
  pass(500);
  expect(writes).toEqual({ a: true, b: true });
});
