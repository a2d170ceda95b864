/**
 * A text as tokens: what it says, without the form it is said in. A number is one token whatever its
 * width and grouping, a Latin word is one, every Chinese character is one. Blanks, line ends and
 * punctuation are no tokens; signs that change a figure (%, +, a minus before digits) are.
 */

export interface Token {
  readonly text: string;
  /** Place of its first character in the text. */
  readonly at: number;
}

interface Letter {
  /** One character in its plain form. */
  readonly plain: string;
  readonly at: number;
}

const DIGIT = /\d/;
const LATIN = /[A-Za-z]/;
const WORD = /[\p{L}\p{N}]/u;
const MEANT = /[%‰+×÷=<>≤≥℃°]/;
const MINUS = /[-−–]/;

/** Characters in their plain form (NFKC), each with its place. */
function lettersOf(text: string): readonly Letter[] {
  const letters: Letter[] = [];
  let at = 0;
  for (const character of text) {
    for (const plain of character.normalize('NFKC')) letters.push({ plain, at });
    at += character.length;
  }
  return letters;
}

function runEnd(letters: readonly Letter[], from: number, kind: RegExp): number {
  let at = from;
  while (kind.test(letters[at]?.plain ?? '')) at += 1;
  return at;
}

/** The end of a number: digits, with a dot or comma between digits. */
function numberEnd(letters: readonly Letter[], from: number): number {
  let at = runEnd(letters, from, DIGIT);
  while (
    /[.,]/.test(letters[at]?.plain ?? '') &&
    DIGIT.test(letters[at + 1]?.plain ?? '') &&
    DIGIT.test(letters[at - 1]?.plain ?? '')
  ) {
    at = runEnd(letters, at + 1, DIGIT);
  }
  return at;
}

function isMinus(letters: readonly Letter[], at: number): boolean {
  const [before, next] = [letters[at - 1]?.plain ?? '', letters[at + 1]?.plain ?? ''];
  return MINUS.test(letters[at]?.plain ?? '') && DIGIT.test(next) && !/[\dA-Za-z]/.test(before);
}

/** The end of the token that begins here; the same place where none does. */
function tokenEnd(letters: readonly Letter[], at: number): number {
  const plain = letters[at]?.plain ?? '';
  if (DIGIT.test(plain)) return numberEnd(letters, at);
  if (LATIN.test(plain)) return runEnd(letters, at, LATIN);
  return WORD.test(plain) || MEANT.test(plain) || isMinus(letters, at) ? at + 1 : at;
}

/** The tokens of a text, in order. */
export function tokensOf(text: string): readonly Token[] {
  const letters = lettersOf(text);
  const tokens: Token[] = [];
  let at = 0;
  while (at < letters.length) {
    const end = tokenEnd(letters, at);
    if (end > at) {
      const words = letters.slice(at, end).map(({ plain }) => plain);
      tokens.push({ text: words.join('').replace(/,/g, ''), at: letters[at]!.at });
    }
    at = Math.max(end, at + 1);
  }
  return tokens;
}

const SHOWN = /\d+(?:[.,]\d+)*|[A-Za-z]+|[\s\S]/gu;

/** A text as pieces that are shown changed or not: numbers and Latin words are never cut. */
export function shownTokens(text: string): readonly string[] {
  return text.match(SHOWN) ?? [];
}
