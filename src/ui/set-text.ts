/**
 * Writes the text of an element that holds nothing else, touching the page as little as it can: a text
 * that stands there is changed in place, one that says the same is left alone.
 */
export function setText(element: Element, text: string): void {
  const { firstChild } = element;
  if (!(firstChild instanceof Text)) element.textContent = text;
  else if (firstChild.data !== text) firstChild.data = text;
}
