/** The text of an element that follows a store at every key, without rendering. */
import { type RefCallback, useState } from 'react';
import { setText } from './set-text.ts';
import { type ReadableStore, usePainted } from './store.ts';

/**
 * Keeps the text of an element as a selector sees it in a store, at once and at every change of it.
 * What is given goes to the element as its ref; nothing else may write into it.
 */
export function useText<State>(
  store: ReadableStore<State>,
  select: (state: State) => string,
): RefCallback<Element> {
  const element = usePainted<State, string, Element>(store, select, setText);
  const [take] = useState(() => (shown: Element | null) => {
    element.current = shown;
  });
  return take;
}
