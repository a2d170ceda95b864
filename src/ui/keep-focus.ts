/**
 * Keeps the focus near when a button that was pressed goes away with what it belonged to: a finding
 * that is settled, a row that is deleted, a form that opens in the place of its button. A focus that
 * falls to the page sends the keyboard back to the top and tells a screen reader nothing.
 *
 * Watches from a press until the focus is somewhere else; never while somebody types.
 */

const FOCUSABLE = 'input, textarea, select, button, summary, a[href]';

/** Where the focus may go, nearest first: into the same item, the next, the one before. */
function itemsAround(pressed: Element): readonly (Element | null | undefined)[] {
  const item = pressed.closest('li, tr');
  return [item, item?.nextElementSibling, item?.previousElementSibling];
}

/** What the button stood in, from the inside out; first what can hold the focus itself. */
function placesAround(pressed: Element): readonly (Element | null)[] {
  const around: Element[] = [];
  for (let at = pressed.parentElement; at; at = at.parentElement) around.push(at);
  const { ownerDocument: page } = pressed;
  return [pressed.closest('[tabindex="-1"]'), page.querySelector('main[tabindex="-1"]'), ...around];
}

function focusInside(place: Element): boolean {
  const [first] = place.querySelectorAll<HTMLElement>(FOCUSABLE);
  const target = place.matches('[tabindex="-1"]') && place instanceof HTMLElement ? place : first;
  target?.focus();
  return target !== undefined && place.ownerDocument.activeElement === target;
}

/** Waits for the pressed button to go; gives what ends the waiting. */
function watch(pressed: Element): () => void {
  const page = pressed.ownerDocument;
  const places = [...itemsAround(pressed), ...placesAround(pressed)];
  const observer = new MutationObserver(() => {
    if (pressed.isConnected) return;
    observer.disconnect();
    if (page.activeElement !== page.body) return;
    places.some((place) => place?.isConnected && place !== page.body && focusInside(place));
  });
  observer.observe(page.body, { childList: true, subtree: true });
  return () => observer.disconnect();
}

/** Begins to keep the focus on a page; gives what ends it. */
export function keepFocus(page: Document): () => void {
  let stop: () => void = () => undefined;
  const onClick = ({ target }: Event) => {
    stop();
    const pressed = target instanceof Element ? target.closest('button') : null;
    if (pressed) stop = watch(pressed);
  };
  const onFocus = () => stop();
  page.addEventListener('click', onClick, true);
  page.addEventListener('focusin', onFocus);
  return () => {
    stop();
    page.removeEventListener('click', onClick, true);
    page.removeEventListener('focusin', onFocus);
  };
}
