/**
 * The page inside a web archive (.mht): the first HTML part, decoded from quoted-printable or
 * base64. Pictures and styles are left alone.
 */
import { failure, type Result, success } from '../../report/result.ts';
import { decodeText, encodingNamed } from './decode-text.ts';

const BOUNDARY = /boundary\s*=\s*"?([^"\r\n;]+)"?/i;
const ENCODING = /^content-transfer-encoding:\s*([a-z0-9-]+)/im;
const CHARSET = /charset\s*=\s*"?([a-z0-9_-]+)/i;
const IS_PAGE = /^content-type:\s*text\/html/im;

function binary(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0) & 0xff);
}

function quotedPrintable(text: string): Uint8Array {
  const plain = text
    .replace(/=[ \t]*\r?\n/g, '')
    .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return binary(plain);
}

function base64(text: string): Uint8Array {
  try {
    return binary(atob(text.replace(/[^A-Za-z0-9+/=]/g, '')));
  } catch {
    return new Uint8Array();
  }
}

function bodyBytes(head: string, body: string): Uint8Array {
  const encoding = ENCODING.exec(head)?.[1]?.toLowerCase();
  if (encoding === 'quoted-printable') return quotedPrintable(body);
  return encoding === 'base64' ? base64(body) : binary(body);
}

/** The page of a web archive. */
export function pageOfArchive(bytes: Uint8Array): Result<string> {
  const text = new TextDecoder('latin1').decode(bytes);
  const boundary = BOUNDARY.exec(text)?.[1]?.trim();
  const parts = boundary ? text.split(`--${boundary}`) : [text];
  for (const part of parts) {
    const [gap] = /\r?\n\r?\n/.exec(part.replace(/^\r?\n/, '')) ?? [];
    if (gap === undefined) continue;
    const own = part.replace(/^\r?\n/, '');
    const at = own.indexOf(gap);
    const head = own.slice(0, at);
    if (!IS_PAGE.test(head)) continue;
    const page = bodyBytes(head, own.slice(at + gap.length));
    return success(decodeText(page, encodingNamed(CHARSET.exec(head)?.[1] ?? '')));
  }
  return failure('这个网页归档文件里没有网页', '在浏览器里把网页另存为 .html，再打开。');
}
