/**
 * Puts formatted text on the clipboard. The copy event comes first: it also works in pages opened
 * from a disk and in the oldest browsers, where the newer interface is missing.
 */

import type { CopiedText } from '../ports/services.ts';

function copyByEvent({ html, text }: CopiedText): boolean {
  let isSet = false;
  const fill = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/html', html);
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
    isSet = event.clipboardData !== null;
  };
  document.addEventListener('copy', fill, true);
  try {
    return document.execCommand('copy') && isSet;
  } finally {
    document.removeEventListener('copy', fill, true);
  }
}

async function copyByClipboard({ html, text }: CopiedText): Promise<boolean> {
  if (!navigator.clipboard?.write || typeof ClipboardItem === 'undefined') return false;
  const blob = (content: string, type: string) => new Blob([content], { type });
  try {
    await navigator.clipboard.write([
      new ClipboardItem({
        'text/html': blob(html, 'text/html'),
        'text/plain': blob(text, 'text/plain'),
      }),
    ]);
    return true;
  } catch {
    // Refused by the person or the house rules: said to the person, who has another way.
    return false;
  }
}

/** True where the clipboard now holds the text. */
export async function copyText(copied: CopiedText): Promise<boolean> {
  return copyByEvent(copied) || copyByClipboard(copied);
}
