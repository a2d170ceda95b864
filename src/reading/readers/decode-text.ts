/**
 * Bytes of a text file as text. Chinese office machines still write GBK; a page says its charset in
 * its head, a text file says nothing: then UTF-8 where the bytes are valid UTF-8, else GB18030.
 */

const HEAD_BYTES = 4096;
const CHARSET = /charset\s*=\s*(?:["']\s*)?([a-z0-9_-]+)/i;

const ENCODINGS: Readonly<Record<string, string>> = {
  gb2312: 'gb18030',
  gbk: 'gb18030',
  gb18030: 'gb18030',
  'x-gbk': 'gb18030',
  big5: 'big5',
  'big5-hkscs': 'big5',
  utf8: 'utf-8',
  'utf-8': 'utf-8',
  'utf-16': 'utf-16le',
  'utf-16le': 'utf-16le',
};

function startsWith(bytes: Uint8Array, ...mark: readonly number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte);
}

/** The encoding a mark at the beginning names. */
export function byteOrderMark(bytes: Uint8Array): string | undefined {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return 'utf-8';
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le';
  if (startsWith(bytes, 0xfe, 0xff)) return 'utf-16be';
  return undefined;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** The encoding of a name as people write it, or undefined for one no decoder here knows. */
export function encodingNamed(name: string): string | undefined {
  return ENCODINGS[name.toLowerCase()];
}

function encodingOf(bytes: Uint8Array): string {
  const marked = byteOrderMark(bytes);
  if (marked) return marked;
  if (isUtf8(bytes)) return 'utf-8';
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD_BYTES));
  const stated = encodingNamed(CHARSET.exec(head)?.[1] ?? '');
  return stated && stated !== 'utf-8' ? stated : 'gb18030';
}

/** The text of a file. Never throws: a byte that is no character becomes a replacement mark. */
export function decodeText(bytes: Uint8Array, encoding?: string): string {
  return new TextDecoder(encoding ?? encodingOf(bytes)).decode(bytes).replace(/^\ufeff/, '');
}
