/**
 * A text made plain for reading: blanks and bold marks gone, one form for each digit, letter and mark
 * of punctuation, lines that were only broken by a page joined. Every character remembers where it
 * stood in the text as typed, so that words found here can be marked there.
 */

export interface NormalizedText {
  readonly text: string;
  /** For each character its index in the text as typed, and at the end the length of that text. */
  readonly offsets: readonly number[];
}

/** Half-width marks as Chinese text writes them. */
const MARKS: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '(': '（',
  ')': '）',
  '!': '！',
  '?': '？',
};
const HAN = /[\u3400-\u9fff]/;
/** Ends of a paragraph; a line that ends otherwise and is long was broken by the page. */
const LINE_END = /[。！？；：）”》]/;
const LINE_START =
  /^\s*(?:[（(]?[一二三四五六七八九十]+[）)、.]|[一二三四五六七八九十]是|\d+[.、])/;
const SHORTEST_BROKEN_LINE = 20;

function plainCharacter(raw: string): string {
  const plain = raw.normalize('NFKC');
  return plain.length === 1 ? plain : raw;
}

/** A mark as Chinese text writes it, except inside a figure: 1,259 and 3.5 stay. */
function plainMark(character: string, before: string, after: string): string {
  if (character === ',' && /\d/.test(before) && /^\d{3}(?!\d)/.test(after)) return character;
  if (character === '.' && HAN.test(before)) return '。';
  return MARKS[character] ?? character;
}

function breaksParagraph(line: string, after: string): boolean {
  const end = line.trimEnd().slice(-1);
  return (
    line.replace(/\s/g, '').length < SHORTEST_BROKEN_LINE ||
    LINE_END.test(end) ||
    LINE_START.test(after) ||
    after.trim() === ''
  );
}

/** The text without what only the eye needs. */
export function normalizeText(raw: string): NormalizedText {
  const characters: string[] = [];
  const offsets: number[] = [];
  let lineStart = 0;
  const keep = (character: string, at: number) => {
    characters.push(character);
    offsets.push(at);
  };
  for (let at = 0; at < raw.length; at += 1) {
    const character = raw[at]!;
    if (character === '\n') {
      const after = raw.slice(at + 1, at + 40);
      if (breaksParagraph(raw.slice(lineStart, at), after)) keep('\n', at);
      lineStart = at + 1;
    } else if (!/[\s*\u200b\ufeff]/.test(character)) {
      const plain = plainCharacter(character);
      const isComma = character === '，';
      const before = characters[characters.length - 1] ?? '';
      keep(isComma ? character : plainMark(plain, before, raw.slice(at + 1, at + 5)), at);
    }
  }
  offsets.push(raw.length);
  return { text: characters.join(''), offsets };
}

/** Where characters of the plain text stand in the text as typed. */
export function typedPlace(
  { offsets }: NormalizedText,
  start: number,
  end: number,
): { readonly start: number; readonly end: number } {
  const last = offsets[Math.max(start, end - 1)] ?? 0;
  return { start: offsets[start] ?? last, end: end > start ? last + 1 : last };
}
