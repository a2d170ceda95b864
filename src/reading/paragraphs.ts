/**
 * The words of a section as paragraphs again: lines cut where the paper ended are joined, page
 * furniture is left out, nothing else is changed.
 */
import type { Line } from './lines.ts';
import { readableText } from './readers/plain-text.ts';

const SUB_HEADING =
  /^\s*(?:[（(][一二三四五六七八九十]+[)）]|[一二三四五六七八九十]+、|\d{1,2}[.、．])/;
const SENTENCE_END = /[。！？；：:;]["”’）)]?$/;
/** A paragraph's last line is shorter than a full one by more than this share. */
const FULL_SHARE = 0.85;

function fullLength(lines: readonly string[]): number {
  const lengths = lines.map((line) => line.length).sort((one, other) => one - other);
  return lengths[Math.floor(lengths.length * 0.8)] ?? 0;
}

function isLatinJoint(before: string, after: string): boolean {
  return /[a-z]/i.test(before.slice(-1)) && /^[a-z]/i.test(after);
}

/** Lines of a page joined to paragraphs. */
function unwrapped(lines: readonly string[]): readonly string[] {
  const full = fullLength(lines) * FULL_SHARE;
  const paragraphs: string[][] = [];
  let isOpen = false;
  let before = '';
  for (const line of lines) {
    const last = paragraphs[paragraphs.length - 1];
    if (last !== undefined && isOpen && !SUB_HEADING.test(line)) {
      last.push(isLatinJoint(before, line) ? ` ${line}` : line);
    } else paragraphs.push([line]);
    before = line;
    isOpen = line.length >= full && !(SENTENCE_END.test(line) && line.length < full / FULL_SHARE);
  }
  return paragraphs.map((parts) => parts.join(''));
}

/** The text of some lines, a paragraph a line. */
export function paragraphsOf(lines: readonly Line[], wrapped: boolean): string {
  const texts = lines.map(({ text }) => readableText(text).trim()).filter((text) => text !== '');
  return (wrapped ? unwrapped(texts) : texts).join('\n');
}
