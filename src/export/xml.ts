/**
 * XML as text and back, for the parts of our own Office files. The reader takes what the writer
 * makes – elements, attributes, text, the five named entities – and refuses everything else; files
 * of other people are read elsewhere.
 */
import type { Markup } from '../paper/markup.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

const CHARACTERS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(ESCAPES).map(([character, entity]) => [entity, character]),
);

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}

function unescaped(text: string): string {
  return text.replace(/&[a-z]+;/g, (entity) => CHARACTERS[entity] ?? entity);
}

function textOf(node: Markup | string): string {
  if (typeof node === 'string') return escaped(node);
  const attributes = Object.entries(node.attributes)
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join('');
  if (node.children.length === 0) return `<${node.tag}${attributes}/>`;
  return `<${node.tag}${attributes}>${node.children.map(textOf).join('')}</${node.tag}>`;
}

/** An XML document with this root. */
export function writeXml(root: Markup): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${textOf(root)}`;
}

const DECLARATION = /^\ufeff?<\?xml[^>]*\?>\s*/;
const TOKEN = /<(\/?)([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/y;
const ATTRIBUTE = /(?<![\w:.-])([\w:.-]+)="([^"]*)"/g;

interface Open {
  readonly tag: string;
  readonly attributes: Record<string, string>;
  readonly children: (Markup | string)[];
}

function attributesOf(text: string): Record<string, string> {
  const found = [...text.matchAll(ATTRIBUTE)];
  return Object.fromEntries(found.map(([, name = '', value = '']) => [name, unescaped(value)]));
}

/** The root element of an XML text of ours, or undefined where it is not well formed. */
export function readXml(text: string): Markup | undefined {
  const body = text.replace(DECLARATION, '');
  const root: Open = { tag: '', attributes: {}, children: [] };
  const open: Open[] = [root];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < body.length) {
    const match = TOKEN.exec(body);
    const parent = open[open.length - 1];
    if (!match || !parent) return undefined;
    const [, closing, tag = '', attributes = '', single, words] = match;
    if (words !== undefined) parent.children.push(unescaped(words));
    else if (closing) {
      if (open.pop()?.tag !== tag) return undefined;
    } else {
      const node: Open = { tag, attributes: attributesOf(attributes), children: [] };
      parent.children.push(node);
      if (!single) open.push(node);
    }
  }
  const [first] = childMarkup(root);
  return open.length === 1 ? first : undefined;
}

/** The elements directly inside a node. */
export function childMarkup({ children }: Markup): readonly Markup[] {
  return children.filter((child): child is Markup => typeof child !== 'string');
}

/** The first element of a name directly inside a node. */
export function childOf(node: Markup | undefined, tag: string): Markup | undefined {
  return node && childMarkup(node).find((child) => child.tag === tag);
}

/** All elements of a name below a node, in order. */
export function markupBelow(node: Markup, tag: string): readonly Markup[] {
  return childMarkup(node).flatMap((child) => [
    ...(child.tag === tag ? [child] : []),
    ...markupBelow(child, tag),
  ]);
}
