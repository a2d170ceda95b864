/**
 * The fingerprint of a report file: SHA-256 over its content in one canonical form (keys sorted, no
 * blanks), so that an edited file is noticed whatever edited it. Pure, since the browser's own
 * digest is missing on plain http intranet hosts.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** A JSON value as text with sorted keys; members that are undefined are left out. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}

/** `sha256-<hex>` of a text. */
export function sha256Of(text: string): string {
  return `sha256-${bytesToHex(sha256(utf8ToBytes(text)))}`;
}

/** The fingerprint of a report file without the members that speak about it. */
export function digestOf(file: object): string {
  const content: Record<string, unknown> = { ...file };
  delete content.findings;
  delete content.digest;
  delete content.parts;
  return sha256Of(canonicalJson(content));
}
