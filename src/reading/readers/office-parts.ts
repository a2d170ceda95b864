/**
 * An Office file as parts that name each other (Open Packaging Conventions): the main part is found by
 * the links of the package and every other by the links of the part that needs it, under whatever name.
 */
import { type Archive, openArchive } from './archive.ts';
import { Unreadable } from './unreadable.ts';
import { childNamed, elementsOf, ownText, readXmlPart, type XmlElement } from './xml-part.ts';

export interface OfficeLink {
  readonly id: string;
  /** The last word of its type: `styles`. */
  readonly type: string;
  /** The path of the part it leads to. */
  readonly path: string;
}

export interface OfficePart {
  readonly path: string;
  readonly root: XmlElement;
}

export interface OfficeParts {
  readonly main: OfficePart;
  readonly part: (path: string) => XmlElement | undefined;
  /** The links of the main part. */
  readonly links: readonly OfficeLink[];
  /** The title the file carries in its properties. */
  readonly title: string;
}

/** Where packages without links of their own keep their main part. */
const USUAL_MAIN = ['word/document.xml', 'xl/workbook.xml'];

/** A target as a path in the package: absolute, or from the folder of the part that names it. */
export function pathOf(target: string, from: string): string {
  const isAbsolute = target.startsWith('/');
  const steps = isAbsolute ? [] : from.split('/').slice(0, -1);
  for (const step of decoded(target).split(/[\\/]/)) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

function decoded(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}

function linksPath(path: string): string {
  const [, folder = '', name = ''] = /^(.*\/)?([^/]*)$/.exec(path) ?? [];
  return `${folder}_rels/${name}.rels`;
}

function linksOf(archive: Archive, path: string): readonly OfficeLink[] {
  const bytes = archive.part(linksPath(path));
  if (!bytes) return [];
  return elementsOf(readXmlPart(bytes)).flatMap(({ name, attributes }) => {
    if (name !== 'rel:Relationship' || attributes.TargetMode === 'External') return [];
    const type = (attributes.Type ?? '').replace(/^.*\//, '');
    return [{ id: attributes.Id ?? '', type, path: pathOf(attributes.Target ?? '', path) }];
  });
}

/** Zips that are something else, each told by a part it has. */
const OTHERS: readonly (readonly [RegExp, string, string])[] = [
  [/^ofd\.xml$/i, '这是 OFD 版式文件', '换用带文字的 PDF，或用 Word 原件。'],
  [/^xl\/workbook\.bin$/i, '这是二进制的 Excel 文件（.xlsb）', '用 Excel 打开后另存为 .xlsx。'],
  [/^ppt\//i, '这是演示文稿', '换用年报的 Word、Excel 或 PDF 文件。'],
  [/^META-INF\/manifest\.xml$/i, '这是 OpenDocument 文件', '打开后另存为 .docx 或 .xlsx。'],
];

function noMainPart({ names }: Archive): Unreadable {
  const other = OTHERS.find(([pattern]) => names.some((name) => pattern.test(name)));
  if (other) return new Unreadable(other[1], other[2]);
  const isOffice = names.some((name) => /^(?:word|xl)\//i.test(name));
  return isOffice
    ? new Unreadable('这个文件里没有正文', '用 Word 或 WPS 打开后另存一份，再试一次。')
    : new Unreadable('压缩包里没有可读的年报', '解压后选择其中的 Word、Excel、PDF 或网页文件。');
}

function mainPath(archive: Archive, links: readonly OfficeLink[]): string {
  const linked = links.find(({ type }) => type === 'officeDocument')?.path;
  const known = new Set(archive.names.map((name) => name.toLowerCase()));
  const found = [...(linked ? [linked] : []), ...USUAL_MAIN].find((path) =>
    known.has(path.toLowerCase()),
  );
  if (!found || OTHERS.some(([pattern]) => pattern.test(found))) throw noMainPart(archive);
  return found;
}

/** Opens an Office file; throws `Unreadable` where it is damaged or has no main part. */
export function openOffice(bytes: Uint8Array): OfficeParts {
  const archive = openArchive(bytes);
  const part = (path: string): XmlElement | undefined => {
    const found = archive.part(path);
    return found && readXmlPart(found);
  };
  const links = linksOf(archive, '');
  const path = mainPath(archive, links);
  const root = part(path);
  if (!root) throw noMainPart(archive);
  const properties = links.find(({ type }) => type === 'core-properties');
  const named = properties && childNamed(part(properties.path), 'dc:title');
  return {
    main: { path, root },
    part,
    links: linksOf(archive, path),
    title: ownText(named).trim(),
  };
}
