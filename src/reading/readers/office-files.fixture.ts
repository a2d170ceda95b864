/** Word and Excel files as their makers write them, with one odd thing each; for tests only. */
import { strToU8, zipSync } from 'fflate';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const SHEETS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const WORDS = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** Parts of a package by path; text is written as UTF-8. */
export type PackageParts = Readonly<Record<string, string | Uint8Array>>;

export function packageOf(parts: PackageParts): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([path, part]) => [
        path,
        typeof part === 'string' ? strToU8(part) : part,
      ]),
    ),
  );
}

type Link = readonly [id: string, type: string, target: string];

export function linksXml(links: readonly Link[], base = OFFICE): string {
  const all = links.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${base}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}">${all.join('')}</Relationships>`;
}

export interface SheetOfFile {
  readonly name: string;
  readonly state?: 'hidden' | 'veryHidden';
  /** What stands within `worksheet`. */
  readonly xml: string;
}

interface WorkbookOptions {
  readonly styles?: string;
  readonly strings?: readonly string[];
}

/** A workbook whose sheets stand in parts named backwards, so that only its links tell their order. */
export function workbookParts(
  sheets: readonly SheetOfFile[],
  { styles = '', strings = [] }: WorkbookOptions = {},
): PackageParts {
  const pathOf = (at: number) => `worksheets/sheet${sheets.length - at}.xml`;
  const listed = sheets.map(({ name, state }, at) => {
    const hidden = state ? ` state="${state}"` : '';
    return `<sheet name="${name}" sheetId="${at + 1}"${hidden} r:id="s${at}"/>`;
  });
  const links: Link[] = sheets.map((_, at) => [`s${at}`, 'worksheet', pathOf(at)]);
  const bodies = sheets.map(
    ({ xml }, at) =>
      [`xl/${pathOf(at)}`, `<worksheet xmlns="${SHEETS}">${xml}</worksheet>`] as const,
  );
  return {
    '_rels/.rels': linksXml([['m', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns="${SHEETS}" xmlns:r="${OFFICE}"><sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': linksXml([
      ...links,
      ['st', 'styles', '/xl/looks.xml'],
      ['ss', 'sharedStrings', 'words.xml'],
    ]),
    'xl/looks.xml': `<styleSheet xmlns="${SHEETS}">${styles}</styleSheet>`,
    'xl/words.xml': `<sst xmlns="${SHEETS}">${strings.join('')}</sst>`,
    ...Object.fromEntries(bodies),
  };
}

export function workbookFile(
  sheets: readonly SheetOfFile[],
  options: WorkbookOptions = {},
): Uint8Array {
  return packageOf(workbookParts(sheets, options));
}

/** The main part of a Word file with this body. */
export function wordXml(body: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="${WORDS}"><w:body>${body}</w:body></w:document>`;
}

export function wordParts(body: string, styles = ''): PackageParts {
  return {
    '_rels/.rels': linksXml([['m', 'officeDocument', 'word/document.xml']]),
    'word/document.xml': wordXml(body),
    'word/_rels/document.xml.rels': linksXml([['st', 'styles', 'styles.xml']]),
    'word/styles.xml': `<w:styles xmlns:w="${WORDS}">${styles}</w:styles>`,
  };
}

export function wordFile(body: string, styles = ''): Uint8Array {
  return packageOf(wordParts(body, styles));
}
