/**
 * The package every Office file is: parts of XML in one zip, a list of their types, and the links
 * between them. The same report gives the same bytes: no clock takes part.
 */
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { element, type Markup } from '../paper/markup.ts';
import { readXml, writeXml } from './xml.ts';

/** One XML part of an Office package. */
export interface PackagePart {
  /** Path in the package: `word/document.xml`. */
  readonly path: string;
  readonly contentType: string;
  readonly xml: Markup;
}

/** A relationship from one part of a package to another. */
export interface Link {
  readonly id: string;
  /** The last word of the relationship type: `styles`. */
  readonly type: string;
  readonly target: string;
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** Bytes of a file. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** The earliest moment a zip can name. */
const NO_TIME = new Date(1980, 0, 1);

/** The namespace of relationships between the parts of an Office document. */
export const RELATIONSHIPS = OFFICE;

function linksXml(links: readonly Link[]): Markup {
  return element(
    'Relationships',
    { xmlns: `${PACKAGE}/relationships` },
    links.map(({ id, type, target }) => {
      const base = type === 'core-properties' ? `${PACKAGE}/relationships/metadata` : OFFICE;
      return element('Relationship', { Id: id, Type: `${base}/${type}`, Target: target }, []);
    }),
  );
}

/** The part that names what the parts beside `path` are to it. */
export function linksPart(path: string, links: readonly Link[]): PackagePart {
  const [, folder = '', name = ''] = /^(.*\/)?([^/]*)$/.exec(path) ?? [];
  return { path: `${folder}_rels/${name}.rels`, contentType: '', xml: linksXml(links) };
}

function typesXml(parts: readonly PackagePart[]): Markup {
  const named = parts.filter(({ contentType }) => contentType !== '');
  return element('Types', { xmlns: `${PACKAGE}/content-types` }, [
    element(
      'Default',
      {
        Extension: 'rels',
        ContentType: 'application/vnd.openxmlformats-package.relationships+xml',
      },
      [],
    ),
    ...named.map(({ path, contentType }) =>
      element('Override', { PartName: `/${path}`, ContentType: contentType }, []),
    ),
  ]);
}

function propertiesPart(title: string, author: string): PackagePart {
  const attributes = {
    'xmlns:cp': `${PACKAGE}/metadata/core-properties`,
    'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  };
  return {
    path: 'docProps/core.xml',
    contentType: 'application/vnd.openxmlformats-package.core-properties+xml',
    xml: element('cp:coreProperties', attributes, [
      element('dc:title', {}, [title]),
      element('dc:creator', {}, [author]),
    ]),
  };
}

/** Text as UTF-8; bytes as they are. */
export function bytesOf(data: Uint8Array | string): Uint8Array {
  return typeof data === 'string' ? strToU8(data) : data;
}

/** Files in one zip, in the order given. */
export function zipped(files: readonly (readonly [string, Bytes | string])[]): Bytes {
  const content: Zippable = {};
  for (const [path, data] of files) content[path] = bytesOf(data);
  return Uint8Array.from(zipSync(content, { mtime: NO_TIME, level: 6 }));
}

/** An Office file whose main part is the first one. */
export function officeFile(
  parts: readonly [PackagePart, ...PackagePart[]],
  { title, author }: { readonly title: string; readonly author: string },
): Bytes {
  const [main] = parts;
  const properties = propertiesPart(title, author);
  const links = linksPart('', [
    { id: 'rId1', type: 'officeDocument', target: main.path },
    { id: 'rId2', type: 'core-properties', target: properties.path },
  ]);
  const all = [...parts, properties, links];
  return zipped([
    ['[Content_Types].xml', writeXml(typesXml(all))],
    ...all.map(({ path, xml }) => [path, writeXml(xml)] as const),
  ]);
}

/** A part of an Office file of ours, or undefined where it has none such or it is damaged. */
export type ReadPart = (path: string) => Markup | undefined;

/** The files in a zip by path, or undefined where it is none. */
export function unzipped(bytes: Bytes): ReadonlyMap<string, Uint8Array> | undefined {
  try {
    return new Map(Object.entries(unzipSync(bytes)));
  } catch {
    return undefined;
  }
}

/** The parts of an Office file of ours by path, or undefined where it is no zip. */
export function readOfficeFile(bytes: Bytes): ReadPart | undefined {
  const files = unzipped(bytes);
  return (
    files &&
    ((path) => {
      const part = files.get(path);
      return part && readXml(strFromU8(part));
    })
  );
}
