/**
 * An Excel file (.xlsx) as a document, as a person sees it: the visible sheets in the order of the
 * workbook, every sheet a grid with its merges; a row that holds nothing but one long text or heading is
 * a paragraph. Formulas count by their last result. Hidden sheets are not read, and named.
 */
import type { Block, ReportDocument } from './document.ts';
import type { OfficeParts } from './office-parts.ts';
import { readSheet, stringText, type Workbook } from './read-sheet.ts';
import { numberFormats } from './shown-number.ts';
import { Unreadable } from './unreadable.ts';
import { childNamed, elementsOf, isOn, type XmlElement } from './xml-part.ts';

interface Sheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly path: string;
}

/** The worksheets in the order of their tabs; sheets of charts and dialogs have no cells. */
function sheetsOf({ main, links }: OfficeParts): readonly Sheet[] {
  const listed = childNamed(main.root, 's:sheets');
  return (listed ? elementsOf(listed) : []).flatMap(({ attributes }) => {
    const link = links.find(({ id }) => id === attributes['r:id']);
    if (link?.type !== 'worksheet') return [];
    const isHidden = /^(?:hidden|veryHidden)$/.test(attributes.state ?? '');
    return [{ name: attributes.name ?? '', isHidden, path: link.path }];
  });
}

function linked({ links, part }: OfficeParts, type: string): XmlElement | undefined {
  const link = links.find((one) => one.type === type);
  return link && part(link.path);
}

function sharedBy(file: OfficeParts): Workbook {
  const strings = linked(file, 'sharedStrings');
  return {
    strings: strings
      ? elementsOf(strings)
          .filter(({ name }) => name === 's:si')
          .map(stringText)
      : [],
    formats: numberFormats(linked(file, 'styles')),
    isFrom1904: isOn(childNamed(file.main.root, 's:workbookPr')?.attributes.date1904),
  };
}

/** The document of an Excel file; throws `Unreadable` where it holds no visible sheet. */
export function readWorkbook(file: OfficeParts): ReportDocument {
  const sheets = sheetsOf(file);
  const hidden = sheets.filter(({ isHidden }) => isHidden);
  if (sheets.length === hidden.length) {
    throw new Unreadable('这个 Excel 文件里没有看得见的工作表', '另存为 .xlsx 再试一次。');
  }
  const book = sharedBy(file);
  const blocks: Block[] = [];
  const leftOut = hidden.map(({ name }) => `隐藏的工作表“${name}”没有读`);
  for (const { name, isHidden, path } of sheets) {
    if (isHidden) continue;
    const root = file.part(path);
    if (!root) {
      throw new Unreadable(`工作表“${name}”在文件里找不到`, '用 Excel 打开后另存一份，再试一次。');
    }
    const sheet = readSheet(root, book, `工作表“${name}”`);
    blocks.push(...sheet.blocks);
    leftOut.push(...sheet.leftOut);
  }
  return { blocks, wrapped: false, leftOut, ...(file.title ? { title: file.title } : {}) };
}
