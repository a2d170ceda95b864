/** A storage of so many characters, as a browser has it: what grows beyond them is refused. */
import type { StoragePort } from '../drafts/draft-slots.ts';

export interface LimitedStorage extends StoragePort {
  readonly texts: Map<string, string>;
  /** Fills what room there is but for so many characters, as another page of the origin may. */
  readonly fill: (spare?: number) => void;
  readonly free: () => void;
  /** Lets only so many further writes and removals happen: the browser is killed after them. */
  readonly killAfter: (dealings: number) => void;
}

const FOREIGN = 'other/filling';
const ROOM = 400_000;

export function limitedStorage(texts = new Map<string, string>()): LimitedStorage {
  let left = Number.POSITIVE_INFINITY;
  const used = () => [...texts].reduce((sum, [key, text]) => sum + key.length + text.length, 0);
  const deal = () => {
    if (left === 0) throw new Error('killed');
    left -= 1;
  };
  return {
    texts,
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, text) => {
      deal();
      const known = texts.get(key);
      const grown = text.length - (known?.length ?? -key.length);
      if (grown > 0 && used() + grown > ROOM) {
        throw new DOMException('full', 'QuotaExceededError');
      }
      texts.set(key, text);
    },
    removeItem: (key) => {
      deal();
      texts.delete(key);
    },
    keys: () => [...texts.keys()],
    fill: (spare = 0) => {
      texts.delete(FOREIGN);
      const rest = ROOM - used() - FOREIGN.length - spare;
      if (rest > 0) texts.set(FOREIGN, 'x'.repeat(rest));
    },
    free: () => void texts.delete(FOREIGN),
    killAfter: (dealings) => {
      left = dealings;
    },
  };
}
