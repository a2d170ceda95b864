/** File names a clerk recognises and every system takes: no sign a system forbids, no more bytes than it takes. */
import { longestPrefix } from '../report/graphemes.ts';
import { type RawReport, UNNAMED_AGENCY } from '../report/raw-report.ts';

/**
 * Windows forbids these; control characters and those that turn the direction of writing, which would
 * disguise an extension, are taken out too, and halves of characters, which no file system keeps.
 */
const ILLEGAL =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: Windows forbids control characters in names
  /[\\/:*?"<>|\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\p{Cs}]/gu;
/** File systems and zips take 255 bytes; a browser adds ` (12)` and, while it loads, `.crdownload`. */
const MOST_BYTES = 255 - 20;
const REPORT = '政府信息公开工作年度报告';

function bytesIn(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** A name of any making before the end a file of ours has, cut between two characters to what fits. */
export function fitName(wanted: string, tail: string): string {
  const name = wanted.replace(ILLEGAL, ' ').trim();
  const room = MOST_BYTES - bytesIn(tail);
  return longestPrefix(name, (part) => bytesIn(part) <= room).trim() + tail;
}

/** `大渡口区经济和信息化委员会_2019年_政府信息公开工作年度报告.json` */
export function fileNameOf({ agency, year }: RawReport, extension: string, what = REPORT): string {
  const name = agency.name.replace(ILLEGAL, ' ').trim();
  return fitName(name || UNNAMED_AGENCY, `_${year}年_${what}.${extension}`);
}
