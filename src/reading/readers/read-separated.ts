/** A CSV file as a document: one grid, quotes resolved, lines with nothing but one text paragraphs. */
import { type Block, gridFromRows, type ReportDocument } from './document.ts';

function rowsOf(text: string, mark: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  let cell = '';
  /** Whether nothing but blanks was met in the cell: asked at every quote, so not told from its text. */
  let isBlank = true;
  let isQuoted = false;
  const add = (character: string) => {
    cell += character;
    isBlank &&= /\s/.test(character);
  };
  const endCell = () => {
    rows[rows.length - 1]!.push(cell.trim());
    cell = '';
    isBlank = true;
  };
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (isQuoted) {
      if (character !== '"') add(character);
      else if (text.charAt(at + 1) === '"') {
        add('"');
        at += 1;
      } else isQuoted = false;
    } else if (character === '"' && isBlank) isQuoted = true;
    else if (character === mark) endCell();
    else if (character === '\n') {
      endCell();
      rows.push([]);
    } else if (character !== '\r') add(character);
  }
  endCell();
  return rows;
}

function isParagraph(row: readonly string[]): boolean {
  const filled = row.filter((text) => text !== '');
  return filled.length === 1 && (filled[0] ?? '').length > 20;
}

/** The document of a CSV file; the separator is a comma, or a semicolon where there are more. */
export function readSeparated(text: string): ReportDocument {
  const count = (mark: string) => text.split(mark).length;
  const blocks: Block[] = [];
  let open: (readonly string[])[] = [];
  const close = () => {
    const rows = open.map((row) => row.map((cell) => ({ text: cell })));
    if (rows.length > 0) blocks.push(gridFromRows(rows, 'exact'));
    open = [];
  };
  for (const row of rowsOf(text, count(';') > count(',') ? ';' : ',')) {
    if (!isParagraph(row)) open.push(row);
    else {
      close();
      blocks.push({ kind: 'paragraph', text: row.find((cell) => cell !== '') ?? '' });
    }
  }
  close();
  return { blocks, wrapped: false };
}
