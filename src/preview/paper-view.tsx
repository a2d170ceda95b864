/** The paper on screen: the same markup that goes into the printable file, as React elements. */
import { createElement, memo, type ReactNode } from 'react';
import type { Markup } from '../paper/markup.ts';

/** Attributes that React spells otherwise than HTML. */
const REACT_NAMES: Readonly<Record<string, string>> = {
  class: 'className',
  colspan: 'colSpan',
  rowspan: 'rowSpan',
};

const VOID_ELEMENTS = new Set(['col', 'br', 'hr']);

function attributesOf({ attributes }: Markup): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) =>
      name === 'style' ? [name, styleOf(value)] : [REACT_NAMES[name] ?? name, value],
    ),
  );
}

/** `width: 10%` as React wants it; the paper uses plain properties without hyphens only. */
function styleOf(text: string): Record<string, string> {
  const declarations = text.split(';').flatMap((part) => {
    const [property, value] = part.split(':').map((word) => word.trim());
    return property && value ? [[property, value] as const] : [];
  });
  return Object.fromEntries(declarations);
}

function elementOf(markup: Markup | string, key: number): ReactNode {
  if (typeof markup === 'string') return markup;
  const attributes = { ...attributesOf(markup), key };
  if (VOID_ELEMENTS.has(markup.tag)) return createElement(markup.tag, attributes);
  return createElement(markup.tag, attributes, ...markup.children.map(elementOf));
}

export const PaperView = memo(function PaperView({ markup }: { readonly markup: Markup }) {
  return elementOf(markup, 0);
});
