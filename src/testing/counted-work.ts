/**
 * The work a piece of the program does, counted and not timed: characters gone through by methods of
 * texts and by patterns, items gone through by methods of lists. With patterns that are linear by
 * construction (`patterns.test.ts`) a bound on this is a bound on time, whatever the machine.
 *
 * Seen is what methods do, and every item a loop or a spread takes from a list; loops that count places
 * are not, nor is a cut text, which shares the characters of its source. The methods are put back
 * whatever happens.
 */

type Method = (this: unknown, ...args: unknown[]) => unknown;
/** What one call cost, told from what it was given and what it gave. */
type Cost = (self: unknown, args: readonly unknown[], result: unknown) => number;

function lengthOf(self: unknown): number {
  return (self as { readonly length: number }).length;
}

const wholeLength: Cost = lengthOf;

/** A search forwards goes from its start to what it finds, or to the end. */
const forwards: Cost = (self, [, from], found) => {
  const start = typeof from === 'number' ? Math.max(0, from) : 0;
  const end = typeof found === 'number' && found >= 0 ? found + 1 : lengthOf(self);
  return Math.max(1, end - start);
};

const backwards: Cost = (self, [, from], found) => {
  const start = typeof from === 'number' ? Math.min(from, lengthOf(self)) : lengthOf(self);
  return Math.max(1, start - (typeof found === 'number' ? Math.max(0, found) : 0));
};

const TEXT: Readonly<Record<string, Cost>> = {
  indexOf: forwards,
  lastIndexOf: backwards,
  includes: wholeLength,
  split: wholeLength,
  replace: wholeLength,
  normalize: wholeLength,
  trim: wholeLength,
  repeat: (_, __, result) => lengthOf(result),
  toUpperCase: wholeLength,
  toLowerCase: wholeLength,
};

const LIST: Readonly<Record<string, Cost>> = {
  indexOf: forwards,
  includes: wholeLength,
  map: wholeLength,
  filter: wholeLength,
  flatMap: wholeLength,
  forEach: wholeLength,
  reduce: wholeLength,
  slice: (_, __, result) => lengthOf(result),
  concat: (_, __, result) => lengthOf(result),
  join: wholeLength,
  reverse: wholeLength,
  unshift: wholeLength,
  shift: wholeLength,
  sort: (self) => lengthOf(self) * Math.ceil(Math.log2(lengthOf(self) + 2)),
};

/** Those that stop where their question is answered: counted by the questions asked. */
const ASKING = ['find', 'findIndex', 'some', 'every'];

/** Runs something and gives the characters and items that were gone through. */
export async function workOf(run: () => unknown): Promise<number> {
  let work = 0;
  let isInside = false;
  const undo: (() => void)[] = [];
  const put = (owner: object, name: PropertyKey, method: Method) => {
    const before = Object.getOwnPropertyDescriptor(owner, name)!;
    Object.defineProperty(owner, name, { ...before, value: method });
    undo.push(() => Object.defineProperty(owner, name, before));
  };
  const count = (owner: object, costs: Readonly<Record<string, Cost>>) => {
    for (const [name, cost] of Object.entries(costs)) {
      const own = (owner as Record<string, Method>)[name]!;
      put(owner, name, function (this: unknown, ...args) {
        const outer = isInside;
        // A split or replacement asks its pattern many times for what is counted once here.
        isInside = outer || (typeof this === 'string' && name !== 'replace');
        const result = own.apply(this, args);
        isInside = outer;
        work += cost(this, args, result);
        return result;
      });
    }
  };
  const exec = RegExp.prototype.exec;
  put(RegExp.prototype, 'exec', function (this: unknown, text) {
    const pattern = this as RegExp;
    const start = pattern.global || pattern.sticky ? pattern.lastIndex : 0;
    const match = exec.call(pattern, text as string);
    const end = match ? match.index + match[0].length : pattern.sticky ? start : lengthOf(text);
    if (!isInside) work += Math.max(1, end - start);
    return match;
  } as Method);
  count(String.prototype, TEXT);
  count(Array.prototype, LIST);
  for (const name of ASKING) {
    const own = (Array.prototype as unknown as Record<string, Method>)[name]!;
    put(Array.prototype, name, function (this: unknown, ask, ...rest) {
      return own.call(
        this,
        (...args: unknown[]) => {
          work += 1;
          return (ask as (...args: unknown[]) => unknown)(...args);
        },
        ...rest,
      );
    });
  }
  const steps = Array.prototype[Symbol.iterator];
  put(Array.prototype, Symbol.iterator, function (this: unknown) {
    const inner = steps.call(this as unknown[]);
    const step = inner.next.bind(inner);
    const next = () => {
      work += 1;
      return step();
    };
    return { next, [Symbol.iterator]: () => ({ next }) };
  });
  try {
    await run();
  } finally {
    for (const one of undo.reverse()) one();
  }
  return work;
}
