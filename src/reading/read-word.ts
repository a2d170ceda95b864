/**
 * A Word file (.docx) as a document: paragraphs and tables of `word/document.xml` with their merges.
 * The XML parser is handed in. Deleted text of tracked changes is left out, inserted text is kept.
 */
import { failure, type Result, success } from '../report/result.ts';
import { decodeText } from './decode-text.ts';
import { type Block, gridFromRows, type ReportDocument, type SpannedCell } from './document.ts';
import type { PageNode } from './read-web-page.ts';
import { unpackArchive } from './unpack-archive.ts';

export type ParseXml = (xml: string) => PageNode;

const DOCUMENT = 'word/document.xml';
const ELEMENT = 1;
/** Wrappers whose content counts as if they were not there. */
const TRANSPARENT = new Set([
  'w:sdt',
  'w:sdtContent',
  'w:ins',
  'w:smartTag',
  'w:customXml',
  'w:hyperlink',
  'w:fldSimple',
  'w:r',
  'mc:AlternateContent',
  'mc:Choice',
  'w:body',
  'w:document',
  '#document',
  'w:moveTo',
]);

function childrenOf(node: PageNode): readonly PageNode[] {
  return Array.from(node.childNodes).filter(({ nodeType }) => nodeType === ELEMENT);
}

function childNamed(node: PageNode | undefined, name: string): PageNode | undefined {
  return node && childrenOf(node).find(({ nodeName }) => nodeName === name);
}

function numberIn(node: PageNode | undefined): number {
  return Number.parseInt(node?.getAttribute?.('w:val') ?? '', 10) || 0;
}

function paragraphText(node: PageNode): string {
  return childrenOf(node)
    .map((child) => {
      if (child.nodeName === 'w:t') return child.textContent ?? '';
      if (child.nodeName === 'w:tab') return '\t';
      if (child.nodeName === 'w:br' || child.nodeName === 'w:cr') return '\n';
      return TRANSPARENT.has(child.nodeName) ? paragraphText(child) : '';
    })
    .join('');
}

/** All words below a node, a paragraph a line. */
function linesIn(node: PageNode): readonly string[] {
  return childrenOf(node).flatMap((child) => {
    if (child.nodeName === 'w:p') return [paragraphText(child).trim()];
    const isTable =
      child.nodeName === 'w:tbl' || child.nodeName === 'w:tr' || child.nodeName === 'w:tc';
    return isTable || TRANSPARENT.has(child.nodeName) ? linesIn(child) : [];
  });
}

function found(node: PageNode, name: string): readonly PageNode[] {
  return childrenOf(node).flatMap((child) => {
    if (child.nodeName === name) return [child];
    return TRANSPARENT.has(child.nodeName) ? found(child, name) : [];
  });
}

interface WordCell {
  readonly text: string;
  readonly column: number;
  readonly colSpan: number;
  /** Goes on with the cell above. */
  readonly isContinued: boolean;
}

function wordRow(row: PageNode): readonly WordCell[] {
  let column = numberIn(childNamed(childNamed(row, 'w:trPr'), 'w:gridBefore'));
  return found(row, 'w:tc').map((cell) => {
    const properties = childNamed(cell, 'w:tcPr');
    const merge = childNamed(properties, 'w:vMerge');
    const colSpan = Math.max(1, numberIn(childNamed(properties, 'w:gridSpan')));
    const own = {
      text: linesIn(cell)
        .filter((line) => line !== '')
        .join('\n'),
      column,
      colSpan,
      isContinued: merge !== undefined && merge.getAttribute?.('w:val') !== 'restart',
    };
    column += colSpan;
    return own;
  });
}

function spanDown(rows: readonly (readonly WordCell[])[], at: number, cell: WordCell): number {
  let end = at + 1;
  while (rows[end]?.some(({ column, isContinued }) => isContinued && column === cell.column))
    end += 1;
  return end - at;
}

function tableGrid(table: PageNode): Block {
  const rows = found(table, 'w:tr').map(wordRow);
  const cells = rows.map((row, at) =>
    row
      .filter(({ isContinued }) => !isContinued || at === 0)
      .map(
        (cell): SpannedCell => ({
          text: cell.text,
          colSpan: cell.colSpan,
          rowSpan: spanDown(rows, at, cell),
        }),
      ),
  );
  return gridFromRows(cells, 'exact');
}

function blocksIn(node: PageNode): readonly Block[] {
  return childrenOf(node).flatMap((child): readonly Block[] => {
    if (child.nodeName === 'w:tbl') return [tableGrid(child)];
    if (child.nodeName === 'w:p') {
      const text = paragraphText(child).trim();
      return text === '' ? [] : [{ kind: 'paragraph', text }];
    }
    return TRANSPARENT.has(child.nodeName) ? blocksIn(child) : [];
  });
}

/** The document of a Word file. */
export function readWord(bytes: Uint8Array, parseXml: ParseXml): Result<ReportDocument> {
  const parts = unpackArchive(bytes, (name) => name === DOCUMENT);
  if (!parts.ok) return parts;
  const xml = parts.value[DOCUMENT];
  if (!xml)
    return failure('这个 Word 文件里没有正文', '用 Word 或 WPS 打开后另存为 .docx，再试一次。');
  return success({ blocks: blocksIn(parseXml(decodeText(xml, 'utf-8'))), wrapped: false });
}
