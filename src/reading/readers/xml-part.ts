/**
 * The XML of a part of an Office file as a plain tree. Names carry the prefix that is usual for their
 * namespace, whatever the file calls it, strict or transitional. The tree is of limited depth, so that
 * whoever walks it may do so by recursion.
 */
import { SaxesParser } from 'saxes';
import { byteOrderMark, encodingNamed } from './decode-text.ts';
import { damaged, Unreadable } from './unreadable.ts';

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

/** Tables in tables in content controls are ten times less deep. */
export const DEEPEST = 500;

/** Last words of namespaces by the prefix they usually have; the years before them differ. */
const PREFIXES: readonly (readonly [RegExp, string])[] = [
  [/\/wordprocessingml\/(?:2006\/)?main$/, 'w:'],
  [/\/spreadsheetml\/(?:2006\/)?main$/, 's:'],
  [/\/officeDocument\/(?:2006\/)?relationships$/, 'r:'],
  [/\/markup-compatibility\/2006$/, 'mc:'],
  [/\/package\/2006\/relationships$/, 'rel:'],
  [/\/elements\/1\.1\/$/, 'dc:'],
];

/** A prefix a file uses for a namespace that is none of ours never reads as one of ours. */
function prefixOf(uri: string, own: string): string {
  if (uri === '') return '';
  return PREFIXES.find(([pattern]) => pattern.test(uri))?.[1] ?? `other-${own}:`;
}

const DECLARED = /^\s*<\?xml[^>]{0,200}encoding\s*=\s*["']([\w-]{1,40})["']/;

/** Text of a part: by its mark, by how `<` stands in it, by what it declares, else UTF-8. */
function partText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const wide = first === 0x3c && second === 0 ? 'utf-16le' : 'utf-16be';
  const isWide = (first === 0x3c && second === 0) || (first === 0 && second === 0x3c);
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 300));
  const declared = encodingNamed(DECLARED.exec(head)?.[1] ?? '');
  // A part of single bytes cannot be what such a declaration says.
  const narrow = declared === undefined || declared.startsWith('utf-16') ? 'utf-8' : declared;
  const encoding = byteOrderMark(bytes) ?? (isWide ? wide : narrow);
  return new TextDecoder(encoding).decode(bytes).replace(/^\ufeff/, '');
}

interface Open {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: (XmlElement | string)[];
}

function tooDeep(): Unreadable {
  return new Unreadable(
    `文件的内容一层套一层，超过 ${DEEPEST} 层`,
    '用 Word 或 WPS 打开，全选后复制到新文件，另存再试一次。',
  );
}

/** The root of a part; throws `Unreadable` where it is no XML or nests too deep. */
export function readXmlPart(bytes: Uint8Array): XmlElement {
  const open: Open[] = [{ name: '', attributes: {}, children: [] }];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', () => {
    throw damaged();
  });
  parser.on('opentag', (tag) => {
    if (open.length > DEEPEST) throw tooDeep();
    const attributes: Record<string, string> = {};
    for (const { uri, prefix, local, value } of Object.values(tag.attributes)) {
      attributes[prefixOf(uri, prefix) + local] = value;
    }
    open.push({ name: prefixOf(tag.uri, tag.prefix) + tag.local, attributes, children: [] });
  });
  parser.on('closetag', () => {
    const element = open.pop()!;
    open[open.length - 1]!.children.push(element);
  });
  const addText = (text: string) => open[open.length - 1]!.children.push(text);
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(partText(bytes)).close();
  const root = open[0]!.children.find((child): child is XmlElement => typeof child !== 'string');
  if (!root) throw damaged();
  return root;
}

export function elementsOf(node: XmlElement): readonly XmlElement[] {
  return node.children.filter((child): child is XmlElement => typeof child !== 'string');
}

export function childNamed(node: XmlElement | undefined, name: string): XmlElement | undefined {
  return node && elementsOf(node).find((child) => child.name === name);
}

/** All elements of a name below a node, in the order they stand. */
export function descendantsOf(node: XmlElement, name: string): readonly XmlElement[] {
  return elementsOf(node).flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...descendantsOf(child, name),
  ]);
}

/** The text directly in an element. */
export function ownText(node: XmlElement | undefined): string {
  return node ? node.children.filter((child) => typeof child === 'string').join('') : '';
}

/** A whole attribute as a number; undefined where it is absent or none. */
export function attributeNumber(node: XmlElement | undefined, name: string): number | undefined {
  const text = node?.attributes[name];
  return text !== undefined && /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : undefined;
}

/** An on–off attribute as XML Schema and Office write it. */
export function isOn(text: string | undefined): boolean {
  return text !== undefined && !/^(?:0|false|off)$/i.test(text);
}
