/**
 * Plain text and Markdown as a document: lines are paragraphs; lines with tabs or pipes that follow
 * one another are a grid whose columns may have lost a separator.
 */
import { type Block, gridFromRows, type ReportDocument, type SpannedCell } from './document.ts';

const RULE_CELL = /^:?-{2,}:?$/;
const MARKDOWN_HEADING = /^\s*#{1,6}\s+/;
const MARKDOWN_BOLD = /\*\*(.{1,400}?)\*\*/g;
const LAST_PIPE = /[|│]$/;
const FIRST_PIPE = /^[|│]/;

/** The line Markdown draws under the head of a table. */
function isRule(line: string): boolean {
  const cells = line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|');
  return cells.every((cell) => RULE_CELL.test(cell.trim()));
}

/** The cells of a line set with pipes or tabs; undefined for a line that is no row. */
function cellsOfLine(line: string): readonly string[] | undefined {
  if (/[|│]/.test(line)) {
    const inner = line.trimEnd().replace(LAST_PIPE, '');
    // A cell and a pipe, and the line ends: one cell a line, which is no row.
    if (!/[|│]/.test(inner)) return undefined;
    return inner.split(/[|│]/).map((cell) => cell.trim());
  }
  return line.includes('\t') ? line.split('\t').map((cell) => cell.trim()) : undefined;
}

/** Markdown opens each row with a pipe: then the empty cell before it is none. */
function withoutOpening(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const isOpened = rows.every(([first]) => first === '');
  return isOpened ? rows.map((row) => row.slice(1)) : rows;
}

interface OpenTable {
  rows: (readonly string[])[];
  /** Pipes and tabs do not share a table. */
  mark: 'pipe' | 'tab';
}

function closed({ rows, mark }: OpenTable): Block {
  const own = mark === 'pipe' ? withoutOpening(rows) : rows;
  const cells = own.map((row) => row.map((text): SpannedCell => ({ text })));
  return gridFromRows(cells, 'separated');
}

const LINE_WIDTH = { least: 18, most: 50, share: 0.5 } as const;

/** Text cut where the paper ended: many lines of nearly one length that end in mid-sentence. */
function isWrapped(lines: readonly string[]): boolean {
  const long = lines.map((line) => line.trim()).filter((line) => line.length >= LINE_WIDTH.least);
  if (long.length < 8) return false;
  const cut = long.filter(
    (line) => line.length <= LINE_WIDTH.most && !/[。；：！？:;)）]$/.test(line),
  );
  return cut.length / long.length > LINE_WIDTH.share;
}

function plainLine(line: string): string {
  return line
    .replace(MARKDOWN_HEADING, '')
    .replace(MARKDOWN_BOLD, '$1')
    .trim()
    .replace(FIRST_PIPE, '')
    .replace(LAST_PIPE, '')
    .trim();
}

/** The document of a text. */
export function readPlainText(text: string): ReportDocument {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const blocks: Block[] = [];
  let table: OpenTable | undefined;
  const close = () => {
    if (table) blocks.push(closed(table));
    table = undefined;
  };
  for (const line of lines) {
    if (line.trim() === '' || isRule(line)) continue;
    const cells = cellsOfLine(line);
    if (cells) {
      const mark = /[|│]/.test(line) ? 'pipe' : 'tab';
      if (table && table.mark !== mark) close();
      table ??= { rows: [], mark };
      table.rows.push(cells);
    } else {
      close();
      const plain = plainLine(line);
      if (plain !== '') blocks.push({ kind: 'paragraph', text: plain });
    }
  }
  close();
  return { blocks, wrapped: isWrapped(lines) };
}
