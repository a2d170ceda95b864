/**
 * A Word file (.docx) as a document: paragraphs and tables of its main part with their merges, as a person
 * reads them once all changes are accepted. What is hidden or deleted is not read, and said so.
 */
import { type Block, gridFromRows, type ReportDocument, type SpannedCell } from './document.ts';
import type { OfficeParts } from './office-parts.ts';
import { wordStyles } from './word-styles.ts';
import { fieldCodesOf, isRowGone, type PassedOver, TRANSPARENT, WordReader } from './word-text.ts';
import { childNamed, descendantsOf, elementsOf, isOn, type XmlElement } from './xml-part.ts';

function numberIn(node: XmlElement | undefined): number {
  return Number.parseInt(node?.attributes['w:val'] ?? '', 10) || 0;
}

function found(node: XmlElement, name: string): readonly XmlElement[] {
  return elementsOf(node).flatMap((child) => {
    if (child.name === name) return [child];
    return TRANSPARENT.has(child.name) ? found(child, name) : [];
  });
}

/** A paragraph whose mark is hidden or deleted goes on in the next one. */
function runsOn(paragraph: XmlElement): boolean {
  const mark = childNamed(childNamed(paragraph, 'w:pPr'), 'w:rPr');
  const vanish = childNamed(mark, 'w:vanish') ?? childNamed(mark, 'w:specVanish');
  const isHidden = vanish !== undefined && isOn(vanish.attributes['w:val'] ?? 'true');
  const isGone = ['w:del', 'w:moveFrom'].some((name) => childNamed(mark, name) !== undefined);
  return isHidden || isGone;
}

interface WordCell {
  readonly text: string;
  readonly column: number;
  readonly colSpan: number;
  /** Goes on with the cell above. */
  readonly isContinued: boolean;
}

/** The walk over one file; what it passes over is counted on the way. */
class WordDocument {
  readonly passedOver: PassedOver = { hidden: 0, removed: 0, embedded: 0 };
  private readonly reader: WordReader;

  constructor(root: XmlElement, styles: XmlElement | undefined) {
    this.reader = new WordReader({
      styles: wordStyles(styles),
      passedOver: this.passedOver,
      fieldCodes: fieldCodesOf(root),
    });
  }

  blocksIn(node: XmlElement): readonly Block[] {
    const blocks: Block[] = [];
    let before = '';
    const close = () => {
      const text = before.trim();
      before = '';
      if (text !== '') blocks.push({ kind: 'paragraph', text });
    };
    const walk = (within: XmlElement): void => {
      for (const child of elementsOf(within)) {
        if (child.name === 'w:p') {
          before += this.reader.paragraph(child);
          if (!runsOn(child)) close();
        } else if (child.name === 'w:tbl') {
          close();
          blocks.push(this.tableGrid(child));
        } else if (TRANSPARENT.has(child.name)) walk(child);
        else if (child.name === 'w:altChunk') this.passedOver.embedded += 1;
      }
    };
    walk(node);
    close();
    return blocks;
  }

  /** All words of a cell, a paragraph a line, those of tables within it too. */
  private linesIn(node: XmlElement): readonly string[] {
    const lines: string[] = [];
    let before = '';
    const walk = (within: XmlElement): void => {
      for (const child of elementsOf(within)) {
        if (child.name === 'w:p') {
          before += this.reader.paragraph(child);
          if (runsOn(child)) continue;
          lines.push(before.trim());
          before = '';
        } else if (child.name === 'w:tr' && isRowGone(child)) {
          this.passedOver.removed += 1;
        } else if (/^w:(?:tbl|tr|tc)$/.test(child.name) || TRANSPARENT.has(child.name)) {
          walk(child);
        }
      }
    };
    walk(node);
    return [...lines, before.trim()];
  }

  private row(row: XmlElement): readonly WordCell[] {
    let column = numberIn(childNamed(childNamed(row, 'w:trPr'), 'w:gridBefore'));
    return found(row, 'w:tc').map((cell) => {
      const properties = childNamed(cell, 'w:tcPr');
      const merge = childNamed(properties, 'w:vMerge');
      const colSpan = Math.max(1, numberIn(childNamed(properties, 'w:gridSpan')));
      const own = {
        text: this.linesIn(cell)
          .filter((line) => line !== '')
          .join('\n'),
        column,
        colSpan,
        isContinued: merge !== undefined && merge.attributes['w:val'] !== 'restart',
      };
      column += colSpan;
      return own;
    });
  }

  private tableGrid(table: XmlElement): Block {
    const all = found(table, 'w:tr');
    const shown = all.filter((row) => !isRowGone(row));
    this.passedOver.removed += all.length - shown.length;
    const rows = shown.map((row) => this.row(row));
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
}

function spanDown(rows: readonly (readonly WordCell[])[], at: number, cell: WordCell): number {
  let end = at + 1;
  while (rows[end]?.some(({ column, isContinued }) => isContinued && column === cell.column))
    end += 1;
  return end - at;
}

function told({ hidden, removed, embedded }: PassedOver): readonly string[] {
  return [
    ...(hidden > 0 ? [`隐藏文字 ${hidden} 处没有读`] : []),
    ...(removed > 0 ? [`修订中删除或移走的内容 ${removed} 处没有读`] : []),
    ...(embedded > 0 ? [`嵌入的文件 ${embedded} 个没有读`] : []),
  ];
}

/** The document of a Word file. */
export function readWord({ main, links, part }: OfficeParts): ReportDocument {
  const styles = links.find(({ type }) => type === 'styles');
  const document = new WordDocument(main.root, styles && part(styles.path));
  const blocks = document.blocksIn(main.root);
  const boxes = descendantsOf(main.root, 'w:txbxContent').some(
    (box) => descendantsOf(box, 'w:t').length > 0,
  );
  const leftOut = [...told(document.passedOver), ...(boxes ? ['文本框里的文字没有读'] : [])];
  return { blocks, wrapped: false, leftOut };
}
